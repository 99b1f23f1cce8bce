import type { Mention } from '../../document/reading.ts';
import { wordsAt, type Span } from '../../document/span.ts';
import type { Node, Tree } from '../../document/tree.ts';
import { firstConjunct, nodeAt } from '../../grammar/phrase.ts';
import type { Known, Names } from '../../knowledge/names.ts';
import type { Agent } from '../../languages/agents.ts';
import type { Language } from '../../languages/language.ts';
import type { PronounKind } from '../../languages/pronouns.ts';
import { titleFrom, type Title } from '../../languages/titles.ts';
import { nameClasses, type NameClass } from './name-class.ts';

/** What linking reads off one mention before it asks whom it means. */
export interface Facts {
  readonly index: number;
  readonly mention: Mention;
  readonly tree: Tree;
  readonly head: Node;
  /** Tokens of the mention's words. */
  readonly from: number;
  readonly to: number;
  readonly words: string;
  readonly name: string | null;
  readonly known: readonly Known[];
  /** The whole name is a noun that many states have a body for: "Foreign Office". */
  readonly common: boolean;
  /** The name is one that an office-holder bears in the knowledge. */
  readonly person: boolean;
  /** What the network takes the name for. */
  readonly seemsTo: NameClass;
  readonly title: Title | null;
  readonly agent: Agent | null;
  readonly pronoun: PronounKind | null;
  /** Names an actor inside the phrase of another: "US" of "US soldiers". */
  readonly inner: boolean;
  readonly plural: boolean;
  /** "the", "this", "that" or a possessor goes before. */
  readonly definite: boolean;
  readonly subject: boolean;
  /** Stands between quotation marks. */
  readonly quoted: boolean;
}

/** All mentions with their facts, and the way from a node to the mention that it heads. */
export interface Scene {
  readonly facts: readonly Facts[];
  /** The mention whose head is a node; null where there is none. */
  readonly at: (sentence: number, node: number) => Facts | null;
  /** Mentions inside another's words, by its number. */
  readonly inside: (outer: Facts) => readonly Facts[];
}

function push(index: Map<number, Facts[]>, key: number, facts: Facts): void {
  const all = index.get(key);
  if (all === undefined) index.set(key, [facts]);
  else all.push(facts);
}

/** More nodes than a sentence has. */
const WIDE = 100_000;

/** Reads the facts of all mentions. */
export function setScene(
  text: string,
  trees: readonly Tree[],
  mentions: readonly Mention[],
  { language, names, quotes }: { readonly language: Language; readonly names: Names; readonly quotes: readonly Span[] },
): Scene {
  const titles = new Map<number, readonly Title[]>();
  const titlesOf = (sentence: number, tree: Tree): readonly Title[] => {
    const known = titles.get(sentence) ?? language.titles.all(tree.nodes);
    titles.set(sentence, known);
    return known;
  };
  const classes = nameClasses(text, trees, mentions);
  const byNode = new Map<number, Facts>();
  const inside = new Map<number, Facts[]>();
  const facts: Facts[] = [];
  const open: Facts[] = [];
  for (const [index, mention] of mentions.entries()) {
    const tree = trees[mention.at.sentence];
    if (tree === undefined) throw new RangeError(`mention ${index} is in no sentence`);
    while (open.length > 0 && (open.at(-1)?.mention.words[1] ?? 0) <= mention.words[0]) open.pop();
    const outer = open.at(-1) ?? null;
    const own = factsOf(index, mention, tree, {
      language,
      names,
      quotes,
      text,
      classes,
      titles: mention.role === null ? [] : titlesOf(mention.at.sentence, tree),
      inner: outer !== null,
    });
    const one = own.title?.head.same === true ? { ...own, title: sameAsBefore(own.title, own, facts) } : own;
    for (const holder of open) push(inside, holder.index, one);
    facts.push(one);
    open.push(one);
    const key = mention.at.sentence * WIDE + mention.at.node;
    if (!byNode.has(key)) byNode.set(key, one);
  }
  return {
    facts,
    at: (sentence, node) => byNode.get(sentence * WIDE + node) ?? null,
    inside: (outer) => inside.get(outer.index) ?? [],
  };
}

