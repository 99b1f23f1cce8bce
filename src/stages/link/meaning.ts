import type { Actor } from '../../document/claim.ts';
import { preposition } from '../../grammar/phrase.ts';
import type { Known } from '../../knowledge/names.ts';
import type { Facts, Scene } from './facts.ts';
import type { Gazetteer, Home } from './home.ts';
import { isProvince } from './provinces.ts';
import { placing } from './placing.ts';

const PLACING = placing('off', 'over', 'above', 'inside');

/**
 * What a known name means here. A capital is its government as subject, agent, possessor or partner, a mere place after "in"
 * or before a common noun; a name of several actors is the one that the report speaks of otherwise, or the one at home.
 */
export function chosenName(
  facts: Facts,
  { scene, home, places }: { readonly scene: Scene; readonly home: Home; readonly places: Gazetteer },
): Actor | null {
  const all = scene.facts;
  const owner = ownerOf(facts, scene);
  const fitting = facts.known.filter(
    (known) =>
      (known.form !== 'metonym' || isGovernment(facts, places)) &&
      !isForeign(known, owner, home, facts) &&
      !isProvince(known, facts, { scene, home, places }),
  );
  const actors = [...new Map(fitting.map(({ actor }) => [actor.id, actor])).values()];
  const [only, ...others] = actors;
  if (only === undefined || others.length === 0) return only ?? null;
  return decided(fitting, facts, all, home);
}

const STATE_ORGANS = new Set(['parliament', 'court', 'ministry', 'government', 'security', 'agency']);

/** "Guatemala's Congress" is not that of another state; nor is "Congress" in a report that never speaks of the other state. */
function isForeign({ actor, sort }: Known, owner: string | null, home: Home, { name, common }: Facts): boolean {
  if (actor.kind !== 'organisation' || actor.country === null || actor.country === 'IGO') return false;
  if (!STATE_ORGANS.has(sort) || /['’]/.test(name ?? '') || (name ?? '').split(' ').length > 2) return false;
  if (owner !== null) return owner !== actor.country;
  // "the Pentagon", "the Knesset": nobody else has one.
  if (!common && !ACRONYM.test(name ?? '')) return false;
  // "ISLAMABAD: The Foreign Office said …"
  if (sort === 'ministry' && common && home.dated !== null) return home.dated !== actor.country;
  return home.country !== null && home.country !== actor.country && !home.named.includes(actor.country);
}

const ACRONYM = /^\p{Lu}{2,5}$/u;

/** The state that possesses a name or stands before it as an adjective; null where none does. */
function ownerOf(facts: Facts, scene: Scene): string | null {
  if (facts.inner) return null;
  for (const one of scene.inside(facts)) {
    const [known] = one.known;
    const own = one.head.label === 'nmod:poss' || one.head.label === 'amod' || one.head.label === 'compound';
    if (own && known?.actor.kind === 'state') return known.actor.country;
  }
  return null;
}

function decided(fitting: readonly Known[], facts: Facts, all: readonly Facts[], home: Home): Actor | null {
  const spoken = fitting.filter(({ actor }) =>
    all.some(
      (other) =>
        other.index !== facts.index &&
        other.known.length > 0 &&
        other.known.every((known) => known.actor.id === actor.id),
    ),
  );
  const [elsewhere] = spoken;
  if (elsewhere !== undefined && spoken.length === 1) return elsewhere.actor;
  const countries = new Set(all.flatMap(({ known }) => (known.length === 1 ? [known[0]?.actor.country ?? ''] : [])));
  const near = fitting.find(({ actor }) => actor.country !== null && actor.country === home.country);
  const told = fitting.filter(({ actor }) => actor.country !== null && countries.has(actor.country));
  if (near !== undefined) return near.actor;
  const [one] = told;
  if (one !== undefined && told.length === 1) return one.actor;
  // A name before a metonym or adjective; the state before its namesakes.
  const plain = fitting.filter(({ form }) => form === 'name' || form === 'adjective');
  const best = plain.find(({ sort }) => sort === 'state') ?? (plain.length === 1 ? plain[0] : undefined);
  // "Foggy Bottom" is a state's government and its ministry.
  const seat = new Set(fitting.map(({ actor }) => actor.country)).size === 1 ? fitting : [];
  return (best ?? seat.find(({ actor }) => actor.kind === 'state'))?.actor ?? null;
}

/** Does a seat of government stand for the government here? */
function isGovernment({ head, tree, mention, name }: Facts, places: Gazetteer): boolean {
  const word = preposition(tree, head.index);
  if (word !== null && PLACING.has(word)) return false;
  const governor = tree.nodes[head.head];
  // "north of Kabul", "the city of Kabul".
  if (
    word === 'of' &&
    governor !== undefined &&
    (governor.upos === 'ADV' ||
      /^(north|south|east|west|outskirts|city|capital|suburbs?|streets?|cent(?:er|re)|town|embassy|mayor|people|residents?)$/i.test(
        governor.form,
      ))
  )
    return false;
  // "Kremlin spokesman": a building is no town.
  if (head.label === 'compound' && !places.knows(name ?? '')) return true;
  if (head.label === 'compound' && governor !== undefined && mention.at.node !== governor.index)
    return /^(government|regime|officials?|administration|authorities|leadership|side)$/i.test(governor.form);
  return head.label !== 'appos' && head.label !== 'nmod:unmarked' && head.label !== 'obl:unmarked';
}
