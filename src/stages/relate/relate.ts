import type { RelationClaim, StatementClaim, VoiceLink } from '../../document/claim.ts';
import type { Layers } from '../../document/reading.ts';
import { contains, hull, wordsAt, type Span } from '../../document/span.ts';
import { nodeAt, preposition } from '../../grammar/phrase.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Language } from '../../languages/language.ts';
import type { Draft, Rule } from './draft.ts';
import { endsOf, isActor, keyOf, type Ends } from './ends.ts';
import { patternDrafts } from './patterns.ts';
import { titleDrafts } from './titles.ts';

type Needs = Pick<Layers, 'report' | 'trees' | 'mentions' | 'actors' | 'places' | 'statements'>;

/** A claim rests on a sentence or two; the contract's limit in UTF-16 units. */
const LONGEST = 700;

/**
 * The stage `relations`: what the report says lasts between actors (offices, memberships, alliances, aims …), by the rules
 * of `knowledge/languages/…/relations`. Each relation is one claim; further tellings are in its `also`.
 */
export function relate(language: Language, know: Knowledge): (layers: Needs) => readonly RelationClaim[] {
  const rules = language.relations;
  const ofShape = (shape: Rule['shape']): readonly Rule[] => rules.filter((rule) => rule.shape === shape);
  const titles = ofShape('title');
  const parts = ofShape('part');
  const sites = ofShape('site');
  const pacts = new Map(know['pacts/*'].flatMap((pact) => pact.parts.map((part) => [part.id, pact.id] as const)));

  return (layers) => {
    const { report, trees, statements } = layers;
    const ends = endsOf(layers);
    const drafts = [
      ...titleDrafts(titles, language, trees, ends),
      ...trees.flatMap((tree, sentence) => patternDrafts(rules, tree, sentence, report.text, ends)),
      ...parts.flatMap((rule) => partDrafts(rule, layers, ends, pacts)),
      ...sites.flatMap((rule) => siteDrafts(rule, layers, ends)),
    ];
    return joined(drafts, report.text, statements);
  };
}

/** "pillar two of the pact": a part with its whole behind it. */
function partDrafts(rule: Rule, { trees }: Needs, ends: Ends, pacts: ReadonlyMap<string, string>): readonly Draft[] {
  return ends.all.flatMap(({ mention, actor }): readonly Draft[] => {
    const whole = actor === null ? undefined : pacts.get(actor.id.replace(/^.*\//, ''));
    const tree = trees[mention.at.sentence];
    if (actor === null || whole === undefined || tree === undefined) return [];
    const pact = ends.all.find(
      (other) =>
        other.actor?.id === whole &&
        other.mention.at.sentence === mention.at.sentence &&
        nodeAt(tree, other.mention.at.node).label === 'nmod' &&
        preposition(tree, other.mention.at.node) === 'of' &&
        other.mention.words[0] >= mention.words[1] &&
        other.mention.words[0] - mention.words[1] < 12,
    );
    if (pact?.actor == null) return [];
    return [
      {
        rule,
        subject: actor,
        object: pact.actor,
        qualifiers: {},
        words: hull([mention.words, pact.mention.words]),
        confidence: 0.9,
        told: false,
      },
    ];
  });
}

/** A body under its own name, with a place as its attribute. */
function siteDrafts(rule: Rule, { trees, places }: Needs, ends: Ends): readonly Draft[] {
  return places.flatMap((place): readonly Draft[] => {
    const { sentence, node } = place.at;
    const tree = trees[sentence];
    if (
      tree === undefined ||
      nodeAt(tree, node).label !== 'nmod' ||
      !['in', 'at', 'near'].includes(preposition(tree, node) ?? '')
    )
      return [];
    const body = ends.at(sentence, nodeAt(tree, node).head);
    if (body?.actor?.kind !== 'organisation' || body.mention.form === 'demonym' || body.mention.name === null)
      return [];
    return [
      {
        rule,
        subject: body.actor,
        object: { name: place.name },
        qualifiers: {},
        words: hull([body.mention.words, place.words]),
        confidence: 0.7,
        told: false,
      },
    ];
  });
}

/** One claim a relation, in the order of the text: the surest telling, the others beside it. */
function joined(
  drafts: readonly Draft[],
  text: string,
  statements: readonly StatementClaim[],
): readonly RelationClaim[] {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (draft.words[1] - draft.words[0] > LONGEST) continue;
    const key = `${draft.rule.predicate} ${keyOf(draft.subject)} ${keyOf(draft.object)}`;
    groups.set(key, [...(groups.get(key) ?? []), draft]);
  }
  return [...groups.values()]
    .map((group) => claimOf(group, text, statements))
    .sort((a, b) => a.words[0] - b.words[0] || a.words[1] - b.words[1])
    .map((claim, index) => ({ ...claim, id: `r${index + 1}` }));
}

function claimOf(group: readonly Draft[], text: string, statements: readonly StatementClaim[]): RelationClaim {
  const [best, ...rest] = [...group].sort((a, b) => b.confidence - a.confidence || a.words[0] - b.words[0]);
  if (best === undefined) throw new Error('a relation without a telling');
  const { voice, statement } = best.told ? voiceAt(statements, best.words) : { voice: [], statement: null };
  const also = rest
    .map(({ words }) => words)
    .filter(([start, end]) => start !== best.words[0] || end !== best.words[1]);
  return {
    kind: 'relation',
    id: '',
    words: best.words,
    also: [...new Map(also.map((words) => [words.join(), words])).values()].sort((a, b) => a[0] - b[0]),
    quote: wordsAt(text, best.words),
    voice,
    statement,
    confidence: best.confidence,
    because: group.map(({ rule, words }) => ({ rule: rule.id, words })),
    subject: best.subject,
    predicate: best.rule.predicate,
    object: isActor(best.object) ? best.object : { name: best.object.name },
    qualifiers: best.qualifiers,
  };
}

/** On whose word a relation inside a statement rests. */
function voiceAt(
  statements: readonly StatementClaim[],
  words: Span,
): { readonly voice: readonly VoiceLink[]; readonly statement: string | null } {
  const width = ({ content }: StatementClaim): number => content.reduce((sum, [start, end]) => sum + end - start, 0);
  const holding = statements.filter(({ content }) => content.some((piece) => contains(piece, words)));
  const [inner] = [...holding].sort((a, b) => width(a) - width(b));
  if (inner === undefined) return { voice: [], statement: null };
  const { speaker, speakerWords, cue, channel, via, when } = inner;
  return { voice: [{ speaker, speakerWords, cue, channel, via, when }, ...inner.voice], statement: inner.id };
}
