import { LONGEST_CLAIM, type Because, type StatementClaim, type VoiceLink } from '../../document/claim.ts';
import { hull, overlaps, type Span } from '../../document/span.ts';
import { anchorOf, isInside, type Draft } from './draft.ts';
import type { Scene } from './scene.ts';
import { around } from './search.ts';

/** Statements from drafts: numbered in the order of the text, each with the chain of those whose words it stands in. */
export function chain(scene: Scene, drafts: readonly Draft[]): readonly StatementClaim[] {
  const outer = drafts.map((_, at) => enclosing(at, drafts));
  const voice = (at: number | null): readonly VoiceLink[] => {
    const draft = at === null ? undefined : drafts[at];
    return at === null || draft === undefined ? [] : [linkOf(draft), ...voice(outer[at] ?? null)];
  };
  return drafts.map((draft, at) => claimOf(scene, draft, `s${at + 1}`, outer[at] ?? null, voice(outer[at] ?? null)));
}

/** The narrowest content that a draft stands in. A draft further in can never enclose one further out: widths decrease. */
function enclosing(at: number, drafts: readonly Draft[]): number | null {
  const width = ({ content }: Draft): number => content.reduce((sum, [start, end]) => sum + end - start, 0);
  const draft = drafts[at];
  let found: number | null = null;
  for (const other of draft === undefined ? [] : around(drafts, at)) {
    if (draft === undefined || !isInside(draft, other)) continue;
    const wider =
      width(other) > width(draft) || (width(other) === width(draft) && anchorOf(other)[0] < anchorOf(draft)[0]);
    const best = found === null ? null : (drafts[found] ?? null);
    if (wider && (best === null || width(other) < width(best))) found = drafts.indexOf(other, Math.max(0, at - WINDOW));
  }
  return found;
}

/** No less than `around` looks. */
const WINDOW = 100;

const linkOf = ({ speaker, cue, channel, via, when }: Draft): VoiceLink => ({
  speaker: speaker?.actor ?? null,
  speakerWords: speaker?.actor == null ? (speaker?.description ?? null) : null,
  cue,
  channel,
  via,
  when,
});

function claimOf(
  scene: Scene,
  draft: Draft,
  id: string,
  outer: number | null,
  voice: readonly VoiceLink[],
): StatementClaim {
  const words = sentencesOf(scene, draft);
  const { actor = null, description = null } = draft.speaker ?? {};
  const because: Because[] = [{ rule: draft.rule, words: draft.cue ?? words }];
  if (draft.speaker !== null) because.push({ rule: 'source', words: draft.speaker.words });
  return {
    kind: 'statement',
    id,
    words,
    also: [],
    quote: scene.report.text.slice(...words),
    voice,
    statement: outer === null ? null : `s${outer + 1}`,
    confidence: Math.round(draft.confidence * 100) / 100,
    because,
    speaker: actor,
    speakerWords: actor === null ? description : null,
    cue: draft.cue,
    content: draft.content,
    quoteKind: draft.quoteKind,
    stance: draft.stance,
    addressee: draft.addressee,
    channel: draft.channel,
    via: draft.via,
    when: draft.when,
    where: draft.where,
  };
}

function sentencesOf({ sentences, sentenceAt }: Scene, { content, cue }: Draft): Span {
  const own = [...content, ...(cue === null ? [] : [cue])];
  const [start, end] = hull(own);
  const touched = sentences
    .slice(Math.max(0, sentenceAt(start)), sentenceAt(end) + 1)
    .filter(({ words }) => own.some((piece) => overlaps(piece, words)))
    .map(({ words }) => words);
  const whole = hull(touched.length === 0 ? own : touched);
  if (whole[1] - whole[0] <= LONGEST_CLAIM) return whole;
  const main = touched.find((words) => overlaps(words, cue ?? content[0] ?? whole)) ?? whole;
  return [main[0], Math.min(main[1], main[0] + LONGEST_CLAIM)];
}
