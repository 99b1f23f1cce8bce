import type { Names } from '../../knowledge/names.ts';
import type { Language } from '../../languages/language.ts';
import { appositive } from './apposition.ts';
import type { Facts } from './facts.ts';
import type { Ground } from './ground.ts';
import type { Holders } from './holders.ts';
import { placing } from './placing.ts';

const PLACING = placing('from');

export function isPersonName(facts: Facts, { scene, language, holders, names, places, on }: Ground): boolean {
  const { name, title, known, mention, tree } = facts;
  if (name === null) return false;
  const end = facts.tree.nodes.findIndex((node) => node.words[1] === mention.name?.[1]);
  if (title !== null) return title.head.of !== 'body' || known.length === 0;
  if (known.length > 0) return false;
  if (facts.person) return true;
  const { seemsTo } = facts;
  if (places.knows(name) && !(seemsTo === 'person' && facts.subject)) return false;
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
  if (seemsTo === 'organisation') return false;
  if (seemsTo === 'person') return parts.length > 1 || (!facts.plural && !nearNumber(facts, end));
  if (parts.length < 2 || (mention.form === 'nominal' && !holdsHead(facts))) return false;
  const place = facts.head.children.some(
    (child) => PLACING.has(tree.nodes[child]?.form.toLowerCase() ?? '') && tree.nodes[child]?.label === 'case',
  );
  if (holders.givenName(parts[0] ?? '')) return !place || facts.subject;
  if (seemsTo === 'place') return false;
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
