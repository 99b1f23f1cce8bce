import { describe, expect, it } from 'vitest';
import { english } from '../../languages/en.ts';
import { know } from '../../testing/know.ts';
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
    const [tree] = parse(network, language)({ tokens });
    expect(tree?.root).toBe(2);
    expect(tree?.nodes.map(({ lemma, head, children }) => ({ lemma, head, children }))).toEqual([
      { lemma: 'envoy', head: 2, children: [] },
      { lemma: 'have', head: 2, children: [] },
      { lemma: 'leave', head: -1, children: [0, 1] },
    ]);
  });

  it('makes no tree of no sentence', () => {
    expect(parse({ parse: () => [] }, language)({ tokens: [] })).toEqual([]);
  });
});
