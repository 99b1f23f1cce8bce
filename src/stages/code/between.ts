import type { Because, Status } from '../../document/claim.ts';
import type { Tree } from '../../document/tree.ts';
import { governors, nodeAt } from '../../grammar/phrase.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Language } from '../../languages/language.ts';
import { cameoView, type View } from './cameo.ts';
import { type Cast, partiesIn } from './cast.ts';
import { coderOf } from './coder.ts';
import type { Match } from './match.ts';
import { type Marked, type Pair, type Place, SOURCE, TARGET, withPair } from './pair.ts';
import type { Needs } from './scene.ts';
import type { Stand } from './standing.ts';

/** An act that may be the one between two given participants. */
export interface Candidate {
  readonly view: View;
  readonly mode: string | null;
  readonly status: Status;
  /** How well it fits them, by what stands where: above 0 it is told. */
  readonly fit: number;
  readonly because: readonly Because[];
}

/**
 * The acts that may stand between two marked participants, the likeliest first. The marks say who is meant, so that nobody needs to be
 * known; what the rules of `knowledge/languages/…/events/` find is told as CAMEO and PLOVER have it, see `cameoView`.
 */
export function actsBetween(language: Language, know: Knowledge): (layers: Needs, pair: Pair) => readonly Candidate[] {
  const coder = coderOf(language);
  const view = cameoView(know['ontology/plover']);
  const settling = new Set(language.standing.governors.filter(({ settles }) => settles).map(({ id }) => id));
  /** "announced a truce": schemes without status take what is decided for done. */
  const toldAs = ({ status, by }: Stand): Status =>
    status === 'scheduled' && by.length === 1 && by.every(({ rule }) => settling.has(rule)) ? 'occurred' : status;
  return (layers, pair) => {
    const marked = withPair(layers, pair);
    const cast = coder.cast(marked.layers);
    return layers.trees
      .flatMap((tree, sentence) =>
        coder.matches(tree, sentence, cast).map((match): Candidate => {
          const { rule, trigger } = match;
          const stand = coder.stand(tree, trigger);
          const status = rule.status ?? toldAs(stand);
          return {
            view: view({ ...rule, status }),
            mode: rule.mode,
            status,
            fit: fitOf(match, tree, cast, marked) - (stand.thought ? 1 : 0),
            because: [
              { rule: rule.id, words: nodeAt(tree, trigger.node).words },
              ...stand.by.map(({ rule: governor, node }) => ({ rule: governor, words: nodeAt(tree, node).words })),
            ],
          };
        }),
      )
      .sort((a, b) => b.fit - a.fit);
  };
}

/** How well an act fits the two: who stands in whose slot, and how far its word is from theirs. */
function fitOf(match: Match, tree: Tree, cast: Cast, { source, target }: Marked): number {
  const { rule, trigger } = match;
  const ids = (slots: readonly string[]): readonly string[] =>
    slots.flatMap((slot) => partiesIn(cast, tree, trigger, slot)).map(({ id }) => id);
  const actors = ids(rule.actors);
  const recipients = ids(rule.recipients.length > 0 ? rule.recipients : ['object']);
  const far = (place: Place | null): number =>
    place === null ? 0 : place.sentence === trigger.sentence ? distance(tree, trigger.node, place.node) : FAR;
  const both = actors.includes(SOURCE) && actors.includes(TARGET);
  return (
    (actors.includes(SOURCE) ? 4 : actors.length > 0 ? -1 : 0) +
    (recipients.includes(TARGET) || both ? 4 : recipients.length > 0 ? -0.5 : 0) -
    (actors.includes(TARGET) && !both ? 2 : 0) -
    (recipients.includes(SOURCE) ? 2 : 0) -
    0.4 * far(source) -
    0.3 * far(target)
  );
}

/** Steps taken for what stands in another sentence. */
const FAR = 8;

/** Steps from one node to another through the tree. */
function distance(tree: Tree, from: number, to: number): number {
  const [a, b] = [
    [from, ...governors(tree, from)],
    [to, ...governors(tree, to)],
  ];
  const meeting = a.find((node) => b.includes(node)) ?? tree.root;
  return a.indexOf(meeting) + b.indexOf(meeting);
}
