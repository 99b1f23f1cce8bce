import type { Actor } from '../../document/claim.ts';
import type { Title } from '../../languages/titles.ts';
import type { Names } from '../../knowledge/names.ts';
import type { Language } from '../../languages/language.ts';
import { affiliationOf, postOf, type Affiliation } from './affiliation.ts';
import { slug } from './discourse.ts';
import type { Facts, Scene } from './facts.ts';
import type { Holders } from './holders.ts';
import type { Gazetteer, Home } from './home.ts';
import { officeName } from './offices.ts';

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

export interface Ground {
  readonly scene: Scene;
  readonly language: Language;
  readonly holders: Holders;
  readonly names: Names;
  readonly places: Gazetteer;
  readonly home: Home;
  /** Date of the report; null where nothing dates it. */
  readonly on: string | null;
  /** Whom a mention means by its name alone. */
  readonly plain: (facts: Facts) => Actor | null;
}

interface Draft {
  readonly name: string;
  readonly parts: readonly string[];
  readonly facts: Facts[];
}

/** Gathers the people of a report: full names first, then surnames, each with the titles and appositions that the report gives. */
export function gatherPeople(ground: Ground): People {
  const drafts: Draft[] = [];
  const candidates = ground.scene.facts.filter((facts) => facts.name !== null && isPersonName(facts, ground));
  const longestFirst = [...candidates].sort(
    (a, b) => partsOf(b.name ?? '').length - partsOf(a.name ?? '').length || a.index - b.index,
  );
  for (const facts of longestFirst) {
    const name = facts.name ?? '';
    const draft = draftFor(name, drafts);
    if (draft === null) drafts.push({ name, parts: partsOf(name), facts: [facts] });
    else draft.facts.push(facts);
  }
  const people = drafts.map((draft) => ({ draft, person: personOf(draft, ground) }));
  return {
    all: people.map(({ person }) => person).sort((a, b) => a.first.index - b.first.index),
    named: (facts) => {
      if (facts.name === null) return null;
      const draft = draftFor(facts.name, drafts);
      if (draft === null || (facts.title === null && !couldBePerson(facts, draft))) return null;
      return people.find((one) => one.draft === draft)?.person ?? null;
    },
  };
}

/** Words of a name, split at blanks and hyphens, accents off, lower case: "al-Assad" → "al", "assad". */
const partsOf = (name: string): readonly string[] =>
  slug(name)
    .split('-')
    .filter((part) => part !== '');

/** The draft that a name means: the same name, or a shorter form of it; the last word counts most. */
function draftFor(name: string, drafts: readonly Draft[]): Draft | null {
  const parts = partsOf(name);
  const last = parts.at(-1);
  if (last === undefined) return null;
  const holding = drafts.filter((draft) => parts.every((part) => draft.parts.includes(part)));
  return (
    holding.find((draft) => draft.parts.length === parts.length && draft.parts.at(-1) === last) ??
    holding.find((draft) => draft.parts.at(-1) === last) ??
    holding.find((draft) => draft.parts[0] === last) ??
    holding[0] ??
    null
  );
}

/** A name that is also a state's, body's or place's is a person's only where the report has a fuller one that ends so. */
const couldBePerson = (facts: Facts, draft: Draft): boolean =>
  facts.known.length === 0 ||
  draft.facts.includes(facts) ||
  (draft.parts.length > 1 &&
    draft.parts.at(-1) === slug(facts.name ?? '') &&
    !facts.known.some(({ form }) => form === 'name'));

const PLACING = new Set(['in', 'at', 'near', 'from', 'into', 'across', 'outside', 'around', 'through', 'via']);

function isPersonName(facts: Facts, { scene, language, holders, names, places, on }: Ground): boolean {
  const { name, title, known, mention, tree } = facts;
  if (name === null) return false;
  const end = facts.tree.nodes.findIndex((node) => node.words[1] === mention.name?.[1]);
  if (title !== null) return title.head.of !== 'body' || known.length === 0;
  if (known.length > 0) return false;
  if (facts.person) return true;
  if (places.knows(name)) return false;
  if (end >= 0 && language.agents.endingAt(tree.nodes, end) !== null) return false;
  const start = tree.nodes.findIndex((node) => node.words[0] === mention.name?.[0]);
  // "the newspaper Al Sabah", "the party Nur".
  const kind = start > 0 ? language.agents.endingAt(tree.nodes, start - 1)?.kind.kind : null;
  if (kind === 'organisation') return false;
  if (holdsBody(name, names) || isThing(name, language, holders)) return false;
  const parts = name.split(' ');
  const titled = appositive(facts, scene).some((other) => other.title !== null);
  if (titled) return true;
  if (holders.knows(name) || (parts.length === 1 && !nearNumber(facts, end) && holders.leader(name, on) !== null))
    return true;
  if (parts.length < 2 || (mention.form === 'nominal' && !holdsHead(facts))) return false;
  const place = facts.head.children.some(
    (child) => PLACING.has(tree.nodes[child]?.form.toLowerCase() ?? '') && tree.nodes[child]?.label === 'case',
  );
  if (holders.givenName(parts[0] ?? '')) return !place || facts.subject;
  const flat = facts.head.children.some((child) => tree.nodes[child]?.label === 'flat') || facts.head.label === 'flat';
  return flat && !place;
}

