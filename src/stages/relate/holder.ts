import type { Actor } from '../../document/claim.ts';
import type { Mention } from '../../document/reading.ts';
import type { Tree } from '../../document/tree.ts';
import { surfaceSubjects } from '../../grammar/clause.ts';
import { dependent, nodeAt } from '../../grammar/phrase.ts';
import type { Ends, Linked } from './ends.ts';
import { denied } from './standing.ts';

/** Who bears a title: `mention` where the name stands apart from it, `said` where a clause says so. */
export interface Holder {
  readonly actor: Actor;
  readonly mention: Mention | null;
  readonly said: boolean;
}

/** Who bears a title: by its own name, by "is", or in apposition; null where nobody is named. */
export function holderOf({ mention, actor }: Linked, tree: Tree, ends: Ends): Holder | null {
  if (mention.name !== null) return actor?.kind === 'person' ? { actor, mention: null, said: false } : null;
  const { sentence, node } = mention.at;
  const head = nodeAt(tree, node);
  const subjects = dependent(tree, node, 'cop') === null ? [] : surfaceSubjects(tree, node);
  if (subjects.length > 0 && dependent(tree, node, 'aux') === null && !denied(tree, node)) {
    const subject = ends.at(sentence, subjects[0] ?? -1);
    return subject?.actor?.kind === 'person' && (subject.mention.name !== null || subject.mention.form === 'pronoun')
      ? { actor: subject.actor, mention: subject.mention, said: true }
      : null;
  }
  const near = [
    ...head.children.filter((child) => nodeAt(tree, child).label === 'appos'),
    ...(head.label === 'appos' ? [head.head] : []),
  ].map((at) => ends.at(sentence, at));
  const beside = ends.all.filter(
    (other) => other.mention.at.sentence === sentence && besides(tree, mention, other.mention),
  );
  const named = [...near, ...beside].find(
    (one) => one !== null && one.mention.name !== null && one.actor?.kind === 'person' && one.actor.id === actor?.id,
  );
  return named?.actor == null ? null : { actor: named.actor, mention: named.mention, said: false };
}

/** Only a comma between them: "the president, Ana Silva". */
function besides(tree: Tree, a: Mention, b: Mention): boolean {
  const [first, second] = a.words[0] < b.words[0] ? [a, b] : [b, a];
  const between = tree.nodes.filter(({ words }) => words[0] >= first.words[1] && words[1] <= second.words[0]);
  return between.length <= 1 && between.every(({ form }) => form === ',');
}
