import { contains, overlaps, type Span } from '../../document/span.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { dependent, dependents, hasLabel, nodeAt, subtree } from '../../grammar/phrase.ts';
import { isFinite } from '../../grammar/verb-form.ts';
import { clauseNodes, type Cue } from './cues.ts';
import type { Quotation } from './quotes.ts';
import { nodesIn, outletNamed, quotationAround, quotationsSeenFrom, type Scene } from './scene.ts';

export interface Content {
  /** The words said, in one or more pieces, trimmed. */
  readonly pieces: readonly Span[];
  readonly quoteKind: 'direct' | 'indirect' | 'mixed';
  /** The cue's own clause. */
  readonly clause: Span;
  /** How the words were found, for `because` and for confidence. */
  readonly found: 'clause' | 'parenthesis' | 'beside' | 'quoted-part' | 'object';
}

/** The words that a cue brings; null where there are none to be found. */
export function contentOf(scene: Scene, cue: Cue): Content | null {
  const tree = scene.trees[cue.sentence];
  if (tree === undefined) return null;
  const told = outletBehind(scene, tree, cue);
  const own = ownNodes(scene, tree, cue).filter((at) => at > told);
  const clause =
    cue.form === 'according'
      ? accordingNodes(tree, cue)
      : clauseNodes(tree, cue.node, cue.place.kind === 'host' ? [] : own);
  const clauseSpan = spanOf(tree, clause);
  const raw = rawPieces(scene, tree, cue, own, clause);
  const fitted = raw.map((piece) => fitToQuotations(scene, piece, clauseSpan)).filter((piece) => piece !== null);
  const beside = cue.form === 'verb' ? quotationsBeside(scene, clauseSpan) : [];
  const pieces =
    fitted.length > 0 ? withSecondHalf(fitted, beside, clauseSpan) : cue.place.kind === 'open' ? beside : [];
  if (pieces.length > 0) {
    const found =
      fitted.length === 0
        ? 'beside'
        : cue.place.kind === 'host'
          ? 'parenthesis'
          : cue.place.kind === 'object'
            ? 'object'
            : 'clause';
    return { pieces, quoteKind: kindOf(scene, pieces, clauseSpan), clause: clauseSpan, found };
  }
  const part = cue.word === null ? null : quotedPart(scene, tree, cue);
  return part === null ? null : { pieces: [part], quoteKind: 'mixed', clause: clauseSpan, found: 'quoted-part' };
}

/** The content's nodes, without clauses such as ", he said," and without what the same speaker goes on to say. */
function ownNodes(scene: Scene, tree: Tree, cue: Cue): readonly number[] {
  const nodes = contentNodes(tree, cue);
  if (cue.place.kind === 'host') return nodes;
  const next = scene
    .of(cue.sentence)
    .cues.filter(
      (other) =>
        other.node > cue.node &&
        scene.shared.has(other) &&
        (scene.shared.get(other) === cue || scene.shared.get(other) === scene.shared.get(cue)),
    );
  const end = Math.min(tree.nodes.length, ...next.map(({ node }) => node));
  const asides = scene.asides[cue.sentence];
  const own = nodes.filter((at) => at < end && (scene.shared.has(cue) || asides?.has(at) !== true));
  while (end < tree.nodes.length && own.length > 1 && isLoose(nodeAt(tree, own.at(-1) ?? 0))) own.pop();
  return own;
}

/** What a content cannot end in, once its end was cut off. */
const isLoose = ({ upos, form }: Node): boolean =>
  upos === 'CCONJ' || upos === 'ADV' || upos === 'SCONJ' || /^[,;:.–—-]+$/.test(form);

function contentNodes(tree: Tree, cue: Cue): readonly number[] {
  const { place } = cue;
  if (place.kind === 'open') return [];
  if (place.kind === 'complement') return subtree(tree, place.node);
  if (place.kind !== 'host')
    return Array.from({ length: Math.max(0, place.to - place.from + 1) }, (_, at) => place.from + at);
  const below = new Set(subtree(tree, cue.node));
  return subtree(tree, place.node).filter((at) => !below.has(at));
}

/** "told AFP the bridge fell": the last node of an outlet's name right behind a verb of telling; -1 where there is none. */
function outletBehind(scene: Scene, tree: Tree, cue: Cue): number {
  if (cue.word?.id !== 'tell' || cue.place.kind !== 'following' || cue.place.from > cue.node + 1) return -1;
  const first = tree.nodes[cue.node + 1];
  for (let last = Math.min(cue.node + LONGEST_NAME, cue.place.to); first !== undefined && last > cue.node; last--)
    if (outletNamed(scene, [first.words[0], nodeAt(tree, last).words[1]]) !== null && last >= cue.place.from)
      return last;
  return -1;
}

