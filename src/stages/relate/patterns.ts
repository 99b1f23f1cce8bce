import type { RelationClaim } from '../../document/claim.ts';
import { hull, type Span } from '../../document/span.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { doersOf, holdersOf, obliquesOf, surfaceSubjects, undergoersOf, verbForm } from '../../grammar/clause.ts';
import { conjuncts, dependent, dependents, firstConjunct, hasLabel, nodeAt, phraseSpan } from '../../grammar/phrase.ts';
import type { Draft, Rule } from './draft.ts';
import { gist, isActor, keyOf, type End, type Ends } from './ends.ts';

/** A word of a rule found in a tree, with the nodes that fill its slots. */
interface Match {
  readonly rule: Rule;
  readonly node: number;
  readonly subjects: readonly number[];
  readonly objects: readonly Filler[];
}

/** The object's node; `name` where its words alone are the object. */
interface Filler {
  readonly node: number;
  readonly name: string | null;
}

/** Relations that verbs, adjectives and nouns of the rules tell in one sentence. */
export function patternDrafts(
  rules: readonly Rule[],
  tree: Tree,
  sentence: number,
  text: string,
  ends: Ends,
): readonly Draft[] {
  return tree.nodes.flatMap((node) =>
    rules.flatMap((rule): readonly Draft[] => {
      const match = matchAt(rule, tree, node, text);
      if (match === null || match.subjects.length === 0 || match.objects.length === 0) return [];
      const subjects = spokenOf(match, tree, sentence, ends).flatMap((at) => endAt(tree, sentence, at, ends));
      const objects = match.objects.flatMap((filler) =>
        filler.name === null
          ? endAt(tree, sentence, filler.node, ends)
          : [{ node: filler.node, end: { name: filler.name } }],
      );
      return subjects.flatMap((subject) =>
        objects
          .filter((object) => keyOf(object.end) !== keyOf(subject.end))
          .filter((object) => admits(rule.subjects, subject.end) && admits(rule.objects, object.end))
          .map((object) => draftOf(match, tree, rule.swapped ? [object, subject] : [subject, object])),
      );
    }),
  );
}

/** The subjects, or the relative pronoun where linking knows better than the tree whom it takes up. */
function spokenOf({ node, subjects }: Match, tree: Tree, sentence: number, ends: Ends): readonly number[] {
  const pronoun = dependents(tree, node, 'nsubj').find(({ xpos }) => xpos === 'WDT' || xpos === 'WP');
  return pronoun === undefined || ends.at(sentence, pronoun.index)?.actor == null ? subjects : [pronoun.index];
}

interface Filled {
  readonly node: number;
  readonly end: End;
}

const endAt = (tree: Tree, sentence: number, node: number, ends: Ends): readonly Filled[] => {
  const end = ends.end(tree, sentence, node);
  return end === null ? [] : [{ node, end }];
};

const admits = (kinds: Rule['subjects'], end: End): boolean =>
  kinds.length === 0 || (isActor(end) && kinds.includes(end.kind));

const BESIDE = ['case', 'mark', 'cc', 'acl', 'appos', 'advcl', 'parataxis', 'nsubj', 'conj', 'ccomp', 'punct'];

function draftOf({ rule, node, subjects }: Match, tree: Tree, [subject, object]: readonly [Filled, Filled]): Draft {
  const ends = [subject.node, object.node, ...subjects.slice(0, 1)].map((at) => phraseSpan(tree, at, BESIDE));
  // What goes before the word ("that", "At the same time,") belongs to the sentence around the relation.
  const own: Span = [nodeAt(tree, node).words[0], phraseSpan(tree, node, BESIDE)[1]];
  const open = [subject.end, object.end].filter((end) => !isActor(end)).length;
  return {
    rule,
    subject: subject.end,
    object: object.end,
    qualifiers: qualifiersOf(tree, node),
    words: hull([...ends, own]),
    confidence: 0.8 - 0.1 * open,
    told: true,
  };
}

