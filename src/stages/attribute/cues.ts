import type { Node, Tree } from '../../document/tree.ts';
import { dependent, dependents, hasLabel, nodeAt, preposition, subtree } from '../../grammar/phrase.ts';
import { isFinite, isPassive, verbForm } from '../../grammar/verb-form.ts';
import type { CueWord, Speech } from '../../languages/speech.ts';
import { followingClause, followingObject, type Following } from './following.ts';

/** Words that bring what somebody said, and where the tree puts what they bring. */
export interface Cue {
  readonly sentence: number;
  /** The verb, noun or adjective; of "according to", the noun of the source. */
  readonly node: number;
  readonly form: 'verb' | 'noun' | 'adjective' | 'according';
  /** Null where any verb beside a quotation will do. */
  readonly word: CueWord | null;
  /** Nodes of the cue's own words. */
  readonly words: readonly number[];
  readonly place: Place;
}

/** Where the content stands: below the cue, as the clause that the cue interrupts or follows, or nowhere in the tree. */
export type Place =
  | { readonly kind: 'complement'; readonly node: number }
  | ({ readonly kind: 'following' } & Following)
  | ({ readonly kind: 'object' } & Following)
  | { readonly kind: 'host'; readonly node: number; readonly scope: 'sentence' | 'clause' }
  | { readonly kind: 'open' };

/** All cues of a sentence. A verb of no known class is one only with its content still open, for a quotation to fill. */
export function findCues(tree: Tree, sentence: number, speech: Speech): readonly Cue[] {
  const quoted = tree.nodes.some(({ form }) => QUOTE.test(form));
  const found = tree.nodes.flatMap((node) => verbCue(tree, node, speech, quoted) ?? []);
  const taken = new Set(
    found.flatMap(({ place }) => (place.kind === 'complement' || place.kind === 'following' ? [place.node] : [])),
  );
  const others = tree.nodes.flatMap(
    (node) => nominalCue(tree, node, speech, taken) ?? accordingCue(tree, node, speech) ?? [],
  );
  return [...found, ...others].map((cue) => ({ ...cue, sentence }));
}

type Found = Omit<Cue, 'sentence'>;

function verbCue(tree: Tree, node: Node, speech: Speech, quoted: boolean): Found | null {
  if (!node.xpos.startsWith('VB') || node.upos === 'AUX') return null;
  if (hasLabel(node, 'amod', 'compound') && node.xpos !== 'VBG') return null;
  const word = knownVerb(tree, node, speech);
  if ((word === null && !quoted) || !wasSaid(tree, node, speech)) return null;
  const base = { node: node.index, form: 'verb', word, words: [node.index] } as const;
  if (word === null) return verbForm(tree, node.index).finite ? { ...base, place: { kind: 'open' } } : null;
  const aside = word.quoted ? null : asideOf(tree, node, speech);
  if (aside !== null) return { ...base, place: aside };
  const complement = complementOf(tree, node, speech);
  const following = followingClause(tree, node, complement, speech);
  if (word.quoted && isPassive(tree, node.index)) return null;
  if (following !== null) return word.quoted ? null : { ...base, place: { kind: 'following', ...following } };
  if (complement !== null) return word.quoted ? null : { ...base, place: { kind: 'complement', node: complement } };
  if (node.label === 'parataxis' && !word.quoted && verbForm(tree, node.index).finite && !standsApart(tree, node))
    return { ...base, place: { kind: 'host', node: node.head, scope: 'clause' } };
  const object = word.noun === 'statement' && !isPassive(tree, node.index) ? dependent(tree, node.index, 'obj') : null;
  if (object !== null && object.upos !== 'PRON' && object.index > node.index)
    return { ...base, place: { kind: 'object', ...followingObject(tree, node, object, speech) } };
  return { ...base, place: { kind: 'open' } };
}

function knownVerb(tree: Tree, node: Node, speech: Speech): CueWord | null {
  const word = speech.verbs.get(node.lemma.toLowerCase()) ?? null;
  const particle = word?.particle[node.lemma.toLowerCase()];
  // "called off", "put down": with a particle a verb of judging is another verb.
  if (particle === undefined)
    return word?.quoted === true && dependent(tree, node.index, 'compound:prt') !== null ? null : word;
  const has = dependents(tree, node.index, 'compound', 'advmod').some((it) => it.form.toLowerCase() === particle);
  return has ? word : null;
}

