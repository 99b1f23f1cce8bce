import { openSync, readFileSync, readSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { loadKnowledge, type Knowledge } from './knowledge/knowledge.ts';
import type { ReadAt } from './knowledge/tables/tables.ts';
import { english } from './languages/en.ts';
import type { Language } from './languages/language.ts';
import { loadNetwork, type Network } from './network/network.ts';
import { packageRoot } from './package.ts';
import { reader, type Taggers } from './read.ts';
import { readTagger, type Tagger } from './tagger/tagger.ts';
import type { Letters } from './stages/language/language.ts';

/** A reader with what it was made of. */
export interface Opened {
  readonly read: ReturnType<typeof reader>;
  readonly language: Language;
  readonly know: Knowledge;
  readonly network: Network;
  readonly taggers: Taggers;
}

/**
 * Loads the compiled knowledge, the network's kernels and the weights of network and taggers from the package, and makes the reader.
 * Throws where one of the files is missing or broken: build the package first.
 * @param compiled folder of compiled knowledge; null for that of the package
 */
export function open(compiled: string | null = null): Opened {
  const root = packageRoot();
  const know = openKnowledge(compiled ?? join(root, 'dist'));
  const language = english(know);
  const network = loadNetwork({
    kernels: readFileSync(join(root, 'dist/kernels.wasm')),
    weights: readFileSync(join(root, 'model/network.bin')),
  });
  const tagger = (name: string): Tagger => readTagger(readFileSync(join(root, 'model', `${name}.bin`)));
  const taggers = { attributions: tagger('attributions'), factuality: tagger('factuality') };
  const read = reader({ language, know, network, taggers, letters: detectLetters });
  return { read, language, know, network, taggers };
}

const load = createRequire(import.meta.url);

/** tinyld's tables take longer to load than all the rest of the program, and few reports need them. */
const detectLetters: Letters = (text) => (load('tinyld/light') as { readonly detectAll: Letters }).detectAll(text);

/** The compiled knowledge of a folder, the package's where none is given. Throws where one of its files is missing. */
export const openKnowledge = (compiled: string = join(packageRoot(), 'dist')): Knowledge =>
  loadKnowledge(
    // It is ASCII, and so read without decoding.
    readFileSync(join(compiled, 'knowledge.json'), 'latin1'),
    readerAt(openSync(join(compiled, 'tables.bin'), 'r')),
  );

/** The file stays open as long as the program runs. */
const readerAt =
  (file: number): ReadAt =>
  (from, length) => {
    const room = Buffer.allocUnsafe(length);
    return room.subarray(0, readSync(file, room, 0, length, from));
  };
