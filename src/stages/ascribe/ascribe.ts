import type { Attribution } from '../../document/reading.ts';
import { contains, type Span } from '../../document/span.ts';
import type { Node } from '../../document/tree.ts';
import type { Language } from '../../languages/language.ts';
import type { Speech } from '../../languages/speech.ts';
import { type Chain, chainOf, oddsOf } from '../../tagger/decode.ts';
import type { Table, Tagger } from '../../tagger/tagger.ts';
import { cueFeatures, mayBeCue, wordFeatures } from './cue-features.ts';
import { type Begun, FURTHEST, furtherFeatures, mayReach, wordsOfFurther } from './further.ts';
import { joined } from './joined.ts';
import { nested } from './nested.ts';
import { partFeatures, WIDTH } from './part-features.ts';
import { PART, PARTS, stretches } from './parts.ts';
import { type Needs, type Sight, sightsOf, spread } from './sight.ts';
import { tieOf } from './tie.ts';
import { asTold } from './told.ts';

/**
 * Finds what the report ascribes to somebody in the broad sense of the attribution corpora: said, believed, wanted, known,
 * felt. Source, cue and content are told apart by weights learnt from PolNeAR (Newell, Margolin, Ruths, LREC 2018): a
 * logistic model finds the head of each cue, a linear chain (Lafferty, McCallum, Pereira, ICML 2001) gives each word of its
 * sentence a part, and a second logistic model tells which sentences beside it go on with the content. The statements are
 * among their features; `statement` names the one whose cue it is.
 */
export function ascribe(
  tagger: Tagger,
  { speech }: Pick<Language, 'speech'>,
): (layers: Needs) => readonly Attribution[] {
  const tables = {
    heads: tagger.table('heads', 1),
    inner: tagger.table('inner', 1),
    parts: chainOf(tagger.table('parts', PARTS)),
    further: tagger.table('further', 1),
  };
  return (layers) => {
    const sights = sightsOf(layers);
    const cues = sights.map((sight) => cuesOf(sight, tables.heads, (at) => (sight.quotation[at] ?? -1) < 0));
    const counts = cues.map(({ length }) => length);
    const outer = sights.map((sight, sentence) =>
      (cues[sentence] ?? []).map((cue) => {
        const parts = partsOf(sight, cue.at, cues[sentence] ?? [], tables.parts);
        const begun = { sentence, cue: cue.at, content: parts.content };
        const content = [...parts.content, ...furtherPieces(sights, counts, begun, tables.further)];
        return drafted(sight, cue, { ...parts, content: joined(layers.report.text, content) });
      }),
    );
    const contents = spread(
      layers.sentences,
      outer.flatMap((drafts) => drafts.flatMap(({ content }) => content)),
    );
    const inner = sights.map((sight, sentence) => innerOf(sight, contents[sentence] ?? [], speech, tables));
    return nested(sights.flatMap((_, at) => inTextOrder([...(outer[at] ?? []), ...(inner[at] ?? [])])));
  };
}

type Draft = Omit<Attribution, 'id' | 'within'>;

const inTextOrder = (drafts: readonly Draft[]): readonly Draft[] => [...drafts].sort((a, b) => a.cue[0] - b.cue[0]);

interface Head {
  readonly at: number;
  readonly odds: number;
}

/**
 * What is ascribed within what is ascribed: "“I fear he lied,” she said". The corpus has none of that, so each content is
 * read as a text of its own, by odds learnt outside contents, and nothing reaches beyond it.
 */
function innerOf(
  sight: Sight,
  contents: readonly Span[],
  speech: Speech,
  { inner, parts }: { readonly inner: Table; readonly parts: Chain },
): readonly Draft[] {
  if (contents.length === 0) return [];
  const region = sight.nodes.map(({ words }) => contents.findIndex((piece) => contains(piece, words)));
  const told = asTold(sight, region, speech);
  const found = cuesOf(told, inner, (at) => (region[at] ?? -1) >= 0);
  // What stands below a cue is of its content, in which it is a cue of its own.
  const beside = (cue: Head): readonly Head[] =>
    found.filter(({ at }) => at === cue.at || !isBelow(told.nodes, at, cue.at));
  return found.map((cue) => drafted(sight, cue, partsOf(told, cue.at, beside(cue), parts, region)));
}

function isBelow(nodes: readonly Node[], at: number, top: number): boolean {
  for (let above = nodes[at]?.head ?? -1; above >= 0; above = nodes[above]?.head ?? -1) if (above === top) return true;
  return false;
}

function drafted(sight: Sight, { at, odds }: Head, { source, cue, content }: Parts): Draft {
  const statement = sight.statements.get(at) ?? null;
  return {
    source,
    cue,
    content,
    statement: statement?.id ?? null,
    confidence: Math.round(100 / (1 + Math.exp(-odds))) / 100,
    because: [{ rule: 'attributions-tagger', words: cue }, ...(statement?.because.slice(0, 1) ?? [])],
  };
}

/** With such odds from the first features no word of PolNeAR's train but one in two thousand cues has become one; two words of three have them. */
const HOPELESS = -2.1;

/** Sentences of more words are none. */
const LONGEST = 200;

function cuesOf(sight: Sight, table: Table, stands: (at: number) => boolean): readonly Head[] {
  if (sight.nodes.length > LONGEST) return [];
  return sight.nodes.flatMap((node, at) => {
    if (!mayBeCue(node) || !stands(at) || oddsOf(table, wordFeatures(sight, at)) < HOPELESS) return [];
    const odds = oddsOf(table, cueFeatures(sight, at));
    return odds > 0 ? [{ at, odds }] : [];
  });
}

type Parts = Pick<Attribution, 'source' | 'cue' | 'content'>;

/** The parts of a cue's attribution in its sentence; with `region`, only words that have the cue's number there. */
function partsOf(
  sight: Sight,
  at: number,
  cues: readonly Head[],
  chain: Chain,
  region: readonly number[] | null = null,
): Parts {
  const others = cues.map((cue) => cue.at);
  const labels = chain(partFeatures(sight, tieOf(sight, at, others)), WIDTH);
  if (region !== null)
    labels.forEach((_, word) => (region[word] === region[at] ? null : (labels[word] = PART.nothing)));
  const head = sight.nodes[at]?.words ?? sight.words;
  const own = stretches(sight, labels, PART.cue);
  return {
    source: stretches(sight, labels, PART.source),
    cue: own.find((words) => contains(words, head)) ?? own[0] ?? head,
    content: stretches(sight, labels, PART.content),
  };
}

/** Of the sentences behind and before, one after the other, the words that go on with a content. */
function furtherPieces(sights: readonly Sight[], cues: readonly number[], begun: Begun, table: Table): readonly Span[] {
  const found: Span[] = [];
  for (const step of [1, -1])
    for (let steps = 1; steps <= FURTHEST; steps++) {
      const at = begun.sentence + step * steps;
      const next = sights[at];
      if (!mayReach(sights[begun.sentence], next)) break;
      if (oddsOf(table, furtherFeatures(sights, cues, begun, at)) <= 0) break;
      found.push(...wordsOfFurther(next));
    }
  return found;
}