/** Not denied, not merely possible, wanted or supposed: "did not say", "may say", "wants to say", "if he says". */
function wasSaid(tree: Tree, node: Node, speech: Speech): boolean {
  const small = dependents(tree, node.index, 'advmod', 'mark', 'aux', 'det', 'cc');
  if (small.some((it) => speech.silent.has(it.lemma) || speech.silent.has(it.form.toLowerCase()))) return false;
  if (dependents(tree, node.index, 'mark').some((it) => speech.conditions.has(it.lemma))) return false;
  const form = verbForm(tree, node.index);
  if (form.modal !== null && !speech.spoken.has(form.modal)) return false;
  if (form.finite || node.xpos === 'VBG' || node.xpos === 'VBN' || node.xpos === 'VBD') return true;
  if (!form.infinitive) return dependent(tree, node.index, 'nsubj') !== null && !isQuestion(tree);
  if (hasLabel(node, 'xcomp')) {
    const head = nodeAt(tree, node.head);
    return speech.implicative.has(head.lemma) && wasSaid(tree, head, speech);
  }
  return node.label === 'advcl';
}

const isQuestion = (tree: Tree): boolean => tree.nodes.at(-1)?.form === '?';

/** The clause that a cue takes. Infinitives and gerunds tell of an act and not of words. */
function complementOf(tree: Tree, node: Node, speech: Speech): number | null {
  const spokenTo = dependents(tree, node.index, 'obj', 'iobj', 'obl');
  const own = [
    ...dependents(tree, node.index, 'ccomp', 'csubj'),
    ...dependents(tree, node.index, 'xcomp', 'advcl', 'acl').filter(
      (it) => isThatClause(tree, it, speech) || (hasLabel(it, 'xcomp') && dependent(tree, it.index, 'nsubj') !== null),
    ),
    // The parser may hang the clause on the one spoken to, or on the paper: "told the reporters that …".
    ...spokenTo.flatMap((it) =>
      dependents(tree, it.index, 'acl', 'ccomp').filter((clause) => opensWithThat(tree, clause, speech)),
    ),
    ...dependents(tree, node.index, 'parataxis', 'dep').filter((it) => it.index > node.index && isAfterColon(tree, it)),
  ].filter(
    (it) =>
      !isBareActivity(tree, it) &&
      !(speech.verbs.has(it.lemma) && it.index > node.index && asideOf(tree, it, speech) !== null),
  );
  return own.find((it) => isThatClause(tree, it, speech))?.index ?? own[0]?.index ?? null;
}

/** "that" opens the clause and is not its subject: even where the tree makes it a relative one. */
function opensWithThat(tree: Tree, clause: Node, speech: Speech): boolean {
  const [first = clause.index] = subtree(tree, clause.index);
  const opener = nodeAt(tree, first);
  return (
    speech.complementisers.has(opener.form.toLowerCase()) &&
    !hasLabel(opener, 'nsubj') &&
    dependent(tree, clause.index, 'nsubj', 'csubj') !== null
  );
}

/** "that" opens the clause; a parser may call it an object, but a clause has no two of them. */
function isThatClause(tree: Tree, node: Node, speech: Speech): boolean {
  const isThat = (it: Node): boolean => speech.complementisers.has(it.form.toLowerCase());
  const objects = dependents(tree, node.index, 'obj');
  return dependents(tree, node.index, 'mark').some(isThat) || (objects.length > 1 && objects.some(isThat));
}

function isBareActivity(tree: Tree, node: Node): boolean {
  if (dependent(tree, node.index, 'nsubj', 'csubj', 'expl', 'cop') !== null) return false;
  const form = verbForm(tree, node.index);
  return !form.finite && (form.infinitive || node.xpos === 'VBG' || node.xpos === 'VB');
}

