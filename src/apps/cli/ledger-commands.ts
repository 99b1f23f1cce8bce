import { Argument, Option, type Command } from 'commander';
import type { Exit } from './streams.ts';

type End = (exit: Exit) => void;

/** The commands that ask a ledger and change it. Each loads its own code when it runs. */
export function ledgerCommands(program: Command, end: End): void {
  narrowed(
    program
      .command('list')
      .summary('show what the ledger holds')
      .description(
        'Shows visits and meetings with the history of their status, other events, statements, relations and pacts.',
      )
      .addArgument(
        new Argument('[what]', 'which of them')
          .choices(['visits', 'meetings', 'events', 'statements', 'relations', 'pacts', 'all'])
          .default('all'),
      ),
  )
    .option('--top <number>', 'only so many of each, those told by most originators')
    .action(async (what: string, options: object) => end(await (await import('./list.ts')).list(what, options)));
}

/** A question's options. */
function narrowed(command: Command): Command {
  return command
    .addOption(ledger())
    .option(
      '--actor <name>',
      'only where this person, body or country code takes part; may come more than once',
      collect,
    )
    .option('--status <status>', 'only events whose status is this')
    .option('--type <code>', 'only acts of this PLOVER code, or relations of this predicate')
    .option('--since <date>', 'only acts, or reports where the act has no date, of this day or later')
    .option('--until <date>', 'only acts, or reports where the act has no date, of this day or earlier')
    .option('--source <publisher>', 'only what this publisher is among those to tell')
    .option('--band <band>', 'only what is supported, probable, or to check')
    .option('--rejected', 'what was rejected, instead of what stands')
    .option('--size <number>', 'at most so many')
    .option('--after <mark>', 'go on where the page before ended')
    .option('--as-of <day>', 'as the ledger stood at the end of a day, at a time, or after a commit')
    .option('--json', 'one record a line');
}

const collect = (value: string, before: readonly string[] = []): readonly string[] => [...before, value];

export const ledger = (): Option =>
  new Option('--ledger <file>', 'the ledger file, or postgres://… (chancery where prints the usual one)');
