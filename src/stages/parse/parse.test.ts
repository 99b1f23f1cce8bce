import { describe, expect, it } from 'vitest';
import { english } from '../../languages/en.ts';
import { know } from '../../testing/know.ts';
import type { Parse } from '../../network/network.ts';
import { joinSiblings } from './joined.ts';
import { settleNames } from './known-names.ts';
import { parse } from './parse.ts';

const language = english(know);
const tokens = [
  [
    { words: [0, 5] as const, form: 'Envoy' },
    { words: [5, 7] as const, form: "'s" },
    { words: [8, 12] as const, form: 'left' },
  ],
];
const network = {
  parse: () => [
    {
      upos: ['NOUN', 'AUX', 'VERB'],
      xpos: ['NN', 'VBZ', 'VBN'],
      heads: [2, 2, -1],
      labels: ['nsubj', 'aux', 'root'],
      names: ['O', 'O', 'O'],
    },
  ],
};

describe('parse', () => {
  it('joins tokens, tags, governors and lemmas to trees', () => {
    const [tree] = parse(network, language, know)({ tokens });
    expect(tree?.root).toBe(2);
    expect(tree?.nodes.map(({ lemma, head, children }) => ({ lemma, head, children }))).toEqual([
      { lemma: 'envoy', head: 2, children: [] },
      { lemma: 'have', head: 2, children: [] },
      { lemma: 'leave', head: -1, children: [0, 1] },
    ]);
  });

  it('makes no tree of no sentence', () => {
    expect(parse({ parse: () => [] }, language, know)({ tokens: [] })).toEqual([]);
  });
});

describe('names', () => {
  const settle = settleNames(know);
  it('that the knowledge knows as one kind alone are of that kind', () => {
    expect(settle(['Poland', 'joined', 'UNESCO'], ['B-organisation', 'O', 'B-place'])).toEqual([
      'B-place',
      'O',
      'B-organisation',
    ]);
    expect(settle(['New', 'Zealand', 'won'], ['B-person', 'I-person', 'O'])).toEqual(['B-place', 'I-place', 'O']);
  });
  it('that it does not know, or knows as several things, stay what the network reads', () => {
    expect(settle(['Zubrowka', 'Ltd', 'Nigel'], ['B-organisation', 'I-organisation', 'B-person'])).toEqual([
      'B-organisation',
      'I-organisation',
      'B-person',
    ]);
  });
});

describe('a second subject that begins with a conjunction', () => {
  const parsed = (heads: number[], labels: string[]): Parse => ({
    upos: [],
    xpos: [],
    names: [],
    heads,
    labels,
  });
  it('is joined to the first', () => {
    // Envoy Anna and leader Boris met
    const { heads, labels } = joinSiblings(
      parsed([1, 5, 3, 4, 5, -1], ['nmod:desc', 'nsubj', 'cc', 'nmod:desc', 'nsubj', 'root']),
    );
    expect(heads).toEqual([1, 5, 4, 4, 1, -1]);
    expect(labels).toEqual(['nmod:desc', 'nsubj', 'cc', 'nmod:desc', 'conj', 'root']);
  });
  it('of another verb stays what it is', () => {
    // Anna left and Boris met
    const parse = parsed([1, -1, 4, 4, 1], ['nsubj', 'root', 'cc', 'nsubj', 'conj']);
    expect(joinSiblings(parse)).toEqual(parse);
  });
});
