import { mix } from '../../tagger/hash.ts';
import type { Sight } from './sight.ts';
import type { Tie } from './tie.ts';

/** So many features tell of a word to which part of an attribution it belongs. */
export const WIDTH = 45;

/** What there is to tell of each word of a sentence whether it is of a cue's source, of its own words, or of its content. */
export function partFeatures(sight: Sight, tie: Tie): Int32Array {
  const rows = new Int32Array(sight.nodes.length * WIDTH);
  let next = 0;
  for (let at = 0; at < sight.nodes.length; at++) {
    const row = featuresOf(sight, tie, at);
    for (let id = 0; id < WIDTH; id++) rows[next++] = mix(id, row[id] ?? 0);
  }
  return rows;
}

function featuresOf(sight: Sight, tie: Tie, at: number): readonly number[] {
  const { nodes, form, lemma, upos, xpos, label, name, quotation, first, last } = sight;
  const { cue } = tie;
  const own = lemma[cue] ?? 0;
  const side = at < cue ? 1 : at > cue ? 2 : 3;
  const far = distance(at - cue);
  const way = mix(tie.way[at] ?? 0, side);
  const [word, before, behind] = [form[at] ?? 0, form[at - 1] ?? 1, form[at + 1] ?? 2];
  const [sort, tag, tagBefore, tagBehind] = [upos[at] ?? 0, xpos[at] ?? 0, xpos[at - 1] ?? 0, xpos[at + 1] ?? 0];
  const top = tie.top[at] ?? -1;
  const opener = tie.opener[at] ?? 0;
  const depth = tie.depth[at] ?? 0;
  const [here, there] = [quotation[at] ?? -1, quotation[cue] ?? -1];
  const quoted = (here >= 0 ? 1 : 0) + (there >= 0 ? 2 : 0) + (here >= 0 && here === there ? 4 : 0);
  const [commas, that, rule] = [tie.commas[at] ?? 0, tie.that[at] ?? 0, tie.rule[at] ?? 0];
  const cueSort = upos[cue] ?? 0;
  const further = tie.further[at] ?? 0;
  const phrase = top < 0 ? at : top;
  return [
    way,
    mix(way, own),
    mix(way, mix(xpos[cue] ?? 0, tie.voice)),
    mix(way, word),
    mix(way, mix(sort, depth)),
    mix(way, opener),
    mix(mix(way, opener), own),
    mix(far, sort),
    mix(side, word),
    mix(side, before),
    mix(side, behind),
    mix(quoted, way),
    mix(quoted, mix(side, far)),
    mix(own, far),
    mix(mix(own, word), side),
    mix(commas, mix(quoted, side)),
    mix(mix(commas, way), quoted),
    mix(that, mix(side, top >= 0 ? 1 : 0)),
    mix(that, way),
    rule,
    mix(rule, tie.way[at] ?? 0),
    mix(rule, own),
    mix(rule, mix(tie.rule[at - 1] ?? 9, tie.rule[at + 1] ?? 9)),
    mix(way, name[at] ?? 0),
    mix(mix(label[at] ?? 0, sort), side),
    mix(tie.frame, way),
    mix(mix(tie.frame, cueSort), mix(way, depth > 1 ? 1 : 0)),
    mix(far, mix(word, cueSort)),
    mix(way, lemma[nodes[at]?.head ?? -1] ?? 0),
    mix(mix(before, word), side),
    mix(mix(word, behind), side),
    mix(way, lemma[top] ?? 0),
    mix(way, mix(upos[top] ?? 0, at === top ? 1 : at < top ? 2 : 3)),
    mix(tie.cues[at] ?? 0, way),
    mix(tie.other[at] ?? 0, way),
    mix(way, before),
    mix(way, behind),
    mix(tag, mix(far, tagBehind)),
    mix(own, mix(opener, mix(side, nodes[at]?.upos === 'PUNCT' ? 1 : 0))),
    mix(mix(tag, tagBefore), mix(side, tagBehind)),
    mix(way, mix(at === first[phrase] ? 1 : 0, at === last[phrase] ? 2 : 0)),
    mix(sort, mix(tie.marks[at] ?? 0, side)),
    mix(tie.stop[at] ?? 0, mix(side, cueSort)),
    mix(further, side),
    mix(further, own),
  ];
}

/** How many words away, the further the coarser; to the left below zero. */
function distance(words: number): number {
  const far = Math.abs(words);
  const step = far <= 4 ? far : 5 + STEPS.findIndex((most) => far <= most);
  return words < 0 ? -step : step;
}

const STEPS = [6, 10, 16, 28, Number.POSITIVE_INFINITY];
