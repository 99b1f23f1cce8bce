import type { Actor } from '../../document/claim.ts';
import type { Layers } from '../../document/reading.ts';
import { antecedentOf } from '../../grammar/clause.ts';
import { preposition } from '../../grammar/phrase.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { indexNames } from '../../knowledge/names.ts';
import type { Language } from '../../languages/language.ts';
import { affiliationOf } from './affiliation.ts';
import { openDiscourse, slug, type Entity } from './discourse.ts';
import { quotedStretches, setScene, type Facts, type Scene } from './facts.ts';
import { entityOf, groupOf, officeHolder, type Company } from './groups.ts';
import { indexHolders } from './holders.ts';
import { homeOf, indexPlaces, type Home } from './home.ts';
import { chosenName } from './meaning.ts';
import { appositive, gatherPeople, type Ground } from './people.ts';
import { antecedent } from './pronouns.ts';

/**
 * Links each mention to the actor that it means in this report, null where that is open: names through the knowledge, people
 * as the report introduces them, offices through the report or the table of holders at its date, groups by their words and
 * country, the rest through what was spoken of before.
 */
export function linkActors(
  language: Language,
  know: Knowledge,
): (layers: Pick<Layers, 'report' | 'trees' | 'mentions'>) => readonly (Actor | null)[] {
  const names = indexNames(know);
  const places = indexPlaces(know);
  const holders = indexHolders(know, names, language.modifiers.articled);
  const media = new Map(
    know['actors/media'].flatMap(({ name, also, country }) =>
      [name, ...also].map((one) => [one.toLowerCase(), country] as const),
    ),
  );
  return ({ report, trees, mentions }) => {
    const scene = setScene(report.text, trees, mentions, { language, names, quotes: quotedStretches(report.text) });
    const home = homeOf(report, scene.facts, { names, places, media });
    const plain = (facts: Facts): Actor | null => chosenName(facts, scene, home) ?? designation(facts, scene, home);
    const on = report.published === null ? null : report.published.slice(0, 10);
    const ground: Ground = { scene, language, holders, names, places, home, on, plain };
    return linkAll(scene, ground);
  };
}

/** "the Muslim Brotherhood movement": the name inside says which. */
function designation(facts: Facts, scene: Scene, home: Home): Actor | null {
  if (facts.agent === null || facts.agent.kind.again === null || facts.agent.kind.again === 'state') return null;
  const inner = scene
    .inside(facts)
    .filter(
      (one) =>
        one.head.label !== 'nmod:poss' &&
        one.to >= (facts.agent?.from ?? 0) &&
        one.mention.words[1] <= facts.head.words[0],
    )
    .at(-1);
  const actor = inner === undefined ? null : chosenName(inner, scene, home);
  return actor?.kind === 'state' ? null : actor;
}

function linkAll(scene: Scene, ground: Ground): readonly (Actor | null)[] {
  const people = gatherPeople(ground);
  const discourse = openDiscourse();
  for (const { actor, sex } of people.all) if (sex !== null) discourse.sexes.set(actor.id, sex);
  const entities = new Map<string, Entity>();
  const done = new Map<number, Actor | null>();
  const actorOf = (facts: Facts): Actor | null => {
    const known = done.get(facts.index);
    if (known !== undefined) return known;
    // Asked again while it is being found, a mention means nobody yet.
    done.set(facts.index, null);
    const actor = resolve(facts, company);
    done.set(facts.index, actor);
    return actor;
  };
  const company: Company = { ...ground, people, discourse, actorOf };
  return scene.facts.map((facts) => {
    const actor = actorOf(facts);
    if (actor !== null) {
      // A pronoun speaks of what was spoken of, as it was.
      const before = facts.pronoun === null ? undefined : entities.get(actor.id);
      const entity = before ?? entityOf(actor, facts);
      entities.set(actor.id, entity);
      discourse.note(entity, facts);
    }
    return actor;
  });
}

function resolve(facts: Facts, company: Company): Actor | null {
  const { people: known, plain, scene, actorOf } = company;
  if (facts.pronoun === 'relative') {
    const node = antecedentOf(facts.tree, facts.head.index);
    const before = node === facts.head.index ? null : scene.at(facts.mention.at.sentence, node);
    return before === null ? null : actorOf(before);
  }
  if (facts.pronoun !== null) return antecedent(facts, company);
  const person = known.named(facts);
  if (person !== null) return person.actor;
  if (facts.title !== null && facts.name === null) {
    const named = appositive(facts, scene)
      .map((other) => known.named(other))
      .find((one) => one !== null);
    return named?.actor ?? officeHolder(facts, company);
  }
  if (
    facts.mention.form === 'demonym' &&
    !facts.inner &&
    (facts.head.upos !== 'ADJ' || facts.head.children.some((child) => facts.tree.nodes[child]?.upos === 'DET'))
  )
    return peopleOf(facts, company);
  const sure = aliasOf(facts, company) ?? folk(facts, company);
  if (sure !== null) return sure;
  return (facts.agent === null ? null : groupOf(facts, company)) ?? plain(facts) ?? bodyOf(facts, company);
}

