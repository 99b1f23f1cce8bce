import type { Certainty, Status } from '../../document/claim.ts';
import type { Tree } from '../../document/tree.ts';
import { dependent, dependents, hasLabel, nodeAt, preposition } from '../../grammar/phrase.ts';
import { verbForm } from '../../grammar/verb-form.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { certaintyIn, weaker } from './certainty.ts';
import { isNew, sharesAuxiliary } from './verb-mood.ts';
import { falsityOf } from './falsity.ts';
import { carriersIn, type FindGovernor, type Governor } from './governors.ts';
import { negationOf } from './negation.ts';
import { ownFormOf } from './own-form.ts';
import type { Trigger } from './slots.ts';
import { suppositionOf } from './supposition.ts';

type Words = Knowledge['languages/en/standing'];

/** How far an act has come, as the grammar around its word says. */
export interface Stand {
  readonly status: Status;
  readonly certainty: Certainty;
  /** The node of the word that asks for the act, whose subject is its initiator. */
  readonly asked: number | null;
  /** Governors that had a say, innermost first: their ids, with the nodes of their words. */
  readonly by: readonly { readonly rule: string; readonly node: number }[];
  /** Told in the present tense of a verb of going: its date decides whether it is to come. */
  readonly present: boolean;
  /** Only thought of: a condition ("if it signed"), or a gerund with nothing that decides about it ("the benefits of joining"). */
  readonly thought: boolean;
}

/**
 * Reads the standing of acts. The walk goes from the act's word up through the words that govern it; the innermost
 * governor with a view of its own decides, and the words above it can only turn it down: negate it, condition it.
 */
