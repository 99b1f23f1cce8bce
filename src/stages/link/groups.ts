import type { Actor } from '../../document/claim.ts';
import { slug } from '../../knowledge/keys.ts';
import { type Affiliation, affiliationOf } from './affiliation.ts';
import type { Company } from './company.ts';
import type { Facts } from './facts.ts';
import { sameNoun, takenUp } from './taken-up.ts';

/** Whom an agent noun means: a state for its government, what was named before for "the country", else a group named by its words. */
export function groupOf(facts: Facts, company: Company): Actor | null {
  const { agent } = facts;
  if (agent === null) return null;
  const { scene, actorOf, places } = company;
  const affiliation = affiliationOf(facts, scene, actorOf, places);
  const part = facts.definite && affiliation !== null ? partOf(affiliation, facts, company) : null;
  const named = part ?? designated(facts, company);
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

/** "the UN tribunal": the one body of that name's kind which the report names and which belongs to the other. */
function partOf({ actor: owner }: Affiliation, facts: Facts, { scene, names }: Company): Actor | null {
  if (facts.agent?.kind.again !== 'organisation' || facts.plural || owner?.kind !== 'organisation') return null;
  const noun = facts.head.lemma.toLowerCase();
  const parts = new Map(
    scene.facts
      .flatMap(({ known }) => (known.length === 1 ? known : []))
      .filter(({ actor }) => names.ownerOf(actor.id) === owner.id && actor.name.toLowerCase().includes(noun))
      .map(({ actor }) => [actor.id, actor] as const),
  );
  const [only] = parts.values();
  return parts.size === 1 ? (only ?? null) : null;
}

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
