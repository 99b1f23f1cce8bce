import type { Reading } from '../document/reading.ts';

/**
 * The layers beneath the claims, by spans alone: token numbers mean nothing outside the program, so a head is given as
 * the span of its word and a mention by its words. Tokens are left out; their words are those of the trees' nodes.
 */
export const layersOf = (reading: Reading) => ({
  furniture: reading.report.furniture,
  dateline: reading.report.dateline,
  language: reading.language,
  sentences: reading.sentences,
  words: reading.trees.map(({ nodes }) =>
    nodes.map((node) => ({
      words: node.words,
      form: node.form,
      lemma: node.lemma,
      upos: node.upos,
      xpos: node.xpos,
      label: node.label,
      head: nodes[node.head]?.words ?? null,
      name: node.name === 'O' ? null : node.name,
    })),
  ),
  times: reading.times.map(({ at: _, ...time }) => time),
  mentions: reading.mentions.map(({ at: _, ...mention }, index) => ({
    ...mention,
    actor: reading.actors[index] ?? null,
  })),
  places: reading.places.map(({ at: _, ...place }) => place),
  attributions: reading.attributions,
});
