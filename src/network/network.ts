import { BATCH, loadEncoder } from './encoder.ts';
import { loadNameHead, loadTagHead, loadTreeHead } from './heads.ts';
import { openMemory } from './memory.ts';
import { readWeights } from './weights.ts';
import { cutWindows, WINDOW } from './windows.ts';

export interface Network {
  /**
   * Parses tokenised sentences; tokens as in Universal Dependencies English (do|n't, John|'s). The result for a sentence is the same
   * bit for bit on every machine and whatever else is parsed before or beside it. Any strings will do; nothing throws. Of a sentence
   * longer than WINDOW words each stretch gets its own tree, and the later trees' roots hang on the first as `parataxis`.
   */
  readonly parse: (sentences: readonly (readonly string[])[]) => readonly Parse[];
}

/** One value a word. Labels carry subtypes (`nsubj:pass`); heads are token indices, -1 for the one root. */
export interface Parse {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: readonly number[];
  readonly labels: readonly string[];
  /** Classes of names as in IOB2: "O", "B-person", "I-person", and so with organisation, place, event and other. */
  readonly names: readonly string[];
}

/**
 * Makes the parsing network ready to run.
 * @param files kernels: dist/kernels.wasm; weights: model/network.bin
 * @throws Error saying what is wrong with either
 */
export function loadNetwork(files: { readonly kernels: Uint8Array; readonly weights: Uint8Array }): Network {
  const weights = readWeights(files.weights);
  const memory = openMemory(files.kernels);
  const encoder = loadEncoder(memory, weights);
  const tagHead = loadTagHead(memory, weights);
  const nameHead = loadNameHead(memory, weights);
  const treeHead = loadTreeHead(memory, weights, WINDOW);
  const tags = weights.tags.map((tag) => tag.split(' ') as [string, string]);

  const parseBatch = (sentences: readonly (readonly string[])[]): Parse[] => {
    const layout = encoder.encode(sentences);
    const bestTags = tagHead(layout, encoder.hidden);
    const names = nameHead(layout, encoder.hidden);
    const trees = treeHead(layout, encoder.hidden);
    return layout.lengths.map((length, sentence) => {
      const from = layout.offsets[sentence] ?? 0;
      const parse = {
        upos: new Array<string>(length),
        xpos: new Array<string>(length),
        heads: new Array<number>(length),
        labels: new Array<string>(length),
        names: new Array<string>(length),
      };
      for (let word = 0; word < length; word++) {
        const tag = tags[bestTags[from + word] ?? 0];
        parse.upos[word] = tag?.[0] ?? 'X';
        parse.xpos[word] = tag?.[1] ?? 'FW';
        parse.heads[word] = (trees.heads[from + word] ?? 0) - 1;
        parse.labels[word] = weights.labels[trees.labels[from + word] ?? 0] ?? 'dep';
        parse.names[word] = weights.names[names[from + word] ?? 0] ?? 'O';
      }
      return parse;
    });
  };

  return {
    parse: (sentences) => {
      const windows = sentences.map(cutWindows);
      const pieces = windows.flat();
      const parsed = new Array<Parse>(pieces.length).fill(EMPTY);
      for (const batch of batches(pieces))
        parseBatch(batch.map((at) => pieces[at] ?? [])).forEach((parse, k) => (parsed[batch[k] ?? 0] = parse));
      let next = 0;
      return windows.map((cut) => join(parsed.slice(next, (next += cut.length))));
    },
  };
}

const EMPTY: Parse = { upos: [], xpos: [], heads: [], labels: [], names: [] };

/** Places of the sentences that are not empty, longest first, in batches that the kernels' memory holds. */
function batches(sentences: readonly (readonly string[])[]): readonly (readonly number[])[] {
  const length = (at: number): number => sentences[at]?.length ?? 0;
  const order = sentences.map((_, at) => at).filter((at) => length(at) > 0);
  order.sort((a, b) => length(b) - length(a) || a - b);
  const out: number[][] = [];
  let words = Infinity;
  for (const at of order) {
    const last = out.at(-1);
    words += length(at);
    if (last === undefined || words > BATCH.words || last.length === BATCH.sentences) {
      out.push([at]);
      words = length(at);
    } else last.push(at);
  }
  return out;
}

/** The trees of a long sentence's stretches as one. */
function join(parses: readonly Parse[]): Parse {
  const [first] = parses;
  if (first === undefined || parses.length === 1) return first ?? EMPTY;
  const root = first.heads.indexOf(-1);
  const out = {
    upos: [...first.upos],
    xpos: [...first.xpos],
    heads: [...first.heads],
    labels: [...first.labels],
    names: [...first.names],
  };
  for (const parse of parses.slice(1)) {
    const from = out.heads.length;
    out.upos.push(...parse.upos);
    out.xpos.push(...parse.xpos);
    out.names.push(...parse.names);
    out.heads.push(...parse.heads.map((head) => (head === -1 ? root : head + from)));
    out.labels.push(...parse.labels.map((label) => (label === 'root' ? 'parataxis' : label)));
  }
  return out;
}
