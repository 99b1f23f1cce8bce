import { createHash } from 'node:crypto';
import type { Delivery } from '../document/delivery.ts';
import { decodeText, encodings, loneSurrogate, wideEncoding } from './encoding.ts';
import {
  mebibytes,
  type Fault,
  type Format,
  type InputSettings,
  type Refusal,
  type Source,
  type Taken,
  type Warning,
} from './input.ts';
import { parseJson, type Json, type JsonObject } from './json.ts';
import { deliveryOf } from './delivery.ts';
import { byteLines, type ByteLine } from './lines.ts';
import { makeReport, type Given } from './report.ts';

/** JSON lines: one record a line, each an object with at least its text. Read as a stream; a bad line leaves its neighbours be. */
export const jsonl: Format = {
  endings: ['.jsonl', '.ndjson', '.jsonlines'],
  read: async function* (chunks, source, settings): AsyncGenerator<Taken> {
    const { stream, recoded, base } = await asBytesOfText(chunks, settings.encoding);
    let blank = true;
    for await (const line of byteLines(stream, settings.limits.line, base)) {
      const taken = await takeLine(line, source, settings);
      if (taken === null) continue;
      blank = false;
      yield recoded && taken.kind === 'refused' ? { ...taken, refused: { ...taken.refused, byte: null } } : taken;
    }
    if (blank) yield { kind: 'empty', source: source.file, line: null };
  },
};

async function takeLine(line: ByteLine, source: Source, settings: InputSettings): Promise<Taken | null> {
  const refuse = (fault: Fault, byte: number | null, column: number | null): Taken => {
    const { code, reason, next } = fault;
    const refused: Refusal = { code, source: source.file, line: line.number, column, byte, reason, next };
    return { kind: 'refused', source: source.file, refused };
  };
  if (line.kind === 'long') {
    const reason = `a line of ${mebibytes(line.length)}; at most ${mebibytes(settings.limits.line)} are read`;
    return refuse(
      { code: 'E_LINE_TOO_LONG', at: null, reason, next: 'Put each report on a line of its own' },
      line.byte,
      null,
    );
  }
  const label = settings.encoding !== null && isByteEncoding(settings.encoding) ? settings.encoding : null;
  const decoded = await decodeText(line.bytes, label);
  if ('fault' in decoded) return refuse(decoded.fault, line.byte + (decoded.fault.at ?? 0), null);
  const text = decoded.text.endsWith('\r') ? decoded.text.slice(0, -1) : decoded.text;
  if (text.trim() === '') return null;
  const parsed = parseJson(text, settings.limits.depth);
  if ('fault' in parsed) {
    const { fault } = parsed;
    // Only a last line without its line end can still grow.
    const torn = fault.code === 'E_TRUNCATED' && !line.ended;
    const told: Fault = torn
      ? { ...fault, reason: 'the last line breaks off', next: 'Read the file again when it is complete' }
      : { ...fault, code: fault.code === 'E_TRUNCATED' ? 'E_JSON' : fault.code };
    return refuse(told, line.byte + byteLength(text.slice(0, fault.at)), fault.at + 1);
  }
  const record = recordOf(parsed.value, `${source.name}-${line.number}`);
  if ('fault' in record) return refuse(record.fault, line.byte, 1);
  if (record.text.trim() === '') return { kind: 'empty', source: source.file, line: line.number };
  const { report, warnings } = makeReport(record.text, record.given, settings.language);
  const duplicates = parsed.duplicates.map((key): Warning => ({
    code: 'W_DUPLICATE_KEY',
    line: line.number,
    reason: `the key "${key}" comes twice; the last one counts`,
  }));
  const placed = [...decoded.warnings, ...record.warnings, ...warnings].map((warning) => ({
    ...warning,
    line: line.number,
  }));
  const delivery: Delivery = { ...record.delivery, raw: createHash('sha256').update(line.bytes).digest('hex') };
  return { kind: 'report', source: source.file, report, delivery, warnings: [...duplicates, ...placed] };
}

/** Names under which sources give a field, the plainest first. */
const KEYS = {
  text: ['text', 'body', 'content', 'article'],
  id: ['id', 'doc', 'guid', '_id'],
  title: ['title', 'headline'],
  published: [
    'published',
    'date',
    'published_at',
    'publishedAt',
    'datePublished',
    'pubDate',
    'publication_date',
    'timestamp',
  ],
  publisher: ['publisher', 'source', 'outlet', 'agency', 'site'],
  url: ['url', 'link', 'uri'],
  language: ['language', 'lang'],
  status: ['status', 'pubstatus'],
  replaces: ['replaces', 'corrects'],
  until: ['embargo', 'embargoed'],
} as const;

