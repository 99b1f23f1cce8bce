import type { Node, Tree } from '../../document/tree.ts';
import { dependent, dependents, hasLabel, nodeAt, subtree } from '../../grammar/phrase.ts';
import { isFinite, verbForm } from '../../grammar/verb-form.ts';
import type { Speech } from '../../languages/speech.ts';
import { isNominal } from './nodes.ts';

/** The stretch of nodes that follows a cue as its content, both ends included, and its head. */
export interface Following {
  readonly node: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The clause that a verb of saying takes, where it stands behind the verb. Its beginning is told by "that" rather than by
 * the tree where there is one, for parsers hang such clauses on the one spoken to ("told the reporters that …") or on the
 * paper ("said in a statement that …"); its end is the end of the verb's own clause.
 */
export function followingClause(tree: Tree, node: Node, complement: number | null, speech: Speech): Following | null {
  const that = thatAfter(tree, node, speech);
  if (that !== null) {
    const head = headBehind(tree, that);
    if (head !== null) return { node: head, from: that.index, to: endOf(tree, node, head, speech) };
  }
  if (complement !== null && complement > node.index) {
    const subject = strandedSubject(tree, node, complement);
    const below = subtree(tree, subject ?? complement).filter(
      (at) => at > node.index && nodeAt(tree, at).upos !== 'PUNCT',
    );
    return { node: complement, from: below[0] ?? complement, to: endOf(tree, node, complement, speech) };
  }
  // "adding the pact had never been kept": the parser made the content the governor of its cue.
  const above = node.head > node.index ? nodeAt(tree, node.head) : null;
  const lost = complement === null && node.xpos === 'VBG' && above !== null && verbForm(tree, above.index).finite;
  if (lost && !dependents(tree, above.index, 'nsubj').some(({ index }) => index < node.index))
    return { node: above.index, from: node.index + 1, to: Math.max(...subtree(tree, above.index)) };
  return complement === null ? bareClause(tree, node) : null;
}

/** What a verb of saying takes as its object, with the phrases behind it: "claimed responsibility for the attack". */
export const followingObject = (tree: Tree, node: Node, object: Node, speech: Speech): Following => ({
  node: object.index,
  from: subtree(tree, object.index).find((at) => at > node.index) ?? object.index,
  to: endOf(tree, node, object.index, speech),
});

/**
 * "said reports that the port had been shut were false", "said critics who call it cruel have not read it": parsers take the
 * subject of a clause for the verb's object where it is long. A finite clause without a subject has none but that.
 */
function strandedSubject(tree: Tree, node: Node, complement: number): number | null {
  if (dependent(tree, complement, 'nsubj', 'csubj', 'expl') !== null || !verbForm(tree, complement).finite) return null;
  const object = dependents(tree, node.index, 'obj', 'ccomp').find(({ index }) => index > node.index);
  return object !== undefined && isNominal(object) && object.index < complement ? object.index : null;
}

/** At most so many words of a subject. */
const SUBJECT = 8;

/** "promising the pact would hold", where the tree saw no clause: a noun phrase right behind the verb, then a finite verb. */
function bareClause(tree: Tree, node: Node): Following | null {
  if (node.xpos !== 'VBG') return null;
  const behind = tree.nodes.slice(node.index + 1, node.index + 2 + SUBJECT);
  const at = behind.findIndex(isFinite);
  const subject = behind.slice(0, at);
  const plain = subject.every(({ upos, xpos }) => NOMINAL.has(upos) || xpos === 'POS');
  if (at < 1 || !plain) return null;
  const verb = behind[at];
  if (verb === undefined) return null;
  const head = verb.upos === 'AUX' && verb.head > verb.index ? verb.head : verb.index;
  return { node: head, from: node.index + 1, to: Math.max(...subtree(tree, head)) };
}

const NOMINAL = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'NUM']);

/** At most so many words between a cue and its "that": "told a news conference in the capital late on Monday that". */
const REACH = 20;

