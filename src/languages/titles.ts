import type { Node } from '../document/tree.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

type Titles = Knowledge['languages/en/titles'];
type Head = Titles['heads'][number];

/** A title in a sentence: tokens `from` to `to`, the last left out. */
export interface Title {
  readonly from: number;
  readonly to: number;
  readonly head: Head;
  /** Lower-case words of the office without "former", "acting" and the like: "deputy foreign minister". */
  readonly office: string;
  /** The same words as they stand in the text. */
  readonly written: string;
  /** The office as the table of holders calls it: "foreign-minister"; null where it has no name there. */
  readonly key: string | null;
  /** "former", "ex-" stands with it. */
  readonly past: boolean;
  /** "acting", "interim" stands with it. */
  readonly meanwhile: string | null;
}

/** Finds titles in the tokens of a sentence. */
export interface TitleIndex {
  /** All titles of a sentence, sorted and apart. */
  readonly all: (nodes: readonly Node[]) => readonly Title[];
  /** Lower-case words that say that an office is over. */
  readonly past: ReadonlySet<string>;
  /** Lower-case names of offices that nobody but their holders bears. */
  readonly styles: ReadonlySet<string>;
}

/** Indexes titles by their head words; the longest reading of a title wins. */
export function indexTitles(titles: Titles): TitleIndex {
  const heads = new Map<string, Head>();
  const reach = new Map<string, number>();
  for (const head of titles.heads)
    for (const words of head.words) {
      const parts = words.split(' ');
      heads.set(words, head);
      const [first = ''] = parts;
      reach.set(first, Math.max(reach.get(first) ?? 0, parts.length));
    }
  const lists: Lists = {
    heads,
    reach,
    portfolio: new Set(titles.portfolio),
    past: new Set(titles.past),
    meanwhile: new Set(titles.meanwhile),
    offices: new Map(
      Object.entries(titles.offices).flatMap(([key, names]) => names.map((name) => [name, key] as const)),
    ),
    spelled: new Map(Object.entries(titles.spelled)),
  };
  return { all: (nodes) => allTitles(nodes, lists), past: lists.past, styles: new Set(titles.styles) };
}

/** A title without its first words, which belong to a name before it: "White House | spokeswoman". */
export function titleFrom(title: Title, from: number): Title {
  const cut = (words: string): string =>
    words
      .split(' ')
      .slice(from - title.from)
      .join(' ');
  return from <= title.from
    ? title
    : { ...title, from, office: cut(title.office), written: cut(title.written), key: null };
}

interface Lists {
  readonly heads: ReadonlyMap<string, Head>;
  readonly reach: ReadonlyMap<string, number>;
  readonly portfolio: ReadonlySet<string>;
  readonly past: ReadonlySet<string>;
  readonly meanwhile: ReadonlySet<string>;
  readonly offices: ReadonlyMap<string, string>;
  readonly spelled: ReadonlyMap<string, string>;
}

function allTitles(nodes: readonly Node[], lists: Lists): readonly Title[] {
  const found: Title[] = [];
  for (let at = 0; at < nodes.length; at++) {
    const core = coreAt(nodes, at, lists);
    if (core === null) continue;
    // "deputy" alone is a title too, but belongs to "deputy trade minister".
    const last = found.at(-1);
    const before = last === undefined ? 0 : isPortfolio(nodes, last, lists) ? last.from : last.to;
    const title = grow(nodes, at, core, lists, before);
    // "deputy prime minister" was found once for "deputy": the longer reading replaces what it holds.
    while ((found.at(-1)?.from ?? -1) >= title.from) found.pop();
    found.push(title);
    at = title.to - 1;
  }
  return found;
}

interface Core {
  readonly to: number;
  readonly head: Head;
}

/** A head word at a token; of several the longest. The last word may be plural. */
function coreAt(nodes: readonly Node[], at: number, lists: Lists): Core | null {
  if (isSmall(nodes[at])) return null;
  const first = lower(nodes, at);
  const lemma = nodes[at]?.lemma ?? first;
  let found: Core | null = null;
  const most = lists.reach.get(first) ?? (lists.heads.has(lemma) ? 1 : 0);
  let joined = '';
  let words = 0;
  for (let next = at; words < most && next < nodes.length; next++) {
    const form = lower(nodes, next);
    const glue = joined === '' || form === '-' || joined.endsWith('-') ? '' : ' ';
    const singular = joined + glue + (nodes[next]?.lemma.toLowerCase() ?? form);
    joined += glue + form;
    if (glue === ' ' || next === at) words++;
    const head = lists.heads.get(joined) ?? lists.heads.get(singular);
    // A head of several words is one whatever the tagger made of its last.
    if (head !== undefined && (words > 1 || isNoun(nodes[next]))) found = { to: next + 1, head };
  }
  return found;
}

