import type { StatementClaim } from '../../document/claim.ts';
import { overlaps } from '../../document/span.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Language } from '../../languages/language.ts';
import { carryOn } from './carry.ts';
import { chain } from './chain.ts';
import { circumstanceOf } from './circumstance.ts';
import { type Content, contentOf } from './content.ts';
import type { Cue } from './cue.ts';
import { type Draft, inTextOrder } from './draft.ts';
import { headlines } from './headline.ts';
import { withoutArticle } from './outlet.ts';
import { type Needs, type Scene, setScene } from './scene.ts';
import { sourceOf } from './source.ts';
import type { Speaker } from './speaker.ts';
import { stanceOf } from './stance.ts';
import { passOn } from './via.ts';
import { settleVoices } from './voices.ts';

/**
 * Finds what the report says that somebody said: source, cue and content of each quotation, direct, indirect or mixed.
 * The three parts follow PARC and PolNeAR (Newell, Margolin, Ruths, "An Attribution Relations Corpus for Political News",
 * LREC 2018). Statements come in the order of the text; those inside another's content name it and carry its voice.
 */
export function attribute(language: Language, know: Knowledge): (layers: Needs) => readonly StatementClaim[] {
  const isOutlet = (name: string): boolean => {
    const sort = know.tables.outlet(withoutArticle(name.toLowerCase(), language.speech))?.[1];
    return sort !== undefined && sort !== 'platform';
  };
  return (layers) => {
    const scene = setScene(layers, language, isOutlet);
    const drafts = [...headlines(scene), ...scene.cues.flatMap((cue) => draftOf(scene, cue) ?? [])];
    const voiced = settleVoices(scene, withoutCues(oneFor(inTextOrder(drafts))));
    return chain(scene, passOn(scene, carryOn(scene, voiced)));
  };
}

/** How sure a statement is, by how its content was found; set by eye, to be fitted once there is enough gold. */
const CONFIDENCE = {
  clause: 0.9,
  parenthesis: 0.85,
  beside: 0.8,
  object: 0.6,
  'quoted-part': 0.6,
} as const satisfies Record<Content['found'], number>;

function draftOf(scene: Scene, cue: Cue): Draft | null {
  const tree = scene.trees[cue.sentence];
  const content = contentOf(scene, cue);
  const [first, last] = [cue.words[0], cue.words.at(-1)];
  if (tree === undefined || content === null || first === undefined || last === undefined) return null;
  const [from, to] = [tree.nodes[first], tree.nodes[last]];
  if (from === undefined || to === undefined) return null;
  const speaker = sourceOf(scene, cue);
  if (!speaks(scene, cue, content, speaker)) return null;
  return {
    cue: [from.words[0], to.words[1]],
    content: content.pieces,
    quoteKind: content.quoteKind,
    stance: stanceOf(scene, tree, cue),
    speaker,
    ...circumstanceOf(scene, cue, content.pieces, speaker),
    rule: cue.form === 'according' ? 'according-to' : `cue-${cue.word?.id ?? 'quotation'}`,
    confidence: CONFIDENCE[content.found] - (speaker === null || speaker.open ? 0.1 : 0),
    parenthetical: content.found === 'parenthesis' || cue.form === 'according',
    media: cue.word?.media === true,
    relays: cue.word?.outlet === true || cue.form === 'according',
  };
}

/** May this source make a statement with this cue? The reporter and those quoted do not report themselves. */
function speaks(scene: Scene, cue: Cue, content: Content, speaker: Speaker | null): boolean {
  const word = speaker?.node.upos === 'PRON' ? speaker.node.form.toLowerCase() : '';
  if (scene.speech.first.has(word) || scene.speech.second.has(word)) return false;
  if (cue.word === null && cue.form === 'verb')
    return content.found === 'beside' && content.quoteKind === 'direct' && speaker !== null;
  if (cue.word?.documents === true) return speaker !== null && speaker.text === null ? isText(scene, speaker) : true;
  if (content.found === 'object') return speaker?.actor != null;
  return true;
}

function isText(scene: Scene, { sentence, node }: Speaker): boolean {
  const nodes = scene.trees[sentence]?.nodes ?? [];
  const channel = scene.speech.channelOf(nodes, node.index);
  return channel !== null && scene.speech.speaking.has(channel);
}

/** Of two cues that found the very same words, the surer; of a verb beside a quotation that another cue has, none. */
function oneFor(drafts: readonly Draft[]): readonly Draft[] {
  const best = new Map<string, Draft>();
  for (const draft of drafts)
    for (const piece of draft.content) {
      const other = best.get(piece.join());
      if (other === undefined || other.confidence < draft.confidence) best.set(piece.join(), draft);
    }
  return drafts.filter((draft) => draft.content.every((piece) => best.get(piece.join()) === draft));
}

/** Drafts but those whose content is the cue of another: "according to the envoy" tells of words and is none. */
function withoutCues(drafts: readonly Draft[]): readonly Draft[] {
  const cues = new Map(drafts.flatMap((draft) => (draft.cue === null ? [] : [[draft.cue[0], draft] as const])));
  return drafts.filter(({ content }) => {
    const other = cues.get(content[0]?.[0] ?? -1);
    return other === undefined || other.content.some((said) => content.some((piece) => overlaps(piece, said)));
  });
}