function factsOf(
  index: number,
  mention: Mention,
  tree: Tree,
  given: {
    readonly text: string;
    readonly language: Language;
    readonly names: Names;
    readonly quotes: readonly Span[];
    readonly titles: readonly Title[];
    readonly inner: boolean;
    readonly classes: (name: string) => NameClass;
  },
): Facts {
  const head = nodeAt(tree, mention.at.node);
  const [from, to] = tokensOf(tree, mention.words, mention.at.node);
  const name = mention.name === null ? null : wordsAt(given.text, mention.name);
  const role = mention.role;
  const found = role === null ? null : titleAt(tree, role, given.titles);
  // "the former Labour leader": the word stands before the body's name.
  const title =
    found !== null &&
    tree.nodes.slice(from, found.from).some((node) => given.language.titles.past.has(node.form.toLowerCase()))
      ? { ...found, past: true }
      : found;
  const pronoun =
    mention.form === 'pronoun' ? (given.language.pronouns.kind.get(head.form.toLowerCase()) ?? null) : null;
  const agent = mention.form === 'nominal' ? given.language.agents.endingAt(tree.nodes, mention.at.node) : null;
  const first = tree.nodes[from];
  const known = given.names.exact(name ?? (mention.form === 'demonym' ? wordsAt(given.text, mention.words) : ''));
  return {
    index,
    mention,
    tree,
    head,
    from,
    to,
    words: wordsAt(given.text, mention.words),
    name,
    known: known.filter(({ actor }) => actor.kind !== 'person'),
    common: isCommon(tree, mention, given.language),
    person: known.some(({ actor }) => actor.kind === 'person'),
    seemsTo: name === null ? null : given.classes(name),
    title,
    agent,
    pronoun,
    inner: given.inner,
    plural: head.xpos === 'NNS' || head.xpos === 'NNPS',
    definite: isDefinite(tree, head, first) || (head.label === 'conj' && sharesDeterminer(tree, head)),
    subject: head.label.startsWith('nsubj'),
    quoted: given.quotes.some(([start, end]) => start < mention.words[0] && mention.words[1] <= end),
  };
}

/** "his Chilean counterpart": the office of the last before it who bears one, as said of another. */
function sameAsBefore(title: Title, { mention, tree }: Facts, before: readonly Facts[]): Title {
  const near = before.filter(
    (one) =>
      mention.at.sentence - one.mention.at.sentence < 2 &&
      one.title !== null &&
      !one.title.head.same &&
      one.title.head.of !== 'self' &&
      !one.plural,
  );
  const owner = tree.nodes[mention.at.node]?.children.find((child) => tree.nodes[child]?.label === 'nmod:poss');
  const own = near.find((one) => one.mention.at.sentence === mention.at.sentence && one.mention.at.node === owner);
  const { head, office, written, key } = (own ?? near.at(-1))?.title ?? title;
  return { ...title, head, office, written, key };
}

/** The title whose words end a role, from the role's first word on. */
function titleAt({ nodes }: Tree, [start, end]: Span, titles: readonly Title[]): Title | null {
  const found = titles.find(
    (one) => (nodes[one.from]?.words[0] ?? end) <= start && nodes[one.to - 1]?.words[1] === end,
  );
  return found === undefined
    ? null
    : titleFrom(
        found,
        nodes.findIndex(({ words }) => words[0] === start),
      );
}

function isCommon(tree: Tree, { name }: Mention, { agents }: Language): boolean {
  const last = name === null ? -1 : tree.nodes.findIndex(({ words }) => words[1] === name[1]);
  const agent = last < 0 ? null : agents.endingAt(tree.nodes, last);
  return agent !== null && agent.kind.organ && tree.nodes[agent.from]?.words[0] === name?.[0];
}

const isDefinite = (tree: Tree, head: Node, first: Node | undefined): boolean =>
  (first?.upos === 'DET' && /^(the|this|that|these|those)$/i.test(first.form)) ||
  head.children.some((child) => tree.nodes[child]?.label === 'nmod:poss');

/** "Turkey's president and foreign minister": the second has no determiner of its own. */
function sharesDeterminer(tree: Tree, head: Node): boolean {
  const own = head.children.some(
    (child) => tree.nodes[child]?.label === 'det' || tree.nodes[child]?.label === 'nmod:poss',
  );
  const first = tree.nodes[firstConjunct(tree, head.index)];
  return (
    !own &&
    first !== undefined &&
    first.index !== head.index &&
    first.upos === head.upos &&
    first.children.some((child) => tree.nodes[child]?.label === 'nmod:poss')
  );
}

/** The tokens that lie within a span around a node. */
function tokensOf(tree: Tree, [start, end]: Span, node: number): readonly [number, number] {
  let from = node;
  while (from > 0 && (tree.nodes[from - 1]?.words[0] ?? -1) >= start) from--;
  let to = node + 1;
  while (to < tree.nodes.length && (tree.nodes[to]?.words[1] ?? Infinity) <= end) to++;
  return [from, to];
}
