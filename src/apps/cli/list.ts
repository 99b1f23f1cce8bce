import { existsSync } from 'node:fs';
import { STATUSES } from '../../document/claim.ts';
import type { Question } from '../../ledger/filter.ts';
import { dayWords } from '../../outputs/dates.ts';
import { jsonLine } from '../../outputs/json.ts';
import { count, grouped, type Page } from '../../outputs/lines.ts';
import { openSqlite } from '../../store/sqlite.ts';
import type { Coverage } from '../../store/store.ts';
import { dateOption } from './dates.ts';
import { ledgerPath } from './home.ts';
import { recordsOf, SECTIONS, type Section, type Shown } from './records.ts';
import { EXIT, Failure, pageOf, print, say, type Exit } from './streams.ts';

export interface ListOptions {
  readonly ledger?: string;
  readonly actor?: string;
  readonly status?: string;
  readonly since?: string;
  readonly until?: string;
  readonly top?: string;
  readonly json?: boolean;
}

/** `chancery list`: the ledger's views, each record with its words; where nothing is found, what was searched. */
export async function list(what: string, options: ListOptions): Promise<Exit> {
  const question = questionOf(options);
  const top = topOption(options.top);
  const path = ledgerPath(options.ledger);
  if (!existsSync(path)) {
    say(`There is no ledger at ${path} yet: chancery add PATH makes it.`);
    return EXIT.good;
  }
  const store = await openSqlite(path);
  try {
    const sections = (Object.keys(SECTIONS) as Section[]).filter((section) => what === 'all' || what === section);
    const coverage = await store.coverage();
    const page = await pageOf(process.stdout);
    if (coverage.reports === 0) {
      say(`The ledger ${path} holds no reports yet: chancery add PATH`);
      return EXIT.good;
    }
    for (const section of sections) {
      const all = await recordsOf(store, section, question);
      const records = top === null ? all : [...all].sort((a, b) => b.told - a.told).slice(0, top);
      if (options.json === true) for (const { json } of records) await print(`${jsonLine(json)}\n`);
      else await print(sectionText(section, records, { page, coverage, question, more: all.length - records.length }));
    }
    return EXIT.good;
  } finally {
    await store.close();
  }
}

function questionOf({ actor, status, since, until }: ListOptions): Question {
  if (status !== undefined && !(STATUSES as readonly string[]).includes(status))
    throw new Failure(`--status ${status}: no such status; one of ${STATUSES.join(', ')}`, EXIT.usage);
  return {
    actor: actor ?? null,
    status: status ?? null,
    since: dateOption(since, '--since'),
    until: dateOption(until, '--until'),
  };
}

function topOption(top: string | undefined): number | null {
  if (top === undefined) return null;
  if (!/^[1-9]\d{0,5}$/.test(top)) throw new Failure(`--top ${top}: not a number; write it as 10`, EXIT.usage);
  return Number(top);
}

interface Setting {
  readonly page: Page;
  readonly coverage: Coverage;
  readonly question: Question;
  /** How many records are left out. */
  readonly more: number;
}

function sectionText(section: Section, records: readonly Shown[], setting: Setting): string {
  const { page, coverage, question, more } = setting;
  const { title, one, many } = SECTIONS[section];
  if (records.length === 0)
    return `${page.paint.bold(title)}\n  No ${many} found${askedWords(question)}. ${searched(coverage)}\n\n`;
  return [
    `${page.paint.bold(page.paint.underline(title))} ${page.paint.dim(count(records.length + more, one, many))}`,
    ...records.flatMap(({ lines }) => lines(page)),
    ...(more === 0 ? [] : [page.paint.dim(`  … and ${grouped(more)} more: chancery list ${section}`), '']),
    '',
  ].join('\n');
}

function askedWords({ actor, status, since, until }: Question): string {
  const asked = [
    ...(actor === null ? [] : [`actor ${actor}`]),
    ...(status === null ? [] : [`status ${status}`]),
    ...(since === null ? [] : [`since ${since}`]),
    ...(until === null ? [] : [`until ${until}`]),
  ];
  return asked.length === 0 ? '' : ` for ${asked.join(', ')}`;
}

/** What an answer was drawn from: reports, their dates, claims, refusals. */
function searched({ reports, earliest, latest, undated, claims, refused }: Coverage): string {
  const dates = earliest === null || latest === null ? '' : ` of ${dayWords(earliest)} to ${dayWords(latest)}`;
  return [
    `Searched: ${count(reports, 'report')}${dates}`,
    ...(undated === 0 ? [] : [`${grouped(undated)} without a date`]),
    `${count(claims, 'claim')}`,
    ...(refused === 0 ? [] : [`${count(refused, 'refused input')} not searched`]),
  ].join(', ');
}
