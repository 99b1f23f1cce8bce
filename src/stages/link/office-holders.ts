import type { Actor } from '../../document/claim.ts';
import { slug } from '../../knowledge/keys.ts';
import { type Affiliation, affiliationOf, postOf } from './affiliation.ts';
import { appositive } from './apposition.ts';
import type { Company } from './company.ts';
import type { Facts } from './facts.ts';
import { couldBeOne, officeName } from './offices.ts';
import type { People } from './people.ts';

/**
 * Whom a title without a name means: the one in apposition, the person whom the report names in that office, the holder on the
 * report's date where that is certain, else the office itself. A spokesperson is named after the one they speak for.
 */
export function officeHolder(facts: Facts, company: Company): Actor | null {
  const { title } = facts;
  if (title === null) return null;
  const { scene, actorOf, places, people, home, holders, on } = company;
  const own = affiliationOf(facts, scene, actorOf, places);
  const country = own?.country ?? (own === null && isHomely(facts, company) ? home.country : null);
  if (facts.plural) return bearers(facts, country, own, company);
  if (title.head.of === 'person') return servant(facts, own, company);
  if (facts.definite || (title.head.lone && own !== null && (title.key !== null || title.head.of === 'body'))) {
    const ofBody = own?.actor?.kind === 'organisation';
    const before = ofBody
      ? []
      : people.all.filter(
          (person) =>
            sameOffice(person.title, facts, company.language.titles.styles) &&
            (own === null || person.actor.country === own.country),
        );
    const earlier = before.filter(({ first }) => first.index < facts.index);
    const named =
      (own === null ? earlier.findLast(({ actor }) => actor.country === home.country) : null) ?? earlier.at(-1);
    const nameless = own === null ? namelessBefore(facts, { after: named?.first.index ?? -1 }, company) : null;
    if (nameless !== null) return nameless;
    const person = named ?? before[0];
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
      const held = holders.holderOf(country, title.key, { on, title: title.office });
      if (held !== null)
        return { id: held.id, name: held.name, kind: 'person', country, sector: title.head.sector, as: held.as };
    }
  }
  const indefinite = !facts.definite && (!title.head.lone || isOneOfMany(facts));
  if (indefinite) return bearers(facts, country, own, company);
  const owner = own ?? stateOwner(country, company);
  const name = officeName(title, owner, {
    post: postOf(facts, scene, actorOf),
    articled: company.language.modifiers.articled,
  });
  return { id: slug(name), name, kind: 'person', country, sector: title.head.sector, as: name };
}

/** Is an office without an owner one at home? What people are by trade goes by what the noun says of them. */
function isHomely({ title, tree, head, from }: Facts, { language }: Company): boolean {
  if (title === null) return false;
  if (title.head.of !== 'self') return title.head.home;
  const foreign = tree.nodes
    .slice(from, head.index)
    .some(({ form }) => language.modifiers.foreign.has(form.toLowerCase()));
  return !foreign && language.agents.endingAt(tree.nodes, head.index)?.kind.home === true;
}

/** "The minister" after "Peru's finance minister": the last of that office before it who bears a fuller title and no name. */
function namelessBefore(facts: Facts, { after }: { readonly after: number }, company: Company): Actor | null {
  const { scene, language, actorOf } = company;
  const last = scene.facts
    .slice(after + 1, facts.index)
    .filter(
      (one) =>
        one.name === null &&
        !one.plural &&
        one.title !== null &&
        one.title.office !== facts.title?.office &&
        sameOffice(one.title, facts, language.titles.styles) &&
        appositive(one, scene).every((other) => other.name === null),
    )
    .at(-1);
  return last === undefined ? null : actorOf(last);
}

/** "one diplomat", "a minister": somebody of that office, not its holder. */
const isOneOfMany = ({ tree, from }: Facts): boolean => ['DET', 'NUM'].includes(tree.nodes[from]?.upos ?? '');

/** Is it the same office, or does the shorter title fit the longer ("the minister")? */
function sameOffice(title: People['all'][number]['title'], facts: Facts, styles: ReadonlySet<string>): boolean {
  const wanted = facts.title;
  if (title === null || wanted === null || title.past !== wanted.past || !couldBeOne(title, wanted, styles))
    return false;
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
  const trade = company.language.agents.endingAt(facts.tree.nodes, facts.head.index);
  return {
    id: slug(`${country ?? ''} ${whole}`),
    name: whole,
    kind,
    country,
    sector: facts.title?.head.sector ?? trade?.kind.sector ?? null,
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
