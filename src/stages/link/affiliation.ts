import type { Actor } from '../../document/claim.ts';
import type { Node } from '../../document/tree.ts';
import { conjuncts, firstConjunct, preposition } from '../../grammar/phrase.ts';
import type { Facts, Scene } from './facts.ts';
import type { Gazetteer } from './home.ts';
import { townIn } from './provinces.ts';

/** To whom a person, office or group belongs, as its own phrase says. */
export interface Affiliation {
  readonly country: string | null;
  /** The owner as an office names it: "China" for "Chinese", "Kabul" for "Kabul Police Chief"; null where it has none. */
  readonly owner: string | null;
  /** The body or person behind the owner. */
  readonly actor: Actor | null;
  /** An adjective or name before the noun, a possessor, or a phrase behind it. */
  readonly by: 'modifier' | 'possessor' | 'phrase';
}

/** Reporters are of their outlet, not of its state. */
const countryOf = (actor: Actor): string | null => (actor.sector === 'JRN' ? null : actor.country);

/** How to find whom another mention means. */
export type ActorOf = (facts: Facts) => Actor | null;

/**
 * Reads the affiliation off a phrase: the nearest adjective or name before its head ("Chinese", "UN", "Kabul"), its possessor
 * ("Turkey's"), or an "of", "for", "from", "in" phrase. Null where the phrase says nothing.
 */
export function affiliationOf(facts: Facts, scene: Scene, actorOf: ActorOf, places: Gazetteer): Affiliation | null {
  return (
    owned(modifier(facts, scene, actorOf, places), () => possessor(facts, scene, actorOf)) ??
    possessor(facts, scene, actorOf) ??
    phrase(facts, scene, actorOf, places) ??
    shared(facts, scene, actorOf, places)
  );
}

/** "Belgium's Luxembourg province": a place before the noun lies in the state that possesses it. */
function owned(place: Affiliation | null, possessorOf: () => Affiliation | null): Affiliation | null {
  if (place === null || place.actor !== null) return place;
  const owner = possessorOf();
  return owner?.actor?.kind === 'state' ? { ...place, country: owner.country } : place;
}

/**
 * "Turkey's president and foreign minister": the second belongs to whom the first belongs; "the president and foreign minister of
 * Chad": both to whom the last belongs; "Ana Silva and other Chadian officials": to whom the others belong.
 */
function shared(facts: Facts, scene: Scene, actorOf: ActorOf, places: Gazetteer): Affiliation | null {
  const later = laterIn(facts, scene);
  const last = later.find((one) => one.title !== null && !hasOwnDeterminer(one));
  const theirs = last === undefined ? null : phrase(last, scene, actorOf, places);
  if (theirs !== null) return theirs;
  const others = later.find((one) => facts.title !== null && one.plural && isOthers(one));
  const whose = others === undefined ? null : modifier(others, scene, actorOf, places);
  if (whose !== null) return whose;
  if (facts.head.label !== 'conj' || facts.from < facts.head.index - 1) return null;
  const first = scene.at(facts.mention.at.sentence, firstConjunct(facts.tree, facts.head.index));
  if (first === null || first.index === facts.index || first.name !== null || first.head.xpos === 'NNP') return null;
  return possessor(first, scene, actorOf) ?? modifier(first, scene, actorOf, places);
}

/** Mentions that are coordinated with one and follow it. */
function laterIn({ tree, head, mention }: Facts, scene: Scene): readonly Facts[] {
  const all = conjuncts(tree, firstConjunct(tree, head.index));
  return all.filter((at) => at > head.index).flatMap((at) => scene.at(mention.at.sentence, at) ?? []);
}

const hasOwnDeterminer = ({ tree, head }: Facts): boolean =>
  head.children.some((child) => tree.nodes[child]?.label === 'det' || tree.nodes[child]?.label === 'nmod:poss');

const isOthers = ({ tree, head }: Facts): boolean =>
  head.children.some((child) => tree.nodes[child]?.lemma === 'other');

