import { STATUSES } from '../../document/claim.ts';
import type { Question } from '../../ledger/filter.ts';
import { dayWords } from '../../outputs/dates.ts';
import { jsonLine } from '../../outputs/json.ts';
import { count, grouped, type Page } from '../../outputs/lines.ts';
import { visibleLine } from '../../outputs/visible.ts';
import { lookAtLedger, openSqliteToRead } from '../../store/sqlite.ts';
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
  const sections = sectionsOf(what, question);
  const top = topOption(options.top);
  const path = ledgerPath(options.ledger);
  const lying = lookAtLedger(path);
  if (lying === 'nothing' || lying === 'blank') {
    say(`There is no ledger at ${path} yet: chancery add PATH makes it.`);
    return EXIT.good;
  }
  const store = await openSqliteToRead(path);
  try {
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
      else {
        const left = all.length - records.length;
        const more = left === 0 ? null : { left, command: commandFor(section, options) };
        await print(sectionText(section, records, { page, coverage, question, more }));
      }
    }
    return EXIT.good;
  } finally {
    await store.close();
  }
}

function questionOf({ actor, status, since, until }: ListOptions): Question {
  if (status !== undefined && !(STATUSES as readonly string[]).includes(status))
    throw new Failure(`--status ${status}: no such status; one of ${STATUSES.join(', ')}`, EXIT.usage);
  const [from, to] = [dateOption(since, '--since'), dateOption(until, '--until')];
  if (from !== null && to !== null && from > to)
    throw new Failure(`--since ${from} is later than --until ${to}: no day lies between them`, EXIT.usage);
  return { actor: actor ?? null, status: status ?? null, since: from, until: to };
}

/** The sections asked for; where a status is asked for, those whose records have one. */
function sectionsOf(what: string, { status }: Question): readonly Section[] {
  const asked = (Object.keys(SECTIONS) as Section[]).filter((section) => what === 'all' || what === section);
  const able = status === null ? asked : asked.filter((section) => SECTIONS[section].hasStatus);
  if (able.length === 0)
    throw new Failure(`--status goes with visits, events or all: ${what} have no status`, EXIT.usage);
  return able;
}

function topOption(top: string | undefined): number | null {
  if (top === undefined) return null;
  if (!/^[1-9]\d{0,5}$/.test(top)) throw new Failure(`--top ${top}: not a whole number from 1 to 999999`, EXIT.usage);
  return Number(top);
}

interface Setting {
  readonly page: Page;
  readonly coverage: Coverage;
  readonly question: Question;
  /** How many records are left out, and how to see them; null where all are shown. */
  readonly more: { readonly left: number; readonly command: string } | null;
}

function sectionText(section: Section, records: readonly Shown[], setting: Setting): string {
  const { page, coverage, question, more } = setting;
  const { title, one, many } = SECTIONS[section];
  if (records.length === 0)
    return `${page.paint.bold(title)}\n  No ${many} found${askedWords(question)}. ${searched(coverage)}\n\n`;
  return [
    `${page.paint.bold(page.paint.underline(title))} ${page.paint.dim(count(records.length + (more?.left ?? 0), one, many))}`,
    ...records.flatMap(({ lines }) => lines(page)),
    ...(more === null ? [] : [page.paint.dim(`  … and ${grouped(more.left)} more: ${more.command}`), '']),
    '',
  ].join('\n');
}

function askedWords({ actor, status, since, until }: Question): string {
  const whose = [
    ...(actor === null ? [] : [`actor ${visibleLine(actor)}`]),
    ...(status === null ? [] : [`status ${status}`]),
  ];
  return [
    whose.length === 0 ? '' : ` for ${whose.join(', ')}`,
    since === null ? '' : ` since ${since}`,
    until === null ? '' : ` until ${until}`,
  ].join('');
}

/** The command that shows a whole section, with all that narrows it. */
function commandFor(section: Section, { actor, status, since, until, ledger }: ListOptions): string {
  const options = Object.entries({ actor, status, since, until, ledger }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name} ${shellWord(value)}`],
  );
  return ['chancery list', section, ...options].join(' ');
}

/** A value as a shell takes it: in quotation marks unless it is plain. */
const shellWord = (value: string): string =>
  /^[\w./:-]+$/.test(value) ? value : `'${visibleLine(value).replaceAll("'", `'\\''`)}'`;

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
