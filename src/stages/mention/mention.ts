import type { Layers, Mention } from '../../document/reading.ts';
import { type Span, wordsAt } from '../../document/span.ts';
import { isDate } from '../../document/times.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { nodeAt } from '../../grammar/phrase.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type Names, namesOf } from '../../knowledge/names.ts';
import type { Tables } from '../../knowledge/tables/tables.ts';
import type { Language } from '../../languages/language.ts';
import { titleFrom } from '../../languages/titles.ts';
import { apart } from './apart.ts';
import { withArea } from './areas.ts';
import { type Chunk, nounChunks } from './chunk.ts';
import { groupsInside, innerMention, namesInside } from './inside.ts';
import { joined } from './join.ts';
import { type Ground, type Hit, mentionOf, spanOf } from './phrase.ts';
import { withUnlisted } from './unlisted.ts';

/**
 * Finds the words that mean participants: names of people, states, bodies and pacts, titles, agent nouns, adjectives of
 * nationality and pronouns. Mentions come in the order of their first word, the longer first; a possessor, an adjective of
 * nationality or a state's name before a noun ("US soldiers") is a mention within the mention of its phrase.
 */
export function findMentions(
  language: Language,
  know: Knowledge,
): (layers: Pick<Layers, 'report' | 'trees' | 'times'>) => readonly Mention[] {
  const names = namesOf(know);
  const { area } = know.tables;
  return ({ report, trees, times }) => {
    const timed = trees.map((): Span[] => []);
    for (const time of times.filter(isDate)) timed[time.at.sentence]?.push(time.words);
    const found = trees.map((tree, sentence) =>
      mentionsIn(tree, sentence, { language, names, area, times: timed[sentence] ?? [] }),
    );
    const surnames = surnamesIn(report.text, found.flat());
    return trees.flatMap((tree, sentence) => withSurnames(tree, sentence, found[sentence] ?? [], surnames));
  };
}

/** Last and first words of the names of people that the report gives in full: of two words and more, or behind a title. */
function surnamesIn(text: string, mentions: readonly Mention[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { name, form } of mentions) {
    if (name === null || (form !== 'title' && form !== 'name')) continue;
    const words = wordsAt(text, name).split(' ');
    if (form !== 'title' && words.length < 2) continue;
    for (const word of [words[0] ?? '', words.at(-1) ?? '']) if (/^\p{Lu}\p{L}/u.test(word)) found.add(word);
  }
  return found;
}

/** Adds the names that the tagger took for other words ("Wang travels …"), where the report gives them in full elsewhere. */
function withSurnames(
  tree: Tree,
  sentence: number,
  mentions: readonly Mention[],
  surnames: ReadonlySet<string>,
): readonly Mention[] {
  const more = tree.nodes.flatMap((node): readonly Mention[] => {
    if (!surnames.has(node.form) || node.upos === 'ADP' || node.upos === 'AUX' || node.upos === 'DET') return [];
    // "He Lifeng" and "He said".
    if (node.form.length < 3 && node.upos !== 'PROPN' && node.upos !== 'NOUN') return [];
    const { words } = node;
    if (mentions.some((one) => one.words[0] <= words[0] && words[1] <= one.words[1])) return [];
    return [{ words, at: { sentence, node: node.index }, form: 'name', name: words, role: null }];
  });
  return more.length === 0 ? mentions : inOrder([...mentions, ...more]);
}

const inOrder = (mentions: readonly Mention[]): readonly Mention[] =>
  [...mentions].sort((a, b) => a.words[0] - b.words[0] || b.words[1] - a.words[1]);

interface Sources {
  readonly language: Language;
  readonly names: Names;
  readonly area: Tables['area'];
  /** Where times stand: no names ("Monday", "May"). */
  readonly times: readonly Span[];
}

function mentionsIn(tree: Tree, sentence: number, { language, names, area, times }: Sources): readonly Mention[] {
  const timed = (node: Node): boolean => times.some(([start, end]) => start <= node.words[0] && node.words[1] <= end);
  const listed = hitsIn(tree, names)
    .filter((hit) => !timed(nodeAt(tree, hit.from)))
    .map((hit) => withArea(hit, tree, area));
  const titles = language.titles
    .all(tree.nodes)
    .filter((title) => !listed.some((hit) => hit.from <= title.from && title.to <= hit.to))
    .map((title) =>
      titleFrom(title, listed.find((hit) => hit.from < title.from && title.from < hit.to)?.to ?? title.from),
    );
  const hits = withUnlisted(listed, tree, { language, titles });
  const chunks = joined(apart(untimed(nounChunks(tree), tree, timed), tree, language), tree, hits, titles);
  const ground: Ground = { tree, sentence, language, hits, titles };
  const found: Mention[] = [];
  for (const chunk of chunks) {
    const mention = mentionOf(chunk, ground);
    // "Affairs" of "Ministry of Foreign Affairs" has been said.
    const head = nodeAt(tree, chunk.head);
    const said =
      found.some(({ words }) => mention !== null && words[0] === mention.words[0] && words[1] === mention.words[1]) ||
      found.some(
        ({ name }) => mention !== null && name !== null && name[0] <= head.words[0] && mention.words[1] < name[1],
      ) ||
      found.some(
        ({ name, words }) =>
          mention !== null &&
          name !== null &&
          name[0] < mention.words[0] &&
          mention.words[1] <= name[1] &&
          words[1] >= mention.words[1],
      );
    if (mention !== null && !said) found.push(mention);
    if (mention === null) found.push(...groupsInside(chunk, ground));
  }
  for (const chunk of chunks) found.push(...namesInside(chunk, ground));
  for (const hit of hits) {
    if (found.some((mention) => coversHit(mention, hit, tree))) continue;
    const inside = innerMention(hit, ground, chunks);
    if (inside !== null) found.push(inside);
  }
  return inOrder(found);
}

/** Chunks without the times that the parser drew into them ("local media Tuesday"); those that are times go. */
const untimed = (chunks: readonly Chunk[], tree: Tree, timed: (node: Node) => boolean): readonly Chunk[] =>
  chunks.flatMap((chunk) => {
    if (timed(nodeAt(tree, chunk.head))) return [];
    let to = chunk.to;
    while (to - 1 > chunk.head && timed(nodeAt(tree, to - 1))) to--;
    return [{ ...chunk, to }];
  });

/** Is this hit what the mention already names? */
function coversHit(mention: Mention, hit: Hit, tree: Tree): boolean {
  const [start, end] = spanOf(tree, hit);
  const name = mention.name ?? (mention.form === 'demonym' ? mention.words : null);
  return name !== null && name[0] <= start && end <= name[1];
}

/** All known names of a sentence, the longest at each place, sorted and apart. */
function hitsIn(tree: Tree, names: Names): readonly Hit[] {
  const found: Hit[] = [];
  for (let at = 0; at < tree.nodes.length; at++) {
    const hit = names.longest(tree.nodes, at);
    if (hit === null || isAdjective(tree, names, { from: at, to: at + hit.length })) continue;
    found.push({ from: at, to: at + hit.length, known: hit.known });
    at += hit.length - 1;
  }
  return found;
}

/** "The Australian prime minister" holds no newspaper: behind the article an adjective of a state goes with a later noun. */
function isAdjective(tree: Tree, names: Names, { from, to }: { readonly from: number; readonly to: number }): boolean {
  if (to - from < 2 || nodeAt(tree, from).upos !== 'DET' || nodeAt(tree, to - 1).head < to) return false;
  const state = names.longest(tree.nodes, from + 1);
  return state?.length === to - from - 1 && state.known.some(({ form }) => form === 'adjective');
}
