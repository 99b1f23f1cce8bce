import type { Tree } from '../../document/tree.ts';
import { doersOf, holdersOf, obliquesOf, surfaceSubjects, undergoersOf } from '../../grammar/clause.ts';
import { conjuncts, dependent, dependents, hasLabel, nodeAt, preposition } from '../../grammar/phrase.ts';
import { verbForm } from '../../grammar/verb-form.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';

/** Prepositions by the part in an act of what they introduce. */
export type Roles = Knowledge['languages/en/roles'];

/** What a word that sets off a rule is, for the purpose of finding its participants. */
export interface Trigger {
  readonly sentence: number;
  readonly node: number;
  readonly kind: 'verb' | 'noun' | 'adjective';
  /** The verb that carries a noun: "held" of "held talks"; null for verbs and for nouns that stand alone. */
  readonly carrier: number | null;
}

/** Nodes that fill a slot of a rule; see `eventRule` in knowledge/events.ts for the slots. */
export function fillSlot(tree: Tree, trigger: Trigger, slot: string, roles: Roles): readonly number[] {
  const { node, kind, carrier } = trigger;
  const verb = kind === 'verb' ? node : carrier;
  switch (slot) {
    case 'subject':
      if (kind === 'verb') return doersOf(tree, node);
      if (kind === 'adjective') return subjectOfPredicate(tree, node);
      return doersOfNoun(tree, trigger, roles);
    case 'object':
      return verb === null ? [] : undergoersOf(tree, verb);
    case 'indirect':
      return verb === null ? [] : dependents(tree, verb, 'iobj').flatMap((it) => conjuncts(tree, it.index));
    case 'complement':
      return verb === null ? [] : complementsOf(tree, verb).flatMap((it) => doersOf(tree, it));
    case 'act':
      return verb === null
        ? []
        : actsAround(tree, verb, roles).flatMap((it) => [...ownersOf(tree, it, roles), ...agentsOf(tree, it)]);
    case 'hearer':
      return kind === 'noun' && verb === null && joins(tree, node, roles)
        ? undergoersOf(tree, nodeAt(tree, node).head)
        : [];
    case 'owner':
      return ownersOf(tree, node, roles);
    case 'object.owner':
      return verb === null ? [] : undergoersOf(tree, verb).flatMap((it) => ownersOf(tree, it, roles));
    default:
      return slot.startsWith('complement.')
        ? inComplement(tree, trigger, slot.slice('complement.'.length), roles)
        : byPreposition(tree, trigger, slot);
  }
}

/** A slot of what completes the verb: "refused to impose tariffs on", "became a member of". */
const inComplement = (
  tree: Tree,
  { sentence, node, kind, carrier }: Trigger,
  slot: string,
  roles: Roles,
): readonly number[] =>
  complementsOf(tree, kind === 'verb' ? node : (carrier ?? node)).flatMap((complement) =>
    fillSlot(
      tree,
      { sentence, node: complement, kind: nodeAt(tree, complement).upos === 'VERB' ? 'verb' : 'noun', carrier: null },
      slot,
      roles,
    ),
  );

/** Who acts in an act that a noun names: the subject of its copula or carrier, or of the verb it goes with ("left on a visit"). */
function doersOfNoun(tree: Tree, { node, carrier }: Trigger, roles: Roles): readonly number[] {
  if (dependent(tree, node, 'cop') !== null) return doersOf(tree, node);
  if (carrier !== null) return doersOf(tree, carrier);
  return joins(tree, node, roles) ? doersOf(tree, nodeAt(tree, node).head) : [];
}

/** Is the noun what the verb above it goes with: "left on a visit", "told her in a call"? */
const joins = (tree: Tree, node: number, { along }: Roles): boolean =>
  nodeAt(tree, node).label === 'obl' && along.includes(preposition(tree, node) ?? '') && nodeAt(tree, node).head >= 0;

/** The complement clauses of a verb: "urged them to stop", "demanded that it stop"; parsers often take the infinitive for a purpose. */
export const complementsOf = (tree: Tree, verb: number): readonly number[] =>
  dependents(tree, verb, 'xcomp', 'ccomp', 'advcl')
    .filter((it) => it.label !== 'advcl' || verbForm(tree, it.index).infinitive)
    .map((it) => it.index);

