import type { Certainty, Status } from '../../document/claim.ts';
import type { Tree } from '../../document/tree.ts';
import { verbForm } from '../../grammar/clause.ts';
import { dependent, dependents, hasLabel, nodeAt, preposition } from '../../grammar/phrase.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Trigger } from './slots.ts';

type Words = Knowledge['languages/en/standing'];
type Governor = Words['governors'][number];

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
  const negators = new Set(words.negators);
  const negative = new Set(words.negative);
  const has = (list: readonly string[]): ((lemma: string) => boolean) => {
    const set = new Set(list);
    return (lemma) => set.has(lemma);
  };
  const conditional = has(words.conditions);
  const probable = has(words.probable);
  const possible = has(words.possible);
  const motion = has(words.motion);
  const settling = has(words.settling);
  const before = has(words.before);
  const during = has(words.during);

  const negated = (tree: Tree, index: number): boolean =>
    dependents(tree, index, 'advmod', 'cc').some((it) => negators.has(it.lemma)) ||
    dependents(tree, index, 'nsubj', 'obj', 'det').some(
      (it) => negative.has(it.lemma) || dependents(tree, it.index, 'det').some((det) => negative.has(det.lemma)),
    ) ||
    dependents(tree, index, 'mark', 'case').some((it) => negators.has(it.lemma));

  const isCondition = (tree: Tree, index: number): boolean =>
    dependents(tree, index, 'mark').some((it) => conditional(it.lemma));

  /** The standing that a verb's own form gives: its tense, aspect, modal, and the condition it stands in. */
  function ownForm(tree: Tree, index: number): { status: Status; present: boolean } {
    const form = verbForm(tree, index);
    const node = nodeAt(tree, index);
    const given = (status: Status, present = false): { status: Status; present: boolean } => ({ status, present });
    if (isCondition(tree, index)) return given('possible');
    if (form.modal !== null) return given(words.modals[form.modal] ?? 'possible');
    if (form.progressive) return given('underway', true);
    if (form.tense === 'present' && !form.perfect && node.upos === 'VERB' && !form.passive)
      return given('occurred', motion(node.lemma));
    return given('occurred');
  }

  /** The standing of a clause: its own form, or for one without tense that of what governs it. */
  function ofClause(tree: Tree, index: number, depth: number): Stand {
    const form = verbForm(tree, index);
    const own = negated(tree, index) ? NOT_OCCURRED : ownForm(tree, index);
    const node = nodeAt(tree, index);
    const certainty = certaintyOf(tree, index);
    const standing: Stand = { ...own, certainty, asked: null, by: [], thought: isCondition(tree, index) };
    if (depth > 8 || node.head < 0) return standing;
    if (node.label === 'conj' && !form.finite && dependent(tree, index, 'aux') === null)
      return own.status === 'not-occurred' ? standing : { ...ofClause(tree, node.head, depth + 1), certainty };
    const governor = find(tree, node.head, { act: index, over: 'clauses' });
    const tensed = form.finite || form.modal !== null;
    const open =
      hasLabel(node, 'xcomp') ||
      (hasLabel(node, 'acl', 'advcl', 'obl', 'nmod', 'csubj') && !hasLabel(node, 'acl:relcl') && !tensed) ||
      hasLabel(node, 'ccomp');
    if (!open || own.status === 'not-occurred') return standing;
    if (tensed && hasLabel(node, 'ccomp')) {
      // A statement's content keeps its own tense; only a denial or a demand reaches into it.
      if (governor?.status === 'denied')
        return { ...standing, status: 'denied', present: false, by: [{ rule: governor.id, node: node.head }] };
      return standing;
    }
    if (governor !== null) return governed(tree, node.head, governor, certainty, depth);
    if (hasLabel(node, 'advcl') && form.infinitive) return { ...standing, status: 'scheduled', present: false };
    if (form.infinitive && hasLabel(node, 'acl')) return { ...standing, status: 'proposed', present: false };
    // "the benefits of joining": an act thought of, not told.
    if (node.xpos === 'VBG' && preposition(tree, index) !== null && dependent(tree, index, 'nsubj') === null)
      return { ...standing, status: 'possible', present: false, thought: true };
    if (hasLabel(node, 'xcomp', 'advcl')) {
      const up = ofClause(tree, node.head, depth + 1);
      return { ...up, certainty: weaker(up.certainty, certainty) };
    }
    return standing;
  }

  function governed(tree: Tree, at: number, governor: Governor, certainty: Certainty, depth: number): Stand {
    const word = nodeAt(tree, at);
    const up =
      word.upos === 'NOUN' || word.upos === 'PROPN'
        ? ofNoun(tree, at, carrierOf(tree, at, find), depth + 1)
        : ofClause(tree, at, depth + 1);
    const by = [...up.by, { rule: governor.id, node: at }];
    const no = negated(tree, at);
    if (governor.status === 'own') {
      // "a pact that involves London helping …": what stands in the present tense is in force.
      const form = verbForm(tree, at);
      const inForce = up.status === 'occurred' && word.upos === 'VERB' && form.tense === 'present' && !form.perfect;
      const own = inForce ? 'underway' : up.status;
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

  /** The standing of an act named by a noun: that of its carrier, of the noun it depends on, or of its preposition. */
  function ofNoun(tree: Tree, index: number, carrier: number | null, depth: number): Stand {
    const node = nodeAt(tree, index);
    const certainty = certaintyOf(tree, index);
    const plain: Stand = { status: 'occurred', certainty, asked: null, by: [], present: false, thought: false };
    if (dependents(tree, index, 'det').some((det) => negative.has(det.lemma)))
      return { ...plain, status: 'not-occurred' };
    if (depth > 8) return plain;
    const word = preposition(tree, index);
    if (dependent(tree, index, 'cop') !== null)
      return word !== null && during(word) ? { ...plain, status: 'underway' } : ofClause(tree, index, depth + 1);
    const up = carrier ?? (node.head >= 0 ? node.head : null);
    if (up === null) return plain;
    const governor = find(tree, up, { act: index, over: 'nouns' });
    if (carrier !== null && nodeAt(tree, carrier).head === index) return plain;
    if (carrier !== null && governor === null) return ofClause(tree, carrier, depth + 1);
    if (
      governor !== null &&
      (carrier !== null || hasLabel(node, 'nmod', 'acl') || (hasLabel(node, 'obl') && word !== null && !during(word)))
    )
      return governed(tree, up, governor, certainty, depth);
    if (word !== null && before(word) && hasLabel(node, 'obl', 'nmod')) return { ...plain, status: 'scheduled' };
    return plain;
  }

  function certaintyOf(tree: Tree, index: number): Certainty {
    const marks = dependents(tree, index, 'advmod', 'amod', 'aux').map((it) => it.lemma);
    if (marks.some((lemma) => possible(lemma))) return 'possible';
    if (marks.some((lemma) => probable(lemma))) return 'probable';
    return 'certain';
  }

  /** "…, but nothing has been confirmed": the sentence says of its acts that they are not settled. */
  const unsettled = (tree: Tree): boolean =>
    tree.nodes.some(
      (node) => settling(node.lemma) && dependents(tree, node.index, 'nsubj').some((it) => negative.has(it.lemma)),
    );

  return (tree, trigger) => {
    const stand =
      trigger.kind === 'noun' ? ofNoun(tree, trigger.node, trigger.carrier, 0) : ofClause(tree, trigger.node, 0);
    return stand.status !== 'occurred' && unsettled(tree) ? { ...stand, certainty: 'unconfirmed' } : stand;
  };
}

/** The governor that a word is for an act below it, or null. */
export type FindGovernor = (
  tree: Tree,
  index: number,
  below: { readonly act: number; readonly over: 'nouns' | 'clauses' },
) => Governor | null;

/** Indexes the words that decide the standing of acts below them. */
export function governorsOf({ governors }: Words): FindGovernor {
  const index = new Map<string, Governor[]>();
  for (const governor of governors)
    for (const [kind, lemmas] of [
      ['VERB', governor.verb],
      ['NOUN', governor.noun],
      ['ADJ', governor.adjective],
    ] as const)
      for (const lemma of lemmas) index.set(`${kind}:${lemma}`, [...(index.get(`${kind}:${lemma}`) ?? []), governor]);
  return (tree, at, { act, over }) => {
    const node = nodeAt(tree, at);
    const kind = node.upos === 'AUX' ? 'VERB' : node.upos === 'PROPN' ? 'NOUN' : node.upos;
    const mine = [
      ...(index.get(`${kind}:${node.lemma}`) ?? []),
      ...(node.xpos === 'VBN' ? (index.get(`ADJ:${node.lemma}`) ?? []) : []),
    ];
    const particles = dependents(tree, at, 'compound:prt', 'advmod').map((it) => it.lemma);
    const through = over === 'nouns' ? preposition(tree, act) : null;
    const fits = mine.filter(
      (governor) =>
        (governor.over === 'both' || governor.over === over) &&
        (governor.through.length === 0 || governor.through.includes(through ?? '')),
    );
    return (
      fits.find((governor) => governor.particle.some((particle) => particles.includes(particle))) ??
      fits.find((governor) => governor.particle.length === 0 && governor.through.length > 0) ??
      fits.find((governor) => governor.particle.length === 0) ??
      null
    );
  };
}

/**
 * The verb that carries a noun of action: of which it is object or passive subject ("held talks", "the visit was postponed"),
 * or subject where the verb only says that it happens ("talks will take place").
 */
export function carrierOf(tree: Tree, index: number, find: FindGovernor): number | null {
  const node = nodeAt(tree, index);
  if (node.head < 0) return null;
  if (node.label === 'conj') return carrierOf(tree, node.head, find);
  // "the deal reached in May", "an attack carried out by rebels"
  const participle = dependents(tree, index, 'acl').find((it) => it.xpos === 'VBN' && !hasLabel(it, 'acl:relcl'));
  if (participle !== undefined && find(tree, participle.index, { act: index, over: 'nouns' }) !== null)
    return participle.index;
  const carried =
    hasLabel(node, 'obj', 'nsubj:pass') ||
    (hasLabel(node, 'nsubj') && nodeAt(tree, node.head).upos === 'VERB') ||
    (hasLabel(node, 'obl') && preposition(tree, index) === 'for');
  const governor = carried ? find(tree, node.head, { act: index, over: 'nouns' }) : null;
  // "for" ties an act to a verb only where the verb asks for it ("called for talks").
  return governor === null || (hasLabel(node, 'obl') && governor.through.length === 0) ? null : node.head;
}

const NOT_OCCURRED = { status: 'not-occurred', present: false } as const;

const ORDER: readonly Certainty[] = ['certain', 'probable', 'possible', 'unconfirmed'];
const weaker = (a: Certainty, b: Certainty): Certainty => (ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b);
