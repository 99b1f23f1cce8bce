import type { Actor } from '../../document/claim.ts';
import type { Language } from '../../languages/language.ts';
import type { Title } from '../../languages/titles.ts';
import { slug } from '../../knowledge/keys.ts';
import { type Affiliation, affiliationOf, postOf } from './affiliation.ts';
import { appositive } from './apposition.ts';
import type { Facts } from './facts.ts';
import type { Ground } from './ground.ts';
import type { Held } from './holders.ts';
import { officeName } from './offices.ts';
import { couldBePerson, type Draft, draftFor, draftOf, partsOf } from './drafts.ts';
import { isPersonName } from './person-name.ts';

/** A person of a report, under the fullest name that it gives. */
export interface Person {
  readonly actor: Actor;
  readonly title: Title | null;
  readonly sex: 'male' | 'female' | null;
  /** The first mention by name. */
  readonly first: Facts;
}

/** The people whom a report names. */
export interface People {
  readonly all: readonly Person[];
  /** The person whom a named mention means; null where it names nobody known as a person here. */
  readonly named: (facts: Facts) => Person | null;
}

/** Gathers the people of a report: full names first, then surnames, each with the titles and appositions that the report gives. */
export function gatherPeople(ground: Ground): People {
  const drafts: Draft[] = [];
  const candidates = ground.scene.facts.filter((facts) => facts.name !== null && isPersonName(facts, ground));
  const longestFirst = candidates
    .map((facts) => ({ facts, length: partsOf(facts.name ?? '').length }))
    .sort((a, b) => b.length - a.length || a.facts.index - b.facts.index);
  for (const { facts } of longestFirst) {
    const name = facts.name ?? '';
    const draft = draftFor(facts, drafts, ground);
    if (draft === null) drafts.push(draftOf(name, facts));
    else draft.facts.push(facts);
  }
  const people = drafts.map((draft) => ({ draft, person: personOf(draft, ground) }));
  return {
    all: people.map(({ person }) => person).sort((a, b) => a.first.index - b.first.index),
    named: (facts) => {
      if (facts.name === null) return null;
      const draft = drafts.find((one) => one.facts.includes(facts)) ?? draftFor(facts, drafts, ground);
      if (draft === null || (facts.title === null && !couldBePerson(facts, draft, ground))) return null;
      return people.find((one) => one.draft === draft)?.person ?? null;
    },
  };
}

function personOf(draft: Draft, ground: Ground): Person {
  const facts = [...draft.facts].sort((a, b) => a.index - b.index);
  const [first] = facts;
  if (first === undefined) throw new Error(`nobody is called ${draft.name}`);
  const roles = facts.flatMap((one) => rolesOf(one, ground));
  const best =
    roles.find(({ affiliation, title }) => affiliation !== null && title.key !== null) ??
    roles.find(({ affiliation }) => affiliation !== null) ??
    roles[0] ??
    null;
  const ownCountry =
    roles.map(({ affiliation }) => affiliation?.country ?? null).find((country) => country !== null) ?? null;
  const row =
    ground.holders.find(draft.name, { on: ground.on, country: ownCountry, office: best?.title.key ?? null }) ??
    turned(draft, ownCountry, best?.title.key ?? null, ground) ??
    (best === null && draft.parts.length === 1 ? ground.holders.leader(draft.name, ground.on) : null);
  const taken = row === null && best !== null && isTaken(best.title, draft, ground);
  const domestic =
    !taken &&
    best?.title.head.home === true &&
    best.affiliation === null &&
    (best.title.head.of === 'state' || best.title.head.of === 'person')
      ? ground.home.country
      : null;
  // "the Secretary-General": of the body that the report speaks of.
  const ofBody =
    best !== null && best.affiliation === null && best.title.head.of === 'body' && best.title.head.sector === 'GOV'
      ? ground.home.body
      : null;
  const affiliation: Affiliation | null =
    best?.affiliation ??
    (ofBody === null ? null : { country: ofBody.country, owner: ofBody.name, actor: ofBody, by: 'phrase' });
  const country = ownCountry ?? ofBody?.country ?? row?.country ?? domestic;
  const title =
    best === null || best.title.past || best.title.key === null || row?.ended.has(best.title.key) !== true
      ? (best?.title ?? null)
      : { ...best.title, past: true };
  // "the Turkish leader" says less than the table of holders.
  const vague = best !== null && best.title.head.of === 'body' && affiliation?.actor?.kind === 'state' && row?.as;
  const role =
    best === null || vague || (affiliation === null && best.title.head.of === 'body' && row?.as)
      ? (row?.as ?? null)
      : officeName(
          title ?? best.title,
          affiliation ?? (domestic === null && row === null ? null : ownerFrom(country, ground)),
          {
            post: best.post,
            articled: ground.language.modifiers.articled,
          },
        );
  return {
    actor: {
      id: row?.id ?? slug(draft.name),
      name:
        row !== null && (draft.parts.length === 1 || row.id === slug(turnedName(draft.name))) ? row.name : draft.name,
      kind: 'person',
      country,
      sector: best?.title.head.sector ?? row?.sector ?? null,
      as: role,
    },
    title,
    sex: sexOf(facts, ground.language) ?? row?.sex ?? ground.language.pronouns.sexOfName(row?.name ?? draft.name),
    first,
  };
}

/** "Yi Wang" for Wang Yi: the words the other way round name one who holds an office of that state on that day. */
function turned(
  { name, parts }: Draft,
  country: string | null,
  office: string | null,
  { holders, on }: Ground,
): Held | null {
  if (parts.length !== 2 || country === null) return null;
  const held = holders.find(turnedName(name), { on, country, office });
  return held?.as === null ? null : held;
}

const turnedName = (name: string): string => name.split(' ').reverse().join(' ');

/** Somebody else holds the office at home, so that this one does not: "Queen" in a report from a republic. */
function isTaken({ key }: Title, { parts }: Draft, { home, holders, on }: Ground): boolean {
  const held = home.country === null || key === null ? null : holders.holderOf(home.country, key, { on, title: '' });
  return held !== null && !parts.every((part) => partsOf(held.name).includes(part));
}

function ownerFrom(country: string | null, { names }: Ground): Affiliation | null {
  const owner = country === null ? null : (names.state(country)?.name ?? null);
  return owner === null ? null : { country, owner, actor: null, by: 'modifier' };
}

interface Role {
  readonly title: Title;
  readonly affiliation: Affiliation | null;
  readonly post: string | null;
}

/** The titles that a mention of a person carries itself or has in apposition; forms of address are none. */
function rolesOf(facts: Facts, { scene, plain, places }: Ground): readonly Role[] {
  return [facts, ...appositive(facts, scene)].flatMap((one) => {
    if (one.plural && one !== facts) return [];
    if (
      one.title === null ||
      (one.title.head.of === 'self' && one.title.head.sector === null && one.title.head.id === 'address')
    )
      return [];
    return [
      { title: one.title, affiliation: affiliationOf(one, scene, plain, places), post: postOf(one, scene, plain) },
    ];
  });
}

function sexOf(facts: readonly Facts[], language: Language): 'male' | 'female' | null {
  for (const { title } of facts)
    if (title !== null)
      for (const word of title.office.split(' ')) {
        const sex = language.pronouns.sex.get(word);
        if (sex !== undefined) return sex;
      }
  return null;
}
