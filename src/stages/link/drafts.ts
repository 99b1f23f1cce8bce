import { slug } from '../../knowledge/keys.ts';
import type { Title } from '../../languages/titles.ts';
import { appositive } from './apposition.ts';
import type { Facts } from './facts.ts';
import type { Ground } from './ground.ts';
import { couldBeOne } from './offices.ts';

/** The mentions of one name, the fullest form of it first, before it is asked who bears it. */
export interface Draft {
  readonly name: string;
  readonly parts: readonly string[];
  readonly facts: Facts[];
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
  const holding = drafts.filter(
    (draft) => parts.every((part) => draft.parts.includes(part)) && allows(draft, facts, parts, ground),
  );
  return (
    holding.find((draft) => draft.parts.length === parts.length && draft.parts.at(-1) === last) ??
    holding.find((draft) => draft.parts.at(-1) === last) ??
    holding.find((draft) => draft.parts[0] === last) ??
    holding[0] ??
    null
  );
}

/** May the bearer of a draft's name have the title that a shorter name comes with? */
function allows(
  draft: Draft,
  facts: Facts,
  parts: readonly string[],
  { scene, language, holders, on }: Ground,
): boolean {
  const { title } = facts;
  const { styles } = language.titles;
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

/** A name that is also a state's, body's or place's is a person's only where the report has a fuller one that ends so. */
export const couldBePerson = (facts: Facts, draft: Draft): boolean =>
  facts.known.length === 0 ||
  draft.facts.includes(facts) ||
  (draft.parts.length > 1 &&
    draft.parts.at(-1) === slug(facts.name ?? '') &&
    !facts.known.some(({ form }) => form === 'name'));