/** "Democratic Union Party (PYD)": the name in brackets and the one before it are one; known the one, known the other. */
function aliasOf(facts: Facts, { scene, plain, actorOf }: Company): Actor | null {
  if (facts.name === null) return null;
  if (isAcronym(facts.name)) {
    const long = scene.facts.find(
      (one) =>
        one.index < facts.index &&
        one.name !== null &&
        one.tree.nodes[one.to]?.form === '(' &&
        one.tree.nodes[one.to + 1]?.form === facts.name,
    );
    const [known] = facts.known;
    if (long === undefined || (known !== undefined && sharesWords(long.name ?? '', known.actor.name))) return null;
    return actorOf(long);
  }
  if (facts.known.length > 0 || facts.tree.nodes[facts.to]?.form !== '(') return null;
  const next = scene.at(facts.mention.at.sentence, facts.to + 1);
  const known = next !== null && isAcronym(next.words) ? plain(next) : null;
  // "National Reform Council (NRC)" is not every NRC.
  return known !== null && sharesWords(facts.name, known.name) ? known : null;
}

/** Do two names share half of the words of the shorter one? */
function sharesWords(a: string, b: string): boolean {
  const [x, y] = [new Set(slug(a).split('-')), new Set(slug(b).split('-'))];
  const common = [...x].filter((word) => y.has(word)).length;
  return common * 2 >= Math.min(x.size, y.size);
}

const isAcronym = (words: string): boolean => /^[A-Z][A-Za-z]?[A-Z]{1,5}$/.test(words);

/** "Syrian Kurds": of a people those in one state. */
function folk(facts: Facts, { scene, actorOf, places }: Company): Actor | null {
  const [people] = facts.known;
  if (people?.sort !== 'people' || facts.mention.form === 'demonym' || facts.head.label === 'amod') return null;
  const affiliation = affiliationOf(facts, scene, actorOf, places);
  if (affiliation === null || affiliation.country === null) return null;
  return {
    ...people.actor,
    id: slug(`${affiliation.country} ${facts.words}`),
    name: facts.words,
    country: affiliation.country,
  };
}

/** "Australians", "an Afghan": people of a state, not the state. */
function peopleOf(facts: Facts, { plain }: Company): Actor | null {
  const state = plain(facts);
  if (state === null || facts.head.label === 'amod' || facts.head.label === 'compound') return state;
  const first = facts.tree.nodes[facts.from];
  const name =
    first?.upos === 'DET'
      ? facts.words.slice((facts.tree.nodes[facts.from + 1] ?? facts.head).words[0] - facts.mention.words[0])
      : facts.words;
  return {
    id: slug(`${state.id} ${name}`),
    name,
    kind: facts.plural ? 'group' : 'person',
    country: state.country,
    sector: 'CVL',
    as: null,
  };
}

const PLACING = new Set([
  'in',
  'at',
  'near',
  'into',
  'across',
  'outside',
  'around',
  'through',
  'via',
  'off',
  'along',
  'over',
]);

/** "Sinai Peninsula", "Operation Dawn": neither people nor bodies. */
const isThing = (name: string, { modifiers }: Language): boolean => {
  const words = name.toLowerCase().split(' ');
  return words.length > 1 && (modifiers.things.has(words.at(-1) ?? '') || modifiers.openers.has(words[0] ?? ''));
};

/** A body whose name nobody knows but whose last word says what it is ("… Ministry", "… Party"), or that an acronym follows. */
function bodyOf(facts: Facts, company: Company): Actor | null {
  const { language, home, names, places } = company;
  const { name, mention, tree } = facts;
  if (name === null || (facts.known.length > 0 && company.plain(facts) !== null)) return null;
  const end = tree.nodes.findIndex((node) => node.words[1] === mention.name?.[1]);
  const start = tree.nodes.findIndex((node) => node.words[0] === mention.name?.[0]);
  // "the newspaper Al Akhbar", "Labour Party": the noun before the name or its own last word says what it is.
  const of = tree.nodes.findIndex((node, at) => at > start && at < end && /^(of|for)$/.test(node.form));
  const agent =
    language.agents.endingAt(tree.nodes, end) ??
    (of > start ? language.agents.endingAt(tree.nodes, of - 1) : null) ??
    (start > facts.from ? language.agents.endingAt(tree.nodes, start - 1) : null);
  if (isThing(name, language)) return null;
  if (agent?.kind.person === true)
    return facts.plural && !facts.inner
      ? { id: slug(name), name, kind: 'group', country: home.country, sector: agent.kind.sector, as: null }
      : null;
  const acronym = tree.nodes[facts.to]?.form === '(' && /^[A-Z]{2,6}$/.test(tree.nodes[facts.to + 1]?.form ?? '');
  const source = facts.subject && !PLACING.has(preposition(tree, facts.head.index) ?? '');
  const parts = name.split(' ').flatMap((word) => names.exact(word));
  const outlet = parts.find(({ actor }) => actor.sector === 'JRN');
  const state = parts.find(({ actor }) => actor.kind === 'state');
  if (outlet !== undefined)
    return { ...outlet.actor, id: slug(name), name, country: state?.actor.country ?? outlet.actor.country };
  // "Tutsis", "Maoists": people by a name in the plural.
  if (agent === null && facts.plural && facts.head.xpos === 'NNPS' && !name.includes(' '))
    return { id: slug(name), name, kind: 'group', country: home.country, sector: null, as: null };
  if (agent === null && !acronym && !source) return null;
  if (agent === null && !acronym && places.knows(name)) {
    const acts = /^(nsubj|obj|iobj)/.test(facts.head.label) && places.isRegion(name);
    return acts ? { id: slug(name), name, kind: 'group', country: null, sector: null, as: null } : null;
  }
  const own = affiliationOf(facts, company.scene, company.actorOf, places);
  const country = own?.country ?? state?.actor.country ?? (agent?.kind.organ === true || acronym ? home.country : null);
  return { id: slug(name), name, kind: 'organisation', country, sector: agent?.kind.sector ?? null, as: null };
}
