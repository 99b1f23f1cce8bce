import type { At, Mention } from '../../document/reading.ts';
import type { Span } from '../../document/span.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { dependents, nodeAt, preposition } from '../../grammar/phrase.ts';
import type { Known } from '../../knowledge/names.ts';
import type { Language } from '../../languages/language.ts';
import type { Title } from '../../languages/titles.ts';
import type { Chunk } from './chunk.ts';
import { isBare, isIdle, isPlaced, isTitled } from './idle.ts';
import { type Range, isNamePart, properName } from './proper.ts';
import { reachOf } from './reach.ts';

/** A name in a sentence: a known one, or one that the network alone sees and nobody knows. */
export interface Hit extends Range {
  readonly known: readonly Known[];
}

export interface Ground {
  readonly tree: Tree;
  readonly sentence: number;
  readonly language: Language;
  readonly hits: readonly Hit[];
  readonly titles: readonly Title[];
}

/** The mention that a noun phrase makes; null where its noun means no participant. */
export function mentionOf(chunk: Chunk, { tree, sentence, language, hits, titles }: Ground): Mention | null {
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
  const reach = title === null ? null : { from: title.from, to: reachOf(title, tree, hits) };
  const own = hits.filter((hit) => hit.from >= inside.from && hit.to <= inside.to);
  const name = namedBy(tree, inside, chunk.head, { own, title: reach, language });
  const possessed = tree.nodes[chunk.to]?.xpos === 'POS' || (head.label === 'nmod:poss' && head.upos !== 'PRON');
  if (
    title !== null &&
    reach !== null &&
    (name === null || title.to <= name.from || title.from >= name.to) &&
    bears(reach, chunk.head, name)
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
    const people =
      known !== undefined &&
      known.known.length > 0 &&
      known.known.every(({ form }) => form === 'demonym' || form === 'adjective');
    const form = people ? 'demonym' : possessed ? 'possessive' : rest || behind ? 'nominal' : 'name';
    return { words, at, form, name: spanOf(tree, name), role: null };
  }
  const agent = language.agents.endingAt(tree.nodes, chunk.head);
  if (agent === null || (agent.kind.only === 'subject' && !head.label.startsWith('nsubj'))) return null;
  if (agent.kind.counts && countsThings(tree, chunk.head, language)) return null;
  if (isBare(tree, chunk) && (!agent.kind.organ || isPlaced(tree, chunk.head))) return null;
  return { words, at, form: 'nominal', name: null, role: null };
}

/** "dozens of villages", "raised it to 20": a number of what are no people. */
function countsThings(tree: Tree, head: number, { agents }: Language): boolean {
  const { upos, label, children } = nodeAt(tree, head);
  const counted = dependents(tree, head, 'nmod').filter((it) => preposition(tree, it.index) === 'of');
  if (counted.some((it) => it.upos === 'NOUN' && agents.endingAt(tree.nodes, it.index) === null)) return true;
  return upos === 'NUM' && (children.length > 0 || !/^(obj|nsubj:pass|conj)$/.test(label));
}

const isThing = (node: Node | undefined, language: Language): boolean =>
  node !== undefined && isNamePart(node) && language.modifiers.things.has(node.form.toLowerCase());

/** The proper name of a phrase; a lone word that means people ("Islamists", "Muslims") is no name, unless the knowledge has it. */
function namedBy(
  tree: Tree,
  inside: Range,
  head: number,
  { own, title, language }: { readonly own: readonly Hit[]; readonly title: Range | null; readonly language: Language },
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
const bears = (title: Range, head: number, name: Range | null): boolean =>
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

/** Where the words after "X's" begin; the phrase's own start where it has no possessor. */
export function afterPossessor(
  tree: Tree,
  chunk: Chunk,
  { hits, language }: Pick<Ground, 'hits' | 'language'>,
): number {
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

export const spanOf = (tree: Tree, { from, to }: Range): Span => [
  nodeAt(tree, from).words[0],
  nodeAt(tree, to - 1).words[1],
];
