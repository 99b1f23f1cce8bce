import type { Reckoning, Told } from './nearest.ts';
import type { Layers, SpellMention, TimeMention } from '../../document/reading.ts';
import { hull } from '../../document/span.ts';
import type { Node, Tree } from '../../document/tree.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Language } from '../../languages/language.ts';
import { nodeAt } from '../../grammar/phrase.ts';
import { anchorOf, clauseOffset, latestDay } from './anchor.ts';
import { bitsOf, type Bit } from './bits.ts';
import { numberOf, weekdayOf } from './days.ts';
import { directionOf } from './direction.ts';
import type { Expression } from './expression.ts';
import { lexiconOf, type Lexicon } from './lexicon.ts';
import { admissible } from './admissible.ts';
import { recognise } from './recognise.ts';
import { resolve } from './resolve.ts';
import { zonesOf } from './zones.ts';

/** An expression in its sentence, before the report's own today is known. */
interface Candidate {
  readonly sentence: number;
  readonly node: number;
  readonly bits: readonly Bit[];
  readonly expression: Expression;
  readonly direction: Reckoning['direction'];
  readonly latest: number | null;
}

/**
 * The stage `times`: expressions of time, each with the days it covers in the local time of the place concerned.
 * A weekday is reckoned from the latest day that it may be there: a report dated on a Monday in Greenwich that has somebody
 * speak "Tuesday" at a place far to the east was written on that Tuesday, which then is its "today" as well.
 */
export function resolveTimes(
  language: Pick<Language, 'calendar'>,
  know: Pick<Knowledge, 'actors/states' | 'tables'>,
): (layers: Pick<Layers, 'report' | 'trees'>) => readonly TimeMention[] {
  const lex = lexiconOf(language.calendar);
  const zones = zonesOf(know);
  const ahead = {
    modals: new Set(lex.calendar['coming modals']),
    lemmas: new Set(lex.calendar.coming),
    complements: new Set(lex.calendar.complements),
  };
  return (layers) => {
    const anchor = anchorOf(layers, zones, lex);
    const found = layers.trees.flatMap((tree, sentence) =>
      candidates(tree, lex).map(({ node, bits, expression }): Candidate => {
        const there = clauseOffset(tree, node, layers.report.text, zones);
        const direction = directionOf(tree, node, ahead);
        return { sentence, node, bits, expression, direction, latest: latestDay(anchor, there) };
      }),
    );
    const today = ownToday(found, anchor.day);
    const times: TimeMention[] = [];
    let told: readonly (Told & { readonly sentence: number })[] = [];
    for (const { sentence, node, bits, expression, direction, latest } of found) {
      told = told.filter((one) => one.sentence >= sentence - TOLD_WITHIN);
      const words = hull(bits.map((bit) => bit.words));
      const when = resolve(expression, { today, latest, direction, told });
      times.push({ ...when, words, at: { sentence, node } });
      if (when.kind === 'date' && when.earliest !== null && when.latest !== null)
        told = [{ sentence, from: numberOf(when.earliest), to: numberOf(when.latest) }, ...told];
    }
    return times.map((time) => (time.kind === 'clock' ? withDay(time, times) : time));
  };
}

/** In sentences: how far back "a day earlier" and "the following year" look. */
const TOLD_WITHIN = 3;

/** An hour carries the day of its sentence where that tells one only. */
function withDay(time: SpellMention, times: readonly TimeMention[]): TimeMention {
  const days = times.filter(
    (one) => one.kind === 'date' && one.granularity === 'day' && one.at.sentence === time.at.sentence,
  );
  const [day, more] = days;
  const alone = day !== undefined && more === undefined && /^\d{4}-\d\d-\d\d$/.test(day.value);
  return alone ? { ...time, value: time.value.replaceAll('T', `${day.value}T`) } : time;
}

/** The day of the report, or the day after where its own past weekdays are only possible then. */
function ownToday(found: readonly Candidate[], day: number | null): number | null {
  if (day === null) return null;
  const later = found.flatMap(({ expression, direction, latest }) =>
    expression.is === 'weekday' &&
    expression.week === null &&
    direction !== 'coming' &&
    direction !== 'present' &&
    latest !== null &&
    latest > day
      ? weekdayOf(latest) === expression.weekday
        ? [latest]
        : []
      : [],
  );
  return Math.max(day, ...later);
}

function candidates(tree: Tree, lex: Lexicon): readonly Pick<Candidate, 'node' | 'bits' | 'expression'>[] {
  const bits = bitsOf(tree.nodes);
  return recognise(bits, lex).flatMap(({ expression, start, end }) => {
    const own = bits.slice(start, end);
    const node = headOf(tree, own);
    const admitted = admissible(expression, { tree, node, bits, start, end }, lex);
    return admitted === null
      ? []
      : [{ node, bits: bits.slice(start + admitted.cut, end), expression: admitted.expression }];
  });
}

/** The node by which the words hang on their clause: the first whose governor lies outside; function words only if alone. */
function headOf(tree: Tree, bits: readonly Bit[]): number {
  const inside = new Set(bits.map(({ node }) => node));
  const heads = [...inside].map((index) => nodeAt(tree, index)).filter(({ head }) => !inside.has(head));
  const content = heads.filter((node) => !FUNCTION.has(node.upos));
  return (content[0] ?? heads[0] ?? nodeAt(tree, bits[0]?.node ?? 0)).index;
}

const FUNCTION: ReadonlySet<Node['upos']> = new Set(['ADP', 'DET', 'PUNCT', 'SCONJ', 'PART', 'CCONJ']);
