import type { StatementClaim } from '../../document/claim.ts';
import { contains, type Span } from '../../document/span.ts';
import type { Node } from '../../document/tree.ts';
import { mix } from '../../tagger/hash.ts';
import { frameOf } from './cue-features.ts';
import type { Sight } from './sight.ts';

/** How the words of a sentence are tied to one cue in it, a number for each word. */
export interface Tie {
  readonly cue: number;
  /** The way from the cue to the word in the tree: how far up, by which link, and by which down. */
  readonly way: readonly number[];
  /** The same, one link further down. */
  readonly further: readonly number[];
  /** The word by which the way goes down from the cue or from above it; -1 for the cue and what stands above. */
  readonly top: readonly number[];
  /** How many links down. */
  readonly depth: readonly number[];
  /** How far above the cue a word stands; -1 for words that do not. */
  readonly height: readonly number[];
  /** What opens the phrase of `top`. */
  readonly opener: readonly number[];
  /** What stands between the cue and the word: commas, a "that", marks of quotation, other cues, the last stop. */
  readonly commas: readonly number[];
  readonly that: readonly number[];
  readonly marks: readonly number[];
  readonly cues: readonly number[];
  readonly stop: readonly number[];
  /** Is the word below another cue, and is it that cue? */
  readonly other: readonly number[];
  /** What the statement of this cue makes of the word: 0 where there is none; source, cue, content, nothing. */
  readonly rule: readonly number[];
  readonly frame: number;
  /** 1 in the passive, 2 with another auxiliary. */
  readonly voice: number;
}

export function tieOf(sight: Sight, cue: number, cues: readonly number[]): Tie {
  const { nodes } = sight;
  const ways = waysFrom(sight, cue);
  const helpers = (nodes[cue]?.children ?? []).map((at) => nodes[at]);
  return {
    cue,
    ...ways,
    ...between(sight, cue, cues),
    other: belowOthers(sight, cue, cues, ways.height),
    rule: ruled(nodes, sight.statements.get(cue) ?? null),
    frame: frameOf(sight, cue),
    voice: helpers.some((it) => it?.label === 'aux:pass') ? 1 : helpers.some((it) => it?.upos === 'AUX') ? 2 : 0,
  };
}

function waysFrom(
  { nodes, label, lemma, upos, first }: Sight,
  cue: number,
): Pick<Tie, 'way' | 'further' | 'top' | 'depth' | 'height' | 'opener'> {
  const count = nodes.length;
  const [way, further, depth, opener] = [zeros(count), zeros(count), zeros(count), zeros(count)];
  const [top, height] = [zeros(count).fill(-1), zeros(count).fill(-1)];
  for (let at = cue, up = 0; at >= 0; at = nodes[at]?.head ?? -1) height[at] = up++;
  const above = label[nodes[cue]?.head ?? -1] ?? 0;
  for (let word = 0; word < count; word++) {
    let [at, below, second, down] = [word, -1, -1, 0];
    for (; (height[at] ?? 0) < 0; down++) {
      second = below;
      below = at;
      at = nodes[at]?.head ?? cue;
    }
    const up = height[at] ?? 0;
    const climbed = up === 0 ? 0 : up === 1 ? (label[cue] ?? 0) : mix(label[cue] ?? 0, above);
    top[word] = below;
    depth[word] = Math.min(down, DEEPEST);
    way[word] = mix(mix(Math.min(up, HIGHEST), climbed), below < 0 ? ITSELF : (label[below] ?? 0));
    further[word] = second < 0 ? (way[word] ?? 0) : mix(way[word] ?? 0, label[second] ?? 0);
    if (below < 0) continue;
    const small = (nodes[below]?.children ?? []).find((it) => OPENERS.has(nodes[it]?.label ?? ''));
    const start = first[below] ?? below;
    opener[word] = mix(small === undefined ? (upos[start] ?? 0) : (lemma[small] ?? 0), label[below] ?? 0);
  }
  return { way, further, top, depth, height, opener };
}

/** A plain list: so short an array costs more to make than to read. */
const zeros = (count: number): number[] => new Array<number>(count).fill(0);

const [DEEPEST, HIGHEST, ITSELF] = [6, 4, 77];
const OPENERS = new Set(['mark', 'case']);

function between(
  { nodes, form }: Sight,
  cue: number,
  others: readonly number[],
): Pick<Tie, 'commas' | 'that' | 'marks' | 'cues' | 'stop'> {
  const count = nodes.length;
  const [commas, that, marks, cues, stop] = [zeros(count), zeros(count), zeros(count), zeros(count), zeros(count)];
  for (const step of [-1, 1]) {
    let [seenCommas, seenThat, seenMarks, seenCues, lastStop] = [0, 0, 0, 0, 0];
    for (let at = cue + step; at >= 0 && at < count; at += step) {
      commas[at] = Math.min(seenCommas, 3);
      that[at] = seenThat;
      marks[at] = Math.min(seenMarks, 3);
      cues[at] = Math.min(seenCues, 2);
      stop[at] = lastStop;
      const node = nodes[at];
      if (node?.form === ',') seenCommas++;
      if (node?.upos === 'PUNCT') lastStop = mix(1, form[at] ?? 0);
      if (node !== undefined && node.label === 'mark' && node.upos === 'SCONJ') seenThat = 1;
      if (/^["“”'‘’]$|^``$|^''$/.test(node?.form ?? '')) seenMarks++;
      if (others.includes(at)) seenCues++;
    }
  }
  return { commas, that, marks, cues, stop };
}

function belowOthers(
  { first, last, nodes }: Sight,
  cue: number,
  cues: readonly number[],
  height: readonly number[],
): readonly number[] {
  const below = zeros(nodes.length);
  for (const other of cues) {
    if (other === cue) continue;
    const sort = (height[other] ?? -1) >= 0 ? 1 : 2;
    for (let at = first[other] ?? other; at <= (last[other] ?? other); at++) below[at] = sort + (at === other ? 2 : 0);
  }
  return below;
}

function ruled(nodes: readonly Node[], statement: StatementClaim | null): readonly number[] {
  if (statement === null) return zeros(nodes.length);
  const source = statement.because.flatMap(({ rule, words }) => (rule === 'source' ? [words] : []));
  const holds = (spans: readonly Span[], node: Node): boolean => spans.some((span) => contains(span, node.words));
  return nodes.map((node) =>
    holds(source, node)
      ? 1
      : statement.cue !== null && contains(statement.cue, node.words)
        ? 2
        : holds(statement.content, node)
          ? 3
          : 4,
  );
}