type Field = keyof typeof KEYS;

type Recorded =
  | { readonly text: string; readonly given: Given; readonly delivery: Delivery; readonly warnings: readonly Warning[] }
  | { readonly fault: Fault };

function recordOf(value: Json, fallbackId: string): Recorded {
  if (!(value instanceof Map))
    return fieldFault('the line is no object', 'Give each line an object such as {"id": "1", "text": "…"}');
  const record: JsonObject = value;
  const warnings: Warning[] = [];
  const of = (field: Field): string | null => {
    for (const key of KEYS[field]) {
      const found = record.get(key);
      if (found === undefined || found === null || found === '') continue;
      const plain = plainValue(found);
      if (plain !== null) return plain;
      warnings.push({ code: 'W_FIELD', line: null, reason: `"${key}" is neither text nor number and was passed over` });
    }
    return null;
  };
  const key = KEYS.text.find((name) => record.has(name));
  const text = key === undefined ? undefined : record.get(key);
  if (key === undefined)
    return fieldFault(`no text: none of ${KEYS.text.join(', ')}`, 'Give the report\'s text as "text"');
  if (typeof text !== 'string' && text !== null)
    return fieldFault(`"${key}" is not text`, "Give the report's text as a string");
  const given: Given = {
    id: of('id') ?? fallbackId,
    title: of('title'),
    published: of('published'),
    publisher: of('publisher'),
    url: of('url'),
    language: of('language'),
  };
  const lone = [text ?? '', ...Object.values(given)].find((words) => words !== null && loneSurrogate(words) !== null);
  if (lone !== undefined)
    return {
      fault: {
        code: 'E_SURROGATE',
        at: null,
        reason: 'half a surrogate pair (such as \\ud800)',
        next: 'Write the record again from its source',
      },
    };
  const { delivery, warning } = deliveryOf({ status: of('status'), replaces: of('replaces'), until: of('until') });
  const all = warning === null ? warnings : [...warnings, warning];
  return { text: (text ?? '').replaceAll('\0', '\ufffd'), given, delivery, warnings: all };
}

const fieldFault = (reason: string, next: string): { readonly fault: Fault } => ({
  fault: { code: 'E_FIELD', at: null, reason, next },
});

/** A text or a number's own digits; of an object its name, of a list its first. */
function plainValue(value: Json): string | null {
  if (typeof value === 'string') return value;
  if (value === null || typeof value === 'boolean') return null;
  if (value instanceof Map) return typeof value.get('name') === 'string' ? (value.get('name') as string) : null;
  if (Array.isArray(value)) return typeof value[0] === 'string' ? value[0] : null;
  return 'digits' in value ? value.digits : null;
}

const byteLength = (text: string): number => new TextEncoder().encode(text).length;

/** Encodings whose line feed is the byte 0x0A and nothing else. */
const isByteEncoding = (label: string): boolean => !/^(?:utf|ucs)-?_?(?:16|32|2|4)/i.test(label);

/** The stream itself, or recoded to UTF-8 where its line feeds take more than a byte. */
async function asBytesOfText(
  chunks: AsyncIterable<Uint8Array>,
  label: string | null,
): Promise<{ readonly stream: AsyncIterable<Uint8Array>; readonly recoded: boolean; readonly base: number }> {
  const all = chunks[Symbol.asyncIterator]();
  const first = await all.next();
  const head = first.done === true ? new Uint8Array() : first.value;
  async function* whole(): AsyncGenerator<Uint8Array> {
    yield withoutMark(head);
    for (let next = await all.next(); next.done !== true; next = await all.next()) yield next.value;
  }
  const wide =
    label !== null && !isByteEncoding(label) && (await encodings()).encodingExists(label)
      ? label
      : label === null
        ? (wideEncoding(head)?.encoding ?? null)
        : null;
  if (wide === null) return { stream: whole(), recoded: false, base: head.length - withoutMark(head).length };
  async function* recoded(): AsyncGenerator<Uint8Array> {
    const decoder = (await encodings()).getDecoder(wide ?? 'utf-8', { stripBOM: true });
    const encoder = new TextEncoder();
    yield encoder.encode(decoder.write(head as Buffer));
    for (let next = await all.next(); next.done !== true; next = await all.next())
      yield encoder.encode(decoder.write(next.value as Buffer));
    yield encoder.encode(decoder.end() ?? '');
  }
  return { stream: recoded(), recoded: true, base: 0 };
}

const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
