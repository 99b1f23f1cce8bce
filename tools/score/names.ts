import { join } from 'node:path';
import { readFileSync, statSync } from 'node:fs';
import { open } from '../../src/open.ts';
import { parse } from '../../src/stages/parse/parse.ts';
import { sentencesOf } from '../../src/stages/split/split.ts';
import { tokensOf } from '../../src/stages/tokenise/tokenise.ts';
import { bootstrap } from './bootstrap.ts';
import type { Score } from './kind.ts';
import { measure, measureLine, NOTHING, plus, type Tally } from './measure.ts';

/** A sentence with its gold classes of names: "O", "B-person", "I-person" … */
interface Named {
  readonly forms: readonly string[];
  readonly classes: readonly string[];
}

const KINDS = ['person', 'organisation', 'place'] as const;

/** What the sets call the three kinds; all else is left out. */
const CALLED: Readonly<Record<string, (typeof KINDS)[number]>> = {
  per: 'person',
  person: 'person',
  politician: 'person',
  org: 'organisation',
  organisation: 'organisation',
  organization: 'organisation',
  politicalparty: 'organisation',
  loc: 'place',
  location: 'place',
  country: 'place',
  place: 'place',
};

/**
 * Scores the names on trees: exact spans of persons, organisations and places. Reads IOB2 with numbered words (UNER), columns of word
 * and class (CrossNER), and folders of re3d, whose texts the program cuts into words itself. Throws where a path is none of these.
 */
export function scoreNames(paths: readonly string[]): Score {
  const { network, language, know } = open();
  const grow = parse(network, language, know);
  const cut = tokensOf(language);
  const words = (text: string): readonly (readonly Word[])[] =>
    sentencesOf(text, [], language).map((sentence) =>
      cut(text, sentence).map(({ form, words: [from, to] }) => ({ form, from, to })),
    );
  const gold = paths.flatMap((path) => (statSync(path).isDirectory() ? readRe3d(path, words) : readColumns(path)));
  if (gold.length === 0) throw new Error(`no sentences with names in ${paths.join(', ')}`);
  const read = grow({ tokens: gold.map(({ forms }) => forms.map((form) => ({ form, words: [0, 0] }))) });
  const tallies = gold.map(({ forms, classes }, at) => {
    const [wanted, given] = [spansOf(classes), spansOf(read[at]?.nodes.map(({ name }) => name) ?? [])];
    return {
      by: KINDS.map((kind): Tally => tallyOf(wanted, given, kind)),
      misses: missesOf(forms, wanted, given),
    };
  });
  const of = (kind: number): Tally => tallies.map(({ by }) => by[kind] ?? NOTHING).reduce(plus, NOTHING);
  const sums = tallies.map(({ by }) => by.reduce(plus, NOTHING));
  const all = sums.reduce(plus, NOTHING);
  const interval = bootstrap(sums, (some) => measure(some.reduce(plus, NOTHING)).f1);
  return {
    json: { ...measure(all), interval, by: Object.fromEntries(KINDS.map((kind, at) => [kind, measure(of(at))])) },
    table: [
      ...KINDS.map((kind, at) => measureLine(kind, of(at))),
      `${measureLine('all', all)}   ${interval[0]} to ${interval[1]}`,
    ],
    misses: tallies.flatMap(({ misses }) => misses),
  };
}

interface Word {
  readonly form: string;
  readonly from: number;
  readonly to: number;
}

function readColumns(path: string): readonly Named[] {
  const sentences: { forms: string[]; classes: string[] }[] = [];
  let now: { forms: string[]; classes: string[] } | null = null;
  readFileSync(path, 'utf8')
    .split(/\r?\n/)
    .forEach((line, at) => {
      const cells = line.split('\t');
      if (line.trim() === '' || (line.startsWith('# ') && cells.length === 1)) now = null;
      else {
        // A word's number comes before it in UNER's files.
        const [form, kind] = cells.length > 2 ? cells.slice(1) : cells;
        if (form === undefined || kind === undefined || !/^(O|[BI]-\S+)$/.test(kind))
          throw new Error(`${path}:${at + 1}: a word and its class were expected`);
        if (now === null) sentences.push((now = { forms: [], classes: [] }));
        now.forms.push(form);
        const called = CALLED[kind.slice(2).toLowerCase()];
        now.classes.push(called === undefined ? 'O' : kind.slice(0, 2) + called);
      }
    });
  return sentences;
}

