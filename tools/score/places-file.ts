import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Span } from '../../src/document/span.ts';
import type { Point } from '../../src/ledger/distance.ts';
import { isUnreadPlace } from './unread.ts';

/** A text with the toponyms that people marked in it; `at` is null where they gave no point. */
export interface Marked {
  readonly id: string;
  readonly text: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly toponyms: readonly { readonly words: Span; readonly at: Point | null }[];
  /** What the set marks beside names that stand alone. */
  readonly marks: 'names' | 'names, peoples and names within names';
  /** One report in five is kept unread by those who work on the program. */
  readonly unread: boolean;
}

/**
 * Reads GeoVirus (Gritta, Pilehvar & Collier 2018) and the Local-Global Lexicon (Lieberman, Samet & Sankaranarayanan 2010), each one file of
 * XML, or folders of them. Throws where a file is neither, or where the words at a toponym's offsets are not its name.
 */
export function readMarked(path: string): readonly Marked[] {
  if (statSync(path).isDirectory())
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.xml'))
      .sort()
      .flatMap((name) => readMarked(join(path, name)));
  const xml = readFileSync(path, 'utf8');
  const articles = [...xml.matchAll(/<article(?: docid="(?<id>\d+)")?>(?<inside>.*?)<\/article>/gs)];
  if (articles.length === 0) throw new Error(`${path}: no articles; GeoVirus.xml or lgl.xml was expected`);
  return articles.map(({ groups = {} }) => {
    const [inside, id] = [groups['inside'] ?? '', groups['id']];
    const read = id === undefined ? ofGeoVirus(inside) : ofLgl(inside, id);
    for (const { words, name } of read.toponyms)
      if (read.text.slice(...words) !== name)
        throw new Error(`${path}: ${read.id}: "${name}" does not stand at ${words.join('-')}`);
    return read;
  });
}

type Named = Omit<Marked, 'toponyms'> & {
  readonly toponyms: readonly (Marked['toponyms'][number] & { name: string })[];
};

/** Offsets count from one. Several articles are paragraphs of one source: all are unread, or none. */
function ofGeoVirus(xml: string): Named {
  const url = field(xml, 'source') ?? '';
  return {
    id: url.replace(/^.*\//, ''),
    text: field(xml, 'text') ?? '',
    publisher: null,
    url,
    toponyms: parts(xml, 'location').flatMap((one) => {
      const [name, start, end] = [field(one, 'name'), field(one, 'start'), field(one, 'end')];
      return name === null || start === null || end === null
        ? []
        : [{ name, words: [Number(start) - 1, Number(end) - 1] as const, at: pointOf(one) }];
    }),
    marks: 'names',
    unread: isUnreadPlace(url),
  };
}

function ofLgl(xml: string, id: string): Named {
  return {
    id,
    text: field(xml, 'text') ?? '',
    publisher: field(xml, 'domain'),
    url: field(xml, 'url'),
    toponyms: parts(xml, 'toponym').map((one) => ({
      name: field(one, 'phrase') ?? '',
      words: [Number(field(one, 'start')), Number(field(one, 'end'))],
      at: pointOf(one),
    })),
    marks: 'names, peoples and names within names',
    unread: isUnreadPlace(id),
  };
}

function pointOf(xml: string): Point | null {
  const [lat, lon] = [field(xml, 'lat'), field(xml, 'lon')];
  return lat === null || lon === null ? null : [Number(lat), Number(lon)];
}

const parts = (xml: string, tag: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${tag}>(?<inside>.*?)</${tag}>`, 'gs'))].map(({ groups }) => groups?.['inside'] ?? '');

/** The first element of a name inside; null where it is absent or empty. */
function field(xml: string, tag: string): string | null {
  const inside = new RegExp(`<${tag}>(?<inside>.*?)</${tag}>`, 's').exec(xml)?.groups?.['inside'] ?? '';
  const cdata = /^<!\[CDATA\[(?<text>.*)\]\]>$/s.exec(inside)?.groups?.['text'];
  const text = cdata ?? unescaped(inside);
  return text === '' ? null : text;
}

const unescaped = (xml: string): string =>
  xml
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
