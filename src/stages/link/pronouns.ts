import type { Actor } from '../../document/claim.ts';
import { surfaceSubjects } from '../../grammar/clause.ts';
import type { ActorOf } from './affiliation.ts';
import type { Discourse, Entity } from './discourse.ts';
import type { Facts, Scene } from './facts.ts';
import { entityOf } from './company.ts';

interface Around {
  readonly scene: Scene;
  readonly discourse: Discourse;
  readonly actorOf: ActorOf;
}

type Fits = (entity: Entity) => boolean;

/**
 * Whom a personal pronoun means: the subject of a clause around it, else the last person in subject position for "he" and "she", the
 * last subject of its kind for "it" and "they". Null where no reading is plain: a guess would put words into the wrong mouth.
 */
export function antecedent(facts: Facts, around: Around): Actor | null {
  const { discourse } = around;
  const kind = facts.pronoun;
  if (kind === 'male' || kind === 'female') {
    const fits: Fits = ({ actor, sort, plural }) =>
      sort === 'person' && !plural && (discourse.sexes.get(actor.id) ?? kind) === kind;
    const entity = governingSubject(facts, around, fits) ?? salientPerson(facts, discourse, fits);
    if (entity !== null) discourse.sexes.set(entity.actor.id, kind);
    return entity?.actor ?? null;
  }
  if (kind !== 'thing' && kind !== 'many') return null;
  const fits: Fits =
    kind === 'thing'
      ? ({ sort, plural }) => sort !== 'person' && !plural
      : ({ sort, plural }) => plural || (sort !== 'person' && sort !== 'pact');
  return (governingSubject(facts, around, fits) ?? lastSubject(facts, discourse, fits))?.actor ?? null;
}

/**
 * The subject of a clause around the pronoun: "Wang said he …", "Wang, who is on his …", and, for a phrase put first, the subject
 * that follows: "In his talks with May, Erdoğan said …". Inside a quotation nobody is "he" to himself.
 */
function governingSubject(facts: Facts, around: Around, fits: Fits): Entity | null {
  const others = coArguments(facts);
  const { nodes } = facts.tree;
  let below = facts.head.index;
  for (let at = facts.head.head; at >= 0; at = nodes[at]?.head ?? -1) {
    const owner = ownerOfNoun(at, facts, around);
    if (owner !== null && facts.head.label !== 'nmod:poss' && fits(owner)) return owner;
    for (const child of nodes[at]?.children ?? []) {
      if (child === below || !nodes[child]?.label.startsWith('nsubj') || others.has(child)) continue;
      const cataphor = child > facts.head.index && facts.head.label === 'nmod:poss' && at > child;
      if (child > facts.head.index && !cataphor) continue;
      const subject = around.scene.at(facts.mention.at.sentence, child);
      if (subject === null || (facts.quoted && !subject.quoted)) continue;
      const actor = around.actorOf(subject);
      if (actor === null) continue;
      const entity = entityOf(actor, subject);
      if (fits(entity)) return entity;
    }
    below = at;
  }
  return null;
}

/** "a US announcement that it would …": the state before the noun. */
function ownerOfNoun(at: number, facts: Facts, { scene, actorOf }: Around): Entity | null {
  const node = facts.tree.nodes[at];
  if (node === undefined || node.upos !== 'NOUN' || at > facts.head.index) return null;
  for (const child of node.children) {
    if (!/^(nmod:poss|compound|amod)$/.test(facts.tree.nodes[child]?.label ?? '')) continue;
    const owner = scene.at(facts.mention.at.sentence, child);
    const actor = owner === null || owner.pronoun !== null ? null : actorOf(owner);
    if (owner !== null && actor !== null) return entityOf(actor, owner);
  }
  return null;
}

/** "Wang met him": the other arguments of the pronoun's verb are other people; a possessor or reflexive may be one of them. */
function coArguments(facts: Facts): ReadonlySet<number> {
  const { head, tree } = facts;
  if (head.head < 0 || head.label === 'nmod:poss' || /sel(f|ves)$/i.test(head.form)) return new Set();
  const siblings = (tree.nodes[head.head]?.children ?? []).filter((child) => child !== head.index);
  const controlled = head.label.startsWith('nsubj') ? [] : surfaceSubjects(tree, head.head);
  return new Set([...siblings, ...controlled]);
}

/** People before the pronoun, weighed by place: a subject before others, the same sentence before the last. */
function salientPerson(facts: Facts, discourse: Discourse, fits: Fits): Entity | null {
  const weights = new Map<string, { readonly entity: Entity; readonly weight: number }>();
  const others = coArguments(facts);
  const { sentence } = facts.mention.at;
  const tail = facts.tree.nodes[facts.head.head]?.label === 'parataxis' && facts.subject;
  for (const { entity, facts: other } of discourse.before(facts, 4)) {
    if (!fits(entity) || (other.mention.at.sentence === sentence && others.has(other.mention.at.node))) continue;
    const back = sentence - other.mention.at.sentence;
    const place = other.subject ? 3 : other.head.label === 'appos' || other.inner ? 1.5 : 2;
    // Words inside a quotation speak of people apart from those outside it.
    const voice = facts.quoted === other.quoted ? 1 : 0.7;
    const named = entity.noun === null ? 1 : 0.8;
    // "…, he said": the speaker is seldom named in the words that he says.
    const content = back === 0 && tail ? 0.4 : 1;
    const weight = (place * voice * named * content) / (1 + back * 0.7);
    if (weight > (weights.get(entity.actor.id)?.weight ?? 0)) weights.set(entity.actor.id, { entity, weight });
  }
  const [best, second] = [...weights.values()].sort((a, b) => b.weight - a.weight);
  return best === undefined || (second !== undefined && best.weight === second.weight) ? null : best.entity;
}

/** The nearest subject before the pronoun, in its sentence or as a subject of the one before, if it is of the right sort. */
function lastSubject(facts: Facts, discourse: Discourse, fits: Fits): Entity | null {
  const { sentence } = facts.mention.at;
  const rival = lastNounSubject(facts);
  const others = coArguments(facts);
  for (const { entity, facts: other } of discourse.before(facts, 1)) {
    const same = other.mention.at.sentence === sentence;
    if (!other.subject) continue;
    // A subject that is no participant stands nearer: "the attack … it".
    if (same ? rival !== null && rival > other.mention.at.node : rival !== null) return null;
    if (same && others.has(other.mention.at.node)) continue;
    return fits(entity) ? entity : null;
  }
  return null;
}

/** The last subject before the pronoun in its own sentence, pronouns left out; null where there is none. */
function lastNounSubject(facts: Facts): number | null {
  for (let at = facts.from - 1; at >= 0; at--) {
    const node = facts.tree.nodes[at];
    if (node === undefined || !node.label.startsWith('nsubj')) continue;
    if (node.upos === 'NOUN' || node.upos === 'PROPN') return at;
  }
  return null;
}
