import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadNetwork, type Parse } from './network.ts';
import { WINDOW } from './windows.ts';

const kernels = readFileSync('dist/kernels.wasm');
const weights = readFileSync('model/network.bin');
const network = loadNetwork({ kernels, weights });

const SENTENCES = [
  'The president of Zubrowka met the envoy of Freedonia in Geneva on Tuesday .',
  'The envoy said that the talks had been cancelled by the ministry .',
  'Ruritania expelled two diplomats , and Freedonia recalled its ambassador .',
  'They do n’t want to sign it .',
].map((line) => line.split(' '));

describe('a parse', () => {
  test('finds subject, object, agent and clause', () => {
    const parses = network.parse(SENTENCES);
    expect(parses.map((parse, at) => arcs(SENTENCES[at] ?? [], parse)).join('\n\n')).toBe(GOLDEN);
  });

  test('an office in small letters is a common noun', () => {
    const sentence = 'The foreign minister of Freedonia met the president .'.split(' ');
    const [parse] = network.parse([sentence]);
    expect(parse?.upos[2]).toBe('NOUN');
    expect(parse?.labels[2]).toBe('nsubj');
  });

  test('is the same alone, in any order and in any company', () => {
    const alone = SENTENCES.map((sentence) => network.parse([sentence])[0]);
    expect(network.parse(SENTENCES)).toEqual(alone);
    expect([...network.parse([...SENTENCES].reverse())].reverse()).toEqual(alone);
    const company = Array.from({ length: 300 }, (_, k) => [`word${k}`, ...(SENTENCES[k % 4] ?? [])]);
    expect(network.parse([...company, ...SENTENCES]).slice(-4)).toEqual(alone);
    const another = loadNetwork({ kernels, weights });
    expect(another.parse(SENTENCES)).toEqual(alone);
  });

  test('of more word types than are kept is the same', () => {
    const first = network.parse(SENTENCES);
    const many = Array.from({ length: 500 }, (_, k) => Array.from({ length: 20 }, (__, w) => `x${k}y${w}`));
    network.parse(many);
    expect(network.parse(SENTENCES)).toEqual(first);
  });

  test('treats curly and straight quotes alike', () => {
    const [curly, straight] = network.parse([
      ['“', 'They', 'do', 'n’t', 'know', ',', '”', 'he', 'said', '.'],
      ['"', 'They', 'do', "n't", 'know', ',', '"', 'he', 'said', '.'],
    ]);
    expect(curly).toEqual(straight);
  });

  test('of nothing is nothing', () => {
    expect(network.parse([])).toEqual([]);
    expect(network.parse([[], ['Yes'], []]).map((parse) => parse.heads)).toEqual([[], [-1], []]);
  });

  test('is a tree with one root, whatever the tokens', () => {
    const token = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('the', 'said', '.', ',', '', ' ', '\ud800'),
    );
    fc.assert(
      fc.property(fc.array(fc.array(token, { maxLength: 40 }), { maxLength: 8 }), (sentences) => {
        const parses = network.parse(sentences);
        expect(parses.length).toBe(sentences.length);
        parses.forEach((parse, at) => expectTree(parse, sentences[at]?.length ?? 0));
      }),
      { numRuns: 100 },
    );
  });

  test('of a sentence without end is still one tree, in bounded time', () => {
    const endless = Array.from(
      { length: 4_000 },
      (_, k) => ['and', 'the', 'envoy', ',', 'who', 'spoke', ';', 'left'][k % 8] ?? '',
    );
    const [parse] = network.parse([endless]);
    expect(parse).toBeDefined();
    if (parse !== undefined) expectTree(parse, endless.length);
    expect(WINDOW).toBeLessThanOrEqual(256);
  });
});

