import type { Question } from '../../ledger/question.ts';
import { dayWords } from '../../outputs/dates.ts';
import { jsonLine } from '../../outputs/json.ts';
import { recordLines } from '../../outputs/ledger-account.ts';
import { count, grouped, type Page } from '../../outputs/lines.ts';
import { visibleLine } from '../../outputs/visible.ts';
import type { Answer, Coverage } from '../../ledger/answer.ts';
import type { Store } from '../../store/store.ts';
import type { QuestionOptions } from './question.ts';
import { pageOf, print } from './streams.ts';

/** What records are called in an answer, and the command that shows them. */
export interface Heading {
  readonly title: string;
  readonly one: string;
  readonly many: string;
  readonly command: string;
}

/** Prints an answer: its records, or what was searched where there is none; with --json one record a line. */
export async function printAnswer(
  store: Store,
  {
    question,
    heading,
    options,
  }: { readonly question: Question; readonly heading: Heading; readonly options: QuestionOptions },
): Promise<void> {
  const answer = await store.ask(question);
  if (options.json === true) {
    for (const record of answer.records) await print(`${jsonLine(record)}\n`);
    return;
  }
  const page = await pageOf(process.stdout);
  await print(
    answer.records.length === 0
      ? nothing(heading, question, { coverage: await store.coverage(), page })
      : found(heading, answer, { options, page }),
  );
}

function nothing(
  { title, many }: Heading,
  question: Question,
  { coverage, page }: { readonly coverage: Coverage; readonly page: Page },
): string {
  return `${page.paint.bold(title)}\n  No ${many} found${askedWords(question)}. ${searchedWords(coverage)}\n\n`;
}

function found(
  { title, one, many, command }: Heading,
  { records, total, next }: Answer,
  { options, page }: { readonly options: QuestionOptions; readonly page: Page },
): string {
  const { paint } = page;
  const left = total - records.length;
  return [
    `${paint.bold(paint.underline(title))} ${paint.dim(count(total, one, many))}`,
    ...records.flatMap((record) => recordLines(record, page)),
    ...(left === 0
      ? []
      : options.top !== undefined
        ? [paint.dim(`  … and ${grouped(left)} more: ${commandLine(command, { ...options, top: undefined })}`), '']
        : next === null
          ? []
          : [paint.dim(`  next page: ${commandLine(command, { ...options, after: next })}`), '']),
    '',
  ].join('\n');
}

/** What was asked for, in words. */
export function askedWords({ actors, status, type, band, source, since, until }: Question): string {
  const whose = [
    ...actors.map(({ name }) => `actor ${visibleLine(name)}`),
    ...(status === null ? [] : [`status ${status}`]),
    ...(type === null ? [] : [`type ${visibleLine(type)}`]),
    ...(band === null ? [] : [`band ${band}`]),
    ...(source === null ? [] : [`source ${visibleLine(source)}`]),
  ];
  return [
    whose.length === 0 ? '' : ` for ${whose.join(', ')}`,
    since === null ? '' : ` since ${since}`,
    until === null ? '' : ` until ${until}`,
  ].join('');
}

/** What an answer was drawn from: reports, their dates and publishers, claims; what was refused or rejected. */
export function searchedWords({
  reports,
  earliest,
  latest,
  undated,
  publishers,
  claims,
  rejected,
  refused,
}: Coverage): string {
  const dates = earliest === null || latest === null ? '' : ` of ${dayWords(earliest)} to ${dayWords(latest)}`;
  return [
    `Searched: ${count(reports, 'report')}${dates}`,
    ...(undated === 0 ? [] : [`${grouped(undated)} without a date`]),
    ...(publishers === 0 ? [] : [count(publishers, 'publisher')]),
    count(claims, 'claim'),
    ...(rejected === 0 ? [] : [`${count(rejected, 'rejected record')} not shown (--rejected shows them)`]),
    ...(refused === 0 ? [] : [`${count(refused, 'refused input')} not searched`]),
  ].join(', ');
}

/** A command with all that narrows it. */
export function commandLine(command: string, options: { readonly [name: string]: unknown }): string {
  const words = Object.entries(options).flatMap(([name, value]) => {
    const flag = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (value === undefined || value === false) return [];
    if (value === true) return [flag];
    return (Array.isArray(value) ? value : [value]).map((one) => `${flag} ${shellWord(String(one))}`);
  });
  return ['chancery', command, ...words].join(' ');
}

/** A value as a shell takes it: in quotation marks unless it is plain. */
const shellWord = (value: string): string =>
  /^[\w./:-]+$/.test(value) ? value : `'${visibleLine(value).replaceAll("'", `'\\''`)}'`;
