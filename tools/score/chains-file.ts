import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Span } from '../../src/document/span.ts';
import { readConllu } from './conllu-file.ts';

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

/** Reads files of discourse trees (`*.rs4`, as GUM has them) and folders of these, each with its treebank in `dep` beside their folder. Throws where there is none. */
export function readNested(path: string): readonly Nested[] {
  const files = statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.rs4'))
        .sort()
        .map((name) => join(path, name))
    : [path];
  if (files.length === 0) throw new Error(`${path} holds no .rs4 file`);
  return files.map((file) => {
    const id = basename(file, '.rs4');
    const treebank = join(dirname(file), '..', 'dep', `${id}.conllu`);
    return nestedOf(id, readFileSync(file, 'utf8'), printOf(readFileSync(treebank, 'utf8')));
  });
}

function nestedOf(id: string, xml: string, print: Print): Nested {
  const several = new Set([...xml.matchAll(/<rel name="([^"]+)" type="multinuc"/g)].map(([, name]) => name));
  const units = unitsOf(xml, print);
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
  return { id, text: print.text, attributions: found.map(({ own }) => own), links };
}

/** The segments and groups of a tree, each segment with its words' place in the text. */
function unitsOf(xml: string, { text, places }: Print): readonly Unit[] {
  let next = 0;
  return [...xml.matchAll(/<(segment|group) ([^>]*?)(?:\/>|>([^<]*)<\/segment>)/g)].map(
    ([, kind, attributes = '', words = '']): Unit => {
      const value = (name: string): string => new RegExp(` ${name}="([^"]*)"`).exec(` ${attributes}`)?.[1] ?? '';
      const unit = { id: value('id'), parent: value('parent'), relation: value('relname') };
      if (kind === 'group') return { ...unit, words: null };
      const first = next;
      next += words.trim().split(/\s+/).length;
      return { ...unit, words: [places[first]?.[0] ?? text.length, places[next - 1]?.[1] ?? text.length] };
    },
  );
}

/** A text as it was printed, and where each of its words stands. */
interface Print {
  readonly text: string;
  readonly places: readonly Span[];
}

/** The text as the treebank keeps it, with its blanks and paragraphs: the trees alone have blanks between all words. */
function printOf(conllu: string): Print {
  let text = '';
  const places: Span[] = [];
  for (const sentence of readConllu(conllu)) {
    if (text !== '') text += sentence.beginsParagraph ? '\n\n' : ' ';
    const start = text.length;
    places.push(...sentence.places.map(([from, to]): Span => [start + from, start + to]));
    text += sentence.text;
  }
  return { text, places };
}
