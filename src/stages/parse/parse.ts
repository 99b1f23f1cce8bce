import type { Layers } from '../../document/reading.ts';
import type { Node, Token, Tree } from '../../document/tree.ts';
import type { Language } from '../../languages/language.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Network, Parse } from '../../network/network.ts';
import { joinSiblings } from './joined.ts';
import { settleNames } from './known-names.ts';

/** Makes a tree of every sentence: tags, governors, labels and names from the network, the kinds of known names from the knowledge, lemmas from the language. */
export function parse(
  network: Pick<Network, 'parse'>,
  language: Language,
  know: Knowledge,
): (layers: Pick<Layers, 'tokens'>) => readonly Tree[] {
  const settle = settleNames(know);
  return ({ tokens }) => {
    const forms = tokens.map((sentence) => sentence.map(({ form }) => form));
    const parses = network.parse(forms);
    return tokens.map((sentence, at) => {
      const read = joinSiblings(parses[at] ?? NO_PARSE);
      return treeOf(sentence, { ...read, names: settle(forms[at] ?? [], read.names) }, language);
    });
  };
}

const NO_PARSE: Parse = { upos: [], xpos: [], heads: [], labels: [], names: [] };

/** The tree of one sentence from what the network says of each word. */
function treeOf(tokens: readonly Token[], { upos, xpos, heads, labels, names }: Parse, language: Language): Tree {
  const children: number[][] = tokens.map(() => []);
  heads.forEach((head, index) => children[head]?.push(index));
  const nodes = tokens.map(({ words, form }, index): Node => {
    const head = heads[index] ?? -1;
    const label = labels[index] ?? 'dep';
    const tag = xpos[index] ?? 'FW';
    const helped = label === 'aux' ? (xpos[head] ?? null) : null;
    return {
      words,
      form,
      index,
      lemma: language.lemma(form, tag, helped),
      upos: upos[index] ?? 'X',
      xpos: tag,
      head,
      label,
      name: names[index] ?? 'O',
      children: children[index] ?? [],
    };
  });
  return { nodes, root: Math.max(0, heads.indexOf(-1)) };
}