describe('what is not a network is refused', () => {
  const load = (bytes: Uint8Array) => () => loadNetwork({ kernels, weights: bytes });
  const edited = (edit: (header: string) => string): Uint8Array => {
    const length = weights.readUInt32LE(8);
    const header = Buffer.from(edit(weights.subarray(12, 12 + length).toString('utf8')));
    const start = Buffer.from(weights.subarray(0, 12));
    start.writeUInt32LE(header.length, 8);
    return Buffer.concat([start, header, weights.subarray(12 + length)]);
  };

  test.each<[string, Uint8Array, RegExp]>([
    ['nothing', new Uint8Array(0), /not a CHNW file/u],
    ['other bytes', new Uint8Array(100), /not a CHNW file/u],
    ['a later version', Buffer.concat([Buffer.from('CHNW'), Buffer.from([3, 0, 0, 0, 0, 0, 0, 0])]), /version 3/u],
    ['half a file', weights.subarray(0, weights.length >> 1), /cut off/u],
    ['half a header', weights.subarray(0, 1000), /cut off within the header/u],
    ['a header that is not JSON', edited((header) => header.replace('{', '[')), /not JSON/u],
    ['another format', edited((header) => header.replace('chancery-network', 'something')), /format/u],
    ['a missing tensor', edited((header) => header.replace('"arc.pair"', '"arc.pear"')), /no tensor arc\.pair/u],
    [
      'a size that does not fit',
      edited((header) => header.replace(/"arcDim":\d+/u, '"arcDim":8')),
      /tensor \S+ is \d+ by \d+/u,
    ],
    [
      'more words than there are',
      edited((header) => header.replace(/"words":\d+/u, '"words":99999')),
      /words is \d+ by|cut off/u,
    ],
    ['an absurd size', edited((header) => header.replace(/"hidden":\d+/u, '"hidden":12345678')), /hidden/u],
  ])('%s', (_, bytes, message) => {
    expect(load(bytes)).toThrow(message);
  });

  test('kernels that are none', () => {
    expect(() => loadNetwork({ kernels: new Uint8Array([0, 1, 2]), weights })).toThrow(/network kernels/u);
  });
});

function expectTree(parse: Parse, length: number): void {
  // One expectation for all words: a sentence may have many.
  const labelled = (head: number, word: number): boolean => (parse.labels[word] === 'root') === (head === -1);
  for (const layer of [parse.upos, parse.xpos, parse.heads, parse.labels]) expect(layer.length).toBe(length);
  expect(parse.heads.filter((head) => head === -1).length).toBe(length === 0 ? 0 : 1);
  expect(parse.heads.every(labelled)).toBe(true);
  expect(parse.heads.every((_, word) => reachesRoot(parse.heads, word))).toBe(true);
}

function reachesRoot(heads: readonly number[], word: number): boolean {
  let at = word;
  for (let steps = 0; steps <= heads.length; steps++) {
    if (at === -1) return true;
    at = heads[at] ?? -1;
  }
  return false;
}

/** One word a line: word, tags, label, head. */
function arcs(sentence: readonly string[], parse: Parse): string {
  return sentence
    .map(
      (word, at) =>
        `${word} ${parse.upos[at]} ${parse.xpos[at]} ${parse.labels[at]} ${sentence[parse.heads[at] ?? -1] ?? '-'}`,
    )
    .join('\n');
}

const GOLDEN = `The DET DT det president
president NOUN NN nsubj met
of ADP IN case Zubrowka
Zubrowka PROPN NNP nmod president
met VERB VBD root -
the DET DT det envoy
envoy NOUN NN obj met
of ADP IN case Freedonia
Freedonia PROPN NNP nmod envoy
in ADP IN case Geneva
Geneva PROPN NNP obl met
on ADP IN case Tuesday
Tuesday PROPN NNP obl met
. PUNCT . punct met

The DET DT det envoy
envoy NOUN NN nsubj said
said VERB VBD root -
that SCONJ IN mark cancelled
the DET DT det talks
talks NOUN NNS nsubj:pass cancelled
had AUX VBD aux cancelled
been AUX VBN aux:pass cancelled
cancelled VERB VBN ccomp said
by ADP IN case ministry
the DET DT det ministry
ministry NOUN NN obl:agent cancelled
. PUNCT . punct said

Ruritania PROPN NNP nsubj expelled
expelled VERB VBD root -
two NUM CD nummod diplomats
diplomats NOUN NNS obj expelled
, PUNCT , punct recalled
and CCONJ CC cc recalled
Freedonia PROPN NNP nsubj recalled
recalled VERB VBD conj expelled
its PRON PRP$ nmod:poss ambassador
ambassador NOUN NN obj recalled
. PUNCT . punct expelled

They PRON PRP nsubj want
do AUX VBP aux want
n’t PART RB advmod want
want VERB VB root -
to PART TO mark sign
sign VERB VB xcomp want
it PRON PRP obj sign
. PUNCT . punct want`;
