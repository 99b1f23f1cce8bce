import type { Tree } from '../../document/tree.ts';
import { isFinite } from '../../grammar/verb-form.ts';
import type { Draft } from './draft.ts';
import { LONGEST_NAME } from './outlet.ts';
import { mentionAt, type Scene } from './scene.ts';
import { trim } from './trim.ts';

/**
 * Statements of headlines: "Lavrov: talks will go on", "Talks will go on: Canberra". A headline is a paragraph of one sentence
 * without a stop at its end. A state ahead of the colon is as often the place as the speaker, so there a modal verb must follow.
 */
export const headlines = (scene: Scene): readonly Draft[] =>
  scene.trees.flatMap((tree, sentence) => {
    if (!isHeadline(scene, tree, sentence)) return [];
    const colon = tree.nodes.findIndex(({ form }) => form === ':');
    const count = tree.nodes.length;
    const ahead =
      colon > 0 && colon <= LONGEST_NAME ? headlineOf(scene, sentence, [0, colon], [colon + 1, count]) : null;
    const behind = count - colon - 1;
    return (
      ahead ??
      (colon > 0 && behind > 0 && behind <= LONGEST_NAME
        ? headlineOf(scene, sentence, [colon + 1, count], [0, colon])
        : null) ??
      []
    );
  });

function isHeadline({ sentences }: Scene, tree: Tree, sentence: number): boolean {
  const { paragraph } = sentences[sentence] ?? { paragraph: -1 };
  const alone = sentences[sentence - 1]?.paragraph !== paragraph && sentences[sentence + 1]?.paragraph !== paragraph;
  return alone && tree.nodes.length > 3 && !/^[.?!"”’:;]$/.test(tree.nodes.at(-1)?.form ?? '.');
}

type Stretch = readonly [from: number, to: number];

function headlineOf(scene: Scene, sentence: number, name: Stretch, words: Stretch): Draft | null {
  const nodes = scene.trees[sentence]?.nodes ?? [];
  const who = nodes.slice(...name);
  const said = nodes.slice(...words);
  const node = who.find(({ head }) => head < name[0] || head >= name[1]);
  const [first, last] = [said[0], said.at(-1)];
  const known = node === undefined ? null : mentionAt(scene, sentence, node);
  if (node === undefined || first === undefined || last === undefined || known?.actor == null) return null;
  if (who.some(({ upos }) => upos === 'VERB' || upos === 'AUX' || upos === 'PUNCT') || !said.some(isFinite))
    return null;
  if (name[0] === 0 && known.actor.kind === 'state' && !said.some(({ xpos }) => xpos === 'MD')) return null;
  const content = trim(scene, [first.words[0], last.words[1]], true);
  if (content === null) return null;
  return {
    cue: null,
    content: [content],
    quoteKind: scene.quotations.some(({ inner }) => inner[0] <= content[0] && content[1] <= inner[1])
      ? 'direct'
      : 'indirect',
    stance: 'asserted',
    speaker: {
      sentence,
      node,
      actor: known.actor,
      description: null,
      words: known.mention.words,
      open: false,
      text: null,
    },
    channel: null,
    addressee: null,
    via: null,
    when: null,
    where: null,
    rule: 'headline-and-colon',
    confidence: 0.6,
    parenthetical: false,
    media: false,
    relays: false,
  };
}
