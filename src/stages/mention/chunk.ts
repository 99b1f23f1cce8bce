import type { Node, Tree } from '../../document/tree.ts';
import { nodeAt } from '../../grammar/phrase.ts';

/** The core of a noun phrase: tokens `from` to `to`, the last left out, around its head. */
export interface Chunk {
  readonly from: number;
  readonly to: number;
  readonly head: number;
}

/** Relations that keep a word inside the phrase of its governor. */
const INNER = new Set([
  'det',
  'amod',
  'compound',
  'nummod',
  'flat',
  'nmod:desc',
  'det:predet',
  'compound:prt',
  'goeswith',
]);

/** Relations that a noun phrase bears to the rest of its clause. */
const NOMINAL = new Set([
  ...['nsubj', 'nsubj:pass', 'nsubj:outer', 'obj', 'iobj', 'obl', 'obl:agent', 'obl:unmarked', 'obl:tmod', 'obl:npmod'],
  ...['nmod', 'nmod:poss', 'nmod:unmarked', 'nmod:npmod', 'appos', 'conj', 'root', 'vocative', 'dislocated', 'xcomp'],
  ...['ccomp', 'advcl', 'parataxis', 'acl:relcl', 'dep', 'list', 'orphan', 'reparandum'],
]);

/**
 * The cores of the noun phrases of a sentence, sorted by their first token. A possessor is a phrase of its own and lies
 * within the one that it determines ("[[Turkey]'s president]"); otherwise the cores are apart.
 */
export function nounChunks(tree: Tree): readonly Chunk[] {
  const found: Chunk[] = [];
  for (const node of tree.nodes) if (isPhraseHead(tree, node)) found.push(...parted(tree, chunkOf(tree, node)));
  return found.sort((a, b) => a.from - b.from || b.to - a.to);
}

function isPhraseHead(tree: Tree, node: Node): boolean {
  if (node.upos === 'NOUN' || node.upos === 'PROPN' || node.upos === 'PRON') return !isInner(node, tree);
  if (node.upos !== 'ADJ' && node.upos !== 'NUM' && node.upos !== 'X' && node.upos !== 'DET') return false;
  // An adjective or number that stands where a noun would: "the wounded", "20 of them".
  return /^(nsubj|obj|iobj|obl|nmod|appos)/.test(node.label) && node.label !== 'obl:unmarked';
}

const isInner = (node: Node, tree: Tree): boolean => {
  if (!INNER.has(node.label))
    return NOMINAL.has(node.label) ? false : node.label !== 'nmod:poss' && node.upos !== 'PROPN';
  const governor = tree.nodes[node.head];
  return governor !== undefined && governor.upos !== 'VERB';
};

function chunkOf(tree: Tree, head: Node): Chunk {
  const inside = new Set<number>([head.index]);
  collect(tree, head, inside);
  let from = head.index;
  while (inside.has(from - 1)) from--;
  let to = head.index + 1;
  while (inside.has(to)) to++;
  // A hyphen or comma at the edge belongs to nothing here.
  while (from < head.index && isEdge(nodeAt(tree, from))) from++;
  while (to > head.index + 1 && nodeAt(tree, to - 1).upos === 'PUNCT') to--;
  return { from, to, head: head.index };
}

/** What opens a clause or a comparison is no part of the phrase: "where all nations", "more than 200 people". */
const isEdge = ({ upos, form }: Node): boolean =>
  upos === 'PUNCT' || upos === 'ADP' || upos === 'ADV' || upos === 'SCONJ' || upos === 'AUX' || form === 'than';

/**
 * A core that holds a second determiner or a noun before "and" is two phrases that the parser took for one: "the Turkish army and
 * Syrian rebels".
 */
function parted(tree: Tree, chunk: Chunk): readonly Chunk[] {
  for (let at = chunk.head - 1; at > chunk.from; at--) {
    const node = nodeAt(tree, at);
    const before = nodeAt(tree, at - 1);
    if (
      node.upos === 'DET' &&
      /^(the|a|an|this|these|those)$/i.test(node.form) &&
      before.upos !== 'PART' &&
      before.upos !== 'DET'
    )
      return [{ ...chunk, from: at }];
    if (node.upos === 'CCONJ' && (before.upos === 'NOUN' || before.upos === 'PROPN') && before.label !== 'amod')
      return [
        { from: chunk.from, to: at, head: at - 1 },
        { ...chunk, from: at + 1 },
      ];
  }
  return [
    nodeAt(tree, chunk.from).upos === 'CCONJ' && chunk.from < chunk.head ? { ...chunk, from: chunk.from + 1 } : chunk,
  ];
}

/** Marks what belongs to the core: inner dependents with all below them, possessors with their "'s". */
function collect(tree: Tree, head: Node, inside: Set<number>): void {
  for (const child of head.children) {
    const node = nodeAt(tree, child);
    if (INNER.has(node.label)) {
      if (node.label === 'amod' || node.label === 'nummod' || node.label === 'compound') wholly(tree, node, inside);
      else {
        inside.add(child);
        collect(tree, node, inside);
      }
    } else if (node.label === 'nmod:poss' && child < head.index) wholly(tree, node, inside);
    else if (node.label === 'punct' && (node.form === '-' || node.form === '–')) inside.add(child);
    else if (node.label === 'advmod' && child < head.index && head.index - child < 3) inside.add(child);
  }
}

/** A modifier goes in with everything below it, but not with a clause or a phrase that follows it. */
function wholly(tree: Tree, node: Node, inside: Set<number>): void {
  inside.add(node.index);
  for (const child of node.children) {
    const below = nodeAt(tree, child);
    // "at least six people"
    if (node.upos === 'NUM' && below.label === 'nmod') continue;
    if (below.label === 'acl:relcl' || below.label === 'parataxis' || below.label === 'appos') continue;
    if (below.label === 'punct' && !/^[-–.]$/.test(below.form)) continue;
    wholly(tree, below, inside);
  }
}