function matchAt(rule: Rule, tree: Tree, node: Node, text: string): Match | null {
  switch (rule.shape) {
    case 'verb':
      return verbMatch(rule, tree, node, text);
    case 'adjective':
      return adjectiveMatch(rule, tree, node, text);
    case 'noun':
      return nounMatch(rule, tree, node);
    case 'compound':
      return compoundMatch(rule, tree, node);
    default:
      return null;
  }
}

function verbMatch(rule: Rule, tree: Tree, node: Node, text: string): Match | null {
  if (node.upos !== 'VERB' || !rule.verb.includes(node.lemma) || denied(tree, node.index)) return null;
  const subjects =
    rule.under.length > 0 ? subjectsUnder(rule, tree, node) : stands(rule, tree, node) ? doersOf(tree, node.index) : [];
  if (subjects.length === 0) return null;
  return {
    rule,
    node: node.index,
    subjects,
    objects: rule.object.flatMap((slot) => objectsAt(rule, tree, node.index, slot, text)),
  };
}

/** Told as what is, not as what was done once, may be, or is to be. */
function stands(rule: Rule, tree: Tree, node: Node): boolean {
  const form = verbForm(tree, node.index);
  if (form.modal !== null || form.infinitive || supposed(tree, node.index)) return false;
  return !rule.standing || form.perfect || form.tense === 'present' || (form.tense === null && node.xpos === 'VBG');
}

/** The subjects of "wants to join", "a bid to join": of the word that governs the verb. */
function subjectsUnder(rule: Rule, tree: Tree, node: Node): readonly number[] {
  const governed = nodeAt(tree, firstConjunct(tree, node.index));
  if (governed.head < 0) return [];
  const governor = nodeAt(tree, governed.head);
  if (hasLabel(governed, 'advcl', 'ccomp') && !verbForm(tree, governed.index).infinitive) return [];
  if (!rule.under.includes(governor.lemma) || denied(tree, governor.index) || supposed(tree, governor.index)) return [];
  if (hasLabel(governed, 'xcomp', 'advcl', 'ccomp') && governor.upos === 'VERB') return doersOf(tree, governor.index);
  return hasLabel(governed, 'acl') ? holdersOf(tree, governor.index) : [];
}

function objectsAt(rule: Rule, tree: Tree, index: number, slot: string, text: string): readonly Filler[] {
  const fill = (node: number): Filler => ({ node, name: rule['object words'] ? gist(tree, node, text, index) : null });
  switch (slot) {
    case 'object':
      return undergoersOf(tree, index).map(fill);
    case 'policy':
      return undergoersOf(tree, index).flatMap((object) => policyOf(tree, object, text));
    case 'membership':
      return undergoersOf(tree, index)
        .filter((object) => nodeAt(tree, object).lemma === slot)
        .flatMap((object) => [
          ...obliquesOf(tree, object).map(({ node }) => node),
          ...dependents(tree, object, 'compound', 'nmod:poss').map((node) => node.index),
        ])
        .map((node) => ({ node, name: null }));
    case 'judgement':
      return judgementOf(tree, index, text);
    default:
      return [
        ...obliquesOf(tree, index)
          .filter(({ preposition }) => preposition === slot)
          .map(({ node }) => fill(node)),
        ...(slot === 'to' && rule['object words']
          ? dependents(tree, index, 'xcomp', 'advcl').filter((clause) => verbForm(tree, clause.index).infinitive)
          : []
        ).map(({ index: node }) => fill(node)),
      ];
  }
}

