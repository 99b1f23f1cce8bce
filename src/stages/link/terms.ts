import { slug } from '../../knowledge/keys.ts';
import type { Tables, Term } from '../../knowledge/tables/tables.ts';

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
    (numbers ?? []).flatMap((at) => term(String(at)) ?? []);
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
