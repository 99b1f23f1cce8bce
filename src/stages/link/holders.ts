import { slug } from '../../knowledge/keys.ts';
import type { Tables, Term } from '../../knowledge/tables/tables.ts';
import { termTable } from './terms.ts';

/** What the table of office-holders says of a person on a date. */
export interface Held {
  readonly id: string;
  readonly name: string;
  readonly country: string | null;
  readonly sector: string;
  /** The office held on that date: "Foreign Minister of China"; null where none is known then. */
  readonly as: string | null;
  readonly sex: 'male' | 'female' | null;
  /** Offices that the person has held and does so no longer. */
  readonly ended: ReadonlySet<string>;
}

/** Looks up who held which office when. Dates are ISO days; null means that the report has none, and then nothing is known. */
export interface Holders {
  /** A person by full name, or by surname where country or office leave one; null where the table leaves it open. */
  readonly find: (
    name: string,
    asked: { readonly on: string | null; readonly country: string | null; readonly office: string | null },
  ) => Held | null;
  /** Who certainly held an office under a title on a date; null after the table's knowledge ends, and where two did. */
  readonly holderOf: (
    country: string,
    office: string,
    asked: { readonly on: string | null; readonly title: string },
  ) => Held | null;
  /** Who certainly headed an organisation on a date. */
  readonly headOf: (organisation: string, on: string | null) => Held | null;
  /** A head of state or government of that date who alone bears a surname. */
  readonly leader: (surname: string, on: string | null) => Held | null;
  /** Is the whole name one that the table holds? */
  readonly knows: (name: string) => boolean;
  /** Lower-case titles that the bearer of a whole name has held; empty where the table has none of that name. */
  readonly titlesOf: (name: string) => readonly string[];
  /** Is this the first name of somebody in the table? */
  readonly givenName: (word: string) => boolean;
}

const LEADING = new Set(['head-of-state', 'head-of-government']);

/**
 * Opens the tables of holders.
 * @param articled states and bodies that are named with "the"
 * @param styles names of offices that nobody but their holders bears
 */
export function holdersIn(
  tables: Tables,
  { articled, styles }: { readonly articled: ReadonlySet<string>; readonly styles: ReadonlySet<string> },
): Holders {
  const { bySurname, byOffice, ofHead, byName } = termTable(tables);
  const show = (row: Term, on: string | null): Held => ({
    id: slug(row.name),
    name: row.name,
    country: row.country,
    sector: 'GOV',
    as: holds(row, on) ? `${row.title} of ${articled.has(row.owner) ? 'the ' : ''}${row.owner}` : null,
    sex: null,
    ended: endedOffices(byName(slug(row.name)), on),
  });
  // Of a state that has a president nobody is "the king".
  const bears = (row: Term, title: string): boolean => !styles.has(title) || row.title.toLowerCase() === title;
  return {
    find: (name, { on, country, office }) => {
      const whole = name.includes(' ');
      const rows = (whole ? byName(slug(name)) : bySurname(slug(name))).filter(
        (row) => country === null || row.country === country,
      );
      const now = rows.filter((row) => holds(row, on));
      const fitting = now.filter((row) => office === null || row.office === office);
      // A surname alone needs its office, or its country where no office is given.
      const best = whole
        ? (onePerson(fitting) ?? onePerson(now))
        : office !== null
          ? onePerson(fitting)
          : country !== null
            ? onePerson(now)
            : null;
      if (best !== null) return show(best, on);
      const any = whole ? onePerson(rows) : null;
      return any === null ? null : show(any, on);
    },
    holderOf: (country, office, { on, title }) => {
      const row = onePerson(byOffice(country, office).filter((one) => holds(one, on) && bears(one, title)));
      return row === null ? null : show(row, on);
    },
    headOf: (organisation, on) => {
      const row = onePerson(ofHead(organisation).filter((one) => holds(one, on)));
      return row === null ? null : show(row, on);
    },
    leader: (surname, on) => {
      const row = onePerson(bySurname(slug(surname)).filter((one) => LEADING.has(one.office) && holds(one, on)));
      return row === null ? null : show(row, on);
    },
    knows: (name) => name.includes(' ') && byName(slug(name)).length > 0,
    titlesOf: (name) => byName(slug(name)).map(({ title }) => title.toLowerCase()),
    givenName: (word) => tables.given(word) !== null,
  };
}

/** "The president was killed": for a week reports give the office that somebody died in or was driven from. In milliseconds. */
const LATELY = 7 * 86_400_000;

function endedOffices(rows: readonly Term[], on: string | null): ReadonlySet<string> {
  const over = ({ until }: Term): boolean =>
    on !== null &&
    until !== null &&
    on.slice(0, until.length) > until &&
    !(Date.parse(on) - Date.parse(until) < LATELY && until.length === on.length);
  return new Set(
    rows
      .filter(over)
      .map(({ office }) => office)
      .filter((office) => !rows.some((row) => row.office === office && !over(row))),
  );
}

/** Was a term certainly running on a day? A term whose end nobody recorded is certain up to the day its source speaks for. */
function holds(row: Term, on: string | null): boolean {
  if (on === null || row.from === null || row.from > on) return false;
  return row.until === null ? on <= row.asOf : on.slice(0, row.until.length) <= row.until;
}

/** The one person of several rows, heads of state before others; null where they are several. */
function onePerson(rows: readonly Term[]): Term | null {
  const [first, ...others] = [...rows].sort((a, b) => Number(LEADING.has(b.office)) - Number(LEADING.has(a.office)));
  if (first === undefined) return null;
  return others.every((row) => row.name === first.name || (row.wikidata !== null && row.wikidata === first.wikidata))
    ? first
    : null;
}