function isAfterColon(tree: Tree, node: Node): boolean {
  const [first = node.index] = subtree(tree, node.index);
  return tree.nodes
    .slice(Math.max(0, first - 2), first + 2)
    .some((it) => it.form === ':' || /^["“‘«„]$|^``$/.test(it.form));
}

/**
 * A cue behind or within its content: "Talks would go on, he said", "The plan, he said, was dead". Told by the stops around
 * the cue's clause, for parsers hang it in many ways.
 */
function asideOf(tree: Tree, node: Node, speech: Speech): Place | null {
  if (!verbForm(tree, node.index).finite || hasLabel(node, 'acl', 'xcomp')) return null;
  // "left after he said": a clause of time is no aside; "as he said" is one.
  if (dependents(tree, node.index, 'mark').some(({ form }) => form.toLowerCase() !== 'as')) return null;
  const clause = clauseNodes(tree, node.index, []);
  const [first = node.index, last = node.index] = [clause[0], clause.at(-1)];
  const before = tree.nodes[first - 1];
  const after = tree.nodes[last + 1];
  if (first === last || before === undefined || before.upos !== 'PUNCT' || !/[^([;]/.test(before.form)) return null;
  if (isBesidePhrase(tree, node, first)) return null;
  if (!tree.nodes.slice(0, first).some(({ upos }) => upos === 'VERB' || upos === 'AUX' || upos === 'NOUN')) return null;
  const host =
    node.head >= 0 ? node.head : (dependent(tree, node.index, 'ccomp', 'parataxis', 'dep')?.index ?? node.index);
  const rest = tree.nodes.slice(last + 1);
  const next = rest.find(({ upos }) => upos !== 'PUNCT');
  const goesOn = next !== undefined && next.xpos === 'VBG' && speech.verbs.has(next.lemma);
  if (next === undefined || after?.form === ';' || (goesOn && after?.form === ','))
    return { kind: 'host', node: host, scope: 'sentence' };
  const plain =
    rest.every((it) => !isFinite(it) && it.upos !== 'VERB') && !rest.some(({ form }) => /^["“]$/.test(form));
  if (plain && after?.form === ',') return { kind: 'host', node: host, scope: 'sentence' };
  if (after?.form !== ',' || hasLabel(node, 'conj', 'advcl') || next.upos === 'CCONJ') return null;
  return { kind: 'host', node: host, scope: node.head < 0 ? 'sentence' : 'clause' };
}

/** "Talks failed; the envoy denied it": behind a semicolon a clause says something of its own. */
function standsApart(tree: Tree, node: Node): boolean {
  const [low, high] = [Math.min(node.index, node.head), Math.max(node.index, node.head)];
  return tree.nodes.slice(low, high).some(({ form }) => form === ';');
}

/** "According to the paper, Chile agreed", "In Lima, Chile agreed": all that stands before is a phrase of the cue's own clause. */
function isBesidePhrase(tree: Tree, node: Node, first: number): boolean {
  const ahead = tree.nodes.slice(0, first).filter(({ upos }) => upos !== 'PUNCT');
  const tops = ahead.filter(({ head }) => head < 0 || head >= first);
  return (
    tops.length > 0 &&
    tops.every((it) => it.head === node.index && hasLabel(it, 'obl') && preposition(tree, it.index) !== null)
  );
}

function nominalCue(tree: Tree, node: Node, speech: Speech, taken: ReadonlySet<number>): Found | null {
  const noun = node.upos === 'NOUN' || node.xpos.startsWith('NN');
  const word = noun
    ? speech.nouns.get(node.lemma.toLowerCase())
    : node.upos === 'ADJ'
      ? speech.adjectives.get(node.lemma.toLowerCase())
      : undefined;
  if (word === undefined) return null;
  const below = dependents(tree, node.index, 'nmod').flatMap((it) =>
    dependents(tree, it.index, 'acl', 'ccomp').filter((clause) => opensWithThat(tree, clause, speech)),
  );
  const clause = [...dependents(tree, node.index, 'acl', 'ccomp'), ...below, ...extraposed(tree, node)].find(
    (it) =>
      !taken.has(it.index) &&
      isThatClause(tree, it, speech) &&
      dependent(tree, it.index, 'nsubj', 'csubj', 'expl', 'cop') !== null,
  );
  if (clause === undefined) return null;
  const base = { node: node.index, form: noun ? 'noun' : 'adjective', word, words: [node.index] } as const;
  const lost = noun ? mainVerbInside(tree, node, clause) : null;
  if (lost === null) return { ...base, place: { kind: 'complement', node: clause.index } };
  const [from = clause.index] = subtree(tree, clause.index);
  return { ...base, place: { kind: 'following', node: clause.index, from, to: lost - 1 } };
}

/**
 * "A claim that it would close the port alarmed Oslo": where the noun has no verb above it, the sentence's own verb was taken
 * for a participle in the clause, although participles of that sort take no object.
 */
function mainVerbInside(tree: Tree, noun: Node, clause: Node): number | null {
  if (noun.head >= 0) return null;
  const verb = tree.nodes.find(
    ({ index, xpos, label }) =>
      index > clause.index &&
      (xpos === 'VBN' || xpos === 'VBD') &&
      label !== 'conj' &&
      nodeAt(tree, index - 1).upos !== 'AUX' &&
      dependent(tree, index, 'obj', 'flat') !== null &&
      dependent(tree, index, 'aux', 'nsubj', 'mark') === null,
  );
  return verb?.index ?? null;
}

/** "Reports emerged that …": the clause stands behind the verb of which the noun is the subject. */
const extraposed = (tree: Tree, node: Node): readonly Node[] =>
  hasLabel(node, 'nsubj') && node.head >= 0 && dependent(tree, node.head, 'obj') === null
    ? dependents(tree, node.head, 'ccomp', 'advcl', 'acl')
    : [];

function accordingCue(tree: Tree, node: Node, speech: Speech): Found | null {
  const words = speech.according.find((parts) =>
    parts.every((part, at) => tree.nodes[node.index + at]?.form.toLowerCase() === part),
  );
  if (words === undefined) return null;
  const last = node.index + words.length - 1;
  const source = sourceAfter(tree, node.index, last);
  if (source === null) return null;
  return {
    node: source,
    form: 'according',
    word: null,
    words: words.map((_, at) => node.index + at),
    place: { kind: 'host', node: clauseAbove(tree, source, node.index), scope: 'clause' },
  };
}

/** The noun that the preposition introduces: its governor, or what hangs on it where the parser took it for a verb. */
function sourceAfter(tree: Tree, first: number, last: number): number | null {
  for (let at = first; at >= 0; at = nodeAt(tree, at).head) if (at > last && preposition(tree, at) !== null) return at;
  const below = nodeAt(tree, first).children.find((child) => child > last) ?? null;
  if (below !== null) return below;
  const next = tree.nodes.find(
    (it) => it.index > last && (it.upos === 'NOUN' || it.upos === 'PROPN' || it.upos === 'PRON'),
  );
  return next?.index ?? null;
}

/** The predicate that a phrase hangs on in the end. */
function clauseAbove(tree: Tree, source: number, first: number): number {
  let at = nodeAt(tree, source).head;
  if (at === first) at = nodeAt(tree, first).head;
  while (at >= 0) {
    const node = nodeAt(tree, at);
    if (node.head < 0 || node.upos === 'VERB' || hasLabel(node, 'ccomp', 'parataxis', 'conj', 'advcl')) return at;
    at = node.head;
  }
  return tree.root;
}

/**
 * The subject of a verb to which a parser gave two: of "The plan, he said, was dead" the nearer one; of "“Few left,” said
 * the mayor" the one behind; of "The paper, in its first edition, said officials left" the one before, for the other's
 * verb follows.
 */
export function subjectOf(tree: Tree, verb: number): Node | null {
  const all = dependents(tree, verb, 'nsubj');
  const before = all.filter(({ index }) => index < verb).at(-1) ?? null;
  const behind = all.find(({ index }) => index > verb) ?? null;
  if (before === null || behind === null) return before ?? behind;
  const quoted = tree.nodes.slice(before.index, verb).some(({ form }) => QUOTE.test(form));
  const other = dependents(tree, verb, 'ccomp').some(({ index }) => index > behind.index);
  return other && !quoted ? before : behind;
}

const QUOTE = /^(?:["“”'‘’]|''|``)$/;

/**
 * ", the Court for the Sea (CS) said": the phrase from a stop to a verb, whatever the tree made of it. Null where no name
 * stands there: ", who met the crews, said" has its subject further ahead.
 */
function startOfNameBefore(tree: Tree, verb: number): number | null {
  let first = verb;
  while (first > 0 && (NOMINAL.has(nodeAt(tree, first - 1).upos) || /^[()-]$/.test(nodeAt(tree, first - 1).form)))
    first--;
  const stop = tree.nodes[first - 1];
  const named = tree.nodes
    .slice(first, verb)
    .some(({ upos }) => upos === 'NOUN' || upos === 'PROPN' || upos === 'PRON');
  return named && stop !== undefined && stop.upos === 'PUNCT' ? first : null;
}

const NOMINAL = new Set(['DET', 'ADJ', 'NOUN', 'PROPN', 'PRON', 'NUM', 'ADP', 'PART', 'AUX', 'ADV']);

const OWN = ['nsubj', 'aux', 'obj', 'iobj', 'obl', 'advmod', 'mark', 'cop', 'compound', 'expl', 'case'];

/**
 * The nodes of a cue's own clause, ascending and without gaps: the cue, its subject, those spoken to, circumstances.
 * What hangs on it otherwise, and what is content, is left out, and so is all that lies beyond it.
 */
export function clauseNodes(tree: Tree, cue: number, content: readonly number[]): readonly number[] {
  const apart = new Set(content);
  const own = new Set([cue]);
  const subject = subjectOf(tree, cue);
  for (const child of dependents(tree, cue, ...OWN)) {
    if (hasLabel(child, 'nsubj') && child.index !== subject?.index) continue;
    if (!apart.has(child.index)) subtree(tree, child.index).forEach((at) => own.add(at));
  }
  content.forEach((at) => own.delete(at));
  const isStop = (at: number): boolean => tree.nodes[at]?.upos === 'PUNCT';
  let first = cue;
  while (own.has(first - 1) || (isStop(first - 1) && own.has(first - 2))) first--;
  let last = cue;
  while (own.has(last + 1) || (isStop(last + 1) && own.has(last + 2))) last++;
  while (last > cue && nodeAt(tree, last).upos === 'PUNCT') last--;
  while (first < cue && nodeAt(tree, first).upos === 'PUNCT') first++;
  if (content.length === 0) first = startOfNameBefore(tree, cue) ?? first;
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}
