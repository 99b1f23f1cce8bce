// Bulk knowledge is laid out when it is compiled and looked up where it lies: a reader that starts builds no index of it.
// The file: a power of two, the number of slots; the slots, each the hash of a line's beginning and the byte where it lies (0: free);
// lines of ASCII, "table/key TAB row" with the row in JSON. Numbers are of 32 bits, little-endian. A line has the slot that its
// beginning hashes to, or the next free one. Lines are read one by one, as they are asked for: few of them ever are.

import type { Actor } from '../../document/claim.ts';
import type { PlaceSort } from '../../document/reading.ts';
import { foldedHash } from '../../hash.ts';
import type { Organisation } from '../organisations.ts';

/** What each table holds of a key. */
export interface Rows {
  /** Every actor by its id. */
  readonly actor: Actor;
  /** Wikidata ids of states, bodies and outlets, by their ids. */
  readonly wikidata: string;
  /** What sort of thing a body is, by its id: "party", "igo" … */
  readonly 'sort of body': Organisation['kind'];
  /** The body that a body belongs to, by their ids. */
  readonly 'part of': string;
  /** The states that make up a body, or where a people lives, by its id. */
  readonly members: readonly string[];
  /** Outlets by their names in small letters: their country, and what sort of thing they are. */
  readonly outlet: readonly [country: string | null, sort: string];
  /** Names of actors and people by their letters and digits. */
  readonly name: NameRow;
  /** The same names in capitals, as headlines and some datelines have them. */
  readonly capitals: NameRow;
  /** Under no key: the words in small letters with which names begin, letters and digits alone. Few are, of very many. */
  readonly 'small beginnings': readonly string[];
  /** Places by the words of their names: the largest first. */
  readonly place: readonly PlaceRow[];
  /** How many words the longest name of a place has that begins with a word; only where they are several. */
  readonly 'place from': number;
  /** The largest place of a name in small letters: its country, and its hours east of Greenwich. */
  readonly town: readonly [country: string, utc: number];
  /** Areas by their names in small letters: the country of an area that is one country's, and what sort of thing it is. */
  readonly area: readonly [country: string | null, sort: string];
  /** Terms of office by their numbers. */
  readonly term: Term;
  /** Numbers of terms by the slug of what may be the holder's surname. */
  readonly surname: readonly number[];
  /** Numbers of terms by office: of states "FRA foreign-minister", of bodies "head:" with the body's id. */
  readonly office: readonly number[];
  /** How many terms somebody of this first name has held; only where they are several. */
  readonly given: number;
}

/**
 * What begins with a word, and what a whole name means: letters and digits of the longest name that begins with it (0: none);
 * is the name several words ("Pakistan is" is not "Pakistanis")?; what it means.
 */
export type NameRow = readonly [reach: number, several: boolean, known: readonly Meaning[]];

/** How a name means whom; of people the id is the name. */
export type Meaning = readonly [form: 'name' | 'adjective' | 'demonym' | 'metonym', sort: string, id: string];

/** What a name may mean; people are counted where somebody counted them. */
export type PlaceRow = readonly [
  name: string,
  sort: PlaceSort,
  /** ISO 3166-1 alpha-3; null for an area that is not one country's. */
  country: string | null,
  /** The state or province that it is or lies in, by its code in GeoNames: "US.TX". */
  division: string | null,
  /** Of what is wider than a town, a point in its middle. */
  coordinates: readonly [latitude: number, longitude: number] | null,
  population: number | null,
];

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

/** Each table as a look-up by key; null where it has no such row. */
export type Tables = { readonly [Table in keyof Rows]: (key: string) => Rows[Table] | null };

export type Entry = { readonly [Table in keyof Rows]: readonly [Table, key: string, row: Rows[Table]] }[keyof Rows];

