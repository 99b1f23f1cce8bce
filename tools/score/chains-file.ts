import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Span } from '../../src/document/span.ts';

/** A text with the words that ascribe something to somebody, by their spans, and which of them stand within what another ascribes. */
export interface Nested {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly Span[];
  /** Pairs of indexes: the inner one and the one within whose content it stands. */
  readonly links: readonly (readonly [inner: number, outer: number])[];
}

interface Unit {
  readonly id: string;
  readonly parent: string;
  readonly relation: string;
  /** Null for a group. */
  readonly words: Span | null;
}

/** Reads files of discourse trees (`*.rs4`, as GUM has them) and folders of these. Throws where there is none. */
export function readNested(path: string): readonly Nested[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.rs4'))
        .sort()
        .map((name) => join(path, name))
    : [path];
  if (files.length === 0) throw new Error(`${path} holds no .rs4 file`);
  return files.map((file) => nestedOf(basename(file, '.rs4'), readFileSync(file, 'utf8')));
}

function nestedOf(id: string, xml: string): Nested {
  const several = new Set([...xml.matchAll(/<rel name="([^"]+)" type="multinuc"/g)].map(([, name]) => name));
  const { text, units } = unitsOf(xml);
  const below = new Map<string, Unit[]>();
  for (const unit of units) below.set(unit.parent, [...(below.get(unit.parent) ?? []), unit]);
  const all = (unit: Unit): readonly Span[] => [
    ...(unit.words === null ? [] : [unit.words]),
    ...(below.get(unit.id) ?? []).flatMap(all),
  ];
  const nucleus = (unit: Unit): readonly Span[] => [
    ...(unit.words === null ? [] : [unit.words]),
    ...(below.get(unit.id) ?? []).filter(({ relation }) => relation === 'span' || several.has(relation)).flatMap(all),
  ];
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const found = units
    .filter(({ relation }) => relation.startsWith('attribution'))
    .flatMap((unit) => {
      const parent = byId.get(unit.parent);
      const [own] = all(unit);
      return parent === undefined || own === undefined ? [] : [{ own, content: nucleus(parent) }];
    });
  const links = found.flatMap((inner, at) =>
    found.flatMap((outer, other) =>
      at !== other && outer.content.some(([start]) => start === inner.own[0]) ? [[at, other] as const] : [],
    ),
  );
  return { id, text, attributions: found.map(({ own }) => own), links };
}

/** The text as print has it, put together from words with blanks between all of them, and where each segment lies in it. */
function unitsOf(xml: string): { readonly text: string; readonly units: readonly Unit[] } {
  let text = '';
  const units = [...xml.matchAll(/<(segment|group) ([^>]*?)(?:\/>|>([^<]*)<\/segment>)/g)].map(
    ([, kind, attributes = '', words = '']): Unit => {
      const value = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(` ${attributes}`)?.[1] ?? '';
      const unit = { id: value('id'), parent: value('parent'), relation: value('relname') };
      if (kind === 'group') return { ...unit, words: null };
      const printed = asPrinted(words);
      const tight = text === '' || /^[,.;:?!)’]/.test(printed) || text.endsWith('(');
      const start = text.length + (tight ? 0 : 1);
      text += `${tight ? '' : ' '}${printed}`;
      return { ...unit, words: [start, text.length] };
    },
  );
  return { text, units };
}

const asPrinted = (words: string): string =>
  words
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replace(/ (n't|n’t|['’](?:s|re|ve|ll|d|m)\b)/g, '$1')
    .replace(/ ([,.;:?!)])/g, '$1')
    .replace(/\( /g, '(')
    .replace(/" ([^"]*[^" ]) ?"/g, '"$1"')
    .trim();
