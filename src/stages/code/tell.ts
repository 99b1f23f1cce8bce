import type { Actor, EventClaim } from '../../document/claim.ts';
import { wordsAt } from '../../document/span.ts';
import { dependents, nodeAt, preposition } from '../../grammar/phrase.ts';
import { aimsOf, isAim } from './aim.ts';
import { aboutOf } from './about.ts';
import { firstParties, isPolitical } from './cast.ts';
import { nearest, sceneOf, timeOf, whenOf } from './circumstance.ts';
import { becauseOf, wordsOf } from './evidence.ts';
import type { Match } from './match.ts';
import type { Telling } from './merge.ts';
import { hosts, initiatorsOf, without } from './parties.ts';
import { isPrivateForce } from './private-force.ts';
import type { Scene } from './scene.ts';
import { isRefused, isSpokenFor } from './spoken-for.ts';
import { isKnown } from './verb-mood.ts';
import type { Stand } from './standing.ts';
import { statusAndTime } from './status.ts';
import { voicesAt } from './voices.ts';

/** What one match tells; nothing where no political actor takes part, or where another act already says it. */
export function tell(match: Match, scene: Scene): readonly Telling[] {
  const { rule, trigger } = match;
  const { layers, tree, cast, stand, states } = scene;
  if (isSpokenFor(match, scene) || isRefused(match, scene) || isAim(match, tree, scene.matches)) return [];
  const fill = (slots: readonly string[], fallback: readonly string[]): readonly Actor[] =>
    firstParties(cast, tree, trigger, slots.length > 0 ? slots : fallback);
  const { status, time } = statusAndTime(match, {
    tree,
    stand,
    time: timeOf(match, scene),
    published: layers.report.published,
  });
  const place = nearest(
    layers.places.filter(({ at, stands }) => at.sentence === trigger.sentence && stands === 'where'),
    tree,
    trigger,
    { through: false },
  );
  const doers = fill(rule.actors, ['subject']);
  const reached = [match, ...aimsOf(match, tree, scene.matches)].map((it) => without(undergoersIn(it, scene), doers));
  const others = reached.find((parties) => parties.length > 0) ?? [];
  const actors = rule.mutual ? [...doers, ...others] : doers;
  const recipients = rule.mutual ? [] : hosts(others, { rule, place, states, actors });
  if (actors.length + recipients.length > 0 && ![...actors, ...recipients].some(isPolitical)) return [];
  if (isPrivateForce(match, scene, { actors, recipients })) return [];
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
    where: sceneOf(place, { visit: rule.mode === 'visit', recipients, words: nodeAt(tree, trigger.node).words }),
    about: aboutOf(match, scene, [...actors, ...recipients]),
    certainty: stand.certainty,
  };
  return [
    {
      claim,
      again: isAgain(match, scene),
      bare: actors.length + recipients.length === 0,
      nominal: trigger.kind === 'noun' || nodeAt(tree, trigger.node).label === 'acl',
      known: trigger.kind === 'noun' && trigger.carrier === null && isKnown(tree, trigger.node),
    },
  ];
}

/** "were wounded in the attack": the act of which the report has told before. */
const isAgain = ({ trigger }: Match, { tree, standing }: Scene): boolean =>
  dependents(tree, trigger.node, 'obl').some(
    (it) =>
      standing.incidents.includes(it.lemma) &&
      preposition(tree, it.index) === 'in' &&
      dependents(tree, it.index, 'det').some(({ lemma }) => standing.known.includes(lemma)) &&
      dependents(tree, it.index, 'amod', 'nmod', 'acl', 'compound', 'obl').length === 0,
  );

/** Towards whom an act is, as its rule says. */
const undergoersIn = ({ rule, trigger }: Match, { tree, cast }: Scene): readonly Actor[] =>
  firstParties(
    cast,
    tree,
    trigger,
    rule.recipients.length > 0 || trigger.kind !== 'verb' ? rule.recipients : ['object'],
  );

/** Rough by construction, until it is calibrated: named parties and a plain standing make a claim surer. */
function confidenceOf(actors: readonly Actor[], recipients: readonly Actor[], stand: Stand): number {
  const parties = actors.length > 0 && recipients.length > 0 ? 0.2 : actors.length > 0 ? 0.1 : 0;
  return Math.round((0.55 + parties + (stand.by.length === 0 ? 0.1 : 0.05)) * 100) / 100;
}
