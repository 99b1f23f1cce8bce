import type { At, Layers, Mention } from '../../document/reading.ts';
import { wordsAt, type Span } from '../../document/span.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { nodeAt } from '../../grammar/phrase.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { indexNames, type Known, type Names } from '../../knowledge/names.ts';
import type { Language } from '../../languages/language.ts';
import type { Title } from '../../languages/titles.ts';
import { nounChunks, type Chunk } from './chunk.ts';
import { isNamePart, properName, type Range } from './proper.ts';

/** A known name in a sentence. */
interface Hit extends Range {
  readonly known: readonly Known[];
}

/**
 * Finds the words that mean participants: names of people, states, bodies and pacts, titles, agent nouns, adjectives of
 * nationality and pronouns. Mentions come in the order of their first word, the longer first; a possessor, an adjective of
 * nationality or a state's name before a noun ("US soldiers") is a mention within the mention of its phrase.
 */
export function findMentions(
  language: Language,
  know: Knowledge,
): (layers: Pick<Layers, 'report' | 'trees' | 'times'>) => readonly Mention[] {
  const names = indexNames(know);
  return ({ report, trees, times }) => {
    const timed = trees.map((): Span[] => []);
    for (const time of times) timed[time.at.sentence]?.push(time.words);
    const found = trees.map((tree, sentence) =>
      mentionsIn(tree, sentence, { language, names, times: timed[sentence] ?? [] }),
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
    for (const word of [words[0] ?? '', words.at(-1) ?? '']) if (/^\p{Lu}\p{L}{2}/u.test(word)) found.add(word);
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
  /** Where times stand: no names ("Monday", "May"). */
  readonly times: readonly Span[];
}

function mentionsIn(tree: Tree, sentence: number, { language, names, times }: Sources): readonly Mention[] {
  const timed = (node: Node): boolean => times.some(([start, end]) => start <= node.words[0] && node.words[1] <= end);
  const hits = hitsIn(tree, names).filter((hit) => !timed(nodeAt(tree, hit.from)));
  const titles = language.titles
    .all(tree.nodes)
    .filter((title) => !hits.some((hit) => hit.from <= title.from && title.to <= hit.to));
  const chunks = joined(untimed(nounChunks(tree), tree, timed), tree, hits, titles);
  const ground: Ground = { tree, sentence, language, hits, titles };
  const found: Mention[] = [];
  for (const chunk of chunks) {
    const mention = mentionOf(chunk, ground);
    // "Affairs" of "Ministry of Foreign Affairs" has been said.
    const head = nodeAt(tree, chunk.head);
    const said =
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
    if (hit === null) continue;
    found.push({ from: at, to: at + hit.length, known: hit.known });
    at += hit.length - 1;
  }
  return found;
}

/**
 * Chunks as names and titles correct them: a known name or a title that the tree split draws its phrases together, and a
 * title takes in the name that follows it.
 */
function joined(
  chunks: readonly Chunk[],
  tree: Tree,
  hits: readonly Hit[],
  titles: readonly Title[],
): readonly Chunk[] {
  const wholes: readonly Range[] = [...hits, ...titles].filter((whole) => whole.to - whole.from > 1);
  const result: Chunk[] = [];
  for (const chunk of chunks) {
    const last = result.at(-1);
    if (last !== undefined && last.from <= chunk.from && chunk.to <= last.to && !endsInClitic(tree, chunk, last))
      continue;
    // Two cores that overlap in part: the first ends where the second begins.
    if (
      last !== undefined &&
      last.from < chunk.from &&
      chunk.from < last.to &&
      last.to < chunk.to &&
      last.head < chunk.from
    )
      result[result.length - 1] = { ...last, to: chunk.from };
    const whole = wholes.find(
      (one) => one.from < chunk.to && chunk.from < one.to && (one.from < chunk.from || one.to > chunk.to),
    );
    const grown = whole === undefined ? chunk : stretch(chunk, whole, tree);
    if (last !== undefined && shouldJoin(last, grown, tree, titles, wholes)) {
      const range = { from: Math.min(last.from, grown.from), to: Math.max(last.to, grown.to) };
      result[result.length - 1] = { ...range, head: topOf(tree, range) };
    } else result.push(grown);
  }
  return result;
}

/** A possessor stays a phrase of its own inside another: what follows it is "'s" or an apostrophe. */
const endsInClitic = (tree: Tree, inner: Chunk, outer: Chunk): boolean =>
  inner.head !== outer.head && (tree.nodes[inner.head]?.label === 'nmod:poss' || tree.nodes[inner.to]?.xpos === 'POS');

const stretch = (chunk: Chunk, whole: Range, tree: Tree): Chunk => {
  const range = { from: Math.min(chunk.from, whole.from), to: Math.max(chunk.to, whole.to) };
  return { ...range, head: topOf(tree, range) };
};

function shouldJoin(a: Chunk, b: Chunk, tree: Tree, titles: readonly Title[], wholes: readonly Range[]): boolean {
  if (b.from < a.to) return !(b.to <= a.to) && wholes.some((whole) => whole.from < a.to && b.from < whole.to);
  if (b.from !== a.to) return false;
  const title = titles.find((one) => one.to === a.to && one.from >= a.from);
  const first = tree.nodes[b.from];
  return title !== undefined && first !== undefined && first.upos === 'PROPN' && isNamePart(first);
}

/** The node of a range whose governor lies outside it: where the rest of the sentence takes hold of it. */
function topOf(tree: Tree, { from, to }: Range): number {
  for (let at = from; at < to; at++) {
    const node = nodeAt(tree, at);
    if ((node.head < from || node.head >= to) && node.upos !== 'PUNCT' && node.upos !== 'ADP' && node.upos !== 'DET')
      return at;
  }
  return to - 1;
}

interface Ground {
  readonly tree: Tree;
  readonly sentence: number;
  readonly language: Language;
  readonly hits: readonly Hit[];
  readonly titles: readonly Title[];
}

/** The mention that a noun phrase makes; null where its noun means no participant. */
function mentionOf(chunk: Chunk, { tree, sentence, language, hits, titles }: Ground): Mention | null {
  const head = nodeAt(tree, chunk.head);
  const at: At = { sentence, node: chunk.head };
  const words = spanOf(tree, chunk);
  if (head.upos === 'PRON') {
    const kind = language.pronouns.kind.get(head.form.toLowerCase());
    if (kind !== undefined && !(kind === 'relative' && !isRelative(head, tree)))
      return { words: head.words, at, form: 'pronoun', name: null, role: null };
    if (language.agents.endingAt(tree.nodes, chunk.head) === null) return null;
  }
  const inside = { from: afterPossessor(tree, chunk, { hits, language }), to: chunk.to };
  const inner = titles
    .filter((one) => one.from >= inside.from && one.to <= inside.to)
    // "Prime Minister House", "Attorney General's Office": the title is part of the name of something else.
    .filter((one) => !isThing(tree.nodes[one.to], language));
  const title = inner.at(-1) ?? null;
  const own = hits.filter((hit) => hit.from >= inside.from && hit.to <= inside.to);
  const name = namedBy(tree, inside, chunk.head, { own, title, language });
  const possessed = tree.nodes[chunk.to]?.xpos === 'POS' || (head.label === 'nmod:poss' && head.upos !== 'PRON');
  if (
    title !== null &&
    (name === null || title.to <= name.from || title.from >= name.to) &&
    bears(title, chunk.head, name)
  ) {
    if (
      name === null &&
      isBare(tree, { ...chunk, from: title.from === chunk.from ? chunk.head : chunk.from }) &&
      !title.past &&
      tree.nodes[chunk.to]?.form !== 'of' &&
      !isTitled(head)
    )
      return null;
    if (name === null && isIdle(tree, chunk, title)) return null;
    const wide = withOf(tree, chunk, hits);
    return {
      words: spanOf(tree, wide),
      at,
      form: 'title',
      name: name && spanOf(tree, name),
      role: spanOf(tree, office(inner)),
    };
  }
  const long = isNamePart(head)
    ? withOfName(tree, name ?? { from: chunk.head, to: chunk.head + 1 }, chunk, language)
    : null;
  if (long !== null) {
    const span = spanOf(tree, long);
    return { words: [words[0], span[1]], at, form: 'name', name: span, role: null };
  }
  if (name !== null) {
    const rest = name.from > inside.from && hasContent(tree, { from: inside.from, to: name.from });
    const behind = name.to < inside.to;
    const known = own.find((hit) => hit.from === name.from && hit.to === name.to);
    const people = known?.known.every(({ form }) => form === 'demonym' || form === 'adjective') === true;
    const form = people ? 'demonym' : possessed ? 'possessive' : rest || behind ? 'nominal' : 'name';
    return { words, at, form, name: spanOf(tree, name), role: null };
  }
  const agent = language.agents.endingAt(tree.nodes, chunk.head);
  if (agent === null || (agent.kind.only === 'subject' && !head.label.startsWith('nsubj'))) return null;
  if (isBare(tree, chunk) && (!agent.kind.organ || isPlaced(tree, chunk.head))) return null;
  return { words, at, form: 'nominal', name: null, role: null };
}

const isThing = (node: Node | undefined, language: Language): boolean =>
  node !== undefined && isNamePart(node) && language.modifiers.things.has(node.form.toLowerCase());

/** The proper name of a phrase; a lone word that means people ("Islamists", "Muslims") is no name, unless the knowledge has it. */
function namedBy(
  tree: Tree,
  inside: Range,
  head: number,
  { own, title, language }: { readonly own: readonly Hit[]; readonly title: Title | null; readonly language: Language },
): Range | null {
  const name = properName(tree, inside, head, { hits: own, title });
  if (name === null || own.some((hit) => hit.from === name.from)) return name;
  const agent = language.agents.endingAt(tree.nodes, name.to - 1);
  if (agent === null || agent.from > name.from + 1) return name;
  // "the Hutu Government", "Parliament", "Islamists": common nouns with a capital.
  const common = agent.kind.kind === 'state' || agent.from === name.from;
  return common ? null : name;
}

/** Of titles in a row ("Police Chief Gen.") the one that says most: the first that is more than a form of address. */
function office(titles: readonly Title[]): Range {
  const last = titles.at(-1);
  if (last === undefined) throw new Error('no titles');
  let first = titles.length - 1;
  while (first > 0 && titles[first - 1]?.to === titles[first]?.from) first--;
  return titles.slice(first).find((title) => title.head.of !== 'self') ?? last;
}

/** Does a title stand for the person here: it heads the phrase or stands right before the name? */
const bears = (title: Title, head: number, name: Range | null): boolean =>
  (title.from <= head && head < title.to) || (name !== null && (title.to === name.from || title.from === name.to));

/** "Bank of America", "Ministry of Foreign Affairs": a body whose own noun has a capital is named by its phrase as well. */
function withOfName(tree: Tree, name: Range, chunk: Chunk, language: Language): Range | null {
  const agent = language.agents.endingAt(tree.nodes, name.to - 1);
  if (agent?.kind.kind !== 'organisation' || name.to !== chunk.to) return null;
  if (!/^(of|for)$/.test(tree.nodes[name.to]?.form ?? '')) return null;
  let to = name.to + 1;
  if (tree.nodes[to]?.form === 'the') to++;
  const start = to;
  for (let at = to; at < tree.nodes.length; at++) {
    const node = nodeAt(tree, at);
    if (isNamePart(node)) to = at + 1;
    else if (
      !(node.form === 'and' || node.form === '&' || node.form === '-') ||
      !isNamePart(tree.nodes[at + 1] ?? node)
    )
      break;
  }
  return to > start ? { from: name.from, to } : null;
}

/** "president of France": the state that an office is of belongs to its words. */
function withOf(tree: Tree, chunk: Chunk, hits: readonly Hit[]): Range {
  if (tree.nodes[chunk.to]?.form !== 'of') return chunk;
  const next = tree.nodes[chunk.to + 1]?.form === 'the' ? chunk.to + 2 : chunk.to + 1;
  const state = hits.find((hit) => hit.from === next && hit.known.some(({ form }) => form === 'name'));
  return state === undefined ? chunk : { from: chunk.from, to: state.to };
}

/** A known name that stands inside a phrase of another: an adjective of nationality, a state before a noun, a lone place. */
function innerMention(hit: Hit, { tree, sentence }: Ground, chunks: readonly Chunk[]): Mention | null {
  const top = topOf(tree, hit);
  const node = nodeAt(tree, top);
  // A name that goes on is another name: "Paris Hilton", "Jordan Henderson".
  const before = tree.nodes[hit.from - 1];
  const after = tree.nodes[hit.to];
  const linked = (other: Node | undefined): boolean =>
    other !== undefined &&
    other.label === 'flat' &&
    other.upos === 'PROPN' &&
    (other.head === top || node.head === other.head || node.head === other.index);
  if (
    !hit.known.some(({ actor }) => actor.kind === 'state') &&
    chunks.some((c) => c.from < hit.from && hit.to <= c.to) &&
    before !== undefined &&
    before.upos === 'PROPN' &&
    isNamePart(before) &&
    before.head === node.head &&
    before.label === node.label
  )
    return null;
  if (
    linked(after) ||
    (node.label === 'flat' &&
      before !== undefined &&
      before.upos === 'PROPN' &&
      !chunks.some((c) => c.from === hit.from))
  )
    return null;
  const adjectival = hit.known.some((known) => known.form === 'adjective' || known.form === 'demonym');
  const form =
    adjectival && (node.upos === 'ADJ' || hit.known.every((known) => known.form !== 'name')) ? 'demonym' : 'name';
  const words = spanOf(tree, hit);
  return { words, at: { sentence, node: top }, form, name: form === 'name' ? words : null, role: null };
}

/**
 * Names nobody knows that stand before the noun of a phrase: "Morsi" of "Morsi supporters", "PYD" of "a PYD official". Known
 * names are found apart.
 */
function namesInside(chunk: Chunk, { tree, sentence, language, hits, titles }: Ground): readonly Mention[] {
  const head = nodeAt(tree, chunk.head);
  const taken = (at: number): boolean => titles.some((title) => title.from <= at && at < title.to);
  if (isNamePart(head) && head.upos === 'PROPN' && !taken(chunk.head)) return [];
  const found: Mention[] = [];
  for (let from = afterPossessor(tree, chunk, { hits, language }); from < chunk.head; from++) {
    const isPart = (at: number): boolean => {
      const node = nodeAt(tree, at);
      return isNamePart(node) && (node.upos === 'PROPN' || ACRONYM.test(node.form)) && !taken(at) && at < chunk.head;
    };
    if (!isPart(from)) continue;
    let to = from + 1;
    while (to < chunk.head && isPart(to)) to++;
    if (
      !hits.some((hit) => hit.from <= from && to <= hit.to) &&
      !(hits.some((hit) => hit.from === from || hit.to === to) && to - from < 2)
    ) {
      const range = withoutStates({ from, to }, hits);
      const words = spanOf(tree, range);
      const people = language.agents.endingAt(tree.nodes, range.to - 1)?.kind.person === true;
      if (range.to > range.from && !people && !titles.some((title) => title.to === range.from))
        found.push({ words, at: { sentence, node: topOf(tree, range) }, form: 'name', name: words, role: null });
    }
    from = to;
  }
  return found;
}

const ACRONYM = /^\p{Lu}{2,}$/u;

/** "UK Labour" of "UK Labour leader": a state before a name is no part of it. */
function withoutStates({ from, to }: Range, hits: readonly Hit[]): Range {
  const state = hits.find(
    (hit) => hit.from === from && hit.to <= to && hit.known.some(({ actor }) => actor.kind === 'state'),
  );
  return { from: state === undefined ? from : state.to, to };
}

/** Where the words after "X's" begin; the phrase's own start where it has no possessor. */
function afterPossessor(tree: Tree, chunk: Chunk, { hits, language }: Pick<Ground, 'hits' | 'language'>): number {
  // "the People's National Movement": a common noun with a capital is part of the name.
  const named = (at: number): boolean =>
    hits.some((hit) => hit.from < at && at < hit.to) ||
    (at > 1 &&
      isNamePart(nodeAt(tree, at - 1)) &&
      isNamePart(nodeAt(tree, Math.min(at + 1, tree.nodes.length - 1))) &&
      language.agents.endingAt(tree.nodes, at - 1) !== null);
  for (let at = chunk.head - 1; at >= chunk.from; at--)
    if (nodeAt(tree, at).xpos === 'POS' && !named(at)) return at + 1;
  const poss = nodeAt(tree, chunk.head).children.find((child) => tree.nodes[child]?.xpos === 'PRP$');
  return poss === undefined ? chunk.from : Math.min(Math.max(poss + 1, chunk.from), chunk.head);
}

/** A singular noun without a word before it is a capacity ("as mediator", "remain leader"), not somebody. */
function isBare(tree: Tree, { from, head }: Pick<Chunk, 'from' | 'head'>): boolean {
  const node = nodeAt(tree, head);
  return from === head && node.xpos === 'NN' && !node.label.startsWith('nsubj') && node.label !== 'appos';
}

const isTitled = (head: Node): boolean => head.upos === 'PROPN' || head.label === 'conj';

/** "in force", "at court": no party to anything. */
const isPlaced = (tree: Tree, head: number): boolean =>
  nodeAt(tree, head).children.some(
    (child) => /^(in|at|on|under)$/i.test(tree.nodes[child]?.form ?? '') && tree.nodes[child]?.label === 'case',
  );

/** "shot in the head": a word that may be a title, alone and not as a subject, says nothing of anybody. */
function isIdle(tree: Tree, { head, from }: Chunk, title: Title): boolean {
  const node = nodeAt(tree, head);
  if (title.head.lone || title.head.of !== 'body' || /^(nsubj|appos|conj)/.test(node.label) || head - from > 1)
    return false;
  return !node.children.some(
    (child) => /^(nmod|appos|compound|acl)/.test(tree.nodes[child]?.label ?? '') && tree.nodes[child]?.xpos !== 'PRP$',
  );
}

/** Is there more than a determiner or a quotation mark before a name? */
function hasContent(tree: Tree, { from, to }: Range): boolean {
  for (let at = from; at < to; at++) if (!['DET', 'PUNCT', 'PART'].includes(nodeAt(tree, at).upos)) return true;
  return false;
}

/** "who", "which" and "that" stand for somebody only inside a relative clause. */
function isRelative(node: Node, tree: Tree): boolean {
  for (let at = node.head; at >= 0; at = nodeAt(tree, at).head) {
    const label = nodeAt(tree, at).label;
    if (label.startsWith('acl')) return true;
    if (label === 'ccomp' || label === 'advcl' || label === 'root') return false;
  }
  return false;
}

const spanOf = (tree: Tree, { from, to }: Range): Span => [nodeAt(tree, from).words[0], nodeAt(tree, to - 1).words[1]];
