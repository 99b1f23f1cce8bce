import type { Actor } from '../../document/claim.ts';
import { preposition } from '../../grammar/phrase.ts';
import type { Company } from './company.ts';
import type { Entity } from './discourse.ts';
import type { Facts } from './facts.ts';

/** "the country", "the pact", "the newspaper": the last of that sort; the country is the report's own unless one was named just before. */
export function takenUp(facts: Facts, company: Company): Actor | null {
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
export function sameNoun(facts: Facts, { discourse }: Company): Actor | null {
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
