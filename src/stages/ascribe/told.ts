import type { Speech } from '../../languages/speech.ts';
import { hash } from '../../tagger/hash.ts';
import type { Sight } from './sight.ts';

/**
 * A sentence as it would be seen if what somebody ascribes stood by itself: cut off from its cue, without marks of quotation,
 * its "I" and "we" as "they". `region` numbers the contents that words stand in, -1 for none.
 */
export function asTold(sight: Sight, region: readonly number[], { first, reported }: Speech): Sight {
  const told = hash(reported);
  const root = hash('root');
  const isCut = (at: number): boolean => (region[at] ?? -1) >= 0 && region[sight.nodes[at]?.head ?? -1] !== region[at];
  const tell = (words: readonly number[]): readonly number[] =>
    words.map((word, at) => (first.has(sight.nodes[at]?.form.toLowerCase() ?? '') ? told : word));
  return {
    ...sight,
    nodes: sight.nodes.map((node) => (isCut(node.index) ? { ...node, head: -1, label: 'root' } : node)),
    form: tell(sight.form),
    lemma: tell(sight.lemma),
    label: sight.label.map((label, at) => (isCut(at) ? root : label)),
    said: sight.nodes.map(() => 0),
    quoted: false,
    quotation: sight.nodes.map(() => -1),
  };
}
