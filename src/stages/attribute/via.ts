import { anchorOf, type Draft, isInside } from './draft.ts';
import { outletNamed } from './outlet.ts';
import type { Scene } from './scene.ts';
import { around } from './search.ts';

/**
 * "Peters replied that …, the Herald reported": an outlet behind words that already have a speaker is not one more
 * speaker but the one that passed them on, these and what the same speaker said before in the paragraph.
 */
export function passOn(scene: Scene, drafts: readonly Draft[]): readonly Draft[] {
  const near = new Map(drafts.map((draft, at) => [draft, at] as const));
  const beside = (draft: Draft): readonly Draft[] => around(drafts, near.get(draft) ?? 0);
  const credits = new Set(
    drafts.filter(
      (draft) =>
        draft.parenthetical && draft.relays && isOutlet(scene, draft) && passed(draft, beside(draft)).length > 0,
    ),
  );
  const via = new Map<Draft, string>();
  for (const credit of credits) {
    const { speaker } = credit;
    const name =
      speaker === null ? null : (outletNamed(scene, speaker.words) ?? speaker.actor?.name ?? speaker.description);
    if (name === null) continue;
    const own = passed(credit, beside(credit));
    for (const draft of [...own, ...before(scene, own[0] ?? credit, beside(credit))])
      if (!credits.has(draft)) via.set(draft, name);
  }
  return drafts.filter((draft) => !credits.has(draft)).map((draft) => ({ ...draft, via: via.get(draft) ?? draft.via }));
}

function isOutlet(scene: Scene, { speaker, media }: Draft): boolean {
  if (speaker === null) return false;
  const { actor, node, words } = speaker;
  if (media && actor?.kind === 'organisation' && actor.sector === null) return true;
  return outletNamed(scene, words) !== null || scene.speech.outlets.has(node.lemma.toLowerCase());
}

/** Statements whose cue stands in the content of a credit, where one of them runs to its end. */
function passed(credit: Draft, drafts: readonly Draft[]): readonly Draft[] {
  const endOf = ({ content }: Draft): number => Math.max(...content.map(([, end]) => end));
  const inside = drafts.filter((draft) => isInside(draft, credit));
  return inside.some((draft) => endOf(draft) >= endOf(credit) - 3) ? inside : [];
}

/** What the same speaker said right before, within the paragraph. */
function before({ sentences, sentenceAt }: Scene, draft: Draft, drafts: readonly Draft[]): readonly Draft[] {
  const paragraphOf = (it: Draft): number | null => sentences[sentenceAt(anchorOf(it)[0])]?.paragraph ?? null;
  const found: Draft[] = [];
  for (const other of drafts.slice(0, drafts.indexOf(draft)).reverse()) {
    const same = other.speaker?.actor?.id !== undefined && other.speaker.actor.id === draft.speaker?.actor?.id;
    if (!same || paragraphOf(other) !== paragraphOf(draft) || other.via !== null) break;
    found.push(other);
  }
  return found;
}
