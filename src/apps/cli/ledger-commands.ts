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
  for (const [what, summary] of [
    ['visits', 'visits with the history of their status'],
    ['meetings', 'meetings, talks and calls with the history of their status'],
    ['statements', 'who said what, where it was reported'],
  ] as const)
    narrowed(program.command(what).summary(summary).description(`Shows ${summary}.`))
      .option('--top <number>', 'only so many, those told by most originators')
      .action(async (options: object) => end(await (await import('./list.ts')).list(what, options)));
  narrowed(
    program
      .command('between')
      .summary('what happens between two')
      .description(
        'Shows the visits, meetings, acts and ties in which two take part, each a name or a code of a country.',
      )
      .argument('<one>', 'a country, person or body')
      .argument('<other>', 'another'),
  ).action(async (one: string, other: string, options: object) =>
    end(await (await import('./topics.ts')).between(one, other, options)),
  );
  narrowed(
    program
      .command('pact')
      .summary('members, parts, candidates and critics of a pact')
      .description(
        'Shows who belongs to a pact, its parts, who would join, who is interested and who is against, each with its words.',
      )
      .argument('<name>', 'its name or a part of it'),
  ).action(async (name: string, options: object) => end(await (await import('./topics.ts')).pact(name, options)));
  narrowed(
    program
      .command('positions')
      .summary('what actors hold about topics')
      .description(
        'Shows who supports, opposes, is concerned about, is interested in or calls for what, with the dated words.',
      ),
  )
    .option('--topic <words>', 'only on topics with these words in their name')
    .option('--top <number>', 'only so many, those told by most reports')
    .action(async (options: object) => end(await (await import('./positions.ts')).positions(options)));
  narrowed(
    program
      .command('person')
      .summary('offices, visits, meetings, acts and words of a person')
      .description('Shows the offices, visits, meetings, acts and statements of a person.')
      .argument('<name>', 'a name or a part of it'),
  ).action(async (name: string, options: object) => end(await (await import('./topics.ts')).person(name, options)));
  narrowed(
    program
      .command('timeline')
      .summary('all records in the order of their days')
      .description('Shows visits, meetings, acts and statements in the order of their days, the oldest first.'),
  ).action(async (options: object) => end(await (await import('./topics.ts')).timeline(options)));
  program
    .command('search')
    .summary('reports that hold words')
    .description(
      'Finds reports that hold all the words, and runs of words in quotation marks, newest in the ledger first.',
    )
    .argument('<words...>', 'what to look for')
    .addOption(ledger())
    .option('--size <number>', 'at most so many')
    .option('--after <mark>', 'go on where the page before ended')
    .option('--json', 'one report a line')
    .action(async (words: string[], options: object) =>
      end(await (await import('./search.ts')).search(words, options)),
    );
  program
    .command('why')
    .summary('all that a record rests on')
    .description(
      'Shows the claims of a record with their words, rules, reader and report, the decisions and changes; or why it stands no more.',
    )
    .argument('<id>', 'the id of a record or claim, or its beginning')
    .addOption(ledger())
    .option('--json', 'as one JSON value')
    .action(async (id: string, options: object) => end(await (await import('./why.ts')).why(id, options)));
  program
    .command('changes')
    .summary('what was added, edited, withdrawn and merged')
    .description('Shows the changes of records in their order, each with its reason.')
    .addOption(ledger())
    .option('--since <number>', 'only what came after this number of the feed')
    .option('--size <number>', 'at most so many')
    .option('--json', 'one change a line')
    .action(async (options: object) => end(await (await import('./changes.ts')).changes(options)));
  program
    .command('review')
    .summary('what is most worth a look')
    .description(
      'Shows the records most worth a look, by reach, doubt and news, and decisions whose claims stand no more.',
    )
    .addOption(ledger())
    .option('--size <number>', 'at most so many')
    .option('--decisions', 'all decisions in their order instead')
    .option('--json', 'one record or decision a line')
    .action(async (options: object) => end(await (await import('./review.ts')).review(options)));
  program
    .command('decide')
    .summary('accept, reject, edit, merge, split or note')
    .description(
      'Settles something about a record, with a reason. Decisions outlive every re-reading, and can be undone.',
    )
    .argument('<operation>', 'accept, reject, edit, merge, split, note or undo')
    .argument('<id>', 'the record; of undo, the decision')
    .argument('[more...]', 'edit: field and value; merge: another record; split: the claims that leave')
    .addOption(ledger())
    .option('--reason <text>', 'why')
    .option('--who <name>', 'who decides; else $CHANCERY_USER, else the name of the login')
    .action(async (operation: string, id: string, more: string[], options: object) =>
      end(await (await import('./decide.ts')).decide(operation, id, more, options)),
    );
  program
    .command('takedown')
    .summary('remove a report and all that rests on it')
    .description(
      'Removes the text of a report, its claims and what rested on them alone, and leaves a tombstone without text.',
    )
    .argument('<id>', "the report's id")
    .addOption(ledger())
    .option('--reason <text>', 'why')
    .option('--who <name>', 'who asks for it; else $CHANCERY_USER, else the name of the login')
    .option('--yes', 'really')
    .action(async (id: string, options: object) => end(await (await import('./takedown.ts')).takedown(id, options)));
  program
    .command('reread')
    .summary('read all reports anew with this version')
    .description('Reads every report anew, shows what would be gained, lost and changed, and asks before it replaces.')
    .addOption(ledger())
    .option('--knowledge <folder>', 'knowledge of your own, laid over that of the package')
    .option('--yes', 'replace without asking')
    .option('--json', 'the comparison as one JSON value')
    .action(async (options: object) => end(await (await import('./reread.ts')).reread(options)));
  narrowed(
    program
      .command('export')
      .summary('write records as CSV, Parquet, JSON-LD, PLOVER, GDELT, Markdown …')
      .description('Writes records with the claims beneath them to a folder or file, whole or not at all.')
      .addArgument(
        new Argument('<format>', 'of the files').choices([
          'csv',
          'spreadsheet',
          'parquet',
          'package',
          'jsonl',
          'plover',
          'jsonld',
          'gdelt',
          'markdown',
        ]),
      )
      .argument('<place>', 'the folder or file to make'),
  )
    .option('--replace', 'also where something is there already')
    .action(async (format: string, place: string, options: object) =>
      end(await (await import('./export.ts')).exportTo(format, place, options)),
    );
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
