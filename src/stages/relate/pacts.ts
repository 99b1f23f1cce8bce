import type { Actor } from '../../document/claim.ts';
import { contains, hull, overlaps, type Span } from '../../document/span.ts';
import type { Tree } from '../../document/tree.ts';
import { preposition } from '../../grammar/phrase.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Draft, Rule } from './draft.ts';
import { isActor, type Ends } from './ends.ts';

/** Parts of pacts and what pacts are for, by id. */
export interface Pacts {
  /** The pact that a part is of. */
  readonly wholeOf: (id: string) => string | null;
  /** Words of the aims of a pact or part, lower case. */
  readonly aims: (id: string) => ReadonlySet<string>;
}

export function indexPacts(know: Knowledge): Pacts {
  const wholes = new Map<string, string>();
  const aims = new Map<string, ReadonlySet<string>>();
  for (const pact of know['pacts/*']) {
    aims.set(pact.id, wordsOf(pact.aims.join(' ')));
    for (const part of pact.parts)
      for (const id of [part.id, `${pact.id}/${part.id}`]) {
        wholes.set(id, pact.id);
        aims.set(id, wordsOf(part.aims.join(' ')));
      }
  }
  return { wholeOf: (id) => wholes.get(id) ?? null, aims: (id) => aims.get(id) ?? new Set() };
}

const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{N}-]+/u)
      .filter((word) => word.length > 4),
  );

/** "pillar two of the pact": a part with its whole behind it. */
export function partDrafts(rule: Rule, trees: readonly Tree[], ends: Ends, pacts: Pacts): readonly Draft[] {
  return ends.all.flatMap(({ mention, actor }): readonly Draft[] => {
    const whole = actor === null ? null : pacts.wholeOf(actor.id);
    const tree = trees[mention.at.sentence];
    if (actor === null || whole === null || tree === undefined) return [];
    const pact = ends.all.find(
      (other) =>
        other.actor?.id === whole &&
        other.mention.at.sentence === mention.at.sentence &&
        preposition(tree, other.mention.at.node) === 'of' &&
        (contains(mention.words, other.mention.words) || follows(other.mention.words, mention.words)),
    );
    if (pact?.actor == null) return [];
    const words = hull([mention.words, pact.mention.words]);
    return [{ rule, subject: actor, object: pact.actor, qualifiers: {}, words, confidence: 0.9, told: false }];
  });
}

/** With nothing but "of the" between them. */
const follows = ([start]: Span, [, end]: Span): boolean => start >= end && start - end <= ' of the '.length;

/**
 * In "pillar two of the pact, which serves to …" the tree cannot say which of the two it is: where the aims that are
 * known of one share words with the aim that is told, it is that one.
 */
export function withAims(drafts: readonly Draft[], ends: Ends, pacts: Pacts): readonly Draft[] {
  return drafts.map((draft) => {
    const { rule, subject, object, words } = draft;
    if (rule.predicate !== 'aims-at' || !isActor(subject) || subject.kind !== 'pact') return draft;
    const told = wordsOf(object.name);
    const shared = (actor: Actor): number => [...pacts.aims(actor.id)].filter((word) => told.has(word)).length;
    const related = ends.all.flatMap(({ mention, actor }) =>
      actor !== null && pacts.wholeOf(actor.id) === subject.id && near(mention.words, words) ? [actor] : [],
    );
    const best = related.find((part) => shared(part) > shared(subject));
    return best === undefined ? draft : { ...draft, subject: best };
  });
}

/** In the same clause or right before it, in UTF-16 units. */
const near = ([start, end]: Draft['words'], words: Draft['words']): boolean => overlaps([start, end + 40], words);
