import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A row of the State Department's lists of travels (XML, to 2009). */
export interface Travel {
  readonly id: string;
  /** Who travels: the president or secretary of state of the United States abroad, or a foreign leader to them. */
  readonly role: 'president' | 'secretary' | 'visitor';
  /** As written: "Jimmy Carter", "Prime Minister Ehud Barak". */
  readonly who: string;
  /** The country travelled to; of a visitor the country that he or she comes from. */
  readonly country: string;
  /** "London, Newcastle"; null where the row has none, as of visitors. */
  readonly locale: string | null;
  /** ISO days, both inclusive. */
  readonly from: string;
  readonly to: string;
  readonly remarks: string;
}

/** Every row of a folder with `president-travels`, `secretary-travels` and `foreign-leader-visits`; rows without dates are left out. */
export function travelsIn(folder: string): readonly Travel[] {
  return ['foreign-leader-visits', 'president-travels', 'secretary-travels'].flatMap((part) =>
    readdirSync(join(folder, part))
      .filter((file) => file.endsWith('.xml'))
      .sort()
      .flatMap((file) => rowsOf(readFileSync(join(folder, part, file), 'utf8'))),
  );
}

const rowsOf = (xml: string): readonly Travel[] =>
  [...xml.matchAll(/<(?:visit|trip)\b[^>]*>(?<row>.*?)<\/(?:visit|trip)>/gs)]
    .map(({ groups }) => travelOf(groups?.['row'] ?? ''))
    .filter(({ from, to }) => from !== '' && to !== '');

function travelOf(row: string): Travel {
  const field = (name: string): string =>
    plain(new RegExp(`<${name}\\b[^>]*>(?<text>.*?)</${name}>`, 's').exec(row)?.groups?.['text'] ?? '');
  const role = field('role');
  const abroad = role === 'president' || role === 'secretary';
  return {
    id: field('id'),
    role: abroad ? role : 'visitor',
    who: field(abroad ? 'name' : 'visitor'),
    country: field(abroad ? 'country' : 'from'),
    locale: field('locale') || null,
    from: field('start-date'),
    to: field('end-date'),
    remarks: field(abroad ? 'remarks' : 'description'),
  };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const plain = (text: string): string =>
  text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
