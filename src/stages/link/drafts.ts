import { preposition } from '../../grammar/phrase.ts';
import { slug } from '../../knowledge/keys.ts';
import type { Title } from '../../languages/titles.ts';
import { appositive } from './apposition.ts';
import type { Facts } from './facts.ts';
import type { Ground } from './ground.ts';
import { couldBeOne } from './offices.ts';
import { romanised } from './romanised.ts';
import { placing } from './placing.ts';

/** The mentions of one name, the fullest form of it first, before it is asked who bears it. */
export interface Draft {
  readonly name: string;
  readonly parts: readonly string[];
  /** The parts as they sound. */
  readonly heard: readonly string[];
  readonly facts: Facts[];
}

/** A draft of one mention so far. */
export function draftOf(name: string, facts: Facts): Draft {
  const parts = partsOf(name);
  return { name, parts, heard: parts.map(romanised), facts: [facts] };
}

/** Words of a name, split at blanks and hyphens, accents off, lower case: "al-Assad" → "al", "assad". */
export const partsOf = (name: string): readonly string[] =>
  slug(name)
    .split('-')
    .filter((part) => part !== '');

/**
 * The draft that a name means: the same name, or a shorter form of it; the last word counts most. A title that the
 * bearer of the longer name cannot have keeps them apart: "King Ali" is not Crown Prince Omar bin Ali.
 */
export function draftFor(facts: Facts, drafts: readonly Draft[], ground: Ground): Draft | null {
  const parts = partsOf(facts.name ?? '');
  const last = parts.at(-1);
  if (last === undefined) return null;
  const allowed = (draft: Draft): boolean => allows(draft, facts, parts, ground);
  const holding = drafts.filter(
    (draft) => parts.every((part) => draft.parts.includes(part)) && sameInitials(parts, draft.parts) && allowed(draft),
  );
  return (
    holding.find((draft) => draft.parts.length === parts.length && draft.parts.at(-1) === last) ??
    nearest(
      holding.filter((draft) => draft.parts.at(-1) === last),
      facts,
    ) ??
    holding.find((draft) => draft.parts[0] === last) ??
    holding[0] ??
    onlyOne(soundingLike(parts, drafts).filter(allowed))
  );
}

/** Of two people of one surname the one named last before; the first where none was. */
function nearest(drafts: readonly Draft[], { index }: Facts): Draft | null {
  const lastBefore = (draft: Draft): number =>
    Math.max(-1, ...draft.facts.map((one) => one.index).filter((at) => at < index));
  return [...drafts].sort((a, b) => lastBefore(b) - lastBefore(a))[0] ?? null;
}

/** "George W. Bush" is not George H. W. Bush; without initials either may be meant. */
function sameInitials(parts: readonly string[], others: readonly string[]): boolean {
  const initials = (name: readonly string[]): string => name.filter((part) => part.length === 1).join('');
  const [one, other] = [initials(parts), initials(others)];
  return one === '' || other === '' || one === other;
}

/** Shorter words sound alike too easily. */
const LONG = 5;

/**
 * Those that "Qaddafi" may mean after "Muammar Gaddafi": the last word of both sounds alike, and no other words of the shorter are
 * missing from the longer.
 */
function soundingLike(parts: readonly string[], drafts: readonly Draft[]): readonly Draft[] {
  const isLong = (words: readonly string[]): boolean => (words.at(-1)?.length ?? 0) >= LONG;
  if (!isLong(parts) || drafts.length === 0) return [];
  const last = romanised(parts.at(-1) ?? '');
  const akin = drafts.filter((draft) => isLong(draft.parts) && draft.heard.at(-1) === last);
  const heard = akin.length === 0 ? [] : parts.map(romanised);
  return akin.filter((draft) => heard.every((part) => draft.heard.includes(part)));
}

const onlyOne = <One>(list: readonly One[]): One | null => (list.length === 1 ? (list[0] ?? null) : null);

/** May the bearer of a draft's name have the title that a shorter name comes with? */
function allows(
  draft: Draft,
  facts: Facts,
  parts: readonly string[],
  { scene, language, holders, on }: Ground,
): boolean {
  const { title } = facts;
  const { styles } = language.titles;
  if (!sameSex(draft, facts, { scene, language })) return false;
  if (title === null || title.past || draft.parts.length === parts.length) return true;
  const given = draft.facts
    .flatMap((one) => [one, ...appositive(one, scene)])
    .flatMap((one): readonly Title[] => (one.title === null || one.plural ? [] : [one.title]));
  if (given.some(({ office }) => office === title.office)) return true;
  if (!given.every((other) => couldBeOne(title, other, styles))) return false;
  const bearer = given.length > 0 ? null : holders.find(facts.name ?? '', { on, country: null, office: title.key });
  if (bearer !== null && !partsOf(bearer.name).some((part) => draft.parts.includes(part) && !parts.includes(part)))
    return false;
  const held = styles.has(title.office) ? holders.titlesOf(draft.name) : [];
  return held.length === 0 || held.includes(title.office);
}

/** "Mrs Clinton" is not Bill Clinton: a form of address and a first name that tell the sex. */
function sameSex(
  draft: Draft,
  facts: Facts,
  { scene, language: { pronouns } }: Pick<Ground, 'scene' | 'language'>,
): boolean {
  const told = (one: Facts): readonly ('male' | 'female')[] =>
    one.title === null ? [] : one.title.office.split(' ').flatMap((word) => pronouns.sex.get(word) ?? []);
  const [own] = told(facts);
  if (own === undefined) return true;
  const [other = pronouns.sexOfName(draft.name)] = draft.facts
    .flatMap((one) => [one, ...appositive(one, scene)])
    .flatMap(told);
  return other === null || other === own;
}

/**
 * A name that is also a state's, body's or place's is a person's only behind a fuller one that ends so, where the report did not speak
 * of the other before: "Washington" after Denzel Washington, but not "in Washington", and not the "Jordan" of a report on Amman.
 */
export function couldBePerson(facts: Facts, draft: Draft, { scene }: Pick<Ground, 'scene'>): boolean {
  if (facts.known.length === 0 || draft.facts.includes(facts)) return true;
  if (draft.parts.length < 2 || draft.parts.at(-1) !== slug(facts.name ?? '')) return false;
  const first = Math.min(...draft.facts.map(({ index }) => index));
  const word = preposition(facts.tree, facts.head.index);
  if (facts.index < first || (word !== null && PLACING.has(word)) || facts.head.label === 'compound') return false;
  const ids = new Set(facts.known.map(({ actor }) => actor.id));
  const named = facts.known.some(({ form }) => form === 'name');
  return !scene.facts.some(
    (other) =>
      other.name !== null &&
      (other.index < first ? other.name === facts.name : named && other.name !== facts.name) &&
      other.known.some(({ actor }) => ids.has(actor.id)),
  );
}

const PLACING = placing('from', 'to', 'of');
