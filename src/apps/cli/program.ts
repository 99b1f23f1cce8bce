import { Command, CommanderError, Option } from 'commander';
import { visible } from '../../outputs/visible.ts';
import { ledger, ledgerCommands } from './ledger-commands.ts';
import { endWithReader, EXIT, Failure, say, type Exit } from './streams.ts';
import { version } from './version.ts';

/** Commands that run as they stand, from a checkout: what a newcomer can begin with, for the whole and for each command. */
const EXAMPLES = {
  chancery: [
    'chancery read samples/2018-03-09-summit-invitation.txt          what one report says',
    'chancery read samples/2018-03-09-summit-invitation.txt --html > report.html',
    'chancery explain "Wang Yi will visit Canberra on Tuesday." --published 2024-03-18',
    'chancery add samples/wire-notes.jsonl                           take reports into the ledger',
    'chancery list visits                                            what the ledger holds',
  ],
  read: [
    'chancery read samples/2018-03-09-summit-invitation.txt',
    'chancery read samples/wire-notes.jsonl --json > readings.jsonl  one reading a line',
    'chancery read samples --html > report.html                      a whole folder as one page',
    'echo "Macron met Modi in Delhi." | chancery read --published 2024-01-26',
  ],
  explain: [
    'chancery explain "Wang Yi will visit Canberra on Tuesday." --published 2024-03-18',
    'chancery explain "Fiji denied that it had recalled its envoy." --json',
  ],
  relate: [
    `echo "<s>Fiji</s> has recalled its envoy from <t>Tonga</t>." | chancery relate`,
    `echo "<s>Fiji</s> lies west of <t>Tonga</t>." | chancery relate --force`,
  ],
  add: [
    'chancery add samples                                            a whole folder',
    'chancery add samples/wire-notes.jsonl --ledger ./trial.db       into a ledger of your own',
  ],
  import: ['chancery import Phoenix.Countries.actors.txt Phoenix.agents.txt --out ./mine'],
  list: [
    'chancery list visits --actor Blinken',
    'chancery list events --status occurred --since 2021-01-01 --until 2022-12-31',
    'chancery list pacts --json                                      one record a line',
    'chancery list all --top 3                                       what most reports tell',
  ],
  visits: ['chancery visits --status scheduled --since 2023-01-01', 'chancery visits --actor CHN --json'],
  meetings: ['chancery meetings --actor USA --top 5'],
  statements: ['chancery statements --actor Blinken --band probable'],
  between: ['chancery between USA CHN', 'chancery between Australia "United Kingdom" --since 2021-01-01 --json'],
  pact: ['chancery pact AUKUS', 'chancery pact BRICS --json'],
  positions: ['chancery positions --actor Japan', 'chancery positions --topic AUKUS --json'],
  person: ['chancery person Blinken'],
  timeline: [
    'chancery timeline --actor PRK',
    'chancery timeline --since 2023-06-01 --until 2023-06-30 --as-of 2030-01-01',
  ],
  search: ['chancery search submarines', `chancery search '"nuclear-powered submarines"' Canberra --json`],
  why: ['chancery why $(chancery visits --json --size 1 | sed \'s/.*"id":"\\([0-9a-f]\\{24\\}\\)".*/\\1/\')'],
  changes: ['chancery changes --size 20', 'chancery changes --since 100 --json'],
  review: ['chancery review --size 5', 'chancery review --decisions'],
  decide: ['chancery decide --help'],
  export: [
    'chancery export csv tables                                      tidy tables, for R, Python and DuckDB',
    'chancery export markdown brief.md --actor USA --actor CHN       a brief with footnotes',
    'chancery export package release --band supported                with code book and checksums',
  ],
  takedown: [
    'chancery takedown 2018-03-09-summit-invitation --reason "asked for by the agency" --who "the desk" --yes',
  ],
  reread: ['chancery reread', 'chancery reread --yes --json'],
  demo: ['chancery demo --ledger ./trial.db'],
  where: ['chancery where'],
  remove: ['chancery remove --yes', 'chancery remove --yes --ledger ./trial.db'],
} as const;

const examples = (name: keyof typeof EXAMPLES): string =>
  `Examples:\n${EXAMPLES[name].map((line) => `  ${line}`).join('\n')}\n`;

/**
 * Runs one command line and gives the exit code: 0 all good, 1 fatal, 2 usage, 3 partial (some input was refused).
 * Data goes to standard output, messages to standard error. Nothing is sent anywhere.
 */