/** Lays tables out as one file. Throws where a key stands twice in a table. */
export function layOut(entries: readonly Entry[]): Uint8Array {
  const lines = new Map<string, string>();
  for (const [table, key, row] of entries) {
    const start = address(table, key);
    if (lines.has(start)) throw new Error(`a key stands twice in a table: ${start.trimEnd()}`);
    lines.set(start, ascii(JSON.stringify(row)));
  }
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
  const count = 1 << Math.ceil(Math.log2(Math.max(1, sorted.length) * ROOM));
  const head = 4 + count * SLOT;
  const text = sorted.map(([start, row]) => `${start}${row}\n`).join('');
  const file = new Uint8Array(head + text.length);
  file.set(new TextEncoder().encode(text), head);
  const view = new DataView(file.buffer);
  view.setUint32(0, count, true);
  let at = head;
  for (const [start, row] of sorted) {
    const sum = foldedHash(start);
    let slot = sum & (count - 1);
    while (view.getUint32(4 + slot * SLOT + 4, true) !== 0) slot = (slot + 1) & (count - 1);
    view.setUint32(4 + slot * SLOT, sum, true);
    view.setUint32(4 + slot * SLOT + 4, at, true);
    at += start.length + row.length + 1;
  }
  return file;
}

/** Bytes of a slot. */
const SLOT = 8;

/** At least so many slots a line. */
const ROOM = 1.3;

/** The bytes of a file from one on: so many, or as many as are left. */
export type ReadAt = (from: number, length: number) => Uint8Array;

/** Opens tables for look-ups. @param file what layOut made */
export function openTables(file: ReadAt): Tables {
  const slots = file(4, viewOf(file(0, 4)).getUint32(0, true) * SLOT);
  const open = <T extends keyof Rows>(table: T) => lookUp<Rows[T]>({ slots: viewOf(slots), file }, table);
  return {
    actor: open('actor'),
    wikidata: open('wikidata'),
    'sort of body': open('sort of body'),
    'part of': open('part of'),
    members: open('members'),
    outlet: open('outlet'),
    name: open('name'),
    capitals: open('capitals'),
    'small beginnings': open('small beginnings'),
    place: open('place'),
    'place from': open('place from'),
    town: open('town'),
    area: open('area'),
    term: open('term'),
    surname: open('surname'),
    office: open('office'),
    given: open('given'),
  };
}

/** Answers that are kept, by table: words come again and again. When they are too many, all are forgotten. */
const KEPT = 16_384;

interface File {
  readonly slots: DataView;
  readonly file: ReadAt;
}

function lookUp<Row>(tables: File, table: string): (key: string) => Row | null {
  const kept = new Map<string, Row | null>();
  return (key) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const row = rowAt(tables, address(table, key));
    const found = row === null ? null : (JSON.parse(row) as Row);
    if (kept.size === KEPT) kept.clear();
    kept.set(key, found);
    return found;
  };
}

function rowAt({ slots, file }: File, wanted: string): string | null {
  const sum = foldedHash(wanted);
  const last = slots.byteLength / SLOT - 1;
  for (let slot = sum & last; ; slot = (slot + 1) & last) {
    const at = slots.getUint32(slot * SLOT + 4, true);
    if (at === 0) return null;
    if (slots.getUint32(slot * SLOT, true) !== sum) continue;
    const line = lineAt(file, at);
    if (line.startsWith(wanted)) return line.slice(wanted.length);
  }
}

/** Most lines are shorter; a longer one is read in several goes. */
const LINE = 512;

function lineAt(file: ReadAt, at: number): string {
  for (let length = LINE; ; length *= 4) {
    const bytes = file(at, length);
    const end = bytes.indexOf(10);
    if (end >= 0) return DECODER.decode(bytes.subarray(0, end));
  }
}

const DECODER = new TextDecoder();

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const address = (table: string, key: string): string => `${table}/${PLAIN.test(key) ? key : escaped(key)}\t`;

const PLAIN = /^[ !#-[\]-~]*$/;

const escaped = (key: string): string => ascii(JSON.stringify(key).slice(1, -1));

/** JSON with nothing but ASCII, which is read without decoding. */
export const ascii = (json: string): string =>
  json.replace(/[\x7f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
