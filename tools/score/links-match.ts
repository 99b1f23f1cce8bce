import type { Layers } from '../../src/document/reading.ts';
import { contains, overlaps, wordsAt, type Span } from '../../src/document/span.ts';
import { wikidataOf } from '../../src/knowledge/wikidata.ts';
import type { Tables } from '../../src/knowledge/tables/tables.ts';
import { withoutArticle, type GoldLink, type LinkedText } from './links-file.ts';

/** A name in a text and the item of Wikidata that it was read as. */
interface ReadLink {
  readonly words: Span;
  /** Null where the name means nobody, or somebody without a known item. */
  readonly item: string | null;
  readonly actor: string | null;
}

/** What an item is to the score: null for all that the score does not look at. */
export type KindOf = (item: string) => string | null;

export interface Judged {
  readonly kind: string;
  /** "right", or why not. */
  readonly cause: string;
  readonly side: 'both' | 'missed' | 'invented';
  readonly line: string;
}

/** Wikidata's class of human populations, such as the people of a state. */
const A_PEOPLE = 'Q33829';

/**
 * Compares the named mentions of a reading with those of an annotated text, item by item. Words must be the same but for an article.
 * Pronouns, optional links, and words that gold links to a people ("Polish" to the Poles) are neither missed nor invented.
 */
export function judge(gold: LinkedText, reading: Layers, tables: Tables, kindOf: KindOf): readonly Judged[] {
  const read = linksOf(gold, reading, tables);
  const open = gold.links.filter((link) => link.again || link.optional || link.types.includes(A_PEOPLE));
  const wanted = gold.links.filter(
    (link) => !open.includes(link) && contains(gold.within, link.words) && kindOf(link.item ?? '') !== null,
  );
  const show = (words: Span, rest: string): string => `${gold.id}\t${wordsAt(gold.text, words)}\t${rest}`;
  const found = wanted.map((link): Judged => {
    const kind = kindOf(link.item ?? '') ?? '';
    const same = read.find(({ words }) => sameSpan(words, link.words));
    if (same?.item === link.item) return { kind, cause: 'right', side: 'both', line: '' };
    const cause = missed(link, same ?? null, read);
    return { kind, cause, side: 'missed', line: show(link.words, `missed\t${link.name}\t${cause}`) };
  });
  const invented = read.flatMap((link): readonly Judged[] => {
    const kind = kindOf(link.item ?? '');
    if (kind === null || open.some(({ words }) => overlaps(words, link.words))) return [];
    const same = gold.links.filter(({ words }) => sameSpan(words, link.words));
    if (same.some(({ item }) => item === link.item)) return [];
    const wider = gold.links.find(({ words }) => contains(words, link.words));
    const cause =
      same.length > 0 ? 'gold has another item' : wider === undefined ? 'gold has none' : 'part of a longer name';
    const rest = `invented\t${link.actor ?? ''}\t${cause}: ${(same[0] ?? wider)?.name ?? ''}`;
    return [{ kind, cause, side: 'invented', line: show(link.words, rest) }];
  });
  return [...found, ...invented];
}

function missed({ words }: GoldLink, same: ReadLink | null, read: readonly ReadLink[]): string {
  if (same === null) return read.some((one) => overlaps(one.words, words)) ? 'other words' : 'no mention';
  if (same.actor === null) return 'left open';
  return same.item === null ? 'read as somebody without an item' : 'read as another';
}

/** The names and adjectives of nationality of a reading; where two mentions name the same words, the first. */
function linksOf({ text, within }: LinkedText, { mentions, actors }: Layers, tables: Tables): readonly ReadLink[] {
  const links = mentions.flatMap((mention, at): readonly ReadLink[] => {
    const name = mention.name ?? (mention.form === 'demonym' ? mention.words : null);
    if (name === null || !contains(within, name)) return [];
    const actor = actors[at] ?? null;
    return [
      {
        words: withoutArticle(text, name),
        item: actor === null ? null : wikidataOf(actor, tables),
        actor: actor?.name ?? null,
      },
    ];
  });
  return links.filter((link, at) => !links.slice(0, at).some(({ words }) => sameSpan(words, link.words)));
}

const sameSpan = (a: Span, b: Span): boolean => a[0] === b[0] && a[1] === b[1];
