import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadKnowledge, type Knowledge } from './knowledge/knowledge.ts';
import { english } from './languages/en.ts';
import type { Language } from './languages/language.ts';
import { loadNetwork, type Network } from './network/network.ts';
import { reader } from './read.ts';

/** A reader with what it was made of. */
export interface Opened {
  readonly read: ReturnType<typeof reader>;
  readonly language: Language;
  readonly know: Knowledge;
  readonly network: Network;
}

/**
 * Loads the compiled knowledge, the network's kernels and its weights from the package, and makes the reader.
 * Throws where one of the files is missing or broken: build the package first.
 */
export function open(): Opened {
  const root = packageRoot();
  const know = loadKnowledge(readFileSync(join(root, 'dist/knowledge.json'), 'utf8'));
  const language = english(know);
  const network = loadNetwork({
    kernels: readFileSync(join(root, 'dist/kernels.wasm')),
    weights: readFileSync(join(root, 'model/network.bin')),
  });
  return { read: reader(language, know, network), language, know, network };
}

/** The folder of the package, whether this runs from `src/` or from `dist/src/`. */
export function packageRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  return here.endsWith(join('dist', 'src')) ? join(here, '../..') : join(here, '..');
}
