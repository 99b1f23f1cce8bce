import { readFileSync } from 'node:fs';
import type { Span } from '../../src/document/span.ts';

/** A TIMEX3 with words in the text; `creation` where it tells when the report was written. */
export interface Timex {
  readonly words: Span;
  readonly value: string;
  readonly creation: boolean;
}

/** Words that tell an event, and what the annotators call it: mentions of one event, in whatever file, share that. */
export interface Mentioned {
  readonly words: Span;
  readonly event: string;
}

export interface MeantimeFile {
  readonly text: string;
  readonly published: string | null;
  readonly timexes: readonly Timex[];
  readonly events: readonly Mentioned[];
}

const TOKEN = /<token number="\d+" sentence="(?<sentence>\d+)" t_id="(?<id>\d+)">(?<form>[^<]*)<\/token>/g;
const TIMEX = /<TIMEX3 (?<attributes>[^>]*[^/])>(?<anchors>.*?)<\/TIMEX3>/gs;
const MENTION = /<EVENT_MENTION (?<attributes>[^>]*[^/])>(?<anchors>.*?)<\/EVENT_MENTION>/gs;
const EVENT = /<EVENT (?<attributes>[^>]*)\/>/g;
const REFERS = /<REFERS_TO [^>]*>(?<ends>.*?)<\/REFERS_TO>/gs;

/** Text, date, time expressions and events of a MEANTIME file (NAF-like XML). Annotators read the first sentences alone; the rest is cut off. */
export function readMeantime(path: string): MeantimeFile {
  const xml = readFileSync(path, 'utf8');
  const { text, spans } = textOf(xml);
  let published: string | null = null;
  const timexes: Timex[] = [];
  for (const { groups = {} } of xml.matchAll(TIMEX)) {
    const value = attribute(groups['attributes'], 'value');
    const creation = attribute(groups['attributes'], 'functionInDocument') === 'CREATION_TIME';
    if (creation) published = value.slice(0, 10);
    const words = spanOf(groups['anchors'], spans);
    if (words !== null) timexes.push({ words, value, creation });
  }
  return { text, published, timexes, events: eventsOf(xml, spans, path) };
}

/** Mentions by the event that they refer to: by its number in all files where it has one, else by its place in this one. */
function eventsOf(xml: string, spans: ReadonlyMap<string, Span>, path: string): readonly Mentioned[] {
  const instances = new Map(
    [...xml.matchAll(EVENT)].map(({ groups = {} }) => {
      const id = attribute(groups['attributes'], 'm_id');
      return [id, attribute(groups['attributes'], 'instance_id') || `${id} of ${path}`] as const;
    }),
  );
  const refers = new Map(
    [...xml.matchAll(REFERS)].flatMap(({ groups = {} }) => {
      const [target = ''] = ends(groups['ends'], 'target');
      return ends(groups['ends'], 'source').map((source) => [source, target] as const);
    }),
  );
  return [...xml.matchAll(MENTION)].flatMap(({ groups = {} }): Mentioned[] => {
    const id = attribute(groups['attributes'], 'm_id');
    const words = spanOf(groups['anchors'], spans);
    return words === null ? [] : [{ words, event: instances.get(refers.get(id) ?? '') ?? `mention ${id} of ${path}` }];
  });
}

const attribute = (attributes: string | undefined, name: string): string =>
  new RegExp(`${name}="(?<value>[^"]*)"`).exec(attributes ?? '')?.groups?.['value'] ?? '';

const ends = (all: string | undefined, end: 'source' | 'target'): readonly string[] =>
  [...(all ?? '').matchAll(new RegExp(`<${end} m_id="(?<id>[^"]*)"`, 'g'))].map(({ groups }) => groups?.['id'] ?? '');

/** From the first to the last of some tokens; null where none of them is in the part that annotators read. */
function spanOf(anchors: string | undefined, spans: ReadonlyMap<string, Span>): Span | null {
  const words = [...(anchors ?? '').matchAll(/t_id="(?<id>\d+)"/g)].flatMap(
    ({ groups }) => spans.get(groups?.['id'] ?? '') ?? [],
  );
  return words.length === 0 ? null : [Math.min(...words), Math.max(...words)];
}

function textOf(xml: string): { readonly text: string; readonly spans: ReadonlyMap<string, Span> } {
  const tokens = [...xml.matchAll(TOKEN)].map(({ groups = {} }) => groups);
  const sentences = new Map(tokens.map((token) => [token['id'] ?? '', Number(token['sentence'])]));
  const marked = [...xml.matchAll(/<token_anchor t_id="(?<id>\d+)"/g)];
  const last = Math.max(0, ...marked.map((match) => sentences.get(match.groups?.['id'] ?? '') ?? 0));
  const spans = new Map<string, Span>();
  let text = '';
  let sentence = '0';
  for (const token of tokens) {
    if (Number(token['sentence']) > last) break;
    const form = unescaped(token['form'] ?? '');
    if (text !== '') text += token['sentence'] === sentence ? ' ' : '\n';
    sentence = token['sentence'] ?? '';
    spans.set(token['id'] ?? '', [text.length, text.length + form.length]);
    text += form;
  }
  return { text, spans };
}

const unescaped = (form: string): string =>
  form
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
