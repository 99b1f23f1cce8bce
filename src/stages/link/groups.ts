import type { Actor } from '../../document/claim.ts';
import type { Affiliation } from './affiliation.ts';
import { affiliationOf, postOf, type ActorOf } from './affiliation.ts';
import { slug, sortOf, type Discourse, type Entity } from './discourse.ts';
import type { Facts } from './facts.ts';
import { preposition } from '../../grammar/phrase.ts';
import { officeName } from './offices.ts';
import type { Ground, People } from './people.ts';

export interface Company extends Ground {
  readonly people: People;
  readonly discourse: Discourse;
  readonly actorOf: ActorOf;
}

/** Whom an agent noun means: a state for its government, what was named before for "the country", else a group named by its words. */
export function groupOf(facts: Facts, company: Company): Actor | null {
  const { agent } = facts;
  if (agent === null) return null;
  const { scene, actorOf, places } = company;
  const affiliation = affiliationOf(facts, scene, actorOf, places);
  const named = designated(facts, company);
  if (named !== null) return named;
  if (agent.kind.again !== null && facts.definite && affiliation === null) {
    const before = takenUp(facts, company);
    if (before !== null) return before;
    if (agent.kind.home === false) return null;
  }
  const repeated = affiliation === null && facts.definite ? sameNoun(facts, company) : null;
  if (repeated !== null) return repeated;
  if (agent.kind.counts && affiliation?.by === 'phrase' && affiliation.actor !== null) {
    const { actor } = affiliation;
    return { ...actor, id: slug(`${facts.words} ${actor.id}`), name: `${facts.words} of ${actor.name}`, kind: 'group' };
  }
  const country = affiliation === null ? impliedCountry(facts, company) : affiliation.country;
  // "a government": any, not the one at home.
  if (
    agent.kind.kind === 'state' &&
    affiliation === null &&
    !facts.definite &&
    !facts.plural &&
    facts.tree.nodes[facts.from]?.upos === 'DET'
  )
    return null;
  const local = modified(facts, company.language.modifiers.local);
  if (agent.kind.kind === 'state' && !local && country !== null && affiliation?.actor?.kind !== 'organisation') {
    const state = company.names.state(country);
    if (state !== null) return state;
  }
  if (agent.kind.kind === 'organisation' && agent.kind.again === 'pact') return null;
  const name = groupName(facts, country, affiliation, company);
  return {
    id: slug(`${country ?? ''} ${name}`),
    name,
    kind: agent.kind.kind === 'organisation' && !facts.plural ? 'organisation' : 'group',
    country,
    sector: agent.kind.sector,
    as: null,
  };
}

/** "the Aukus security pact", "Taliban militants": the name inside says who it is. */
function designated(facts: Facts, { scene, actorOf }: Company): Actor | null {
  const { agent, head, mention } = facts;
  if (agent === null) return null;
  const armed = agent.kind.sector === 'REB' || agent.kind.sector === 'UAF' || agent.kind.sector === 'MIL';
  const inner = scene
    .inside(facts)
    .filter(
      (one) =>
        one.mention.words[1] <= head.words[0] &&
        one.head.label !== 'nmod:poss' &&
        facts.tree.nodes[one.to]?.form !== '-',
    )
    .at(-1);
  const actor = inner === undefined ? null : actorOf(inner);
  const sort = inner?.known[0]?.sort ?? null;
  if (actor !== null && inner !== undefined) {
    if (actor.kind === 'pact' && agent.kind.again !== null) return actor;
    if (actor.kind === 'organisation' && sort === 'armed-group' && armed) return actor;
    if (
      actor.kind === 'organisation' &&
      agent.kind.again !== null &&
      agent.kind.again !== 'state' &&
      inner.to >= agent.from
    )
      return actor;
  }
  if (mention.name === null) return null;
  return facts.known.find(({ form }) => form === 'name')?.actor ?? null;
}

/** "the country", "the pact", "the newspaper": the last of that sort; the country is the report's own unless one was named just before. */
function takenUp(facts: Facts, company: Company): Actor | null {
  const { discourse, home, names } = company;
  const again = facts.agent?.kind.again ?? null;
  if (facts.plural || again === null || holdsName(facts)) return null;
  const before = discourse.before(facts, 40);
  if (again === 'state') {
    if (!/^(country|nation|kingdom|republic|emirate|island nation)$/i.test(facts.head.lemma)) return null;
    const near = before.find(
      ({ entity, facts: other }) =>
        entity.sort === 'state' &&
        other.mention.form === 'name' &&
        other.mention.at.sentence === facts.mention.at.sentence &&
        other.subject,
    );
    if (near !== undefined) return near.entity.actor;
    // A Chinese minister's "visit to the country" is to another.
    const away =
      preposition(facts.tree, facts.head.index) === 'to' ? affiliationsIn(facts, company) : new Set<string>();
    const code = [home.country, ...home.named].find((country) => country !== null && !away.has(country)) ?? null;
    const own = code === null ? null : names.state(code);
    return own ?? before.find(({ entity }) => entity.sort === 'state')?.entity.actor ?? null;
  }
  const noun = facts.head.lemma.toLowerCase();
  const fits = ({ actor, sort }: Entity): boolean =>
    again === 'organisation'
      ? sort === 'organisation' && suits(actor, facts)
      : sort === again && !names.isPart(actor.id);
  const called = before.find(({ entity }) => fits(entity) && entity.actor.name.toLowerCase().includes(noun));
  return (
    (
      called ??
      (facts.agent?.kind.organ === true && again !== 'media' ? undefined : before.find(({ entity }) => fits(entity)))
    )?.entity.actor ?? null
  );
}