export async function run(words: readonly string[]): Promise<Exit> {
  endWithReader();
  let exit: Exit = EXIT.good;
  const program = commands((result) => (exit = result));
  try {
    if (words.length === 0) program.outputHelp();
    else await program.parseAsync(words, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.good : EXIT.usage;
    if (error instanceof Failure) {
      say(`chancery: ${error.message}`);
      return error.exit;
    }
    if (error instanceof Error && error.name === 'StoreError') {
      say(`chancery: ${error.message}`);
      return EXIT.fatal;
    }
    throw error;
  }
}

/** Each command loads its own code when it runs, so that none waits for what it does not use. */
export function commands(end: (exit: Exit) => void): Command {
  const program = new Command('chancery')
    .description('Reads news reports and keeps a sourced ledger of diplomacy and politics.')
    .version(version(), '-V, --version')
    .exitOverride()
    .configureOutput({ writeErr: (text) => process.stderr.write(visible(text)) })
    .hook('preAction', (_, command) => refuseEmptyOptions(command))
    .showHelpAfterError('(chancery --help shows examples)');

  program
    .command('read')
    .summary('read reports and print what they say')
    .description(
      'Reads reports and prints their claims, each with its words. Without a file, or with -, reads standard input.',
    )
    .argument('[file...]', 'files, folders, or - for standard input')
    .addOption(from())
    .addOption(encoding())
    .addOption(new Option('--json', 'one reading a line: report, claims, doubts').conflicts('html'))
    .addOption(new Option('--html', 'one page that needs nothing else'))
    .option('--layers', 'with --json: also the layers beneath the claims')
    .option('--published <date>', 'date of publication where the input gives none, as 2024-03-18')
    .addOption(knowledge())
    .action(async (files: string[], options: object) => end(await (await import('./read.ts')).read(files, options)));

  program
    .command('explain')
    .summary('show every step from a sentence to its claims')
    .description('Shows what every stage makes of a text, then each claim with its rules and the words they rest on.')
    .argument('<sentence>', 'the text, or - for standard input')
    .option('--published <date>', 'date of publication, against which times are reckoned')
    .option('--json', 'the reading with all layers, as JSON')
    .addOption(knowledge())
    .action(async (text: string, options: object) => end(await (await import('./explain.ts')).explain(text, options)));

  program
    .command('relate')
    .summary('tell the act between a marked source and target')
    .description(
      'Prints for each line, a sentence with <s>…</s> and <t>…</t>: PLOVER type, mode, quad class, confidence, rules; "-" where it abstains.',
    )
    .argument('[file]', 'a file of marked sentences, or - for standard input', '-')
    .addOption(
      new Option('--from <format>', 'a sentence a line, or a table with the column marked_sentence')
        .choices(['lines', 'tsv'])
        .default('lines'),
    )
    .option('--force', 'never abstain')
    .action(async (file: string, options: object) => end(await (await import('./relate.ts')).relate(file, options)));

  program
    .command('add')
    .summary('take reports into the ledger')
    .description(
      'Reads files and folders into the ledger. What is there already is left as it is; stopping and running again is safe.',
    )
    .argument('<path...>', 'files or folders, or - for standard input')
    .addOption(from())
    .addOption(encoding())
    .addOption(knowledge())
    .addOption(ledger())
    .action(async (paths: string[], options: object) => end(await (await import('./add.ts')).add(paths, options)));

  program
    .command('import')
    .summary('turn PETRARCH and TABARI dictionaries into knowledge of your own')
    .description(
      'Turns actor and agent dictionaries into a folder for --knowledge, and tells what was taken and what was left.',
    )
    .argument('<file...>', 'dictionaries of actors and agents')
    .requiredOption('--out <folder>', 'the folder to write')
    .action(async (files: string[], options: { readonly out: string }) =>
      end(await (await import('./import.ts')).importDictionaries(files, options)),
    );

  ledgerCommands(program, end);

  program
    .command('demo')
    .summary('take the sample reports into the ledger and show what was found')
    .addOption(ledger())
    .action(async (options: object) => end(await (await import('./demo.ts')).demo(options)));

  program
    .command('where')
    .summary('print where the ledger file lies')
    .addOption(ledger())
    .action(async (options: object) => end(await (await import('./home.ts')).where(options)));

  program
    .command('remove')
    .summary('remove the ledger file')
    .addOption(ledger())
    .option('--yes', 'really')
    .action(async (options: object) => end(await (await import('./home.ts')).remove(options)));

  for (const command of [program, ...program.commands])
    command.addHelpText('before', examples(command.name() as keyof typeof EXAMPLES));
  return program;
}

/** An option without its value is a slip, such as a variable of the shell that is not set; taken as it is it does harm. */
function refuseEmptyOptions(command: Command): void {
  for (const [name, value] of Object.entries(command.opts()))
    if ((Array.isArray(value) ? value : [value]).some((one) => typeof one === 'string' && one.trim() === ''))
      throw new Failure(`--${name} is empty: give it a value, or leave it out`, EXIT.usage);
}

const from = (): Option => new Option('--from <format>', 'format of the input; told by the file name where not given');
const encoding = (): Option => new Option('--encoding <name>', 'character encoding of the input, such as windows-1252');
const knowledge = (): Option =>
  new Option('--knowledge <folder>', 'knowledge of your own, laid over that of the package');
