import { join } from 'node:path';
import { readdirSync, readFileSync, statSync } from 'node:fs';

/** What annotators said of a word's act: it did not happen, nobody is sure, it is to come, it is plainly told as done. */
export type Sort = 'negated' | 'uncertain' | 'planned' | 'done';

export interface Target {
  /** Indices of its words in the sentence. */
  readonly nodes: readonly number[];
  /** From -3, certainly not, to 3, certainly; null where the set has no such scale. */
  readonly rating: number | null;
  /** Null where annotators are of two minds. */
  readonly sort: Sort | null;
}

export interface JudgedSentence {
  readonly forms: readonly string[];
  readonly targets: readonly Target[];
}

/** Sentences of UDS-IH2 (`.jsonl`) or of MEANTIME (`.xml`, and folders of them). Throws where a path is neither. */
export const readFactuality = (path: string): readonly JudgedSentence[] => {
  if (path.endsWith('.jsonl')) return readUds(path);
  if (path.endsWith('.xml')) return readMeantime(path);
  if (!statSync(path).isDirectory()) throw new Error(`${path}: neither .jsonl (UDS-IH2) nor .xml (MEANTIME)`);
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml'))
    .sort()
    .flatMap((name) => readMeantime(join(path, name)));
};

interface UdsLine {
  readonly text: string;
  readonly targets: readonly { readonly span1: readonly [number, number]; readonly label: number }[];
}

const readUds = (path: string): readonly JudgedSentence[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const { text, targets } = JSON.parse(line) as UdsLine;
      const forms = text.split(' ');
      return {
        forms,
        targets: targets.map(({ span1: [node], label }) => ({
          nodes: [node],
          rating: label,
          sort: udsSort(forms, node, label),
        })),
      };
    });

/**
 * Ratings come as means, and rate commands, questions and conditions as low as what did not happen. From 1.5 up it did; below,
 * the words right before it tell apart what is denied (from -1 down), what is to come, and the rest, of which nothing is sure.
 */
function udsSort(forms: readonly string[], node: number, rating: number): Sort {
  if (rating >= 1.5) return 'done';
  const before = forms.slice(Math.max(0, node - NEAR), node).map((form) => form.toLowerCase());
  if (before.some((form) => DENYING.includes(form))) return rating <= -1 ? 'negated' : 'uncertain';
  return before.some((form) => COMING.includes(form)) ? 'planned' : 'uncertain';
}

const NEAR = 3;
const COMING = ['will', "'ll", 'shall', 'to', 'wo'];
const DENYING = ['not', "n't", 'nt', 'never', 'no', 'nobody', 'nothing', 'none', 'without', 'neither', 'nor', 'cannot'];

const TOKEN = /<token number="\d+" sentence="(?<sentence>\d+)" t_id="(?<id>\d+)">(?<form>[^<]*)<\/token>/g;
const EVENT = /<EVENT_MENTION (?<attributes>[^>]*)>(?<anchors>.*?)<\/EVENT_MENTION>/gs;

function readMeantime(path: string): readonly JudgedSentence[] {
  const xml = readFileSync(path, 'utf8');
  const sentences = new Map<string, { ids: string[]; forms: string[] }>();
  for (const { groups = {} } of xml.matchAll(TOKEN)) {
    const { sentence = '', id = '', form = '' } = groups;
    const home = sentences.get(sentence) ?? { ids: [], forms: [] };
    home.ids.push(id);
    home.forms.push(form.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&apos;', "'"));
    sentences.set(sentence, home);
  }
  const events = [...xml.matchAll(EVENT)].map(({ groups = {} }) => {
    const at = (name: string): string =>
      new RegExp(`\\b${name}="(?<value>[^"]*)"`).exec(groups['attributes'] ?? '')?.groups?.['value'] ?? '';
    const anchors = [...(groups['anchors'] ?? '').matchAll(/t_id="(?<id>\d+)"/g)];
    return { anchors: anchors.map((anchor) => anchor.groups?.['id'] ?? ''), sort: meantimeSort(at) };
  });
  return [...sentences.values()].map(({ ids, forms }) => ({
    forms,
    targets: events
      .filter(({ anchors }) => anchors.some((id) => ids.includes(id)))
      .map(({ anchors, sort }) => ({
        nodes: anchors.map((id) => ids.indexOf(id)).filter((node) => node >= 0),
        rating: null,
        sort,
      })),
  }));
}

function meantimeSort(at: (name: string) => string): Sort | null {
  if (at('polarity') === 'NEG') return 'negated';
  if (['POSSIBLE', 'PROBABLE'].includes(at('certainty'))) return 'uncertain';
  if (at('time') === 'FUTURE') return 'planned';
  return at('time') === 'NON_FUTURE' && at('certainty') === 'CERTAIN' ? 'done' : null;
}
