import type { Attribution } from '../../document/reading.ts';
import { contains, type Span } from '../../document/span.ts';
import { type Chain, chainOf, oddsOf } from '../../tagger/decode.ts';
import type { Table, Tagger } from '../../tagger/tagger.ts';
import { cueFeatures, mayBeCue, wordFeatures } from './cue-features.ts';
import { type Begun, FURTHEST, furtherFeatures, mayReach, wordsOfFurther } from './further.ts';
import { joined } from './joined.ts';
import { partFeatures, WIDTH } from './part-features.ts';
import { PART, PARTS, stretches } from './parts.ts';
import { type Needs, type Sight, sightsOf } from './sight.ts';
import { tieOf } from './tie.ts';

/**
 * Finds what the report ascribes to somebody in the broad sense of the attribution corpora: said, believed, wanted, known,
 * felt. Source, cue and content are told apart by weights learnt from PolNeAR (Newell, Margolin, Ruths, LREC 2018): a
 * logistic model finds the head of each cue, a linear chain (Lafferty, McCallum, Pereira, ICML 2001) gives each word of its
 * sentence a part, and a second logistic model tells which sentences beside it go on with the content. The statements are
 * among their features; `statement` names the one whose cue it is.
 */
export function ascribe(tagger: Tagger): (layers: Needs) => readonly Attribution[] {
  const tables = {
    heads: tagger.table('heads', 1),
    parts: chainOf(tagger.table('parts', PARTS)),
    further: tagger.table('further', 1),
  };
  return (layers) => {
    const sights = sightsOf(layers);
    const cues = sights.map((sight) => cuesOf(sight, tables.heads));
    const counts = cues.map(({ length }) => length);
    return sights.flatMap((sight, sentence) => {
      const heads = (cues[sentence] ?? []).map(({ at }) => at);
      return (cues[sentence] ?? []).map(({ at, odds }) => {
        const { source, cue, content } = partsOf(sight, at, heads, tables.parts);
        const more = furtherPieces(sights, counts, { sentence, cue: at, content }, tables.further);
        return {
          source,
          cue,
          content: joined(layers.report.text, [...content, ...more]),
          statement: sight.statements.get(at)?.id ?? null,
          confidence: Math.round(100 / (1 + Math.exp(-odds))) / 100,
          because: [
            { rule: 'attributions-tagger', words: cue },
            ...(sight.statements.get(at)?.because.slice(0, 1) ?? []),
          ],
        };
      });
    });
  };
}

/** With such odds from the first features no word of PolNeAR's train but one in two thousand cues has become one; two words of three have them. */
const HOPELESS = -2.1;

/** Sentences of more words are none. */
const LONGEST = 200;

function cuesOf(sight: Sight, table: Table): readonly { readonly at: number; readonly odds: number }[] {
  if (sight.nodes.length > LONGEST) return [];
  return sight.nodes.flatMap((node, at) => {
    if (!mayBeCue(node) || oddsOf(table, wordFeatures(sight, at)) < HOPELESS) return [];
    const odds = oddsOf(table, cueFeatures(sight, at));
    return odds > 0 ? [{ at, odds }] : [];
  });
}

function partsOf(
  sight: Sight,
  at: number,
  cues: readonly number[],
  chain: Chain,
): Pick<Attribution, 'source' | 'cue' | 'content'> {
  const labels = chain(partFeatures(sight, tieOf(sight, at, cues)), WIDTH);
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
