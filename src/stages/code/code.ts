import type { Actor, Because, EventClaim, When, Where } from '../../document/claim.ts';
import type { Layers, PlaceMention, TimeMention } from '../../document/reading.ts';
import { hull, type Span, wordsAt } from '../../document/span.ts';
import type { Tree } from '../../document/tree.ts';
import { conjuncts, dependent, dependents, nodeAt, phraseSpan, preposition } from '../../grammar/phrase.ts';
import { verbForm } from '../../grammar/verb-form.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Language } from '../../languages/language.ts';
import { nearest, voicesAt } from './circumstance.ts';
import { carrierOf, governorsOf } from './governors.ts';
import { type Match, matcher } from './match.ts';
import { mergeTellings, type Telling } from './merge.ts';
import { castOf, type Cast, fillSlot, firstParties, isPolitical, partiesIn, type Trigger } from './slots.ts';
import { type Stand, standingOf } from './standing.ts';
import { statusAndTime } from './status.ts';

type Needs = Pick<Layers, 'report' | 'sentences' | 'trees' | 'times' | 'mentions' | 'actors' | 'places' | 'statements'>;

/** A claim rests on a sentence or two; the contract's limit in UTF-16 units. */
const LONGEST = 700;

/**
 * Codes events: finds the words that set off a rule of `knowledge/languages/…/events/`, fills its slots from the tree,
 * reads the act's standing off the grammar around it, and joins the tellings of one act.
 * Types and modes: PLOVER (Halterman and others, "PLOVER and POLECAT", 2023; manual draft 2.0).
 */
export function codeEvents(language: Language, know: Knowledge): (layers: Needs) => readonly EventClaim[] {
  const find = governorsOf(language.standing);
  const match = matcher(language.events, (tree, index) => carrierOf(tree, index, find));
  const standOf = standingOf(language.standing, find);
  const states = new Map(know['actors/states'].map((state) => [state.id, state.name]));

  return (layers) => {
    const cast = castOf(layers, { firstPerson: (word) => language.pronouns.kind.get(word) === 'speaker' });
    const tellings = layers.trees.flatMap((tree, sentence) => {
      const matches = joinActs(tree, match(tree, sentence, cast));
      return matches.flatMap((it) =>
        tell(it, {
          layers,
          tree,
          cast,
          stand: standOf(tree, it.trigger),
          matches,
          states,
          standing: language.standing,
        }),
      );
    });
    return mergeTellings(tellings);
  };
}

/** An act told twice in a clause, by a verb and by its noun ("were killed in the attack"), is the verb's. */
const joinActs = (tree: Tree, matches: readonly Match[]): readonly Match[] =>
  matches.filter(({ rule, trigger }) => {
    const { head, label } = nodeAt(tree, trigger.node);
    const tie = label.startsWith('nsubj') || (label === 'obl' && preposition(tree, trigger.node) === 'in');
    return !(
      trigger.kind === 'noun' &&
      tie &&
      matches.some((other) => other.trigger.node === head && other.rule.type === rule.type)
    );
  });

interface Scene {
  readonly layers: Needs;
  readonly tree: Tree;
  readonly cast: Cast;
  readonly stand: Stand;
  /** All matches of the sentence. */
  readonly matches: readonly Match[];
  readonly states: ReadonlyMap<string, string>;
  readonly standing: Language['standing'];
}