export function standingOf(words: Words, find: FindGovernor): (tree: Tree, trigger: Trigger) => Stand {
  const has = (list: readonly string[]): ((lemma: string) => boolean) => {
    const set = new Set(list);
    return (lemma) => set.has(lemma);
  };
  const before = has(words.before);
  const during = has(words.during);
  const circumstance = has(words.circumstances);
  /** "dropped its veto at the summit": what befalls the verb's object does not befall the summit. */
  const besides = has([...words.during, ...words.circumstances]);
  const { certaintyOf, unsettled } = certaintyIn(words);
  const { negated, none } = negationOf(words);
  const { isCondition, isConditional, isSupposed } = suppositionOf(words);
  const { ownForm, isAwaited } = ownFormOf(words, isCondition);
  const carrierOf = carriersIn(words, find);
  const verdictOf = falsityOf(words, { find, negated });

  /** The standing of a clause: its own form, or for one without tense that of what governs it. */
  function ofClause(tree: Tree, index: number, depth: number): Stand {
    const form = verbForm(tree, index);
    const own = negated(tree, index) ? NOT_OCCURRED : ownForm(tree, index);
    const node = nodeAt(tree, index);
    const certainty = certaintyOf(tree, index);
    const standing: Stand = {
      status: own.status,
      certainty,
      asked: null,
      by: [],
      present: own.present,
      thought: isCondition(tree, index),
    };
    if (depth > 8 || node.head < 0) return standing;
    if (sharesAuxiliary(tree, index) && own.status !== 'not-occurred')
      return { ...ofClause(tree, node.head, depth + 1), certainty };
    if (node.label === 'conj' && !form.finite && dependent(tree, index, 'aux') === null)
      return own.status === 'not-occurred' ? standing : { ...ofClause(tree, node.head, depth + 1), certainty };
    if (isAwaited(tree, index) && own.status !== 'not-occurred') {
      const main = [ofClause(tree, node.head, depth + 1).status, ownForm(tree, node.head).status];
      const status = main.find((it) => OPEN.has(it));
      if (status !== undefined) return { ...standing, status, present: false };
    }
    const governor = find(tree, node.head, { act: index, over: 'clauses' });
    const tensed = form.finite || form.modal !== null;
    const open =
      hasLabel(node, 'xcomp') ||
      (hasLabel(node, 'acl', 'advcl', 'obl', 'nmod', 'csubj') &&
        !hasLabel(node, 'acl:relcl') &&
        !tensed &&
        !isPastPhrase(node)) ||
      hasLabel(node, 'ccomp');
    if (!open || own.status === 'not-occurred') return standing;
    // A statement's content keeps its own tense.
    if (tensed && hasLabel(node, 'ccomp')) return standing;
    if (governor !== null) return governed(tree, node.head, governor, { act: index, certainty, depth });
    if (hasLabel(node, 'advcl') && form.infinitive) return { ...standing, status: 'scheduled', present: false };
    if (form.infinitive && hasLabel(node, 'acl')) return { ...standing, status: 'proposed', present: false };
    const word = preposition(tree, index);
    if (node.xpos === 'VBG' && word !== null && dependent(tree, index, 'nsubj') === null) {
      const up = hasLabel(node, 'advcl') && circumstance(word) ? ofClause(tree, node.head, depth + 1) : null;
      // "did not relent after visiting": the visit took place.
      if (up !== null) return { ...up, certainty, status: OPEN.has(up.status) ? up.status : own.status };
      // "the benefits of joining": an act thought of, not told.
      return { ...standing, status: 'possible', present: false, thought: true };
    }
    if (hasLabel(node, 'xcomp', 'advcl')) {
      const up = ofClause(tree, node.head, depth + 1);
      return { ...up, certainty: weaker(up.certainty, certainty) };
    }
    return standing;
  }

  /** The standing of an act that a governor decides about. */
  function governed(
    tree: Tree,
    at: number,
    governor: Governor,
    { act, depth, ...its }: { readonly act: number; readonly certainty: Certainty; readonly depth: number },
  ): Stand {
    const certainty = governor.certainty === null ? its.certainty : weaker(its.certainty, governor.certainty);
    const word = nodeAt(tree, at);
    const up =
      word.upos === 'NOUN' || word.upos === 'PROPN'
        ? ofNoun(tree, at, carrierOf(tree, at), depth + 1)
        : ofClause(tree, at, depth + 1);
    const by = [...up.by, { rule: governor.id, node: at }];
    const no = negated(tree, at);
    const answer = governor.initiates && !no ? answerTo(tree, at, depth) : null;
    if (answer !== null) {
      const known = by.filter(({ node }) => node !== answer.node);
      return { ...up, status: answer.status, by: [...known, answer], asked: at, present: false };
    }
    if (governor.status === 'own') {
      // "a pact that involves London helping …": what stands in the present tense is in force.
      const form = verbForm(tree, at);
      const inForce = up.status === 'occurred' && word.upos === 'VERB' && form.tense === 'present' && !form.perfect;
      const { perfect, progressive } = verbForm(tree, act);
      // "appears to have signed", "is said to be preparing": the infinitive has a time of its own.
      const timed = perfect ? 'occurred' : progressive ? 'underway' : inForce ? 'underway' : up.status;
      const own = up.status === 'occurred' || up.status === 'underway' ? timed : up.status;
      return {
        ...up,
        status: no ? (governor.negated ?? 'not-occurred') : own,
        certainty: weaker(up.certainty, certainty),
        by,
      };
    }
    // "agreed to stop", "will invite": the word above is itself still to come, or did not happen.
    const status = no || up.status === 'not-occurred' ? (governor.negated ?? 'not-occurred') : governor.status;
    return {
      status,
      certainty: weaker(up.certainty, certainty),
      asked: governor.initiates ? at : up.asked,
      by,
      present: false,
      thought: false,
    };
  }

  /** What an answer makes of an act that a noun asks for: "declined an invitation to visit". One that may yet come is none. */
  function answerTo(
    tree: Tree,
    request: number,
    depth: number,
  ): (Stand['by'][number] & { readonly status: Status }) | null {
    const { head, label } = nodeAt(tree, request);
    const answer = ANSWERED.has(label) ? find(tree, head, { act: request, over: 'requests' }) : null;
    if (answer === null || (answer.over !== 'requests' && answer.status !== 'declined')) return null;
    if (answer.status === 'own' || negated(tree, head)) return null;
    const told = ofClause(tree, head, depth + 1).status;
    const isGiven = told === 'occurred' || told === 'scheduled';
    return isGiven ? { status: answer.status, rule: answer.id, node: head } : null;
  }

  /** The standing of an act named by a noun: that of its carrier, of the noun it depends on, or of its preposition. */
  function ofNoun(tree: Tree, index: number, carrier: number | null, depth: number): Stand {
    const node = nodeAt(tree, index);
    const certainty = certaintyOf(tree, index);
    const plain: Stand = { status: 'occurred', certainty, asked: null, by: [], present: false, thought: false };
    if (none(tree, index)) return { ...plain, status: 'not-occurred' };
    if (depth > 8) return plain;
    const word = preposition(tree, index);
    if (dependent(tree, index, 'cop') !== null)
      return word !== null && during(word) ? { ...plain, status: 'underway' } : ofClause(tree, index, depth + 1);
    const up = carrier ?? (node.head >= 0 ? node.head : null);
    if (up === null) return plain;
    const governor = find(tree, up, { act: index, over: 'nouns' });
    // "an attack carried out by rebels" took place; of "talks delayed until May" the participle decides.
    if (carrier !== null && nodeAt(tree, carrier).head === index)
      return governor === null || governor.status === 'own'
        ? plain
        : governed(tree, carrier, governor, { act: index, certainty, depth });
    if (carrier !== null && governor === null) return ofClause(tree, carrier, depth + 1);
    // "did not use their visit": what is another's happens whatever one does with it.
    if (governor?.status === 'own' && hasLabel(node, 'obj') && negated(tree, up) && isOthers(tree, index)) return plain;
    if (
      governor !== null &&
      (carrier !== null || hasLabel(node, 'nmod', 'acl') || (hasLabel(node, 'obl') && word !== null && !besides(word)))
    )
      return governed(tree, up, governor, { act: index, certainty, depth });
    // "will speak at the summit": the summit is to come as well.
    if (word !== null && during(word) && hasLabel(node, 'obl') && ofClause(tree, up, depth + 1).status === 'scheduled')
      return { ...plain, status: 'scheduled' };
    if (word !== null && before(word) && hasLabel(node, 'obl', 'nmod')) return { ...plain, status: 'scheduled' };
    // "could lead to a war": what the verb would bring about is no surer than the verb.
    if (hasLabel(node, 'obj', 'obl') && isNew(tree, index) && (word === null || !besides(word))) {
      const { status } = ofClause(tree, up, depth + 1);
      if (OPEN.has(status)) return { ...plain, status };
    }
    return plain;
  }

  /** What stands in a condition or a question is told by nobody; what somebody denies, hopes or fears is so, whatever stands between. */
  function within(tree: Tree, at: number, stand: Stand): Stand {
    if (isSupposed(tree, at)) return { ...stand, thought: true };
    const verdict = stand.status === 'not-occurred' ? null : verdictOf(tree, at);
    if (verdict !== null) {
      const by = [...stand.by.filter((it) => it.node !== verdict.node), { rule: verdict.rule, node: verdict.node }];
      if (verdict.status === 'denied') return { ...stand, status: 'denied', present: false, by };
      // What is hoped or feared of the past is told with a doubt; of what is to come nothing is settled.
      if (stand.status === 'scheduled' && verdict.status !== 'own') return { ...stand, status: verdict.status, by };
      return { ...stand, certainty: weaker(stand.certainty, verdict.certainty), by };
    }
    return stand.status !== 'occurred' && isConditional(tree, at)
      ? { ...stand, certainty: weaker(stand.certainty, 'possible') }
      : stand;
  }

  return (tree, { kind, node, carrier }) => {
    const told = kind === 'noun' ? ofNoun(tree, node, carrier, 0) : ofClause(tree, node, 0);
    const clause = kind === 'noun' && dependent(tree, node, 'cop') === null ? carrier : node;
    const stand = clause === null ? told : within(tree, clause, told);
    return stand.status !== 'occurred' && unsettled(tree) ? { ...stand, certainty: 'unconfirmed' } : stand;
  };
}

/** "an agreement signed in Oslo": the noun does not decide whether what is told of it took place. */
const isPastPhrase = ({ label, xpos }: Tree['nodes'][number]): boolean => label === 'acl' && xpos === 'VBN';

const isOthers = (tree: Tree, noun: number): boolean =>
  dependents(tree, noun, 'nmod:poss').some((owner) => owner.upos !== 'PRON');

/** Not come about, and not given up. */
const OPEN = new Set<Status>(['scheduled', 'proposed', 'possible', 'threatened']);

/** How a request stands to the verb that answers it. */
const ANSWERED = new Set(['obj', 'nsubj:pass']);

const NOT_OCCURRED = { status: 'not-occurred', present: false } as const;
