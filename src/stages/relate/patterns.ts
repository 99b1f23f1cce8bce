import type { RelationClaim } from '../../document/claim.ts';
import { hull, type Span } from '../../document/span.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { doersOf, holdersOf, surfaceSubjects } from '../../grammar/clause.ts';
import { conjuncts, dependent, dependents, firstConjunct, hasLabel, nodeAt, phraseSpan } from '../../grammar/phrase.ts';
import { verbForm } from '../../grammar/verb-form.ts';
import type { Draft, Rule } from './draft.ts';
import { isActor, keyOf, type End, type Ends } from './ends.ts';
import { compoundMatch, nounMatch } from './nouns.ts';
import { objectsAt, type Match } from './slots.ts';
import { denied, supposed } from './standing.ts';

/** Relations that verbs, adjectives and nouns of the rules tell in one sentence. */
export function patternDrafts(
  rulesOf: RulesOf,
  tree: Tree,
  sentence: number,
  text: string,
  ends: Ends,
): readonly Draft[] {
  return tree.nodes.flatMap((node) =>
    rulesOf(node).flatMap((rule): readonly Draft[] => {
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
          .map((object) => withOffice(object, match, tree))
          .map((object) => draftOf(match, tree, rule.swapped ? [object, subject] : [subject, object])),
      );
    }),
  );
}

/** The rules that a word may fulfil, in their order. */
export type RulesOf = (node: Pick<Node, 'lemma' | 'form'>) => readonly Rule[];

/** Rules by the words that they are about: few words of a text are among them. */
export function indexRules(rules: readonly Rule[]): RulesOf {
  const byWord = new Map<string, Rule[]>();
  for (const rule of rules)
    for (const word of new Set([...rule.verb, ...rule.adjective, ...rule.noun]))
      byWord.set(word, [...(byWord.get(word) ?? []), rule]);
  return ({ lemma, form }) => {
    const ofLemma = byWord.get(lemma) ?? NONE;
    const lower = form.toLowerCase();
    const ofForm = lower === lemma ? NONE : (byWord.get(lower) ?? NONE);
    if (ofForm.length === 0) return ofLemma;
    return ofLemma.length === 0 ? ofForm : rules.filter((rule) => ofLemma.includes(rule) || ofForm.includes(rule));
  };
}

const NONE: readonly Rule[] = [];

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

/** "who heads the council": the object is the office, "former" where the verb tells of it as over. */
function withOffice(object: Filled, { rule, node }: Match, tree: Tree): Filled {
  if (rule.office === null) return object;
  const { tense, perfect, finite } = verbForm(tree, node);
  const former = finite && tense === 'past' && !perfect ? 'former ' : '';
  return { ...object, end: { name: `${former}${rule.office} of ${object.end.name}` } };
}

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
  if (rule.done) return form.perfect || form.tense === 'past';
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