interface Entity {
  readonly begin: number;
  readonly end: number;
  readonly type: string;
  readonly documentId: string;
}

/** Mentions that are names: every word but small ones in capitals; of nested ones the longest. */
function readRe3d(folder: string, words: (text: string) => readonly (readonly Word[])[]): readonly Named[] {
  const lines = (name: string): unknown[] =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as unknown);
  const documents = lines('documents.json') as { readonly _id: string; readonly text: string }[];
  const entities = lines('entities.json') as Entity[];
  return documents.flatMap(({ _id: id, text }) => {
    const mine = entities.filter(({ documentId, type }) => documentId === id && type.toLowerCase() in CALLED);
    return words(text).map((sentence) => ({
      forms: sentence.map(({ form }) => form),
      classes: classesOf(sentence, mine),
    }));
  });
}

function classesOf(sentence: readonly Word[], entities: readonly Entity[]): readonly string[] {
  const classes = sentence.map(() => 'O');
  for (const { begin, end, type } of [...entities].sort((a, b) => b.end - b.begin - (a.end - a.begin))) {
    const inside = sentence.flatMap(({ form, from, to }, at) =>
      from >= begin && to <= end && form.toLowerCase() !== 'the' ? [at] : [],
    );
    const [first] = inside;
    const name = inside.every((at) => /^(\p{Lu}|of$|for$|and$|al$|-$)/u.test(sentence[at]?.form ?? ''));
    if (first === undefined || !name || PRONOUNS.has(sentence[first]?.form ?? '')) continue;
    if (inside.some((at) => classes[at] !== 'O')) continue;
    for (const at of inside) classes[at] = `${at === first ? 'B' : 'I'}-${CALLED[type.toLowerCase()] ?? ''}`;
  }
  return classes;
}

const PRONOUNS = new Set(['We', 'They', 'It', 'He', 'She', 'I', 'Our', 'Their', 'His', 'Her', 'Its', 'You']);

/** Spans as "from to kind"; of the three kinds alone. */
function spansOf(classes: readonly string[]): ReadonlySet<string> {
  const spans = new Set<string>();
  for (let at = 0; at < classes.length;) {
    const kind = classes[at]?.slice(2) ?? '';
    const from = at++;
    if (!(KINDS as readonly string[]).includes(kind)) continue;
    while (classes[at] === `I-${kind}`) at++;
    spans.add(`${from} ${at} ${kind}`);
  }
  return spans;
}

function tallyOf(wanted: ReadonlySet<string>, given: ReadonlySet<string>, kind: string): Tally {
  const of = (spans: ReadonlySet<string>): string[] => [...spans].filter((span) => span.endsWith(` ${kind}`));
  return {
    right: of(given).filter((span) => wanted.has(span)).length,
    gold: of(wanted).length,
    predicted: of(given).length,
  };
}

function missesOf(
  forms: readonly string[],
  wanted: ReadonlySet<string>,
  given: ReadonlySet<string>,
): readonly string[] {
  const shown = (span: string, what: string): string => {
    const [from = '0', to = '0', kind = ''] = span.split(' ');
    return `${what} ${kind} "${forms.slice(Number(from), Number(to)).join(' ')}": ${forms.join(' ')}`;
  };
  return [
    ...[...wanted].filter((span) => !given.has(span)).map((span) => shown(span, 'missed')),
    ...[...given].filter((span) => !wanted.has(span)).map((span) => shown(span, 'invented')),
  ];
}