function thatAfter(tree: Tree, node: Node, speech: Speech): Node | null {
  for (const next of tree.nodes.slice(node.index + 1, node.index + REACH)) {
    if (isFinite(next) || (next.upos === 'PUNCT' && !/^[,()[\]–-]$/.test(next.form)) || next.upos === 'CCONJ')
      return null;
    const after = tree.nodes[next.index + 1];
    const right =
      next.index === node.index + 1 && after !== undefined && !['AUX', 'VERB', 'PUNCT'].includes(after.upos);
    if (right && speech.complementisers.has(next.form.toLowerCase())) return next;
    const opens =
      speech.complementisers.has(next.form.toLowerCase()) && next.xpos !== 'DT' && !hasLabel(next, 'nsubj', 'det');
    if (!opens) continue;
    const noun = tree.nodes[next.index - 1];
    const ofNoun =
      noun !== undefined &&
      noun.index > node.index &&
      speech.nouns.has(noun.lemma) &&
      hasLabel(noun, 'obj', 'ccomp', 'nsubj');
    return ofNoun ? null : next;
  }
  return null;
}

/** The head of the clause that a "that" opens. */
function headBehind(tree: Tree, that: Node): number | null {
  if (that.head > that.index && that.label === 'mark') return that.head;
  const verb = tree.nodes.find((node) => node.index > that.index && isFinite(node));
  if (verb === undefined) return null;
  return verb.upos === 'AUX' && verb.head > that.index ? verb.head : verb.index;
}

/** Where a content ends that runs from its head: at the end of the cue's clause, before what goes on with the cue's subject. */
function endOf(tree: Tree, cue: Node, head: number, speech: Speech): number {
  const governed = subtree(tree, cue.index);
  let end = Math.max(...subtree(tree, head), ...(governed.includes(head) ? governed : []));
  if (cue.head < 0) end = tree.nodes.length - 1;
  const cut = (at: number): void => {
    const [first = at] = subtree(tree, at);
    end = Math.min(end, first - 1);
  };
  for (const child of dependents(tree, cue.index, 'conj', 'parataxis', 'advcl', 'obl'))
    if (child.index > head && !subtree(tree, child.index).includes(head) && isOfCue(tree, child, speech))
      cut(child.index);
  for (const later of tree.nodes.slice(head + 1, end + 1)) if (isBackground(tree, later, speech)) cut(later.index);
  while (end > head && (/^[,;:.–—-]+$/.test(nodeAt(tree, end).form) || nodeAt(tree, end).upos === 'CCONJ')) end--;
  return end;
}

/** Of what hangs on a cue behind its content: another act of the speaker, or the occasion. The rest is content after all. */
function isOfCue(tree: Tree, child: Node, speech: Speech): boolean {
  // "says that he is tired, but that he will stay": what a second "that" opens was said as well.
  if (
    hasLabel(child, 'conj') &&
    dependents(tree, child.index, 'mark').some((it) => speech.complementisers.has(it.lemma))
  )
    return false;
  if (hasLabel(child, 'conj', 'parataxis')) return true;
  const [first = child.index] = subtree(tree, child.index);
  if (tree.nodes[first]?.form === ',' || tree.nodes[first - 1]?.form === ',') return true;
  if (child.label === 'advcl') return child.xpos === 'VBG' && dependent(tree, child.index, 'nsubj') === null;
  const channel = speech.channelOf(tree.nodes, child.index);
  return channel !== null && channel !== 'anonymous' && channel !== 'document';
}

/** "said the deal was dead as he criticised …": what the speaker did meanwhile is no part of the words. */
function isBackground(tree: Tree, node: Node, speech: Speech): boolean {
  if (node.label !== 'advcl' || !speech.verbs.has(node.lemma)) return false;
  const opener = dependents(tree, node.index, 'mark', 'advmod')[0];
  const subject = dependent(tree, node.index, 'nsubj');
  return opener !== undefined && speech.meanwhile.has(opener.form.toLowerCase()) && subject?.upos === 'PRON';
}
