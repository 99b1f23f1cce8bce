import type { Source } from '../../src/knowledge/knowledge.ts';
import { codesByName, titledName } from './holders-questions.ts';
import type { Travel } from './travels-file.ts';

/** A row of travels as a report would tell it, with what should be read back. */
export interface Told {
  readonly row: Travel;
  /** ISO day of the report: the one after the travel's last. */
  readonly published: string;
  readonly text: string;
  /** The person, who is not named in the text. */
  readonly who: string;
  /** Code of the state travelled to, which is not named as such. */
  readonly to: string;
}

/**
 * Tells rows as reports of one opening sentence and the rest of the remarks: the traveller by state and office ("The Polish prime
 * minister"), the row's own first clause, its first town, its days as weekdays or without their year. Null where the row is out of
 * scope: it has no remarks, no town, a country or an office that the knowledge has not, or a trip that did not come about.
 */
export function teller(know: Source): (row: Travel) => Told | null {
  const codes = codesByName(know);
  const adjectives = new Map(know['actors/states'].map(({ id, adjectives: [first] }) => [id, first ?? null] as const));
  return (row) => {
    const country = codes(row.country);
    const visitor = row.role === 'visitor' ? titledName(row.who) : null;
    const from = country === null ? null : row.role === 'visitor' ? (adjectives.get(country) ?? null) : 'US';
    const office =
      row.role === 'president'
        ? 'president'
        : row.role === 'secretary'
          ? 'secretary of state'
          : (visitor?.title.toLowerCase() ?? null);
    const town = row.role === 'visitor' ? HOST_TOWN : (row.locale?.split(/[,;(]/)[0]?.trim() ?? '');
    if (country === null || from === null || office === null || town === '' || row.remarks === '') return null;
    if (/^(?:Attempted|Was to|Cancell?ed)/.test(row.remarks)) return null;
    const [first, rest] = cut(row.remarks.replace(/^Also (?<verb>\w)/, (_, verb: string) => verb.toUpperCase()));
    const lead = `The ${from} ${office} ${act(first, { town, when: days(row) })}.`;
    return {
      row,
      published: shift(row.to, 1),
      text: rest === '' ? lead : `${lead} ${rest}`,
      who: visitor?.name ?? row.who,
      to: row.role === 'visitor' ? HOST : country,
    };
  };
}

/** The state that foreign leaders visit in these lists. */
const HOST = 'USA';
const HOST_TOWN = 'Washington';

/** The first clause and what follows it: "Official visit; met with the mayor." */
function cut(remarks: string): readonly [first: string, rest: string] {
  const stop = /^(?<first>.*?[^.\s][^.\s])[.;](?:\s+(?<rest>\S.*))?$/.exec(remarks)?.groups;
  const rest = stop?.['rest'] ?? '';
  return [stop?.['first'] ?? remarks.replace(/[.;]+$/, ''), rest.slice(0, 1).toUpperCase() + rest.slice(1)];
}

/** Verbs keep their clause, with the town where it has none; what is a noun was done there: "was in Oslo for a working visit". */
function act(first: string, { town, when }: { readonly town: string; readonly when: string }): string {
  const clause = /^[A-Z][a-z]/.test(first) ? first.slice(0, 1).toLowerCase() + first.slice(1) : first;
  if (!PAST.test(clause)) {
    const visit = /^(?<kind>.*?\bvisit)\b(?<more>.*)$/i.exec(clause)?.groups;
    if (visit !== undefined) {
      const kind = (visit['kind'] ?? '').toLowerCase();
      return `paid ${article(kind)} to ${town} ${when}${visit['more'] ?? ''}`;
    }
    if (!/^(?:\w+ )?(?:meeting|summit|talks|conference)\b/i.test(clause)) return `was in ${town} for ${clause} ${when}`;
    return act(
      `held ${article(clause.toLowerCase().startsWith('summit meeting') ? `summit${clause.slice(6)}` : clause)}`,
      { town, when },
    );
  }
  const cut = clause.search(GOES_ON);
  const [done, more] = cut < 0 ? [clause, ''] : [clause.slice(0, cut), clause.slice(cut)];
  const placed = town === HOST_TOWN && /\b(?:in|at|to) (?:the )?[A-Z]/.test(done);
  return placed ? `${done} ${when}${more}` : `${done} in ${town} ${when}${more}`;
}

const article = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`;

/** "met with", "accompanied". */
const PAST = /^(?:\w+ed|met|led|held|gave|spoke|took)\b/;
/** Where a reporter would put place and day: before a further act, an aim or a circumstance. */
const GOES_ON =
  / (?:(?:and|while|during|en route|after|before|following|as part of) (?:[a-z]+ed|met|delivered|gave|led|[a-z]+ing|a|an|the|to)\b|en route|to (?!the |a |an |[A-Z])[a-z]+)/;

/** "on Tuesday", "from Monday to Wednesday", "from 3 to 12 May"; long stays by dates, half of the others by weekdays. */
function days({ id, from, to }: Travel): string {
  const weekdays = Number(id) % 2 === 0 && between(from, to) < 5;
  if (from === to) return weekdays ? `on ${weekday(from)}` : `on ${monthDay(from)}`;
  if (weekdays) return `from ${weekday(from)} to ${weekday(to)}`;
  return `from ${from.slice(0, 7) === to.slice(0, 7) ? String(Number(from.slice(8))) : monthDay(from)} to ${monthDay(to)}`;
}

const format = (iso: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }).format(Date.parse(iso));
const weekday = (iso: string): string => format(iso, { weekday: 'long' });
const monthDay = (iso: string): string => format(iso, { day: 'numeric', month: 'long' });
const DAY = 86_400_000;
const between = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY;
const shift = (iso: string, by: number): string => new Date(Date.parse(iso) + by * DAY).toISOString().slice(0, 10);
