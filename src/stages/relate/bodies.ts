import type { Actor } from '../../document/claim.ts';
import type { Layers, Mention } from '../../document/reading.ts';
import { hull } from '../../document/span.ts';
import type { Tree } from '../../document/tree.ts';
import { dependent, nodeAt, preposition } from '../../grammar/phrase.ts';
import type { Draft, Rule } from './draft.ts';
import type { Ends } from './ends.ts';
import { denied } from './standing.ts';
import { admitsBody, type KindOf } from './titles.ts';

/** A body under its own name, with a place as its attribute. */
export function siteDrafts(
  rule: Rule,
  { trees, places }: Pick<Layers, 'trees' | 'places'>,
  ends: Ends,
): readonly Draft[] {
  return places.flatMap((place): readonly Draft[] => {
    const { sentence, node } = place.at;
    if (place.stands !== 'where') return [];
    const tree = trees[sentence];
    if (tree === undefined || nodeAt(tree, node).label !== 'nmod') return [];
    if (!['in', 'at', 'near'].includes(preposition(tree, node) ?? '')) return [];
    const body = ends.at(sentence, nodeAt(tree, node).head);
    if (body?.actor?.kind !== 'organisation' || body.mention.form === 'demonym' || body.mention.name === null)
      return [];
    const words = hull([body.mention.words, place.words]);
    const object = { name: place.name };
    return [{ rule, subject: body.actor, object, qualifiers: {}, words, confidence: 0.7, told: false }];
  });
}

/** "Merkel's party": a party or armed group whose possessor is a person. */
export function followingDrafts(rule: Rule, trees: readonly Tree[], ends: Ends, kindOf: KindOf): readonly Draft[] {
  return ends.all.flatMap(({ mention, actor }): readonly Draft[] => {
    const tree = trees[mention.at.sentence];
    if (tree === undefined || actor?.kind !== 'organisation') return [];
    const node = nodeAt(tree, mention.at.node);
    if (!admitsBody(rule, actor, kindOf) && !rule.noun.includes(node.lemma.toLowerCase())) return [];
    const owner = node.children
      .filter((child) => nodeAt(tree, child).label === 'nmod:poss')
      .map((child) => ends.at(mention.at.sentence, child))
      .find((one) => one?.actor?.kind === 'person');
    if (owner?.actor == null || actor.name === owner.actor.name) return [];
    const words = hull([owner.mention.words, mention.words]);
    return [{ rule, subject: owner.actor, object: actor, qualifiers: {}, words, confidence: 0.7, told: false }];
  });
}

/** "Jane Doe of Amnesty International": a person under their own name with a body as attribute. */
export function belongingDrafts(rule: Rule, trees: readonly Tree[], ends: Ends): readonly Draft[] {
  return ends.all.flatMap(({ mention, actor }): readonly Draft[] => {
    const tree = trees[mention.at.sentence];
    if (tree === undefined || actor?.kind !== 'organisation' || mention.form === 'demonym') return [];
    const person = ends.all.find(
      (one) => one.mention.at.sentence === mention.at.sentence && isBetween(tree, one.mention, mention, rule.object),
    );
    if (person?.actor?.kind !== 'person' || person.mention.name === null || person.mention.role !== null) return [];
    const words = hull([person.mention.words, mention.words]);
    return [{ rule, subject: person.actor, object: actor, qualifiers: {}, words, confidence: 0.8, told: false }];
  });
}

/** "Jane Roe, a Democrat": a named person beside or under the word for those of a party. */
export function adherentDrafts(
  rule: Rule,
  trees: readonly Tree[],
  ends: Ends,
  { partyOf, kindOf }: { readonly partyOf: (mention: Mention) => Actor | null; readonly kindOf: KindOf },
): readonly Draft[] {
  return ends.all.flatMap(({ mention }): readonly Draft[] => {
    const tree = trees[mention.at.sentence];
    if (tree === undefined || mention.form !== 'demonym') return [];
    const party = partyOf(mention);
    const node = nodeAt(tree, mention.at.node);
    const at =
      node.label === 'appos'
        ? node.head
        : dependent(tree, node.index, 'cop') === null
          ? -1
          : subjectOf(tree, node.index);
    const person = at < 0 || denied(tree, node.index) ? null : ends.at(mention.at.sentence, at);
    if (party === null || !admitsBody(rule, party, kindOf) || person?.actor?.kind !== 'person') return [];
    const words = hull([person.mention.words, mention.words]);
    return [
      {
        rule,
        subject: person.actor,
        object: party,
        qualifiers: {},
        words,
        confidence: 0.8,
        told: node.label !== 'appos',
      },
    ];
  });
}

const subjectOf = (tree: Tree, index: number): number => dependent(tree, index, 'nsubj')?.index ?? -1;

/** Only "of", "of the" or a bracket between two mentions; the tree is not asked, for it errs most on rows of names. */
function isBetween(
  tree: Tree,
  { words: [, end] }: Mention,
  { words: [start] }: Mention,
  prepositions: readonly string[],
): boolean {
  const [first, ...rest] = tree.nodes.filter(({ words }) => words[0] >= end && words[1] <= start);
  if (first === undefined || start < end) return false;
  return (first.form === '(' || prepositions.includes(first.form)) && rest.every(({ upos }) => upos === 'DET');
}