function modifier(facts: Facts, scene: Scene, actorOf: ActorOf, places: Gazetteer): Affiliation | null {
  const name = facts.mention.name;
  const head = facts.title === null ? facts.head.index : facts.title.to - 1;
  const before = scene
    .inside(facts)
    .filter((one) => one.mention.form === 'demonym' || one.mention.form === 'name')
    .filter((one) => name === null || one.mention.words[1] <= name[0] || one.mention.words[0] >= name[1])
    // "US-backed rebels" are not American; "president of France" is read as a phrase.
    .filter(
      (one) =>
        one.to <= head &&
        facts.tree.nodes[one.to]?.form !== '-' &&
        one.head.label !== 'nmod' &&
        one.head.label !== 'nmod:poss',
    );
  const states = before.filter((one) => one.known.some(({ actor }) => actor.country !== null));
  const last = states.at(-1) ?? before.at(-1);
  if (last !== undefined) {
    const known = last.known.find(({ actor }) => actor.country !== null) ?? last.known[0];
    const actor = (known?.actor.kind === 'group' ? actorOf(last) : null) ?? known?.actor ?? actorOf(last);
    const province = provinceOf(last, actor, facts, scene, places);
    if (province !== null) return { ...province, by: 'modifier' };
    if (actor !== null) {
      const owner = known?.form === 'metonym' ? last.words : actor.name;
      return { country: countryOf(actor), owner, actor, by: 'modifier' };
    }
  }
  const place = placeBefore(facts, head, places);
  if (place !== null) return place;
  const unknown = before.at(-1);
  if (facts.title !== null && facts.title.head.of !== 'self' && unknown?.name !== null && unknown !== undefined)
    return { country: null, owner: unknown.name, actor: null, by: 'modifier' };
  return null;
}

/** "the governor of Georgia", "Atlanta, Georgia": of another country's province of that name. */
function provinceOf(
  owner: Facts | null,
  actor: Actor | null,
  { title }: Facts,
  scene: Scene,
  places: Gazetteer,
): Omit<Affiliation, 'by'> | null {
  const town = owner === null ? null : townIn(owner, scene, places);
  if (town !== null) return { country: town, owner: owner?.name ?? null, actor: null };
  const state = owner?.known.find(({ actor: one, form }) => one.kind === 'state' && form === 'name')?.actor ?? null;
  const country = state === null ? null : places.provinceOf(owner?.name ?? '');
  if (state === null || country === null || country === state.country) return null;
  return actor === null || title?.head.below === true ? { country, owner: owner?.name ?? null, actor: null } : null;
}

/** Where an envoy is sent: "Turkey" of "the ambassador to Turkey"; null where nothing says so. */
export function postOf(facts: Facts, scene: Scene, actorOf: ActorOf): string | null {
  if (facts.title === null) return null;
  for (const head of [facts.head.index, facts.title.to - 1])
    for (const child of facts.tree.nodes[head]?.children ?? []) {
      if (child < head || preposition(facts.tree, child) !== 'to') continue;
      const post = scene.at(facts.mention.at.sentence, child);
      const actor = post === null ? null : actorOf(post);
      if (actor !== null) return actor.name;
    }
  return null;
}

/** "Lagos police": a city before the noun. */
function placeBefore(facts: Facts, head: number, places: Gazetteer): Affiliation | null {
  for (let at = facts.from; at < head; at++) {
    const node = facts.tree.nodes[at];
    if (node === undefined || node.xpos !== 'NNP' || node.label === 'nmod:poss') continue;
    const next = facts.tree.nodes[at + 1];
    // "the New York senator" is not York's.
    const two =
      next?.upos === 'PROPN' && next.label !== 'nmod:poss' && at + 1 < head ? `${node.form} ${next.form}` : null;
    const whole = two === null ? null : places.countryOf(two);
    if (two !== null && whole !== null) return { country: whole, owner: two, actor: null, by: 'modifier' };
    if (node.upos !== 'PROPN') continue;
    const country = places.countryOf(node.form);
    if (country !== null && next?.form !== '-') return { country, owner: node.form, actor: null, by: 'modifier' };
  }
  return null;
}

