import type { Channel, Stance } from '../document/claim.ts';
import type { Node } from '../document/tree.ts';
import type { CueClass, SpeechData } from '../knowledge/speech.ts';

type Deep<T> = T extends readonly (infer E)[]
  ? readonly Deep<E>[]
  : T extends object
    ? { readonly [K in keyof T]: Deep<T[K]> }
    : T;
export type CueWord = Deep<CueClass>;

/** How a language says that somebody said something. */
export interface Speech {
  readonly verbs: ReadonlyMap<string, CueWord>;
  readonly nouns: ReadonlyMap<string, CueWord>;
  readonly adjectives: ReadonlyMap<string, CueWord>;
  /** How a speaker stands to what a class of cues brings; the rest assert. */
  readonly stances: ReadonlyMap<string, Stance>;
  /** The same by the verb or adjective that heads what is said: "said it hoped that". */
  readonly attitudes: ReadonlyMap<string, Stance>;
  /** Prepositions of several words that name a source, each as its words. */
  readonly according: readonly (readonly string[])[];
  readonly relaying: ReadonlySet<string>;
  readonly implicative: ReadonlySet<string>;
  readonly silent: ReadonlySet<string>;
  readonly spoken: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  readonly meanwhile: ReadonlySet<string>;
  readonly asides: ReadonlySet<string>;
  readonly expletive: ReadonlySet<string>;
  readonly first: ReadonlySet<string>;
  readonly second: ReadonlySet<string>;
  /** What the first persons become in reported speech. */
  readonly reported: string;
  readonly anaphors: ReadonlySet<string>;
  readonly complementisers: ReadonlySet<string>;
  readonly kept: ReadonlySet<string>;
  readonly speaking: ReadonlySet<string>;
  readonly addressees: ReadonlySet<string>;
  readonly prepositions: ReadonlySet<string>;
  readonly authors: ReadonlySet<string>;
  readonly holders: ReadonlySet<string>;
  readonly recipients: ReadonlySet<string>;
  readonly agents: ReadonlySet<string>;
  readonly printing: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
  readonly articles: ReadonlySet<string>;
  readonly outlets: ReadonlySet<string>;
  readonly nameless: ReadonlySet<string>;
  readonly spokespeople: ReadonlySet<string>;
  /** The channel that a noun names, together with the words right before it; the longest name wins. Null where none. */
  readonly channelOf: (nodes: readonly Node[], at: number) => Channel | null;
}

/** Indexes the words of speech; of two entries with the same word the first counts. */
export function indexSpeech(data: Deep<SpeechData>): Speech {
  return {
    verbs: byWord(data.cues, (cue) => cue.verb),
    nouns: byWord(data.cues, (cue) => cue['noun cue']),
    adjectives: byWord(data.cues, (cue) => cue.adjective),
    stances: new Map(Object.entries(data.stances)),
    attitudes: new Map(
      Object.entries(data.attitudes).flatMap(([stance, words]) => words.map((word) => [word, stance as Stance])),
    ),
    according: data.according.map((words) => words.split(' ')),
    relaying: new Set(data.relaying),
    implicative: new Set(data.implicative),
    silent: new Set(data.silent),
    spoken: new Set(data.spoken),
    conditions: new Set(data.conditions),
    meanwhile: new Set(data.meanwhile),
    asides: new Set(data.asides),
    expletive: new Set(data.expletive),
    first: new Set(data.first),
    second: new Set(data.second),
    reported: data.reported,
    anaphors: new Set(data.anaphors),
    complementisers: new Set(data.complementisers),
    kept: new Set(data.kept),
    speaking: new Set(data.speaking),
    addressees: new Set(data.addressees),
    prepositions: new Set(data.prepositions),
    authors: new Set(data.authors),
    holders: new Set(data.holders),
    recipients: new Set(data.recipients),
    agents: new Set(data.agents),
    printing: new Set(data.printing),
    places: new Set(data.places),
    articles: new Set(data.articles),
    outlets: new Set(data.outlets),
    nameless: new Set(data.nameless),
    spokespeople: new Set(data.channels.spokesperson),
    channelOf: indexChannels(data.channels),
  };
}

function byWord(cues: readonly CueWord[], words: (cue: CueWord) => readonly string[]): ReadonlyMap<string, CueWord> {
  const index = new Map<string, CueWord>();
  for (const cue of cues) for (const word of words(cue)) if (!index.has(word)) index.set(word, cue);
  return index;
}

const isWithinName = (nodes: readonly Node[], at: number): boolean =>
  nodes[at]?.upos === 'PROPN' && nodes[at - 1]?.upos === 'PROPN' && nodes[at - 1]?.head === at;

/** The longest channel name has four tokens: "state - run media". */
const LONGEST = 4;

function indexChannels(channels: Deep<SpeechData>['channels']): Speech['channelOf'] {
  const names = new Map(
    Object.entries(channels).flatMap(([channel, words]) => words.map((word) => [word, channel as Channel])),
  );
  const last = new Set([...names.keys()].map((name) => name.slice(name.lastIndexOf(' ') + 1)));
  return (nodes, at) => {
    const node = nodes[at];
    if (node === undefined || !(last.has(node.form.toLowerCase()) || last.has(node.lemma.toLowerCase()))) return null;
    for (let length = LONGEST; length > 0; length--) {
      // "the Morning Post" is the name of a paper, and none of its words a channel.
      if (length === 1 && isWithinName(nodes, at)) return null;
      const slice = nodes.slice(Math.max(0, at - length + 1), at + 1);
      if (slice.length < length) continue;
      const before = slice.slice(0, -1).map((node) => node.form.toLowerCase());
      const head = slice.at(-1);
      if (head === undefined) continue;
      for (const last of [head.form.toLowerCase(), head.lemma.toLowerCase()]) {
        const found = names.get([...before, last].join(' '));
        if (found !== undefined) return found;
      }
    }
    return null;
  };
}