const LONGEST_NAME = 4;

/** "according to" and the phrase that it introduces, up to the next comma behind it. */
export function accordingNodes(tree: Tree, cue: Cue): readonly number[] {
  const [first = cue.node] = cue.words;
  let last = Math.max(
    ...subtree(tree, cue.node).filter((at) => nodeAt(tree, at).upos !== 'PUNCT' && !isApart(tree, cue.node, at)),
  );
  while (last + 1 < tree.nodes.length && nodeAt(tree, last + 1).upos !== 'PUNCT') last++;
  while (last > cue.node && nodeAt(tree, last).upos === 'PUNCT') last--;
  if (tree.nodes[last + 1]?.form === '(')
    last = tree.nodes.findIndex(({ index, form }) => index > last && form === ')');
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** Clauses that a parser hangs on a name by mistake. */
const isApart = (tree: Tree, top: number, at: number): boolean =>
  at > top && nodeAt(tree, at).head === top && hasLabel(nodeAt(tree, at), 'parataxis', 'ccomp');

const spanOf = (tree: Tree, nodes: readonly number[]): Span => [
  nodeAt(tree, nodes[0] ?? 0).words[0],
  nodeAt(tree, nodes.at(-1) ?? 0).words[1],
];

/** The content's stretches before and behind the cue's clause, as the tree has them. */
function rawPieces(
  scene: Scene,
  tree: Tree,
  cue: Cue,
  own: readonly number[],
  clause: readonly number[],
): readonly Span[] {
  if (cue.place.kind === 'open') return [];
  const first = clause[0] ?? cue.node;
  const last = clause.at(-1) ?? cue.node;
  const left = own.filter((at) => at < first);
  const right = own.filter((at) => at > last);
  const sentence = scene.sentences[cue.sentence]?.words ?? [0, 0];
  const pieces: Span[] = [];
  const parenthetical = cue.place.kind === 'host' || (cue.place.kind === 'complement' && cue.place.node < cue.node);
  if (parenthetical) {
    const ends = cue.form === 'according' && tree.nodes.slice(last + 1).every(({ upos }) => upos === 'PUNCT');
    const whole = ends || (cue.place.kind === 'host' && cue.place.scope === 'sentence');
    const trailing = isTrailing(tree, cue, last, right);
    // What comes last speaks of the whole sentence; what stands within, of its own clause.
    const opening = trailing || whole ? 0 : (subtree(tree, cue.place.node)[0] ?? 0);
    if (opening < first)
      pieces.push([opening === 0 ? sentence[0] : nodeAt(tree, opening).words[0], nodeAt(tree, first - 1).words[1]]);
    if (!trailing && (right.length > 0 || whole)) {
      const next = tree.nodes[last + 1];
      if (next !== undefined) pieces.push([next.words[0], whole ? sentence[1] : spanOf(tree, right)[1]]);
    }
    return pieces;
  }
  if (right.length > 0) {
    const opener = tree.nodes[(right[0] ?? last) - 1]?.form.toLowerCase() ?? '';
    const exact = left.length > 0 || cue.form !== 'verb' || scene.speech.complementisers.has(opener);
    const start = exact ? (right[0] ?? last) : last + 1;
    pieces.push([nodeAt(tree, start).words[0], spanOf(tree, right)[1]]);
  }
  if (left.length > 1 && cue.form === 'verb') pieces.unshift([spanOf(tree, left)[0], nodeAt(tree, first - 1).words[1]]);
  return pieces;
}

/** Nothing of the content follows the cue: the sentence ends, or goes on with "adding that …". */
function isTrailing(tree: Tree, cue: Cue, last: number, right: readonly number[]): boolean {
  const below = new Set(subtree(tree, cue.node));
  const rest = tree.nodes.slice(last + 1).filter(({ upos }) => upos !== 'PUNCT');
  if (tree.nodes[last + 1]?.form === ';') return true;
  if (cue.place.kind === 'host' && cue.place.scope === 'sentence')
    return rest.length === 0 || rest[0]?.xpos === 'VBG' || !rest.some(({ upos }) => upos === 'VERB' || upos === 'AUX');
  return rest.every((node) => below.has(node.index)) || right.every((at) => nodeAt(tree, at).upos === 'PUNCT');
}

/**
 * A piece stretched to the quotations that it cuts, over several sentences where they go so far, kept inside the
 * quotation that the cue stands in, and trimmed. Of "He was firm: “No,”" before a cue only the quotation remains.
 */
function fitToQuotations(scene: Scene, piece: Span, clause: Span): Span | null {
  const seen = quotationsSeenFrom(scene, clause).filter(({ outer }) => !overlaps(outer, clause));
  let [start, end] = trim(scene, piece, true) ?? piece;
  const around = quotationAround(scene, clause);
  if (around !== null) [start, end] = [Math.max(start, around.inner[0]), Math.min(end, around.inner[1])];
  const opening = seen.find(({ outer }) => outer[0] <= start && start < outer[1]);
  const closing = seen.find(({ outer }) => outer[0] < end && end <= outer[1]);
  if (opening !== undefined) start = opening.inner[0];
  if (closing !== undefined) end = Math.max(end, closing.inner[1]);
  // "claimed the plan for the port “did not abide by the law”": the tree stopped at the mark.
  const next =
    start > clause[1]
      ? seen.find(({ outer }) => outer[0] >= end && scene.report.text.slice(end, outer[0]).trim() === '')
      : undefined;
  if (next !== undefined && closing === undefined) end = next.inner[1];
  if (closing !== undefined && closing !== opening && introduces(scene.report.text, closing)) start = closing.inner[0];
  // "told me ‘we will not sail’ and hung up": behind the mark the cue's own sentence goes on.
  if (opening !== undefined && opening !== closing && opening.inner[1] < end && start >= clause[1]) {
    const [next] = nodesIn(scene, [opening.outer[1], end]);
    const spoken = nodesIn(scene, opening.inner).some(isFinite);
    if (spoken && (next?.upos === 'CCONJ' || next?.form === ',')) end = opening.inner[1];
  }
  return start < end ? trim(scene, [start, end], true) : null;
}

const introduces = (text: string, { outer }: Quotation): boolean =>
  /:\s*$/.test(text.slice(Math.max(0, outer[0] - 4), outer[0]));

/** Quotations that touch the cue's clause: “A,” he said, “B” or he said: “B”. Nearest first on each side. */
function quotationsBeside(scene: Scene, clause: Span): readonly Span[] {
  const { text } = scene.report;
  const seen = quotationsSeenFrom(scene, clause);
  const left = seen.find(({ outer }) => outer[1] <= clause[0] && /^[\s,–—-]*$/.test(text.slice(outer[1], clause[0])));
  const right = seen.find(
    ({ outer }) => outer[0] >= clause[1] && /^\s*[,:–—-]?\s*$/.test(text.slice(clause[1], outer[0])),
  );
  const endsSpeech =
    left === undefined || /[,?!…–—-]$/.test(text.slice(...left.inner).trimEnd()) || text[left.outer[1]] === ',';
  return [...(left !== undefined && endsSpeech ? [left] : []), ...(right === undefined ? [] : [right])]
    .map(({ inner }) => trim(scene, inner, false))
    .filter((piece) => piece !== null);
}

/** “A,” he said, “b”: the second half belongs to the same content. */
function withSecondHalf(pieces: readonly Span[], beside: readonly Span[], clause: Span): readonly Span[] {
  const second = beside.find(([start]) => start >= clause[1]);
  if (
    second === undefined ||
    pieces.some((piece) => overlaps(piece, second)) ||
    pieces.some(([start]) => start >= clause[1])
  )
    return pieces;
  return [...pieces, second];
}

/** "accused him of “a cold silence” over the visit": from the first mark to the end of the phrase that it stands in. */
function quotedPart(scene: Scene, tree: Tree, cue: Cue): Span | null {
  const verb = nodeAt(tree, cue.node);
  const others = new Set(otherClauses(tree, cue.node));
  const below = subtree(tree, cue.node, ['conj', 'parataxis', 'nsubj', 'punct']).filter(
    (at) => at > cue.node && !others.has(at),
  );
  const last = below.at(-1);
  if (last === undefined) return null;
  const reach: Span = [verb.words[1], nodeAt(tree, last).words[1]];
  const quoted = quotationsSeenFrom(scene, verb.words).find(
    ({ outer, inner }) => outer[0] >= reach[0] && inner[1] <= reach[1] + 2,
  );
  if (quoted === undefined || isTitle(scene, quoted)) return null;
  const clause = nodesIn(scene, quoted.inner).some(isFinite);
  if (clause) return trim(scene, quoted.inner, false);
  const [head] = headsIn(tree, quoted.inner);
  if (head === undefined) return null;
  const phrase = subtree(tree, head.index, ['conj', 'parataxis']);
  const end = Math.max(
    quoted.inner[1],
    nodeAt(tree, phrase.at(-1) ?? head.index).words[1],
    endOfPhraseBehind(tree, quoted),
  );
  return trim(scene, [quoted.inner[0], end], false);
}

/** Nodes of clauses beside a cue's own that have a subject of theirs: "… after critics branded it “hollow”". */
const otherClauses = (tree: Tree, cue: number): readonly number[] =>
  dependents(tree, cue, 'advcl')
    .filter(({ index }) => dependent(tree, index, 'nsubj') !== null)
    .flatMap(({ index }) => subtree(tree, index));

/** "A Winter in the North": two words and more, all of them but the small ones with a capital. */
function isTitle(scene: Scene, { inner }: Quotation): boolean {
  const words = nodesIn(scene, inner).filter(({ upos }) => ['NOUN', 'PROPN', 'VERB', 'ADJ', 'ADV'].includes(upos));
  return words.length > 1 && words.every(({ form }) => /^\p{Lu}/u.test(form));
}

/** "“a cold silence” over the visit": the phrase behind the mark belongs to it, whatever the tree hangs it on. */
function endOfPhraseBehind(tree: Tree, { outer }: Quotation): number {
  const next = tree.nodes.find(({ words }) => words[0] >= outer[1]);
  if (next === undefined || next.upos !== 'ADP' || next.head < next.index) return outer[1];
  return nodeAt(tree, next.head).words[1];
}

/** Nodes of a stretch whose governor lies outside it. */
const headsIn = (tree: Tree, span: Span): readonly Node[] => {
  const inside = tree.nodes.filter(({ words, upos }) => contains(span, words) && upos !== 'PUNCT');
  const indices = new Set(inside.map(({ index }) => index));
  return inside.filter(({ head }) => !indices.has(head));
};

const MARKS = new Set(['"', '“', '”', "''", '``', '‘', '«', '»', '„']);
const LEADING = new Set([...MARKS, ')', ']', "'", '’', ',', ';', ':', '-', '–', '—', '--', '.']);
const TRAILING = new Set([...MARKS, "'", '’', ',', ';', ':', '-', '–', '—', '--', '.']);

/** Without quotation marks that enclose it, a leading "that" where asked, commas, dashes and the final full stop. */
export function trim(scene: Scene, span: Span, complementiser: boolean): Span | null {
  const nodes = nodesIn(scene, span);
  let first = 0;
  let last = nodes.length - 1;
  const drops = (node: Node | undefined, signs: ReadonlySet<string>): boolean =>
    node !== undefined && signs.has(node.form);
  while (first <= last && drops(nodes[first], LEADING)) first++;
  while (last >= first && (drops(nodes[last], TRAILING) || nodes[last]?.upos === 'CCONJ')) last--;
  const opening = nodes[first];
  const { complementisers, kept } = scene.speech;
  const word = opening?.form.toLowerCase() ?? '';
  if (
    complementiser &&
    opening !== undefined &&
    !hasLabel(opening, 'nsubj', 'det') &&
    complementisers.has(word) &&
    !kept.has(word)
  )
    first++;
  while (first <= last && drops(nodes[first], LEADING)) first++;
  const [from, to] = [nodes[first], nodes[last]];
  if (from === undefined || to === undefined || first > last) return null;
  // A mark whose fellow stays inside belongs to the content: “a cold silence” over the visit.
  const pair = quotationsSeenFrom(scene, [span[0], span[0]]).find(
    ({ outer, inner }) => inner[0] === from.words[0] && outer[1] < to.words[1],
  );
  return [Math.max(span[0], pair === undefined ? from.words[0] : pair.outer[0]), Math.min(span[1], to.words[1])];
}

/** Direct: every piece is a quotation. Mixed: some of it is. */
function kindOf(scene: Scene, pieces: readonly Span[], clause: Span): Content['quoteKind'] {
  const seen = quotationsSeenFrom(scene, clause);
  const isQuoted = (piece: Span): boolean => seen.some(({ outer }) => contains(outer, piece));
  if (pieces.every(isQuoted)) return 'direct';
  return pieces.some((piece) => seen.some(({ outer }) => overlaps(outer, piece))) ? 'mixed' : 'indirect';
}
