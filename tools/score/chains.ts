import { overlaps } from '../../src/document/span.ts';
import { makeReport } from '../../src/inputs/report.ts';
import { open } from '../../src/open.ts';
import { readNested } from './chains-file.ts';
import type { Score } from './kind.ts';
import { measure, measureLine, NOTHING, plus, type Tally } from './measure.ts';

/**
 * Scores attributions within attributions against discourse trees (GUM, eRST: Zeldes and others 2024): how many of the gold
 * attributions are met, and how many of the pairs "inner one, outer one". Pairs are counted between words that the gold
 * takes for attributions, for the corpus leaves out what hangs on nouns and adverbs.
 */
export function scoreChains(paths: readonly string[]): Score {
  const { read, language } = open();
  const given = { published: null, publisher: null, title: null, url: null, language: 'en' };
  const misses: string[] = [];
  let [met, pairs]: [Tally, Tally] = [NOTHING, NOTHING];
  for (const { id, text, attributions, links } of paths.flatMap(readNested)) {
    const ours = read(makeReport(text, { ...given, id }, language).report).attributions;
    const at = attributions.map((words) => ours.filter(({ cue }) => overlaps(words, cue)));
    const byId = new Map(ours.map((one) => [one.id, one]));
    const chain = (id: string | null): readonly string[] =>
      id === null ? [] : [id, ...chain(byId.get(id)?.within ?? null)];
    const isWithin = (inner: number, outer: number): boolean =>
      (at[inner] ?? []).some(({ within }) =>
        (at[outer] ?? []).some(({ id: holder }) => chain(within).includes(holder)),
      );
    const mine = attributions.flatMap((_, inner) =>
      attributions.flatMap((__, outer) => (inner !== outer && isWithin(inner, outer) ? [[inner, outer] as const] : [])),
    );
    const isGold = (inner: number, outer: number): boolean => links.some(([a, b]) => a === inner && b === outer);
    const found = at.filter((some) => some.length > 0).length;
    met = plus(met, { right: found, gold: attributions.length, predicted: found });
    pairs = plus(pairs, {
      right: mine.filter(([a, b]) => isGold(a, b)).length,
      gold: links.length,
      predicted: mine.length,
    });
    const words = (one: number): string => text.slice(...(attributions[one] ?? [0, 0])).slice(0, 80);
    for (const [a, b] of links) if (!isWithin(a, b)) misses.push(`${id}\tmissed\t${words(a)}\twithin\t${words(b)}`);
    for (const [a, b] of mine) if (!isGold(a, b)) misses.push(`${id}\tinvented\t${words(a)}\twithin\t${words(b)}`);
  }
  return {
    json: { attributions: measure(met), links: measure(pairs) },
    table: [measureLine('attributions', met), measureLine('links', pairs)],
    misses,
  };
}
