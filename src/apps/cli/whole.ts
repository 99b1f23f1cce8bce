import { reportsOf, type Sourced } from '../../ledger/rows.ts';
import { jsonLine } from '../../outputs/json.ts';
import { count, grouped, type Page } from '../../outputs/lines.ts';
import type { Store } from '../../store/store.ts';
import { commandLine, searchedWords, type Heading } from './answers.ts';
import type { QuestionOptions } from './question.ts';
import { pageOf, print } from './streams.ts';

/** More than there are: what is gathered from records needs all of them. */
export const ALL = 1_000_000;

interface Whole<Thing> {
  readonly things: readonly Thing[];
  readonly heading: Heading;
  readonly options: QuestionOptions;
  /** What was asked for, in words, where nothing is found. */
  readonly asked: string;
  readonly rowsOf: (thing: Thing) => readonly Sourced[];
  readonly lines: (thing: Thing, page: Page) => readonly string[];
}

/** Prints what is gathered from many records, whole and not by pages; with `top`, those that most reports tell. */
export async function printWhole<Thing extends object>(
  store: Store,
  { things, heading, options, asked, rowsOf, lines }: Whole<Thing>,
): Promise<void> {
  const told = (thing: Thing): number => reportsOf(rowsOf(thing));
  const shown =
    options.top === undefined ? things : [...things].sort((a, b) => told(b) - told(a)).slice(0, Number(options.top));
  if (options.json === true) {
    for (const thing of shown) await print(`${jsonLine({ record: heading.one, ...thing })}\n`);
    return;
  }
  const page = await pageOf(process.stdout);
  const { paint } = page;
  if (shown.length === 0) {
    await print(
      `${paint.bold(heading.title)}\n  No ${heading.many}${asked}. ${searchedWords(await store.coverage())}\n\n`,
    );
    return;
  }
  const left = things.length - shown.length;
  const more = commandLine(heading.command, { ...options, top: undefined });
  await print(
    [
      `${paint.bold(paint.underline(heading.title))} ${paint.dim(count(things.length, heading.one))}`,
      ...shown.flatMap((thing) => lines(thing, page)),
      ...(left === 0 ? [] : [paint.dim(`  … and ${grouped(left)} more: ${more}`), '']),
      '',
    ].join('\n'),
  );
}
