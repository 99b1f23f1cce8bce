import type { Source } from '../../src/knowledge/knowledge.ts';

import { doubtful, overlap, wrong, type Finding } from './finding.ts';

type Holder = Source['offices/holders'][number];

/** Offices that one person holds at a time, and the states where several share them. */
const SINGLE = ['head-of-state', 'head-of-government', 'foreign-minister', 'defence-minister', 'supreme-leader'];
const SHARED = ['SMR', 'BIH', 'AND', 'CHE'];

/** Terms of office: codes, order of dates, one holder at a time. */
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
  const offices = new Map<string, Holder[]>();
  for (const one of holders)
    if (SINGLE.includes(one.office) && !SHARED.includes(one.country))
      offices.set(`${one.country} ${one.office}`, [...(offices.get(`${one.country} ${one.office}`) ?? []), one]);
  return [...offices.values()].flatMap((list) => {
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
