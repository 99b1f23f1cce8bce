import { overlaps, type Span } from '../../document/span.ts';
import { doersOf } from '../../grammar/clause.ts';
import { nodeAt } from '../../grammar/phrase.ts';
import { type Draft, inTextOrder, startOf } from './draft.ts';
import type { Quotation } from '../../grammar/quotes.ts';
import { mentionAt, nodesIn, type Scene } from './scene.ts';
import { firstBeyond } from './search.ts';
import type { Speaker } from './speaker.ts';
import { trim } from './trim.ts';

/** Adds the quotations that go on without a cue: whole sentences between marks, said by whoever spoke last. */
export function carryOn(scene: Scene, drafts: readonly Draft[]): readonly Draft[] {
  const all = [...drafts];
  const taken = drafts.flatMap(({ content }) => content).sort((a, b) => a[0] - b[0]);
  const isTaken = ({ inner }: Quotation): boolean => {
    const end = firstBeyond(taken, ([start]) => start, inner[1]);
    return taken.slice(Math.max(0, end - REACH), end).some((piece) => overlaps(piece, inner));
  };
  // Both go through the report in order: `before` are the statements that began before the quotation at hand.
  let next = 0;
  const before: Draft[] = [];
  for (const quotation of scene.quotations) {
    for (let draft = drafts[next]; draft !== undefined && startOf(draft) < quotation.inner[0]; draft = drafts[++next])
      before.push(draft);
    if (quotation.depth > 0 || isTaken(quotation)) continue;
    const colon = nameAndColon(scene, quotation);
    if (colon === null && !isUtterance(scene, quotation)) continue;
    const content = trim(scene, quotation.inner, false);
    const speaker =
      content === null
        ? null
        : colon !== null
          ? { who: colon, last: null }
          : speakerBefore(scene, quotation, before.slice(-REACH));
    if (content === null || speaker === null) continue;
    const carried: Draft = {
      cue: null,
      content: [content],
      quoteKind: 'direct',
      stance: 'asserted',
      speaker: speaker.who,
      channel: speaker.last?.channel ?? null,
      addressee: null,
      via: speaker.last?.via ?? null,
      when: null,
      where: null,
      rule:
        colon !== null ? 'name-and-colon' : speaker.last === null ? 'quotation-after-actor' : 'quotation-carries-on',
      confidence: 0.7,
      parenthetical: false,
      media: false,
      relays: false,
    };
    all.push(carried);
    before.push(carried);
  }
  return inTextOrder(all);
}

/** Opens with a sentence and ends with one; what stands within a sentence is a title, a nickname or a hedge. */
function isUtterance(scene: Scene, { inner, outer }: Quotation): boolean {
  const { sentences, sentenceAt } = scene;
  const [start] = sentences[sentenceAt(inner[0] + 1)]?.words ?? [-1];
  const last = sentences[sentenceAt(inner[1] - 1)];
  if (start < outer[0] || last === undefined || last.words[1] < inner[1]) return false;
  return nodesIn(scene, [outer[1], Math.max(outer[1], last.words[1])]).every(({ upos }) => upos === 'PUNCT');
}

/** Statements that begin before a place and may still reach it. */
const REACH = 40;

/** "Peters: “No.”": a name and a colon at the head of a sentence. */
function nameAndColon(scene: Scene, { outer }: Quotation): Speaker | null {
  const at = scene.sentenceAt(outer[0]);
  const tree = scene.trees[at];
  const before = tree?.nodes.filter(({ words }) => words[1] <= outer[0]) ?? [];
  const [colon, ...name] = [...before].reverse();
  if (tree === undefined || colon?.form !== ':' || name.length === 0 || name.length > LONGEST_NAME) return null;
  if (name.some(({ upos }) => upos === 'VERB' || upos === 'AUX' || upos === 'PUNCT')) return null;
  const node = name.find(({ head }) => !name.some(({ index }) => index === head)) ?? name[0];
  const known = node === undefined ? null : mentionAt(scene, at, node);
  if (node === undefined || known?.actor == null) return null;
  return { ...UNSAID, sentence: at, node, actor: known.actor, words: known.mention.words };
}

/** A speaker who is known needs no describing. */
const UNSAID = { description: null, open: false, text: null } as const;

const LONGEST_NAME = 8;

interface Before {
  readonly who: Speaker | null;
  /** The statement that is carried on; null where the speaker is taken from the sentence before. */
  readonly last: Draft | null;
}

function speakerBefore(scene: Scene, quotation: Quotation, drafts: readonly Draft[]): Before | null {
  const last = [...drafts].sort((a, b) => endOf(a) - endOf(b)).at(-1) ?? null;
  if (quotation.continues && last !== null) return { who: last.speaker, last };
  const introduced = subjectBefore(scene, quotation, drafts);
  if (introduced !== null) return { who: introduced, last: null };
  return last === null ? null : { who: last.speaker, last };
}

const endOf = (draft: Draft): number => Math.max(...draft.content.map(([, end]) => end), draft.cue?.[1] ?? 0);

/** "Peters was blunt. “No.”": the subject of the sentence right before, where nobody is quoted in it. */
function subjectBefore(scene: Scene, { outer }: Quotation, drafts: readonly Draft[]): Speaker | null {
  const here = scene.sentences[scene.sentenceAt(outer[0])];
  const at = scene.sentenceAt(outer[0]) - 1;
  const sentence = scene.sentences[at];
  const tree = scene.trees[at];
  if (sentence === undefined || tree === undefined || sentence.paragraph !== here?.paragraph) return null;
  if (drafts.some((draft) => touches(draft, sentence.words)) || tree.nodes.length === 0) return null;
  const [subject] = doersOf(tree, tree.root);
  if (subject === undefined) return null;
  const node = nodeAt(tree, subject);
  const known = mentionAt(scene, at, node);
  if (known?.actor?.kind !== 'person') return null;
  return { ...UNSAID, sentence: at, node, actor: known.actor, words: known.mention.words };
}

const touches = ({ content, cue }: Draft, span: Span): boolean =>
  [...content, ...(cue === null ? [] : [cue])].some((piece) => overlaps(piece, span));
