import { join } from 'node:path';
import { claimsOf } from '../../src/claims.ts';
import type { EventClaim } from '../../src/document/claim.ts';
import { makeReport } from '../../src/inputs/report.ts';
import { readKnowledge } from '../../src/knowledge/compile.ts';
import { open } from '../../src/open.ts';
import { packageRoot } from '../../src/package.ts';
import { isUnreadTerm } from './unread.ts';
import type { Score } from './kind.ts';
import { samePerson } from './same-person.ts';
import { travelsIn } from './travels-file.ts';
import { teller, type Told } from './visits-report.ts';

/** The first day from which the knowledge of offices means to be whole. */
const FIRST = '1990-01-01';

const FIELDS = ['traveller', 'country', 'days', 'row'] as const;

/**
 * The State Department's remarks, told as reports of the day after, read back into traveller, country and days. Every row from 1990
 * on is in scope but those that visits-report.ts leaves out. The text has the traveller's state and office and no name, the town and
 * no country, the days without their year. A field is right where some event has it: among its actors the person; as its place
 * (or its host, where it has no place) the country; both days. A row is right where one event has all three. A fifth is unread:
 * its misses are not printed.
 */
export function scoreVisits(paths: readonly string[]): Score {
  const { read, language } = open();
  const know = readKnowledge(join(packageRoot(), 'knowledge'));
  const same = sameIn(know['offices/holders']);
  const tell = teller(know);
  const rows = paths.flatMap(travelsIn).filter(({ from }) => from >= FIRST);
  const results = rows.flatMap((row) => {
    const told = tell(row);
    if (told === null) return [];
    const given = { id: row.id, published: told.published, publisher: null, title: null, url: null, language: 'en' };
    const claims = claimsOf(read(makeReport(told.text, given, language).report));
    const events = claims.filter((claim) => claim.kind === 'event').map((event) => checked(event, told, same));
    return [{ told, unread: isUnreadTerm(row.id), events }];
  });
  const parts = [
    ['president', results.filter(({ told }) => told.row.role === 'president')],
    ['secretary', results.filter(({ told }) => told.row.role === 'secretary')],
    ['visitors', results.filter(({ told }) => told.row.role === 'visitor')],
    ['all', results],
    ['looked at', results.filter(({ unread }) => !unread)],
    ['unread fifth', results.filter(({ unread }) => unread)],
  ] as const;
  const share = (list: readonly Result[], field: (typeof FIELDS)[number]): number =>
    Number(((100 * list.filter((result) => right(result, field)).length) / (list.length || 1)).toFixed(1));
  return {
    json: Object.fromEntries(
      parts.map(([name, list]) => [name, Object.fromEntries(FIELDS.map((field) => [field, share(list, field)]))]),
    ),
    table: [
      `${rows.length} rows from 1990 on, ${results.length} in scope`,
      ...parts.map(([name, list]) =>
        [
          name.padEnd(13),
          ...FIELDS.map((field) => `${field} ${share(list, field).toFixed(1).padStart(5)}`),
          `(${list.length})`,
        ].join('  '),
      ),
    ],
    misses: results.filter((result) => !result.unread && !right(result, 'row')).map(missLine),
  };
}

interface Result {
  readonly told: Told;
  readonly unread: boolean;
  readonly events: readonly Checked[];
}

interface Checked {
  readonly event: EventClaim;
  readonly traveller: boolean;
  readonly country: boolean;
  readonly days: boolean;
}

const right = ({ events }: Result, field: (typeof FIELDS)[number]): boolean =>
  events.some((one) => (field === 'row' ? one.traveller && one.country && one.days : one[field]));

function checked(event: EventClaim, { row, who, to }: Told, same: Same): Checked {
  const { actors, recipients, where, when } = event;
  const country = where?.country ?? recipients.find((one) => one.country !== null)?.country ?? null;
  return {
    event,
    traveller: actors.some(({ name }) => same(who, name)),
    country: country === to,
    days: when?.earliest === row.from && when.latest === row.to,
  };
}

/** Is the one asked for the person of this name, in one of the ways that the knowledge writes it? */
type Same = (asked: string, name: string) => boolean;

function sameIn(terms: readonly { readonly name: string; readonly also: readonly string[] }[]): Same {
  const also = new Map<string, Set<string>>();
  for (const term of terms) also.set(term.name, new Set([...(also.get(term.name) ?? []), ...term.also]));
  return (asked, name) => samePerson(asked, [name, ...(also.get(name) ?? [])]);
}

const missLine = ({ told, events }: Result): string =>
  [
    told.row.id,
    ['traveller', 'country', 'days'].filter((field) => !events.some((one) => one[field as 'days'])).join(' ') ||
      'apart',
    `${told.who}, ${told.to}, ${told.row.from} to ${told.row.to}`,
    told.text,
    ...events.map(
      ({ event }) =>
        `${event.type}/${String(event.mode)} ${event.actors.map(({ name }) => name).join(' & ')} > ${event.recipients.map(({ name }) => name).join(' & ')} @ ${String(event.where?.name)} ${String(event.where?.country)} ${String(event.when?.earliest)} ${String(event.when?.latest)}`,
    ),
  ].join('\t');
