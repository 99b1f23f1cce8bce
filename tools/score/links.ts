import { join } from 'node:path';
import { makeReport } from '../../src/inputs/report.ts';
import { readKnowledge } from '../../src/knowledge/compile.ts';
import { open } from '../../src/open.ts';
import { packageRoot } from '../../src/package.ts';
import { bootstrap } from './bootstrap.ts';
import type { Score } from './kind.ts';
import { readLinked, type LinkedText } from './links-file.ts';
import { judge, type Judged, type KindOf } from './links-match.ts';
import { measure, measureLine, NOTHING, plus, type Tally } from './measure.ts';

/**
 * Links of names to Wikidata against annotated articles (Wiki-Fair). In scope are the items of the knowledge: states and territories,
 * its organisations and outlets whose items it gives, holders of offices. All other gold organisations are counted under "bodies of any
 * kind" as missed. Misses are shown of four fifths of the articles alone.
 */
export function scoreLinks(paths: readonly string[]): Score {
  const { read, language, know } = open();
  const kindOf = kindsOf();
  const articles = paths.flatMap(readLinked).map((gold) => {
    const given = { id: gold.id, published: null, publisher: null, title: null, url: null, language: 'en' };
    return { gold, judged: judge(gold, read(makeReport(gold.text, given, language).report), know.tables, kindOf) };
  });
  const [seen, unread] = [articles.filter(({ gold }) => !gold.unread), articles.filter(({ gold }) => gold.unread)];
  const tallies = articles.map(({ judged }) => tallyOf(judged));
  const interval = bootstrap(tallies, (some) => measure(some.reduce(plus, NOTHING)).f1);
  const shown = seen.flatMap(({ judged }) => judged);
  const all = articles.flatMap(({ judged }) => judged);
  const bodies = plus(tallyOf(all.filter(({ kind }) => kind === 'organisation')), {
    ...NOTHING,
    gold: articles.map(({ gold }) => otherBodies(gold, kindOf)).reduce((sum, one) => sum + one, 0),
  });
  const line = (label: string, some: readonly Judged[]): string => measureLine(label, tallyOf(some));
  return {
    json: { ...measure(tallyOf(all)), interval, read: measure(tallyOf(shown)), bodies: measure(bodies) },
    table: [
      ...KINDS.map((kind) =>
        line(
          kind,
          all.filter((one) => one.kind === kind),
        ),
      ),
      measureLine('bodies of any kind', bodies),
      line('looked at', shown),
      line(
        'unread fifth',
        unread.flatMap(({ judged }) => judged),
      ),
      `${line('all', all)}   ${interval[0]} to ${interval[1]}`,
      ...causesOf(shown),
    ],
    misses: shown.filter(({ side }) => side !== 'both').map((one) => one.line),
  };
}

const KINDS = ['state', 'organisation', 'office-holder'] as const;

/** The items of the knowledge, whatever is read of them. */
function kindsOf(): KindOf {
  const know = readKnowledge(join(packageRoot(), 'knowledge'));
  const kinds = new Map<string, (typeof KINDS)[number]>();
  const add = (list: readonly { readonly wikidata: string | null }[], kind: (typeof KINDS)[number]): void => {
    for (const { wikidata } of list) if (wikidata !== null) kinds.set(wikidata, kind);
  };
  add(know['offices/holders'], 'office-holder');
  add([...know['actors/organisations'], ...know['actors/media']], 'organisation');
  add(know['actors/states'], 'state');
  return (item) => kinds.get(item) ?? null;
}

/** Wikidata's classes: an organisation, and what is none although it is of that class as well. */
const [ORGANISATION, ELSE] = ['Q43229', ['Q27096213', 'Q215627', 'Q1656682', 'Q33829', 'Q4164871', '<NIL>']];

/** Gold links to organisations of which the knowledge has no item: clubs, firms, schools, bands. */
const otherBodies = ({ links }: LinkedText, kindOf: KindOf): number =>
  links.filter(
    ({ types, again, optional, item }) =>
      !again &&
      !optional &&
      types.includes(ORGANISATION) &&
      !types.some((type) => ELSE.includes(type)) &&
      kindOf(item ?? '') === null,
  ).length;

const tallyOf = (judged: readonly Judged[]): Tally => {
  const count = (...sides: Judged['side'][]): number => judged.filter(({ side }) => sides.includes(side)).length;
  return { right: count('both'), gold: count('both', 'missed'), predicted: count('both', 'invented') };
};

/** Misses by cause, the commonest first. */
function causesOf(judged: readonly Judged[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { side, cause } of judged)
    if (side !== 'both') counts.set(`${side}: ${cause}`, (counts.get(`${side}: ${cause}`) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([cause, count]) => `${String(count).padStart(4)} ${cause}`);
}
