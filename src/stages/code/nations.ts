import type { Actor } from '../../document/claim.ts';
import type { Mention } from '../../document/reading.ts';
import { contains, type Span } from '../../document/span.ts';
import type { Tree } from '../../document/tree.ts';
import { firstConjunct } from '../../grammar/phrase.ts';
import { slug } from '../../knowledge/keys.ts';

interface Linked {
  readonly mention: Mention;
  readonly actor: Actor;
}

/** "Kenyan and Ugandan soldiers" are two groups, one of each nation; any other group is itself. */
export function groupsOf({ mention, actor }: Linked, tree: Tree, inside: readonly Linked[]): readonly Actor[] {
  const nations = inside.filter((one) => one.actor.kind === 'state' && contains(mention.words, one.mention.words));
  const [first] = nations;
  if (actor.kind !== 'group' || first === undefined || nations.length < 2) return [actor];
  const start = firstConjunct(tree, first.mention.at.node);
  if (nations.some((one) => firstConjunct(tree, one.mention.at.node) !== start)) return [actor];
  const formsIn = ([from, to]: Span): readonly string[] =>
    tree.nodes.filter(({ words }) => from <= words[0] && words[1] <= to).map(({ form }) => form);
  const noun = formsIn([Math.max(...nations.map((one) => one.mention.words[1])), mention.words[1]]);
  return nations.map((one) => {
    const name = [...formsIn(one.mention.words), ...noun].join(' ');
    return { ...actor, id: slug(`${one.actor.id} ${name}`), name, country: one.actor.country };
  });
}
