import { contains, type Span } from '../../document/span.ts';
import { anchorOf, isInside, type Draft } from './draft.ts';
import type { Scene } from './scene.ts';

/**
 * "Peters replied that …, the Herald reported": an outlet behind words that already have a speaker is not one more
 * speaker but the one that passed them on, these and what the same speaker said before in the paragraph.
 */
export function passOn(scene: Scene, drafts: readonly Draft[]): readonly Draft[] {
  const credits = drafts.filter(
    (draft) => draft.parenthetical && draft.relays && isOutlet(scene, draft) && passed(draft, drafts).length > 0,
  );
  const via = new Map<Draft, string>();
  for (const credit of credits) {
    const name = credit.speaker?.actor?.name ?? credit.speaker?.description ?? null;
    if (name === null) continue;
    const own = passed(credit, drafts);
    for (const draft of [...own, ...before(scene, own[0] ?? credit, drafts)])
      if (!credits.includes(draft)) via.set(draft, name);
  }
  return drafts
    .filter((draft) => !credits.includes(draft))
    .map((draft) => ({ ...draft, via: via.get(draft) ?? draft.via }));
}

function isOutlet({ speech, isOutlet: known }: Scene, { speaker, rule }: Draft): boolean {
  if (speaker === null) return false;
  const { actor, node, description } = speaker;
  // Of bodies that nobody knows, those that "report" are taken for outlets.
  if (actor !== null)
    return (
      actor.sector === 'MED' ||
      known(actor.name) ||
      (rule === 'cue-report' && actor.kind === 'organisation' && actor.sector === null)
    );
  return known(node.form) || known(description ?? '') || speech.outlets.has(node.lemma.toLowerCase());
}

/** Statements whose cue stands in a content and whose words are most of it. */
const passed = (credit: Draft, drafts: readonly Draft[]): readonly Draft[] => {
  const inside = drafts.filter((draft) => isInside(draft, credit));
  const words = (spans: readonly Span[]): number => spans.reduce((sum, [start, end]) => sum + end - start, 0);
  return words(inside.flatMap(({ content }) => content)) >= 0.4 * words(credit.content) ? inside : [];
};

/** What the same speaker said right before, within the paragraph. */
function before({ sentences }: Scene, draft: Draft, drafts: readonly Draft[]): readonly Draft[] {
  const paragraphOf = (it: Draft): number | null =>
    sentences.find(({ words }) => contains(words, [anchorOf(it)[0], anchorOf(it)[0] + 1]))?.paragraph ?? null;
  const found: Draft[] = [];
  for (const other of drafts.slice(0, drafts.indexOf(draft)).reverse()) {
    const same = other.speaker?.actor?.id !== undefined && other.speaker.actor.id === draft.speaker?.actor?.id;
    if (!same || paragraphOf(other) !== paragraphOf(draft) || other.via !== null) break;
    found.push(other);
  }
  return found;
}
