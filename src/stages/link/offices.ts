import { capitalised, type Title } from '../../languages/titles.ts';
import type { Affiliation } from './affiliation.ts';

/**
 * An office in the words of a relation: "Foreign Minister of China", "Police Chief of Kabul", "former President of Egypt",
 * "spokesman for the Foreign Ministry". Without an owner the office stands alone; `post` is where an envoy is sent.
 */
export function officeName(
  title: Title,
  affiliation: Affiliation | null,
  given: { readonly post: string | null; readonly articled: ReadonlySet<string> },
): string {
  const rank = [title.past ? 'former' : null, title.meanwhile].filter((word) => word !== null);
  const office =
    (title.head.of === 'state' && title.head.lone) || title.key !== null ? capitalised(title.office) : title.written;
  const the = (name: string): string => (given.articled.has(name) ? `the ${name}` : name);
  const owner = affiliation?.owner ?? null;
  const link = title.head.of === 'person' && affiliation?.by === 'phrase' ? 'for' : 'of';
  return [
    ...rank,
    office,
    ...(owner === null ? [] : [link, the(owner)]),
    ...(given.post === null ? [] : ['to', the(given.post)]),
  ].join(' ');
}

/**
 * May one person bear both titles at a time? Nobody is king and president, or king and crown prince; "Minister" and
 * "Foreign Minister", "President" and "former President" go together.
 */
export function couldBeOne(one: Title, other: Title, styles: ReadonlySet<string>): boolean {
  if (one.office === other.office || one.past || other.past) return true;
  const [style, second] = styles.has(one.office) ? [one, other] : [other, one];
  if (!styles.has(style.office)) return true;
  if (styles.has(second.office)) return false;
  if (second.key !== null) return second.key === style.key;
  return style.head.id !== second.head.id || style.office.endsWith(` ${second.office}`);
}