/** Words of grammar begin no title. */
const isSmall = (node: Node | undefined): boolean =>
  node === undefined ||
  node.upos === 'PUNCT' ||
  node.upos === 'VERB' ||
  node.upos === 'ADP' ||
  node.upos === 'DET' ||
  node.upos === 'AUX' ||
  node.upos === 'PRON';

const isNoun = (node: Node | undefined): boolean =>
  node?.upos === 'NOUN' || node?.upos === 'PROPN' || node?.xpos === 'NNP';

const lower = (nodes: readonly Node[], at: number): string => nodes[at]?.form.toLowerCase() ?? '';

const OF = new Set(['of', 'for', 'to']);

/** Takes in the words around a head: portfolio and rank before it, "of foreign affairs", "-general" and "-elect" behind it. */
function grow(nodes: readonly Node[], start: number, core: Core, lists: Lists, notBefore: number): Title {
  let from = start;
  let past = false;
  let meanwhile: string | null = null;
  for (let at = start - 1; at >= notBefore; at--) {
    const word = lower(nodes, at);
    const joint =
      word === '-' ||
      ((word === 'and' || word === ',' || word === '&') && at < start - 1 && lists.portfolio.has(lower(nodes, at - 1)));
    if (
      joint &&
      at > notBefore &&
      (lists.portfolio.has(lower(nodes, at - 1)) || isQualifier(lower(nodes, at - 1), lists))
    )
      continue;
    if (lists.past.has(word)) past = true;
    else if (lists.meanwhile.has(word)) meanwhile = word;
    else if (!lists.portfolio.has(word) || (core.head.of !== 'person' && isNameLike(nodes, at, start))) break;
    from = at;
  }
  let to = core.to;
  if (lower(nodes, to) === '-' && ['general', 'elect', 'designate'].includes(lower(nodes, to + 1))) to += 2;
  if (OF.has(lower(nodes, to)) && core.head.of === 'state' && core.head.lone) {
    let end = lower(nodes, to + 1) === 'the' ? to + 2 : to + 1;
    let last = to;
    for (; end < nodes.length && lists.portfolio.has(lower(nodes, end)); end++) {
      last = end + 1;
      if (['and', ',', '&'].includes(lower(nodes, end + 1)) && lists.portfolio.has(lower(nodes, end + 2))) end++;
    }
    // "chief of the provincial army" ends before the phrase: a noun that is no portfolio word follows, and no name.
    if (last > to && nodes[last]?.upos !== 'NOUN') to = last;
  }
  const short = officeWords(nodes, from, to, lists, true);
  const office = lists.spelled.get(short) ?? short;
  const written = officeWords(nodes, from, to, lists, false);
  return { from, to, head: core.head, office, written, key: lists.offices.get(office) ?? null, past, meanwhile };
}

const isPortfolio = (nodes: readonly Node[], { from, to }: Title, lists: Lists): boolean =>
  nodes.slice(from, to).filter(({ form }) => !isQualifier(form.toLowerCase(), lists)).length === 1 &&
  lists.portfolio.has(lower(nodes, to - 1));

/** "Labour leader": a capital before a small head is a name, but for the sentence's first word. */
const isNameLike = (nodes: readonly Node[], at: number, head: number): boolean =>
  at > 0 && /^\p{Lu}/u.test(nodes[at]?.form ?? '') && /^\p{Ll}/u.test(nodes[head]?.form ?? '');

const isQualifier = (word: string, lists: Lists): boolean => lists.past.has(word) || lists.meanwhile.has(word);

/** The office in lower-case words, the head in the singular, qualifiers left out. */
function officeWords(nodes: readonly Node[], from: number, to: number, lists: Lists, plain: boolean): string {
  let words = '';
  for (let at = from; at < to; at++) {
    const form = lower(nodes, at);
    if (isQualifier(form, lists) || (isQualifier(lower(nodes, at - 1), lists) && form === '-')) continue;
    const singular =
      nodes[at]?.xpos === 'NNS' && lists.heads.has(nodes[at]?.lemma ?? '') ? (nodes[at]?.lemma ?? form) : form;
    const lemma = plain ? singular : (nodes[at]?.form ?? form);
    words += words === '' || form === '-' || form === ',' || words.endsWith('-') ? lemma : ` ${lemma}`;
  }
  return words;
}

/** The words of an office as names are written: "Minister of State for Europe". */
export const capitalised = (words: string): string =>
  words
    .split(' ')
    .map((word) => (SMALL.has(word) ? word : word.replace(/^\p{L}/u, (letter) => letter.toUpperCase())))
    .join(' ');

const SMALL = new Set(['of', 'for', 'and', 'the', 'to', 'in', 'on']);
