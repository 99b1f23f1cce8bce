import type { Actor } from '../../document/claim.ts';
import { preposition } from '../../grammar/phrase.ts';
import type { Language } from '../../languages/language.ts';
import { slug } from '../../knowledge/keys.ts';
import { affiliationOf } from './affiliation.ts';
import type { Company } from './company.ts';
import type { Facts } from './facts.ts';
import { placing } from './placing.ts';

/** "Democratic Union Party (PYD)": the name in brackets and the one before it are one; known the one, known the other. */
export function aliasOf(facts: Facts, { scene, plain, actorOf }: Company): Actor | null {
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

const PLACING = placing('off', 'along', 'over');

/** "Sinai Peninsula", "Operation Dawn": neither people nor bodies. */
const isThing = (name: string, { modifiers }: Language): boolean => {
  const words = name.toLowerCase().split(' ');
  return words.length > 1 && (modifiers.things.has(words.at(-1) ?? '') || modifiers.openers.has(words[0] ?? ''));
};

/** A body whose name nobody knows but whose last word says what it is ("… Ministry", "… Party"), or that an acronym follows. */
export function bodyOf(facts: Facts, company: Company): Actor | null {
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
      ? {
          id: slug(name),
          name,
          kind: 'group',
          country: agent.kind.home ? home.country : null,
          sector: agent.kind.sector,
          as: null,
        }
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
    return language.modifiers.things.has(name.toLowerCase())
      ? null
      : { id: slug(name), name, kind: 'group', country: null, sector: null, as: null };
  if (agent === null && !acronym && !source && facts.seemsTo !== 'organisation') return null;
  if (agent === null && !acronym && places.knows(name)) {
    const acts = /^(nsubj|obj|iobj)/.test(facts.head.label) && places.isRegion(name);
    return acts ? { id: slug(name), name, kind: 'group', country: null, sector: null, as: null } : null;
  }
  const own = affiliationOf(facts, company.scene, company.actorOf, places);
  // "Nigel Farage": a town's name within a person's says nothing.
  const within = agent === null && !acronym && own?.by === 'modifier' && own.actor === null;
  const country =
    (within ? null : own?.country) ??
    state?.actor.country ??
    (agent?.kind.organ === true || agent?.kind.again === 'media' || acronym ? home.country : null);
  return { id: slug(name), name, kind: 'organisation', country, sector: agent?.kind.sector ?? null, as: null };
}