/** What one match tells; nothing where no political actor takes part, or where another act already says it. */
function tell(match: Match, scene: Scene): readonly Telling[] {
  const { rule, trigger } = match;
  const { layers, tree, cast, stand, states } = scene;
  if (isSpokenFor(match, scene)) return [];
  const fill = (slots: readonly string[], fallback: readonly string[]): readonly Actor[] =>
    firstParties(cast, tree, trigger, slots.length > 0 ? slots : fallback);
  const { status, time } = statusAndTime(match, {
    tree,
    stand,
    time: timeOf(match, scene),
    published: layers.report.published,
  });
  const place = nearest(layers.places, tree, trigger, { through: false });
  const actors = fill(rule.actors, ['subject']);
  const recipients = hosts(without(fill(rule.recipients, trigger.kind === 'verb' ? ['object'] : []), actors), {
    rule,
    place,
    states,
    actors,
  });
  if (actors.length + recipients.length > 0 && ![...actors, ...recipients].some(isPolitical)) return [];
  const initiators = initiatorsOf(match, scene, recipients);
  const words = wordsOf(match, scene, [...actors, ...recipients]);
  const { voice, statement } = voicesAt(layers.statements, nodeAt(tree, trigger.node).words);
  const claim: EventClaim = {
    kind: 'event',
    id: '',
    words,
    also: [],
    quote: wordsAt(layers.report.text, words),
    voice,
    statement,
    confidence: confidenceOf(actors, recipients, stand),
    because: becauseOf(match, scene),
    type: rule.type,
    mode: rule.mode,
    actors,
    recipients,
    initiators,
    status,
    when: time === null ? null : whenOf(time),
    where: whereOf(place, { visit: rule.mode === 'visit', recipients, words: nodeAt(tree, trigger.node).words }),
    about: aboutOf(match, scene, [...actors, ...recipients]),
    certainty: stand.certainty,
  };
  return [
    {
      claim,
      bare: actors.length + recipients.length === 0,
      nominal: trigger.kind === 'noun' || nodeAt(tree, trigger.node).label === 'acl',
    },
  ];
}

/** When the act takes place. "the first visit since 2017" measures, and dates nothing. */
function timeOf({ rule, trigger }: Match, { layers, tree, standing }: Scene): TimeMention | null {
  const counted = dependents(tree, trigger.node, 'amod', 'nmod', 'compound').some(
    (it) => standing.ordinals.includes(it.lemma) || it.xpos === 'JJS',
  );
  const dating = layers.times.filter(
    ({ at }) =>
      at.sentence === trigger.sentence && !(counted && standing.measures.includes(preposition(tree, at.node) ?? '')),
  );
  return nearest(dating, tree, trigger, { through: !SPEECH.has(rule.type) });
}

const without = (some: readonly Actor[], others: readonly Actor[]): readonly Actor[] =>
  some.filter((actor) => !others.some((other) => other.id === actor.id));

/** The host of a visit is the state that is visited, also where the report names only a city. */
function hosts(
  recipients: readonly Actor[],
  {
    rule,
    place,
    states,
    actors,
  }: { rule: Match['rule']; place: PlaceMention | null; states: ReadonlyMap<string, string>; actors: readonly Actor[] },
): readonly Actor[] {
  if (rule.mode !== 'visit' || recipients.length > 0 || place?.country == null) return recipients;
  const name = states.get(place.country);
  if (name === undefined || actors.some((actor) => actor.country === place.country)) return recipients;
  return [{ id: place.country, name, kind: 'state', country: place.country, sector: null, as: null }];
}

/**
 * Requests, promises and threats speak for what they ask, promise or threaten, except meetings, visits, releases and
 * deployments, and what is denied; and an act that is only thought of ("the benefits of joining") is told by nobody.
 */
function isSpokenFor({ rule, trigger }: Match, { tree, stand, matches }: Scene): boolean {
  if (stand.thought) return true;
  if (CONCRETE.has(rule.type) || stand.status === 'denied') return false;
  const speaking = (node: number): boolean =>
    matches.some(
      ({ trigger: other, rule: { type } }) => other.node === node && node !== trigger.node && SPEECH.has(type),
    );
  return stand.by.some(({ node }) => speaking(node)) || openGovernors(tree, trigger.node).some(speaking);
}

/** The words above an act up to the first clause with a tense of its own. */
function openGovernors(tree: Tree, index: number): readonly number[] {
  const found: number[] = [];
  for (let at = index; nodeAt(tree, at).head >= 0 && !verbForm(tree, at).finite; at = nodeAt(tree, at).head) {
    if (nodeAt(tree, at).upos !== 'VERB') return found;
    found.push(nodeAt(tree, at).head);
  }
  return found;
}

const CONCRETE = new Set<EventClaim['type']>(['CONSULT', 'RETREAT', 'MOBILIZE']);
const SPEECH = new Set<EventClaim['type']>(['AGREE', 'REQUEST', 'THREATEN', 'REJECT', 'SUPPORT', 'ACCUSE']);