const holdsHead = ({ head, mention }: Facts): boolean =>
  mention.name !== null && mention.name[0] <= head.words[0] && head.words[1] <= mention.name[1];

/** "Nile Delta", "Operation Dawn". */
const isThing = (name: string, { modifiers }: Language, holders: Holders): boolean => {
  const words = name.split(' ');
  const last = words.at(-1)?.toLowerCase() ?? '';
  return (
    modifiers.openers.has(words[0]?.toLowerCase() ?? '') ||
    (modifiers.things.has(last) && !holders.givenName(words[0] ?? ''))
  );
};

/** "CNN Turk" begins with an outlet: no person. */
const holdsBody = (name: string, names: Names): boolean =>
  name
    .split(' ')
    .some((word) => names.exact(word).some(({ actor, form }) => actor.kind === 'organisation' && form === 'name'));

/** "May 3" is no prime minister. */
const nearNumber = (facts: Facts, end: number): boolean =>
  facts.tree.nodes[end + 1]?.upos === 'NUM' || facts.tree.nodes[facts.from - 1]?.upos === 'NUM';

/** Mentions that stand in apposition to one: "Ali Sabry, the foreign minister". */
export function appositive(facts: Facts, scene: Scene): readonly Facts[] {
  const { sentence } = facts.mention.at;
  const found: Facts[] = [];
  for (const child of facts.head.children) {
    const node = facts.tree.nodes[child];
    const other = scene.at(sentence, child);
    if (other !== null && (node?.label === 'appos' || followsComma(facts, other))) found.push(other);
  }
  for (const [first, second] of neighbours(facts, scene)) {
    const other = first === facts ? second : first;
    if (followsComma(first, second) && isClosed(second) && !found.includes(other)) found.push(other);
  }
  const up = facts.head.head < 0 ? null : scene.at(sentence, facts.head.head);
  if (up !== null && (facts.head.label === 'appos' || followsComma(up, facts) || standsBehind(up, facts)))
    found.push(up);
  return found;
}

const nameStart = ({ tree, mention, from }: Facts): number =>
  mention.name === null ? from : tree.nodes.findIndex((node) => node.words[0] === mention.name?.[0]);

/** A mention with the next one after it, and the one before with it. */
function neighbours(facts: Facts, { facts: all }: Scene): readonly (readonly [Facts, Facts])[] {
  const pairs: (readonly [Facts, Facts])[] = [];
  for (let at = facts.index + 1; at < facts.index + 5; at++) {
    const next = all[at];
    if (next !== undefined && next.tree === facts.tree && next.from === facts.to + 1) pairs.push([facts, next]);
  }
  for (let at = facts.index - 1; at > facts.index - 5; at--) {
    const before = all[at];
    if (before !== undefined && before.tree === facts.tree && before.to === facts.from - 1) pairs.push([before, facts]);
  }
  return pairs;
}

/** An apposition is closed by a comma or the sentence's end, or opens with an article: "Ali Sabry, the foreign minister". */
const isClosed = ({ tree, from, to }: Facts): boolean =>
  tree.nodes[from]?.upos === 'DET' || [undefined, ',', '.', ';', ')'].includes(tree.nodes[to]?.form);

/** "the top UN envoy in Iraq Sergio Vieira de Mello": a bare name behind a title's phrase. */
function standsBehind(title: Facts, name: Facts): boolean {
  if (
    title.title === null ||
    title.name !== null ||
    name.title !== null ||
    name.name === null ||
    nameStart(name) < title.to
  )
    return false;
  const before = name.tree.nodes[nameStart(name) - 1];
  const hangs = name.head.label.startsWith('nmod') || name.head.label === 'flat';
  return hangs && before !== undefined && (before.upos === 'PROPN' || before.upos === 'NOUN');
}

/** A name and a title with only a comma between them, one hanging on the other, and no "and": the parser's label may be wrong. */
function followsComma(first: Facts, second: Facts): boolean {
  if (first.tree.nodes[first.to]?.form !== ',' || second.from !== first.to + 1) return false;
  if ((first.title === null) === (second.title === null) || (first.name === null) === (second.name === null))
    return false;
  return !second.head.children.some((child) => second.tree.nodes[child]?.upos === 'CCONJ');
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
    (best === null && draft.parts.length === 1 ? ground.holders.leader(draft.name, ground.on) : null);
  const domestic =
    best !== null && best.affiliation === null && (best.title.head.of === 'state' || best.title.head.of === 'person')
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
      name: draft.parts.length === 1 && row !== null ? row.name : draft.name,
      kind: 'person',
      country,
      sector: best?.title.head.sector ?? row?.sector ?? null,
      as: role,
    },
    title,
    sex: sexOf(facts, ground.language) ?? row?.sex ?? null,
    first,
  };
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