/** States to which people of the sentence belong: adjectives before their titles. */
const affiliationsIn = (facts: Facts, { discourse }: Company): ReadonlySet<string> =>
  new Set(
    discourse
      .before(facts, 0)
      .filter(({ entity, facts: other }) => entity.sort === 'person' && other.title !== null && other.name !== null)
      .flatMap(({ entity }) => (entity.actor.country === null ? [] : [entity.actor.country])),
  );

/** "the Interahamwe militia" says itself which. */
const holdsName = ({ tree, from, head }: Facts): boolean =>
  tree.nodes.slice(from, head.index).some(({ upos }) => upos === 'PROPN');

/** Sectors must agree where both are known: "the party" is no ministry. */
const suits = (actor: Actor, { agent }: Facts): boolean => {
  const sector = agent?.kind.sector ?? null;
  return sector === null || sector === 'UNK' || actor.sector === sector;
};

/** "the militants" after "masked militants": the last group of that noun. */
function sameNoun(facts: Facts, { discourse }: Company): Actor | null {
  if (hasModifier(facts)) return null;
  const noun = facts.head.lemma.toLowerCase();
  const sector = facts.agent?.kind.sector ?? null;
  const before = discourse
    .before(facts, 12)
    .filter(({ entity }) => entity.plural === facts.plural && entity.noun !== null);
  const same = before.find(({ entity }) => entity.noun === noun);
  if (same !== undefined || !ARMED.has(sector ?? '')) return same?.entity.actor ?? null;
  // "the troops" after "six US soldiers": another noun of the same kind, just before.
  const akin = before.find(
    ({ entity, facts: other }) => entity.sector === sector && facts.mention.at.sentence - other.mention.at.sentence < 3,
  );
  return akin?.entity.actor ?? null;
}

const ARMED = new Set(['MIL', 'COP', 'REB', 'UAF', 'CRM']);

const hasModifier = (facts: Facts): boolean =>
  facts.head.children.some((child) =>
    ['amod', 'nummod', 'compound', 'nmod', 'acl:relcl', 'acl'].includes(facts.tree.nodes[child]?.label ?? ''),
  );

/** A country that nothing in the phrase says: the report's own for those who live or serve there. */
function impliedCountry(facts: Facts, { home, language }: Company): string | null {
  if (facts.agent?.kind.home !== true || modified(facts, language.modifiers.foreign)) return null;
  return home.country;
}

function modified(facts: Facts, words: ReadonlySet<string>): boolean {
  for (let at = facts.from; at < facts.head.index; at++) {
    const node = facts.tree.nodes[at];
    if (node !== undefined && words.has(node.form.toLowerCase())) return true;
  }
  return false;
}

/** The words of a group without determiner and possessor; bodies of a state bear its adjective: "Nigerian police". */
function groupName(facts: Facts, country: string | null, affiliation: Affiliation | null, { names }: Company): string {
  const { tree, head } = facts;
  let from = facts.from;
  for (let at = facts.from; at < head.index; at++) {
    const node = tree.nodes[at];
    if (node === undefined) break;
    if (node.xpos === 'POS' || node.xpos === 'PRP$' || node.upos === 'DET') from = at + 1;
    if (node.upos === 'PUNCT' && at === from) from = at + 1;
  }
  const first = tree.nodes[from];
  const last = tree.nodes[Math.max(facts.to - 1, head.index)] ?? head;
  const words =
    first === undefined
      ? facts.words
      : facts.words.slice(first.words[0] - facts.mention.words[0], last.words[1] - facts.mention.words[0]);
  const adjective = country === null ? null : names.adjective(country);
  const said = affiliation?.by === 'modifier' || affiliation?.by === 'phrase';
  if (adjective === null || said || facts.agent?.kind.organ !== true || facts.tree.nodes[from]?.upos === 'NUM')
    return words;
  return `${adjective} ${from === 0 || first?.upos !== 'PROPN' ? words.slice(0, 1).toLowerCase() + words.slice(1) : words}`;
}

/**
 * Whom a title without a name means: the one in apposition, the person whom the report names in that office, the holder on the
 * report's date where that is certain, else the office itself. A spokesperson is named after the one they speak for.
 */
