import type { StatementClaim, VoiceLink } from '../../document/claim.ts';
import type { At } from '../../document/reading.ts';
import { contains, hull, type Span } from '../../document/span.ts';
import type { Tree } from '../../document/tree.ts';
import { dependent, hasLabel, nodeAt } from '../../grammar/phrase.ts';
import type { Trigger } from './slots.ts';

/**
 * Of things that hang on nodes (times, places), the one that belongs to an act: to its word, or to the verb that carries it;
 * with `through`, also to what completes it ("helping Canberra build a fleet by 2040").
 */
export function nearest<T extends { readonly at: At }>(
  things: readonly T[],
  tree: Tree,
  trigger: Trigger,
  { through }: { readonly through: boolean },
): T | null {
  const mine = things
    .filter((thing) => thing.at.sentence === trigger.sentence)
    .map((thing) => ({ thing, rank: rankOf(tree, thing.at.node, trigger) }))
    .filter((it) => it.rank >= 0 && (through || it.rank < 3))
    .sort((a, b) => a.rank - b.rank);
  return mine[0]?.thing ?? null;
}

/**
 * 0: on the act's own word; 1: on its carrier; 2: on a word that the act completes ("plans to visit … in June"); 3: on a
 * word that completes the act; -1: elsewhere.
 */
function rankOf(tree: Tree, from: number, { node, carrier }: Trigger): number {
  let at = from;
  for (let steps = 0; steps <= tree.nodes.length; steps++) {
    if (at === node) return 0;
    if (at === carrier) return 1;
    if (at !== from && isClauseHead(tree, at))
      return completes(tree, node, at) ? 2 : completes(tree, at, node) ? 3 : -1;
    const up = nodeAt(tree, at).head;
    if (up < 0) return -1;
    at = up;
  }
  return -1;
}

const isClauseHead = (tree: Tree, index: number): boolean =>
  nodeAt(tree, index).upos === 'VERB' || dependent(tree, index, 'cop', 'nsubj') !== null;

/** Is the act an infinitive or gerund that completes that word? */
function completes(tree: Tree, node: number, governor: number): boolean {
  let at = nodeAt(tree, node);
  while (hasLabel(at, 'xcomp', 'conj') && at.head >= 0) {
    if (at.head === governor) return hasLabel(at, 'xcomp');
    at = nodeAt(tree, at.head);
  }
  return false;
}

/** On whose word something at these words rests: the statements that hold it, innermost first. */
export function voicesAt(
  statements: readonly StatementClaim[],
  words: Span,
): { readonly voice: readonly VoiceLink[]; readonly statement: string | null } {
  const inner = innermost(statements, words);
  if (inner === null) return { voice: [], statement: null };
  const { speaker, speakerWords, cue, channel, via, when } = inner;
  return { voice: [{ speaker, speakerWords, cue, channel, via, when }, ...inner.voice], statement: inner.id };
}

/** The narrowest statement whose content holds these words; null where the reporter speaks. */
export function innermost(statements: readonly StatementClaim[], words: Span): StatementClaim | null {
  const size = (statement: StatementClaim): number => {
    const [start, end] = hull(statement.content);
    return end - start;
  };
  const holding = statements
    .filter((statement) => statement.content.some((piece) => contains(piece, words)))
    .sort((a, b) => size(a) - size(b));
  return holding[0] ?? null;
}