/** "a nuclear-free policy": what comes before the noun, where it says which policy and not merely how good or new. */
function policyOf(tree: Tree, object: number, text: string): readonly Filler[] {
  const node = nodeAt(tree, object);
  if (node.lemma !== 'policy') return [];
  const parts = dependents(tree, object, 'compound', 'amod').filter((part) => part.index < object);
  const says = parts.some(
    ({ index, label }) =>
      label === 'compound' || tree.nodes.slice(index - 2, index + 2).some(({ form }) => form === '-'),
  );
  const first = parts[0];
  if (first === undefined || !says) return [];
  const [start] = phraseSpan(tree, first.index);
  const before = nodeAt(tree, object - 1);
  return [{ node: object, name: text.slice(start, before.words[1]) }];
}

/** "regards X as Y", "considers X Y": the object is "X is Y". */
function judgementOf(tree: Tree, index: number, text: string): readonly Filler[] {
  // Two objects, or an object with what is predicated of it.
  const [about, second] = dependents(tree, index, 'obj', 'iobj');
  if (about === undefined || about.xpos.startsWith('W')) return [];
  const as =
    obliquesOf(tree, index).find(({ preposition }) => preposition === 'as')?.node ??
    dependent(tree, index, 'xcomp')?.index ??
    second?.index;
  if (as === undefined || !['NOUN', 'ADJ', 'PROPN'].includes(nodeAt(tree, as).upos)) return [];
  const [start, end] = phraseSpan(tree, about.index, ['acl', 'appos', 'conj']);
  const [from, to] = phraseSpan(tree, as, ['case', 'mark', 'acl:relcl', 'appos', 'cc', 'conj']);
  return [{ node: as, name: `${text.slice(start, end)} is ${text.slice(from, to)}` }];
}

function adjectiveMatch(rule: Rule, tree: Tree, node: Node, text: string): Match | null {
  if (!rule.adjective.includes(node.lemma) && !rule.adjective.includes(node.form.toLowerCase())) return null;
  if (node.upos === 'VERB' && node.xpos !== 'VBN' && node.xpos !== 'VBD') return null;
  if (denied(tree, node.index) || supposed(tree, node.index) || verbForm(tree, node.index).modal !== null) return null;
  const said = dependent(tree, node.index, 'cop', 'aux:pass', 'nsubj') !== null || node.label === 'conj';
  if (said && node.upos === 'VERB' && dependent(tree, node.index, 'aux:pass', 'cop') === null && node.label !== 'conj')
    return null;
  const reduced = node.label === 'acl' || node.label === 'amod';
  const subjects = said ? surfaceSubjects(tree, node.index) : reduced ? conjuncts(tree, node.head) : [];
  return {
    rule,
    node: node.index,
    subjects,
    objects: rule.object.flatMap((slot) => objectsAt(rule, tree, node.index, slot, text)),
  };
}

function nounMatch(rule: Rule, tree: Tree, node: Node): Match | null {
  if (node.upos !== 'NOUN' || !rule.noun.includes(node.lemma) || denied(tree, node.index)) return null;
  const before = dependents(tree, node.index, 'amod', 'compound');
  if (
    rule.with.length > 0 &&
    !before.some(({ lemma, form }) => rule.with.includes(lemma) || rule.with.includes(form.toLowerCase()))
  )
    return null;
  if (before.some(({ lemma, form }) => rule.without.includes(lemma) || rule.without.includes(form.toLowerCase())))
    return null;
  const objects = [
    ...obliquesOf(tree, node.index)
      .filter(({ preposition }) => rule.object.includes(preposition))
      .map((it) => it.node),
    ...(rule.possessor
      ? dependents(tree, node.index, 'nmod:poss').flatMap((owner) => conjuncts(tree, owner.index))
      : []),
    ...(rule['or before'] ? before.filter(({ upos }) => upos === 'PROPN').map((it) => it.index) : []),
  ];
  return {
    rule,
    node: node.index,
    subjects: bearersOf(rule, tree, node),
    objects: objects.map((at) => ({ node: at, name: null })),
  };
}

/**
 * Those of whom a noun is said: by "is" or "became", in apposition, as the name that follows it ("its ally Belarus"), or as
 * examples ("members such as Gabon", "its members include Gabon").
 */