function possessor(facts: Facts, scene: Scene, actorOf: ActorOf): Affiliation | null {
  const of = (owner: Facts | null): Affiliation | null => {
    const actor = owner === null ? null : actorOf(owner);
    return actor === null ? null : { country: countryOf(actor), owner: actor.name, actor, by: 'possessor' };
  };
  const holder =
    facts.title === null || facts.title.from > facts.head.index
      ? facts.head
      : (facts.tree.nodes[facts.title.to - 1] ?? facts.head);
  for (const node of [facts.head, holder])
    for (const child of node.children) {
      if (facts.tree.nodes[child]?.label !== 'nmod:poss') continue;
      const found = of(scene.at(facts.mention.at.sentence, child));
      if (found !== null) return found;
    }
  // "Tonga's PM": a possessor right before it, whatever the tree makes of it.
  const isOwned = facts.tree.nodes[facts.from - 1]?.xpos === 'POS';
  return isOwned ? of(scene.at(facts.mention.at.sentence, facts.from - 2)) : null;
}

const BINDING = new Set(['of', 'for', 'from', 'in', 'at', 'with', 'within', 'to']);

function phrase(facts: Facts, scene: Scene, actorOf: ActorOf, places: Gazetteer): Affiliation | null {
  const heads = new Set([facts.head.index, ...(facts.title === null ? [] : [facts.title.to - 1])]);
  for (const head of heads)
    for (const child of facts.tree.nodes[head]?.children ?? []) {
      const node = facts.tree.nodes[child];
      if (node === undefined || !node.label.startsWith('nmod') || child < head) continue;
      // "of State" is part of the title.
      if (facts.title !== null && child < facts.title.to) continue;
      const word = preposition(facts.tree, child);
      // "ambassador to Chad" is not Chad's.
      if (word === null || !BINDING.has(word) || (word === 'to' && facts.title?.head.of !== 'person')) continue;
      const found = ofNode(facts, node, scene, actorOf, places);
      if (found !== null) return found;
    }
  return null;
}

function ofNode(facts: Facts, node: Node, scene: Scene, actorOf: ActorOf, places: Gazetteer): Affiliation | null {
  const owner = scene.at(facts.mention.at.sentence, node.index);
  const actor = owner === null || owner.index === facts.index ? null : actorOf(owner);
  const province = provinceOf(owner, actor, facts, scene, places);
  if (province !== null) return { ...province, by: 'phrase' };
  if (actor !== null) {
    const metonym = owner?.known.some(({ form }) => form === 'metonym') === true;
    return {
      country: countryOf(actor),
      owner: metonym ? (owner?.name ?? actor.name) : actor.name,
      actor,
      by: 'phrase',
    };
  }
  // "of the Netherlands Els Borst": the state ends the title's phrase.
  const state =
    owner === null
      ? undefined
      : scene.inside(owner).find(({ known }) => known[0]?.actor.kind === 'state')?.known[0]?.actor;
  if (state !== undefined && owner?.name !== null)
    return { country: state.country, owner: state.name, actor: state, by: 'phrase' };
  const flat = node.children
    .map((child) => facts.tree.nodes[child])
    .filter((child) => child?.label === 'flat' || child?.label === 'compound');
  const name = [node, ...flat]
    .sort((a, b) => (a?.index ?? 0) - (b?.index ?? 0))
    .map((part) => part?.form)
    .join(' ');
  const country = places.countryOf(name);
  if (country !== null) return { country, owner: name, actor: null, by: 'phrase' };
  // "the finance minister of Ruritania" is not the one at home.
  return node.upos === 'PROPN' && facts.title !== null
    ? { country: null, owner: name, actor: null, by: 'phrase' }
    : null;
}
