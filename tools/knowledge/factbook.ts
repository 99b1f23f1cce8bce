import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { States } from './states.ts';

/** What the World Factbook says of the government of one country. */
export interface Government {
  /** The file in the Factbook: "europe/fr.json". */
  readonly file: string;
  /** The first of its names. */
  readonly label: string;
  readonly country: string | null;
  /** The text under a heading and what stands under that, without markup; empty where there is none. */
  readonly under: (heading: string, part?: string) => string;
}

/** Reads the government sections (CIA World Factbook, public domain) from a folder. */
export function governmentsIn(folder: string, states: States): readonly Government[] {
  const book = JSON.parse(readFileSync(join(folder, 'factbook_government_sections.json'), 'utf8')) as Book;
  return Object.entries(book).map(([file, section]) => {
    const under = (heading: string, part?: string): string => {
      const found = section[heading];
      const text = part === undefined ? found?.['text'] : found?.[part];
      return plainText(typeof text === 'string' ? text : (text?.text ?? ''));
    };
    const labels = ['conventional short form', 'conventional long form']
      .map((form) => under('Country name', form))
      .filter((name) => name !== '' && !/^none/i.test(name));
    const country = labels.map((label) => codeOf(label, states)).find((code) => code !== null) ?? null;
    return { file, label: labels[0] ?? '', country, under };
  });
}

type Book = Readonly<Record<string, Readonly<Record<string, Section>>>>;
type Section = Readonly<Record<string, string | { readonly text?: string } | undefined>>;

const codeOf = (label: string, states: States): string | null =>
  OTHER_NAMES.get(label) ?? states.codeOf(label.replace(/,.*/, '')) ?? states.codeOf(label);

/** Names that the knowledge does not have, and those whose words before the comma are those of another country. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['Congo (Brazzaville)', 'COG'],
  ['Holy See (Vatican City)', 'VAT'],
  ['DRC', 'COD'],
  ['Burma', 'MMR'],
  ['Korea, North', 'PRK'],
  ['Korea, South', 'KOR'],
  ['Gambia, The', 'GMB'],
  ['Bahamas, The', 'BHS'],
  ["Côte d'Ivoire", 'CIV'],
  ['Virgin Islands', 'VIR'],
  ['Svalbard', 'SJM'],
  ['Falkland Islands (Islas Malvinas)', 'FLK'],
]);

/** Text without tags, and with the letters that entities stand for. */
const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&([A-Za-z])([a-z]+);/g, (all, letter: string, mark: string) => {
      const accent = ACCENTS.get(mark);
      return accent === undefined ? all : (letter + accent).normalize('NFC');
    })
    .replace(/&(\w+);/g, (all, name: string) => ENTITIES.get(name) ?? all)
    .replace(/\s+/g, ' ')
    .trim();

const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['circ', '\u0302'],
  ['uml', '\u0308'],
  ['tilde', '\u0303'],
  ['cedil', '\u0327'],
  ['ring', '\u030a'],
  ['caron', '\u030c'],
]);

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['rsquo', '’'],
  ['lsquo', '‘'],
  ['nbsp', ' '],
  ['quot', '"'],
  ['szlig', 'ß'],
  ['oslash', 'ø'],
  ['Oslash', 'Ø'],
  ['aelig', 'æ'],
  ['AElig', 'Æ'],
]);
