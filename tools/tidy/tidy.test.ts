import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readKnowledge } from '../../src/knowledge/compile.ts';
import type { Source } from '../../src/knowledge/knowledge.ts';
import { overlap, show } from './finding.ts';
import { tidy } from './tidy.ts';

const know = readKnowledge(join(import.meta.dirname, '../../knowledge'));
const wrongIn = (changed: Source): string[] =>
  tidy(changed)
    .filter(({ weight }) => weight === 'wrong')
    .map(show);
const states = know['actors/states'];

describe('tidy', () => {
  it('finds nothing wrong in the knowledge as it is', () => {
    expect(wrongIn(know)).toEqual([]);
  });

  it('names an id that two actors share', () => {
    const [first] = know['actors/organisations'];
    const twice =
      first === undefined
        ? []
        : [...know['actors/organisations'], { ...first, name: 'Another', also: [], wikidata: null }];
    expect(wrongIn({ ...know, 'actors/organisations': twice })).toEqual([
      `wrong: actors/organisations and actors/organisations: ${first?.id ?? ''}: one id for two`,
    ]);
  });

  it('names an item of Wikidata that two actors claim', () => {
    const two = states.map((state) => (state.id === 'NOR' ? { ...state, wikidata: 'Q34' } : state));
    expect(wrongIn({ ...know, 'actors/states': two })).toEqual(['wrong: actors: Q34: one item of Wikidata for two']);
  });

  it('names a pact whose party does not exist', () => {
    const pacts = know['pacts/*'].map((pact, at) =>
      at === 0 ? { ...pact, parties: [{ who: 'ATL', from: null, until: null, status: 'party' as const }] } : pact,
    );
    expect(wrongIn({ ...know, 'pacts/*': pacts })).toEqual([
      `wrong: pacts: ${know['pacts/*'][0]?.id ?? ''}: the party ATL is no country and no organisation`,
    ]);
  });

  it('names a term that ends before it begins, and a country that does not exist', () => {
    const plato = {
      country: 'ATL',
      office: 'head-of-state',
      title: 'President',
      name: 'A. Plato',
      also: [],
      from: '2001-05',
      until: '2000',
      wikidata: null,
      source: 'Timaeus',
      as_of: '2002',
    };
    expect(wrongIn({ ...know, 'offices/holders': [plato] })).toEqual([
      'wrong: offices/holders: ATL head-of-state A. Plato 2001-05: no country has the code ATL',
      'wrong: offices/holders: ATL head-of-state A. Plato 2001-05: ends before it begins',
    ]);
  });

  it('names a dated state without a source', () => {
    const undated = states.map((state) => (state.id === 'SUN' ? { ...state, source: null } : state));
    expect(wrongIn({ ...know, 'actors/states': undated })).toEqual([
      'wrong: actors/states: SUN: dated without a source',
    ]);
  });
});

describe('terms', () => {
  it('do not overlap on the day of handing over', () => {
    expect(overlap({ from: '2001', until: '2005-03-01' }, { from: '2005-03-01', until: null })).toBe(false);
    expect(overlap({ from: '2001', until: '2005-03-02' }, { from: '2005-03-01', until: null })).toBe(true);
    expect(overlap({ from: null, until: null }, { from: '2005', until: null })).toBe(true);
  });
});