export function officeHolder(facts: Facts, company: Company): Actor | null {
  const { title } = facts;
  if (title === null) return null;
  const { scene, actorOf, places, people, home, holders, on } = company;
  const own = affiliationOf(facts, scene, actorOf, places);
  const country = own?.country ?? (own === null && title.head.of !== 'self' ? home.country : null);
  if (facts.plural) return bearers(facts, country, own, company);
  if (title.head.of === 'person') return servant(facts, own, company);
  if (facts.definite || (title.head.lone && own !== null && (title.key !== null || title.head.of === 'body'))) {
    const ofBody = own?.actor?.kind === 'organisation';
    const before = ofBody
      ? []
      : people.all.filter(
          (person) => sameOffice(person.title, facts) && (own === null || person.actor.country === own.country),
        );
    const person = before.filter(({ first }) => first.index < facts.index).at(-1) ?? before[0];
    if (person !== undefined) return person.actor;
    const body = own?.actor?.kind === 'organisation' && !title.past ? own.actor : null;
    const head =
      body === null || title.meanwhile !== null || (title.head.of !== 'body' && title.office !== 'president')
        ? null
        : holders.headOf(body.id, on);
    if (head !== null)
      return {
        id: head.id,
        name: head.name,
        kind: 'person',
        country: head.country,
        sector: title.head.sector,
        as: head.as,
      };
    if (!ofBody && title.key !== null && country !== null && !title.past && title.meanwhile === null) {
      const held = holders.holderOf(country, title.key, on);
      if (held !== null)
        return { id: held.id, name: held.name, kind: 'person', country, sector: title.head.sector, as: held.as };
    }
  }
  const indefinite = !facts.definite && !title.head.lone;
  if (indefinite) return bearers(facts, country, own, company);
  const owner = own ?? stateOwner(country, company);
  const name = officeName(title, owner, {
    post: postOf(facts, scene, actorOf),
    articled: company.language.modifiers.articled,
  });
  return { id: slug(name), name, kind: 'person', country, sector: title.head.sector, as: name };
}

/** Is it the same office, or does the shorter title fit the longer ("the minister")? */
function sameOffice(title: People['all'][number]['title'], facts: Facts): boolean {
  const wanted = facts.title;
  if (title === null || wanted === null || title.past !== wanted.past) return false;
  if (title.key !== null && title.key === wanted.key) return true;
  return (
    title.office === wanted.office || (title.head.id === wanted.head.id && title.office.endsWith(` ${wanted.office}`))
  );
}

const stateOwner = (country: string | null, { names }: Company): Affiliation | null => {
  const owner = country === null ? null : (names.state(country)?.name ?? null);
  return owner === null ? null : { country, owner, actor: null, by: 'phrase' };
};

/** "a spokesman for Luxon", "a government spokeswoman". */
function servant(facts: Facts, own: Affiliation | null, company: Company): Actor {
  const { title } = facts;
  const office = title?.office ?? facts.words;
  const country = own?.country ?? company.home.country;
  const principal = own?.by === 'phrase' || own?.by === 'possessor' ? own.actor : null;
  const adjective = country === null || own !== null ? null : company.names.adjective(country);
  const words = own?.by === 'modifier' || own === null ? stripped(facts) : office;
  const name =
    principal !== null ? `${office} for ${principal.name}` : adjective === null ? words : `${adjective} ${words}`;
  return {
    id: slug(name),
    name,
    kind: 'person',
    country,
    sector: principal?.sector ?? title?.head.sector ?? null,
    as: null,
  };
}

/** Several or any who bear a title: "foreign ministers", "a senator". */
function bearers(facts: Facts, country: string | null, own: Affiliation | null, company: Company): Actor {
  const phrase =
    own?.by === 'phrase' && own.actor !== null && !facts.words.includes(' of ') ? ` of ${own.actor.name}` : '';
  const name = stripped(facts) + phrase;
  const adjective = country === null || own !== null ? null : company.names.adjective(country);
  const whole = adjective === null ? name : `${adjective} ${name}`;
  const kind = facts.plural ? 'group' : 'person';
  return {
    id: slug(`${country ?? ''} ${whole}`),
    name: whole,
    kind,
    country,
    sector: facts.title?.head.sector ?? null,
    as: null,
  };
}

/** The words of a mention without its determiner. */
function stripped(facts: Facts): string {
  const first = facts.tree.nodes[facts.from];
  if (first === undefined || (first.upos !== 'DET' && first.xpos !== 'PRP$')) return facts.words;
  const second = facts.tree.nodes[facts.from + 1];
  return second === undefined ? facts.words : facts.words.slice(second.words[0] - facts.mention.words[0]);
}

/** The entity that an actor becomes when a mention speaks of it. */
export const entityOf = (actor: Actor, facts: Facts): Entity => ({
  actor,
  sort: facts.agent?.kind.person === true && !facts.plural ? 'person' : sortOf(actor),
  plural: facts.plural && facts.name === null,
  noun: facts.agent === null ? null : facts.head.lemma.toLowerCase(),
  sector: facts.agent?.kind.sector ?? null,
});
