import { grouped } from '../../src/grouped.ts';
import type { Source } from '../../src/knowledge/knowledge.ts';

import { doubtful, overlap, wrong, type Finding } from './finding.ts';

type Holder = Source['offices/holders'][number];

/** Offices that one person holds at a time, and the states where several share them. */
export const SINGLE = ['head-of-state', 'head-of-government', 'foreign-minister', 'defence-minister', 'supreme-leader'];
export const SHARED = ['SMR', 'BIH', 'AND', 'CHE'];

/** Terms of office: codes, order of dates, one holder at a time and no gap between two, one person under one name. */
export function tidyOffices(know: Source): Finding[] {
  const holders = know['offices/holders'];
  const codes = new Set(know['actors/states'].map(({ id }) => id));
  const bodies = new Set(know['actors/organisations'].map(({ id }) => id));
  return [
    ...holders
      .filter(({ country }) => !codes.has(country))
      .map((one) => wrong('offices/holders', keyOf(one), `no country has the code ${one.country}`)),
    ...holders.filter(endsFirst).map((one) => wrong('offices/holders', keyOf(one), 'ends before it begins')),
    ...heldTwice(holders),
    ...unheld(holders),
    ...clashes(holders),
    ...know['offices/organisation-heads'].flatMap(({ organisation, title, holders: heads }) => [
      ...(bodies.has(organisation) ? [] : [wrong('offices/organisation-heads', organisation, 'no such organisation')]),
      ...heads
        .filter((one, at) => heads.slice(at + 1).some((other) => overlap(one, other)))
        .map(({ name }) =>
          wrong('offices/organisation-heads', `${organisation} ${title} ${name}`, 'the term overlaps another'),
        ),
    ]),
  ];
}

const keyOf = ({ country, office, name, from }: Holder): string => `${country} ${office} ${name} ${from ?? ''}`.trim();

function endsFirst({ from, until }: Holder): boolean {
  if (from === null || until === null) return false;
  const length = Math.min(from.length, until.length);
  return until.slice(0, length) < from.slice(0, length);
}

/** Where the sources conflict the terms stay as they are: doubtful, and for a person to settle. */
function heldTwice(holders: readonly Holder[]): Finding[] {
  const single = holders.filter(({ office, country }) => SINGLE.includes(office) && !SHARED.includes(country));
  return groupsOf(single).flatMap((list) => {
    const sorted = list.filter(({ from }) => from !== null).sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
    return sorted.flatMap((one, at) => {
      const next = sorted[at + 1];
      // An open term is vouched for only up to the day for which its source speaks.
      const known = { from: one.from, until: one.until ?? one.as_of };
      return next === undefined || next.name === one.name || !overlap(known, next)
        ? []
        : [doubtful('offices/holders', keyOf(one), `still held when ${keyOf(next)} begins`)];
    });
  });
}

/** Days without a known holder between two terms that nobody need wonder at. */
const GAP = 120;

/** Heads of states and governments whom the sources leave out between two others. */
function unheld(holders: readonly Holder[]): Finding[] {
  return groupsOf(holders.filter(({ office }) => /^head-of-/.test(office))).flatMap((list) => {
    const sorted = list.filter(({ from }) => from !== null).sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
    let known = sorted[0]?.until ?? sorted[0]?.as_of ?? '';
    return sorted.flatMap((one) => {
      const gap = known === '' ? 0 : daysBetween(known, one.from ?? known);
      const before = known;
      known = [known, one.until ?? one.as_of].sort().at(-1) ?? known;
      return gap > GAP ? [doubtful('offices/holders', keyOf(one), `nobody is known from ${before} on until then`)] : [];
    });
  });
}

/** One person under two names, or one name for two people of one state. */
function clashes(holders: readonly Holder[]): Finding[] {
  const names = new Map<string, Holder>();
  const items = new Map<string, Holder>();
  return holders.flatMap((one) => {
    if (one.wikidata === null) return [];
    const [name, item] = [`${one.country} ${one.name}`, `${one.country} ${one.wikidata}`];
    const other = names.get(name);
    const same = items.get(item);
    names.set(name, one);
    items.set(item, one);
    return [
      ...(other !== undefined && other.wikidata !== one.wikidata
        ? [
            doubtful(
              'offices/holders',
              keyOf(one),
              `is ${one.wikidata} here and ${other.wikidata ?? ''} as ${other.office}`,
            ),
          ]
        : []),
      ...(same !== undefined && same.name !== one.name
        ? [doubtful('offices/holders', keyOf(one), `is called ${same.name} as ${same.office}`)]
        : []),
    ];
  });
}

function groupsOf(holders: readonly Holder[]): readonly (readonly Holder[])[] {
  return [...grouped(holders, (one) => `${one.country} ${one.office}`).values()];
}

const daysBetween = (from: string, to: string): number => {
  const [start, end] = [from, to].map((date) => Date.parse(`${date}-01-01`.slice(0, 10)));
  return ((end ?? 0) - (start ?? 0)) / 86_400_000;
};
