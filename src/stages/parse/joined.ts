import type { Parse } from '../../network/network.ts';

/** Relations of which a word has one of a kind; a second one that begins with a conjunction is joined to the first. */
const SINGLE = new Set(['nsubj', 'nsubj:pass', 'obj', 'iobj']);

/**
 * "President X and leader Y met": where the parser hangs both on the verb, each as its subject, the second is joined to the first, as
 * the conjunction says at which it begins.
 */
export function joinSiblings(parse: Parse): Parse {
  if (!parse.labels.includes('cc')) return parse;
  const heads = [...parse.heads];
  const labels = [...parse.labels];
  const first = firstWords(heads);
  labels.forEach((label, conjunction) => {
    if (label !== 'cc') return;
    let phrase = heads[conjunction] ?? -1;
    // The largest phrase that begins with the conjunction.
    for (let above = heads[phrase] ?? -1; above >= 0 && first[above] === conjunction; above = heads[phrase] ?? -1)
      phrase = above;
    if (first[phrase] !== conjunction || !SINGLE.has(labels[phrase] ?? '')) return;
    const before = heads.findLastIndex(
      (head, at) => at < conjunction && head === heads[phrase] && labels[at] === labels[phrase],
    );
    if (before < 0) return;
    heads[conjunction] = phrase;
    heads[phrase] = before;
    labels[phrase] = 'conj';
  });
  return { ...parse, heads, labels };
}

/** For each word the first word of its phrase. */
function firstWords(heads: readonly number[]): readonly number[] {
  const first = heads.map((_, at) => at);
  heads.forEach((_, word) => {
    for (let at = word, steps = 0; at >= 0 && steps <= heads.length; at = heads[at] ?? -1, steps++)
      if (word < (first[at] ?? 0)) first[at] = word;
  });
  return first;
}
