import type { PronounKind } from '../../languages/pronouns.ts';
import type { Discourse, Entity } from './discourse.ts';
import type { Facts } from './facts.ts';

/**
 * Whom a personal pronoun means: the last person in subject position for "he" and "she", the last subject of its kind for "it"
 * and "they". Null where no reading is plain: a guess would put words into the wrong mouth.
 */
export function antecedent(facts: Facts, discourse: Discourse): Entity | null {
  const kind = facts.pronoun;
  if (kind === 'male' || kind === 'female') return person(facts, kind, discourse);
  if (kind === 'thing') return byLastSubject(facts, discourse, ({ sort, plural }) => sort !== 'person' && !plural);
  if (kind === 'many')
    return byLastSubject(facts, discourse, ({ sort, plural }) => plural || (sort !== 'person' && sort !== 'pact'));
  return null;
}

/** People before the pronoun, weighed by place: a subject before others, the same sentence before the last. */
function person(facts: Facts, sex: PronounKind & ('male' | 'female'), discourse: Discourse): Entity | null {
  const governing = governingSubject(facts, discourse, sex);
  if (governing !== null) return governing;
  const weights = new Map<string, { readonly entity: Entity; readonly weight: number }>();
  for (const { entity, facts: other } of discourse.before(facts, 4)) {
    const { actor, sort, plural } = entity;
    if (sort !== 'person' || plural) continue;
    const told = discourse.sexes.get(actor.id);
    if (told !== undefined && told !== sex) continue;
    if (isCoArgument(facts, other)) continue;
    const back = facts.mention.at.sentence - other.mention.at.sentence;
    const place = other.subject ? 3 : other.head.label === 'appos' || other.inner ? 1.5 : 2;
    // Words inside a quotation speak of people apart from those outside it.
    const voice = facts.quoted === other.quoted ? 1 : 0.7;
    const weight = (place * voice) / (1 + back * 0.7);
    if (weight > (weights.get(actor.id)?.weight ?? 0)) weights.set(actor.id, { entity, weight });
  }
  const [best, second] = [...weights.values()].sort((a, b) => b.weight - a.weight);
  if (best === undefined || (second !== undefined && best.weight === second.weight)) return null;
  discourse.sexes.set(best.entity.actor.id, sex);
  return best.entity;
}

/** The subject of a clause around the pronoun: "Wang said he …", "Wang, who is on his …". Inside a quotation nobody is "he" to himself. */
function governingSubject(facts: Facts, discourse: Discourse, sex: 'male' | 'female'): Entity | null {
  if (facts.quoted) return null;
  const before = discourse.before(facts, 0).filter(({ facts: other }) => other.subject && !other.quoted);
  let below = facts.head.index;
  for (let at = facts.head.head; at >= 0; at = facts.tree.nodes[at]?.head ?? -1) {
    const own = before.find(({ facts: other }) => other.head.head === at && other.head.index !== below);
    below = at;
    if (own === undefined || isCoArgument(facts, own.facts)) continue;
    const { actor, sort, plural } = own.entity;
    if (sort !== 'person' || plural || (discourse.sexes.get(actor.id) ?? sex) !== sex) continue;
    discourse.sexes.set(actor.id, sex);
    return own.entity;
  }
  return null;
}

/** "Wang met him": two arguments of one verb are two people, unless one is a possessor. */
function isCoArgument(pronoun: Facts, other: Facts): boolean {
  if (pronoun.mention.at.sentence !== other.mention.at.sentence) return false;
  if (pronoun.head.label === 'nmod:poss' || /sel(f|ves)$/i.test(pronoun.head.form)) return false;
  return pronoun.head.head === other.head.head && other.head.head >= 0;
}

/** The nearest subject before the pronoun, in its sentence or as the subject of the one before, if it is of the right sort. */
function byLastSubject(facts: Facts, discourse: Discourse, fits: (entity: Entity) => boolean): Entity | null {
  const { sentence } = facts.mention.at;
  const rival = lastSubjectBefore(facts);
  for (const { entity, facts: other } of discourse.before(facts, 1)) {
    const same = other.mention.at.sentence === sentence;
    if (
      !other.subject &&
      !(facts.head.label === 'nmod:poss' && other.head.head === facts.head.head && other.head.label.startsWith('obl'))
    )
      continue;
    // A subject that is no participant stands nearer: "the attack … it".
    if (same ? rival !== null && rival > other.mention.at.node : rival !== null) return null;
    if (isCoArgument(facts, other)) continue;
    return fits(entity) ? entity : null;
  }
  return null;
}

/** The last subject before the pronoun in its own sentence, pronouns left out; null where there is none. */
function lastSubjectBefore(facts: Facts): number | null {
  for (let at = facts.from - 1; at >= 0; at--) {
    const node = facts.tree.nodes[at];
    if (node === undefined || !node.label.startsWith('nsubj')) continue;
    if (node.upos === 'NOUN' || node.upos === 'PROPN') return at;
  }
  return null;
}
