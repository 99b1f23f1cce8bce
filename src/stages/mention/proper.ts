import type { Node, Tree } from '../../document/tree.ts';
import { nodeAt } from '../../grammar/phrase.ts';
import type { Known } from '../../knowledge/names.ts';

/** Tokens of a sentence: `from` to `to`, the last left out. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Could this word be part of a proper name, by its tag and spelling? */
export const isNamePart = (node: Node): boolean =>
  /^\p{Lu}/u.test(node.form) &&
  node.upos !== 'DET' &&
  node.upos !== 'PRON' &&
  node.upos !== 'ADP' &&
  node.upos !== 'AUX' &&
  node.upos !== 'CCONJ';

/** Small words and joints inside names: "Vieira de Mello", "Abd al-Aziz". */
const PARTICLE =
  /^(?:[-–'’.]|['’]s|de|da|do|dos|das|del|della|di|du|van|von|der|den|ter|bin|ibn|bint|al|el|ul|ad|as|ben|abu|la|le|y|e)$/;

/**
 * The proper name in the core of a noun phrase: the run of capitalised words that holds the head or follows the title, known
 * names before a common noun left aside ("US soldiers" has none). Null where there is none.
 */
export function properName(
  tree: Tree,
  range: Range,
  head: number,
  given: {
    readonly hits: readonly (Range & { readonly known: readonly Known[] })[];
    readonly title: Range | null;
  },
): Range | null {
  const { hits, title } = given;
  if (title !== null) {
    const after = runFrom(tree, title.to, range.to);
    if (after !== null) return after;
    // "Wang, foreign minister" is two phrases; "Ali Sabry foreign minister" is none: look no further than the title's own head.
    if (title.from <= head && head < title.to) return null;
  }
  const state = hits.find((hit) => hit.known.some(({ actor }) => actor.kind === 'state'));
  const covering = hits.find((hit) => hit.from <= head && head < hit.to);
  const run = runAround(tree, head, range);
  // "Iraq Sergio Vieira de Mello": a state before a full name ends another phrase.
  const whole =
    run !== null &&
    state !== undefined &&
    state.from === run.from &&
    run.to - state.to > 1 &&
    state.to <= head &&
    nodeAt(tree, run.to - 1).label !== 'compound'
      ? { from: state.to, to: run.to }
      : run;
  if (covering !== undefined) {
    const adjectival = covering.known.length > 0 && covering.known.every(({ form }) => form === 'adjective');
    if (adjectival && whole !== null && whole.to > covering.to) return whole;
    const plain = { from: covering.from, to: covering.to };
    if (whole === null || (whole.from >= plain.from && whole.to <= plain.to)) return plain;
    // The known name is part of a longer one ("Paris Hilton"), unless what goes before is a known name or adjective itself.
    const before = { from: whole.from, to: plain.from };
    const explained = before.from >= before.to || hits.some((hit) => hit.from <= before.from && hit.to >= before.to);
    if (!explained && whole.to <= plain.to && nodeAt(tree, before.from).upos !== 'PROPN') return plain;
    return explained && whole.to <= plain.to ? plain : whole;
  }
  if (whole === null) return null;
  // Adjectives of nationality and states' names before the head are no part of its name: "Egyptian Islamic Jihad" is in the knowledge or is not.
  let from = whole.from;
  for (const hit of hits)
    if (hit.from === from && hit.to <= head && hit.known.some(({ form }) => form === 'adjective')) from = hit.to;
  return { from, to: whole.to };
}

/** "Shin-ae": the second half of a name, small behind its hyphen. */
const isTail = ({ nodes }: Tree, at: number): boolean =>
  nodes[at]?.upos === 'PROPN' &&
  /^[-–]$/.test(nodes[at - 1]?.form ?? '') &&
  nodes[at - 1]?.words[1] === nodes[at]?.words[0];

/** The run of name words that begins at a token. */
function runFrom(tree: Tree, from: number, limit: number): Range | null {
  let to = from;
  for (let at = from; at < limit; at++) {
    const node = nodeAt(tree, at);
    if (isNamePart(node) || isTail(tree, at)) to = at + 1;
    else if (!PARTICLE.test(node.form)) break;
  }
  return to > from ? { from, to } : null;
}

/** The run of name words that holds the head; null where the head is a common noun. */
function runAround(tree: Tree, head: number, range: Range): Range | null {
  const node = nodeAt(tree, head);
  if (!isNamePart(node) || (node.upos !== 'PROPN' && head === 0)) return null;
  if (node.upos !== 'PROPN' && node.upos !== 'NOUN' && node.upos !== 'ADJ' && node.upos !== 'X') return null;
  let from = head;
  for (let at = head - 1; at >= range.from; at--) {
    const before = nodeAt(tree, at);
    if (isNamePart(before) && !(at === 0 && before.upos !== 'PROPN')) from = at;
    else if (!PARTICLE.test(before.form)) break;
  }
  return { from, to: runFrom(tree, head, range.to)?.to ?? head + 1 };
}