/** Nouns in or by which a verb's act came about: "died in an attack by rebels". */
const actsAround = (tree: Tree, verb: number, { within }: Roles): readonly number[] =>
  obliquesOf(tree, verb)
    .filter(({ preposition: word }) => within.includes(word))
    .map(({ node }) => node);

/** Who carried out what a noun names: "an attack carried out by rebels". */
const agentsOf = (tree: Tree, noun: number): readonly number[] =>
  dependents(tree, noun, 'acl')
    .filter((it) => it.xpos === 'VBN')
    .flatMap((it) => doersOf(tree, it.index));

/** A prepositional phrase of the trigger, of its carrier, or of the carrier's object: "hold talks with", "voice concern over". */
function byPreposition(tree: Tree, { node, carrier, kind }: Trigger, preposition: string): readonly number[] {
  const places = [node, ...(carrier === null ? [] : [carrier])];
  if (kind === 'verb')
    places.push(...undergoersOf(tree, node), ...dependents(tree, node, 'xcomp', 'advmod').map((it) => it.index));
  const at = (place: number): readonly number[] =>
    obliquesOf(tree, place)
      .filter((oblique) => oblique.preposition === preposition)
      .map((oblique) => oblique.node);
  const near = places.map(at).find((nodes) => nodes.length > 0);
  if (near !== undefined || WHOSE.has(preposition)) return unique(near ?? []);
  // "condemned an attack on Mali", "a suspension of flights to Mali": parsers hang the phrase on the verb, or on the noun before it.
  return unique(
    places
      .flatMap((place) => nounsOf(tree, place))
      .map(at)
      .concat(kind === 'noun' && hasLabel(nodeAt(tree, node), 'obj') ? [behind(node, at(nodeAt(tree, node).head))] : [])
      .find((nodes) => nodes.length > 0) ?? [],
  );
}

const behind = (node: number, phrases: readonly number[]): readonly number[] => phrases.filter((at) => at > node);

/** What is by or of somebody belongs to the noun beside it. */
const WHOSE = new Set(['by', 'of']);

const nounsOf = (tree: Tree, place: number): readonly number[] =>
  dependents(tree, place, 'nmod', 'obl')
    .filter((it) => it.label !== 'nmod:poss')
    .map((it) => it.index);

/** "handed over the suspects": parsers take a particle for the preposition of the object. */
export const particleObjectsOf = (tree: Tree, verb: number, particles: ReadonlySet<string>): readonly number[] =>
  particles.size === 0 || undergoersOf(tree, verb).length > 0
    ? []
    : obliquesOf(tree, verb)
        .filter(({ preposition: word }) => particles.has(word))
        .map(({ node }) => node);

/** Whose act a noun is: possessor, by-phrase, nationality or name before it ("Russian attack", "the Paris-Berlin talks"). */
export function ownersOf(tree: Tree, noun: number, roles: Roles): readonly number[] {
  const holders = dependent(tree, noun, 'nmod:poss') !== null ? holdersOf(tree, noun) : agentPhrase(tree, noun, roles);
  if (holders.length > 0) return holders;
  return dependents(tree, noun, 'amod', 'compound', 'nmod').flatMap((it) =>
    it.label === 'nmod' && dependent(tree, it.index, 'case') !== null
      ? []
      : [...conjuncts(tree, it.index), ...pairedWith(tree, it.index)],
  );
}

/** "the Paris-Berlin talks", "Franco-German talks": the name that a hyphen ties to the one before a noun. */
function pairedWith(tree: Tree, index: number): readonly number[] {
  const [other, hyphen] = tree.nodes.slice(Math.max(0, index - 2), index);
  return hyphen !== undefined && other !== undefined && /^[-–]$/.test(hyphen.form) && /^\p{Lu}/u.test(other.form)
    ? [other.index]
    : [];
}

const agentPhrase = (tree: Tree, noun: number, { agents }: Roles): readonly number[] =>
  obliquesOf(tree, noun)
    .filter((oblique) => agents.includes(oblique.preposition))
    .map((oblique) => oblique.node);

function subjectOfPredicate(tree: Tree, node: number): readonly number[] {
  const subjects = surfaceSubjects(tree, node);
  if (subjects.length > 0) return subjects;
  const it = nodeAt(tree, node);
  return hasLabel(it, 'amod', 'acl') && it.head >= 0 ? [it.head] : [];
}

const unique = (nodes: readonly number[]): readonly number[] => [...new Set(nodes)];
