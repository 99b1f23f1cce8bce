import { readFileSync } from 'node:fs';
import type { Span } from '../../src/document/span.ts';

/** A TIMEX3 with words in the text; `creation` where it tells when the report was written. */
export interface Timex {
  readonly words: Span;
  readonly value: string;
  readonly creation: boolean;
}

export interface MeantimeFile {
  readonly text: string;
  readonly published: string | null;
  readonly timexes: readonly Timex[];
}

const TOKEN = /<token number="\d+" sentence="(?<sentence>\d+)" t_id="(?<id>\d+)">(?<form>[^<]*)<\/token>/g;
const TIMEX = /<TIMEX3 (?<attributes>[^>]*[^/])>(?<anchors>.*?)<\/TIMEX3>/gs;

/** Text, date and time expressions of a MEANTIME file (NAF-like XML). Annotators read the first sentences alone; the rest is cut off. */
export function readMeantime(path: string): MeantimeFile {
  const xml = readFileSync(path, 'utf8');
  const { text, spans } = textOf(xml);
  let published: string | null = null;
  const timexes: Timex[] = [];
  for (const { groups = {} } of xml.matchAll(TIMEX)) {
    const attribute = (name: string): string =>
      new RegExp(`${name}="(?<value>[^"]*)"`).exec(groups['attributes'] ?? '')?.groups?.['value'] ?? '';
    const value = attribute('value');
    const creation = attribute('functionInDocument') === 'CREATION_TIME';
    if (creation) published = value.slice(0, 10);
    const words = [...(groups['anchors'] ?? '').matchAll(/t_id="(?<id>\d+)"/g)].flatMap(
      (match) => spans.get(match.groups?.['id'] ?? '') ?? [],
    );
    if (words.length > 0) timexes.push({ words: [Math.min(...words), Math.max(...words)], value, creation });
  }
  return { text, published, timexes };
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
