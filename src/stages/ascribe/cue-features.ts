import type { Node } from '../../document/tree.ts';
import { hash, mix } from '../../tagger/hash.ts';
import type { Sight } from './sight.ts';

/** May a word be the head of a cue by its part of speech? */
export const mayBeCue = ({ upos, form }: Node): boolean => SORTS.has(upos) || form === ':';

const SORTS = new Set(['VERB', 'NOUN', 'ADJ', 'AUX', 'ADP']);

/** The first of a word's features, by which most words are told not to be cues: the word itself, its tags and its link. */
export function wordFeatures({ lemma, upos, xpos, label }: Sight, at: number): readonly number[] {
  const [own, sort, tag, link] = [lemma[at] ?? 0, upos[at] ?? 0, xpos[at] ?? 0, label[at] ?? 0];
  return [own, mix(own, sort), mix(own, link), mix(own, tag), mix(sort, link), tag].map((feature, id) =>
    mix(id, feature),
  );
}

/** What there is to tell whether a word is the head of a cue: the word, its neighbours, its place in the tree, what hangs on it. */
export function cueFeatures(sight: Sight, at: number): readonly number[] {
  const { nodes, form, lemma, upos, xpos, label, quotation } = sight;
  const node = nodes[at];
  if (node === undefined) return [];
  const [own, sort, tag, link] = [lemma[at] ?? 0, upos[at] ?? 0, xpos[at] ?? 0, label[at] ?? 0];
  const head = node.head;
  const [above, sortAbove] = [lemma[head] ?? 0, upos[head] ?? 0];
  const word = (offset: number): number => form[at + offset] ?? EDGE;
  const inside = (offset: number): boolean => (quotation[at + offset] ?? -1) >= 0;
  const within = inside(0) ? 1 : 0;
  const behind = within === 1 ? 0 : inside(1) ? 1 : inside(2) ? 2 : 0;
  const before = within === 1 ? 0 : inside(-1) ? 1 : inside(-2) ? 2 : 0;
  const rule = ruleAt(sight, at);
  const frame = frameOf(sight, at);
  const quoted = mix(sight.quoted ? 1 : 0, within);
  const subject = sight.subject[at] ?? 0;
  const first = wordFeatures(sight, at);
  const more = [
    mix(own, above),
    mix(link, above),
    mix(link, sortAbove),
    mix(own, word(-1)),
    mix(own, word(1)),
    mix(tag, word(-1)),
    mix(tag, word(1)),
    mix(sort, mix(word(1), word(2))),
    mix(own, mix(word(1), word(2))),
    mix(sort, mix(word(-2), word(-1))),
    mix(frame, sort),
    mix(frame, own),
    mix(within, own),
    mix(within, sort),
    mix(quoted, sort),
    mix(quoted, own),
    mix(behind, mix(before, sort)),
    mix(mix(behind, before), own),
    rule,
    mix(rule, sort),
    mix(rule, own),
    mix(sight.said[at] ?? 0, sort),
    mix(/^\p{Lu}/u.test(node.form) ? 1 : 0, at === 0 ? 1 : 0),
    mix(subject, sort),
    hash(node.lemma.slice(-3).toLowerCase()),
    mix(hash(node.lemma.slice(0, 4).toLowerCase()), sort),
    sort,
    mix(link, mix(own, sortAbove)),
    mix(link, mix(ruleAt(sight, head), sort)),
  ].map((feature, id) => mix(first.length + id, feature));
  const found = [...first, ...more];
  for (const child of node.children) addChild(sight, at, child, found);
  return found;
}

const EDGE = hash('');

const ruleAt = ({ statements }: Sight, at: number): number => {
  const rule = statements.get(at)?.because[0]?.rule;
  return rule === undefined ? 0 : hash(rule);
};

function addChild({ nodes, lemma, upos, label, name, form }: Sight, at: number, child: number, found: number[]): void {
  const node = nodes[child];
  if (node === undefined) return;
  const [own, sort, link] = [lemma[at] ?? 0, upos[at] ?? 0, label[child] ?? 0];
  const [word, wordSort] = [lemma[child] ?? 0, upos[child] ?? 0];
  const side = child < at ? 1 : 2;
  [
    mix(link, mix(side, sort)),
    mix(link, mix(own, side)),
    mix(link, mix(sort, word)),
    mix(link, mix(sort, mix(wordSort, name[child] ?? 0))),
    mix(mix(link, own), word),
  ].forEach((feature, id) => found.push(mix(OF_CHILD + id, feature)));
  if (PHRASES.has(node.label))
    for (const small of node.children) {
      if (!OPENERS.has(nodes[small]?.label ?? '')) continue;
      const opener = lemma[small] ?? 0;
      found.push(mix(OF_OPENER, mix(mix(link, sort), opener)), mix(OF_OPENER + 1, mix(mix(link, own), opener)));
    }
  if (node.label.startsWith('nsubj'))
    found.push(
      mix(OF_SUBJECT, mix(word, own)),
      mix(OF_SUBJECT + 1, mix(word, sort)),
      mix(OF_SUBJECT + 2, mix(word, form[at + 1] ?? EDGE)),
    );
}

const [OF_CHILD, OF_OPENER, OF_SUBJECT] = [100, 200, 300];
const PHRASES = new Set(['ccomp', 'xcomp', 'obl', 'nmod', 'advcl', 'acl', 'obj']);
const OPENERS = new Set(['mark', 'case', 'aux', 'det']);

/** The links of what hangs on a word, in their order and by their side. */
export function frameOf({ nodes, label }: Sight, at: number): number {
  let frame = 0;
  for (const child of nodes[at]?.children ?? [])
    if (OF_FRAME.has((nodes[child]?.label ?? '').replace('nsubj:pass', 'nsubj')))
      frame = mix(frame, mix(label[child] ?? 0, child < at ? 1 : 2));
  return frame;
}

const OF_FRAME = new Set([
  'nsubj',
  'csubj',
  'obj',
  'iobj',
  'obl',
  'ccomp',
  'xcomp',
  'advcl',
  'acl',
  'parataxis',
  'aux:pass',
  'nmod',
  'nmod:poss',
  'compound:prt',
]);
