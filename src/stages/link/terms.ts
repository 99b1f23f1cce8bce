import { slug } from '../../knowledge/keys.ts';
import type { TermRow, Tables } from '../../knowledge/tables/tables.ts';

/** A term of office; dates are ISO days, months or years. */
export interface Term {
  /** ISO 3166-1 alpha-3; null for bodies above states. */
  readonly country: string | null;
  /** The state or body that it is an office of. */
  readonly owner: string;
  readonly office: string;
  readonly title: string;
  readonly name: string;
  readonly also: readonly string[];
  readonly from: string | null;
  readonly until: string | null;
  readonly wikidata: string | null;
  /** The last day for which the term's source speaks. */
  readonly asOf: string;
}

/** The terms of office of the knowledge, by slugs of names and by office. */
export interface TermTable {
  readonly bySurname: (surname: string) => readonly Term[];
  readonly byName: (name: string) => readonly Term[];
  /** Of a state by its code. */
  readonly byOffice: (country: string, office: string) => readonly Term[];
  /** Of the heads of an organisation. */
  readonly ofHead: (organisation: string) => readonly Term[];
}

/** Opens the tables of terms. */
export function termTable({ term, surname, office }: Tables): TermTable {
  const terms = (numbers: readonly number[] | null): readonly Term[] =>
    (numbers ?? []).flatMap((at) => {
      const row = term(String(at));
      return row === null ? [] : [termOf(row)];
    });
  const bySurname = (key: string): readonly Term[] => terms(surname(key));
  return {
    bySurname,
    byName: (name) =>
      bySurname(name.slice(name.lastIndexOf('-') + 1)).filter((one) =>
        [one.name, ...one.also].some((written) => slug(written) === name),
      ),
    byOffice: (country, which) => terms(office(`${country} ${which}`)),
    ofHead: (organisation) => terms(office(`head:${organisation}`)),
  };
}

const termOf = ([country, owner, office, title, name, also, from, until, wikidata, asOf]: TermRow): Term => ({
  country,
  owner,
  office,
  title,
  name,
  also,
  from,
  until,
  wikidata,
  asOf,
});