function bearersOf(rule: Rule, tree: Tree, node: Node): readonly number[] {
  const base = nodeAt(tree, firstConjunct(tree, node.index));
  const around = [node.index, ...obliquesOf(tree, node.index).map((it) => it.node)];
  const examples = around
    .flatMap((at) => (rule.listed ? obliquesOf(tree, at) : []))
    .filter(({ preposition }) => EXAMPLES.has(preposition));
  if (examples.length > 0) return examples.map((example) => example.node);
  if (dependent(tree, base.index, 'cop') !== null || dependent(tree, node.index, 'cop') !== null)
    return isFact(tree, base.index) ? surfaceSubjects(tree, node.index) : [];
  const up = base.head < 0 ? null : nodeAt(tree, base.head);
  if (up !== null && base.label === 'xcomp') return isFact(tree, up.index) ? surfaceSubjects(tree, up.index) : [];
  if (up !== null && base.label === 'nsubj') {
    if (dependent(tree, up.index, 'cop') !== null) return isFact(tree, up.index) ? conjuncts(tree, up.index) : [];
    return rule.under.includes(up.lemma) && isFact(tree, up.index) ? undergoersOf(tree, up.index) : [];
  }
  if (up !== null && base.label === 'appos') return conjuncts(tree, up.index).filter((at) => at < node.index);
  if (up !== null && base.label === 'compound' && up.upos === 'PROPN') return [up.index];
  return dependents(tree, node.index, 'appos')
    .filter(({ upos }) => upos === 'PROPN')
    .flatMap(({ index }) => conjuncts(tree, index));
}

const EXAMPLES = new Set(['such as', 'including', 'like']);

/** Told as what is or was, in a clause that is neither denied, supposed nor merely possible. */
function isFact(tree: Tree, index: number): boolean {
  const form = verbForm(tree, index);
  return form.modal === null && !form.infinitive && !supposed(tree, index) && !denied(tree, index);
}

/** "Iran-backed rebels": the word before the hyphen, and the noun. */
function compoundMatch(rule: Rule, tree: Tree, node: Node): Match | null {
  if (
    !rule.adjective.includes(node.form.toLowerCase()) ||
    tree.nodes[node.index - 1]?.form !== '-' ||
    !hasLabel(node, 'amod', 'compound', 'acl')
  )
    return null;
  return { rule, node: node.index, subjects: [node.index - 2], objects: [{ node: node.head, name: null }] };
}

function qualifiersOf(tree: Tree, index: number): RelationClaim['qualifiers'] {
  const qualifiers: Record<string, string | boolean> = {};
  for (const part of dependents(tree, index, 'amod', 'advmod', 'compound')) {
    if (part.xpos === 'JJS') qualifiers['superlative'] = superlative(tree, part);
    if (part.lemma === 'only') qualifiers['only'] = true;
    if (part.lemma === 'former') qualifiers['former'] = true;
  }
  return qualifiers;
}

/** "second-largest" as one word. */
function superlative(tree: Tree, part: Node): string {
  const joined = tree.nodes[part.index - 1]?.form === '-' ? (tree.nodes[part.index - 2]?.form ?? null) : null;
  return (joined === null ? part.form : `${joined}-${part.form}`).toLowerCase();
}

const denied = (tree: Tree, index: number): boolean =>
  dependents(tree, index, 'advmod', 'det').some(({ lemma }) => ['not', 'never', 'no', 'hardly'].includes(lemma)) ||
  dependents(tree, index, 'advmod').some(({ index: at }) =>
    dependents(tree, at, 'advmod', 'det').some(({ lemma }) => lemma === 'no'),
  );

/** Inside a condition or a doubt: "if Oslo opposes …", "whether". */
const supposed = (tree: Tree, index: number): boolean =>
  dependents(tree, index, 'mark').some(({ lemma }) => ['if', 'whether', 'unless'].includes(lemma));