function initiatorsOf(
  { rule, trigger }: Match,
  { tree, cast, stand }: Scene,
  hosts: readonly Actor[],
): readonly Actor[] {
  if (rule.initiators.length > 0) return rule.initiators.flatMap((slot) => partiesIn(cast, tree, trigger, slot));
  if (stand.asked === null) return [];
  const kind = nodeAt(tree, stand.asked).upos === 'NOUN' ? 'noun' : 'verb';
  const asking: Trigger = { sentence: trigger.sentence, node: stand.asked, kind, carrier: null };
  const askers = partiesIn(cast, tree, asking, 'subject');
  // "was invited to visit China": where nobody is said to invite, it is the host.
  return askers.length > 0 || stand.status !== 'invited' ? askers : hosts;
}

const whenOf = ({ earliest, latest, granularity, basis, words }: TimeMention): When => ({
  earliest,
  latest,
  granularity,
  basis,
  words,
});

function whereOf(
  place: PlaceMention | null,
  { visit, recipients, words }: { visit: boolean; recipients: readonly Actor[]; words: Span },
): Where | null {
  if (place !== null)
    return { name: place.name, country: place.country, coordinates: place.coordinates, words: place.words };
  const host = recipients.find((actor) => actor.kind === 'state');
  return visit && host !== undefined ? { name: host.name, country: host.country, coordinates: null, words } : null;
}

/** The act's clause with the words that govern it and its participants in the sentence; less where that is longer than a claim may be. */
function wordsOf({ trigger }: Match, { layers, tree, stand }: Scene, parties: readonly Actor[]): Span {
  const clause = phraseSpan(tree, trigger.node, ['parataxis']);
  const carried = trigger.carrier === null ? [] : [phraseSpan(tree, trigger.carrier, ['parataxis', 'ccomp', 'advcl'])];
  const named = layers.mentions.flatMap((mention, at) => {
    const actor = layers.actors[at];
    const here = mention.at.sentence === trigger.sentence && actor != null;
    return here && parties.some((party) => party.id === actor.id) ? [mention.words] : [];
  });
  const governing = stand.by.map(({ node }) => nodeAt(tree, node).words);
  const core = hull([clause, ...carried, ...governing]);
  const before = named.filter(([start]) => start < core[0]).slice(-1);
  const narrow = phraseSpan(tree, trigger.node, ['parataxis', 'ccomp', 'advcl', 'conj', 'acl']);
  const fitting = [hull([core, ...before]), core, clause, narrow].find(([start, end]) => end - start <= LONGEST);
  return fitting ?? nodeAt(tree, trigger.node).words;
}

function becauseOf({ rule, trigger }: Match, { tree, stand }: Scene): readonly Because[] {
  return [
    { rule: rule.id, words: nodeAt(tree, trigger.node).words },
    ...stand.by.map(({ rule: governor, node }) => ({ rule: governor, words: nodeAt(tree, node).words })),
  ];
}

/** What the act is about: the phrases in the rule's own slots, or after "on", "over", "about". */
function aboutOf({ rule, trigger }: Match, { layers, tree }: Scene, parties: readonly Actor[]): readonly string[] {
  const slots = rule.about.length > 0 ? rule.about : ['on', 'over', 'about'];
  const nodes = slots.flatMap((slot) => fillSlot(tree, trigger, slot));
  const names = nodes
    .filter((node) => dependent(tree, node, 'nsubj') === null && nodeAt(tree, node).upos !== 'VERB')
    .filter(
      (node) =>
        !layers.times.some(
          (time) => time.at.sentence === trigger.sentence && conjuncts(tree, node).includes(time.at.node),
        ),
    )
    .map((node) =>
      wordsAt(layers.report.text, phraseSpan(tree, node, ['acl', 'conj', 'cc', 'case', 'det', 'appos', 'punct'])),
    );
  return [...new Set(names)].filter((name) => name.length <= 100 && !parties.some((party) => party.name === name));
}

/** Rough by construction, until it is calibrated: named parties and a plain standing make a claim surer. */
function confidenceOf(actors: readonly Actor[], recipients: readonly Actor[], stand: Stand): number {
  const parties = actors.length > 0 && recipients.length > 0 ? 0.2 : actors.length > 0 ? 0.1 : 0;
  return Math.round((0.55 + parties + (stand.by.length === 0 ? 0.1 : 0.05)) * 100) / 100;
}
