import {
  type Actor,
  LONGEST_CLAIM,
  type RelationClaim,
  type StatementClaim,
  type VoiceLink,
} from '../../document/claim.ts';
import type { Layers, Mention } from '../../document/reading.ts';
import { contains, wordsAt, type Span } from '../../document/span.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { namesOf } from '../../knowledge/names.ts';
import type { Language } from '../../languages/language.ts';
import type { Draft, Rule } from './draft.ts';
import { adherentDrafts, belongingDrafts, followingDrafts, siteDrafts } from './bodies.ts';
import { endsOf, isActor, keyOf } from './ends.ts';
import { indexPacts, partDrafts, withAims } from './pacts.ts';
import { indexRules, patternDrafts } from './patterns.ts';
import { titleDrafts, type KindOf } from './titles.ts';

type Needs = Pick<Layers, 'report' | 'trees' | 'mentions' | 'actors' | 'places' | 'statements'>;

/**
 * The stage `relations`: what the report says lasts between actors (offices, memberships, alliances, aims …), by the rules
 * of `knowledge/languages/…/relations`. Each relation is one claim; further tellings are in its `also`.
 */
export function relate(language: Language, know: Knowledge): (layers: Needs) => readonly RelationClaim[] {
  const rules = language.relations;
  const ofShape = (shape: Rule['shape']): readonly Rule[] => rules.filter((rule) => rule.shape === shape);
  // Rules for particular titles before the one for all.
  const titles = [...ofShape('title')].sort((a, b) => b.titles.length - a.titles.length);
  const rulesOf = indexRules(rules);
  const pacts = indexPacts(know);
  const names = namesOf(know);
  const kindOf: KindOf = know.tables['sort of body'];

  return (layers) => {
    const { report, trees, statements } = layers;
    const ends = endsOf(layers);
    const partyOf = ({ words, at }: Mention): Actor | null => {
      const noun = trees[at.sentence]?.nodes[at.node]?.words ?? words;
      return names.exact(wordsAt(report.text, noun)).find(({ actor }) => actor.kind === 'organisation')?.actor ?? null;
    };
    const drafts = [
      ...titleDrafts(titles, language, trees, ends, kindOf),
      ...trees.flatMap((tree, sentence) => patternDrafts(rulesOf, tree, sentence, report.text, ends)),
      ...ofShape('part').flatMap((rule) => partDrafts(rule, trees, ends, pacts)),
      ...ofShape('site').flatMap((rule) => siteDrafts(rule, layers, ends)),
      ...ofShape('following').flatMap((rule) => followingDrafts(rule, trees, ends, kindOf)),
      ...ofShape('belonging').flatMap((rule) => belongingDrafts(rule, trees, ends)),
      ...ofShape('adherent').flatMap((rule) => adherentDrafts(rule, trees, ends, { partyOf, kindOf })),
    ];
    return joined(withAims(drafts, ends, pacts), report.text, statements);
  };
}

/** One claim a relation, in the order of the text: the surest telling, the others beside it. */
function joined(
  drafts: readonly Draft[],
  text: string,
  statements: readonly StatementClaim[],
): readonly RelationClaim[] {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) {
    if (draft.words[1] - draft.words[0] > LONGEST_CLAIM) continue;
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
