import type { Channel } from '../../document/claim.ts';
import { contains, overlaps } from '../../document/span.ts';
import { dependents } from '../../grammar/phrase.ts';
import { anchorOf, type Draft, isInside } from './draft.ts';
import { isBehind } from './nodes.ts';
import { mentionAt, type Scene } from './scene.ts';
import { around, firstBeyond } from './search.ts';
import type { Speaker } from './speaker.ts';

/**
 * Settles who is meant by sources that only point back: "he said" behind a quotation is whoever spoke last and not
 * somebody of whom the quotation speaks; "the newspaper" is the paper quoted before. The occasion of somebody's words
 * (a speech, an interview) holds for what the report goes on to quote of them.
 */
export function settleVoices(scene: Scene, drafts: readonly Draft[]): readonly Draft[] {
  const done: Draft[] = [];
  const occasions = new Map<string, Channel>();
  drafts.forEach((draft, at) => {
    const speaker = settled(scene, draft, done.slice(-REACH), around(drafts, at));
    const id = speaker?.actor?.id ?? null;
    const last = id === null ? null : (occasions.get(id) ?? null);
    const channel = draft.channel ?? (last !== null && OCCASIONS.has(last) ? last : null);
    if (id !== null && channel !== null) occasions.set(id, channel);
    done.push({ ...draft, speaker, channel });
  });
  return done;
}

/** Who spoke before so many statements is not meant any more. */
const REACH = 200;

const OCCASIONS: ReadonlySet<Channel> = new Set([
  'speech',
  'interview',
  'news conference',
  'press remarks',
  'spokesperson',
]);

function settled(scene: Scene, draft: Draft, done: readonly Draft[], all: readonly Draft[]): Speaker | null {
  const { speaker } = draft;
  if (speaker === null || (!isPronoun(scene, speaker) && !isBareDescription(scene, speaker))) return speaker;
  const earlier = done.filter((other) => other.speaker !== null && !isInside(draft, other) && !isInside(other, draft));
  const meant = isPronoun(scene, speaker)
    ? lastSpeaker(scene, draft, speaker, earlier, all)
    : earlier.findLast((other) => isCalled(scene, speaker, other.speaker));
  const found = meant?.speaker ?? null;
  return found === null ? speaker : { ...speaker, actor: found.actor, description: found.description, open: false };
}

const isPronoun = ({ speech }: Scene, { node }: Speaker): boolean =>
  node.upos === 'PRON' && speech.anaphors.has(node.form.toLowerCase());

/**
 * Whoever spoke last, unless the report itself (and not somebody quoted in it) has since spoken of the one to whom the
 * pronoun was linked.
 */
function lastSpeaker(
  scene: Scene,
  draft: Draft,
  speaker: Speaker,
  earlier: readonly Draft[],
  all: readonly Draft[],
): Draft | undefined {
  const last = earlier.findLast((other) => couldBe(scene, speaker, other.speaker));
  const { actor } = speaker;
  if (last === undefined || actor === null) return last;
  const [before] = anchorOf(draft);
  const since = last.speaker?.words[0] ?? 0;
  const from = firstBeyond(scene.mentions, ({ words }) => words[0], since - 1);
  const to = Math.min(
    firstBeyond(scene.mentions, ({ words }) => words[0], before - 1),
    from + LONGEST,
  );
  const linked = scene.mentions.slice(from, to).some(({ words }, at) => {
    if (scene.actors[from + at]?.id !== actor.id || overlaps(words, speaker.node.words)) return false;
    return !all.some(({ content }) => content.some((piece) => contains(piece, words)));
  });
  return linked ? undefined : last;
}

/** Mentions between one statement and the next. */
const LONGEST = 2000;

function couldBe({ pronouns }: Scene, { node }: Speaker, other: Speaker | null): boolean {
  if (other === null) return false;
  const { actor } = other;
  const kind = pronouns.get(node.lemma);
  if (kind === 'many' || actor === null) return true;
  return kind === 'thing' ? actor.kind !== 'person' : actor.kind === 'person' || actor.kind === 'group';
}

/** "the newspaper", "the ministry": an article and a noun. */
function isBareDescription(scene: Scene, { sentence, node, actor }: Speaker): boolean {
  const tree = scene.trees[sentence];
  if (tree === undefined || node.upos !== 'NOUN' || (actor?.kind === 'person' && actor.as === null)) return false;
  const [article, ...more] = dependents(
    tree,
    node.index,
    'det',
    'amod',
    'compound',
    'nmod',
    'nummod',
    'appos',
    'flat',
  ).filter((it) => it.label !== 'nmod' || isBehind(tree, it, scene.speech.holders));
  return more.length === 0 && article !== undefined && scene.speech.articles.has(article.form.toLowerCase());
}

function isCalled(scene: Scene, { node }: Speaker, other: Speaker | null): boolean {
  if (other === null) return false;
  const own = mentionAt(scene, other.sentence, other.node)?.mention.words ?? other.words;
  const words = `${other.description ?? ''} ${other.actor?.as ?? ''} ${scene.report.text.slice(...own)} ${scene.report.text.slice(...other.words)}`;
  return words
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .includes(node.lemma.toLowerCase());
}
