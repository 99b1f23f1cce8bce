import { join } from 'node:path';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import type { Span } from '../../src/document/span.ts';

/** A participant as the annotators wrote it: a name and the country it stands for. */
const actor = z.looseObject({ name: z.string(), country: z.string().nullish() });
const end = z.union([z.string(), actor]);
const day = z.string().nullish();
const when = z.looseObject({ earliest: day, latest: day }).nullish();
const span = z.tuple([z.number(), z.number()]);
const words = { evidence: z.string().nullish(), also: z.array(z.string()).nullish(), span: span.nullish() };
const marks = { optional: z.boolean().default(false), alt: z.unknown().optional().transform(asList) };

const event = z.looseObject({
  ...words,
  ...marks,
  kind: z.literal('event'),
  type: z.string(),
  mode: z.string().nullish(),
  actors: z.array(actor).default([]),
  recipients: z.array(actor).nullish(),
  status: z.string(),
  when,
  speaker: actor.nullish(),
});
const statement = z.looseObject({
  ...words,
  ...marks,
  kind: z.literal('statement'),
  speaker: actor.nullish(),
  content: z.string().nullish(),
  contentSpan: span.nullish(),
  cue: z.string().nullish(),
});
const relation = z.looseObject({
  ...words,
  ...marks,
  kind: z.literal('relation'),
  subject: end,
  predicate: z.string(),
  object: end,
});
const goldReport = z.looseObject({
  doc: z.string(),
  text: z.string(),
  published: z.string().nullish(),
  publisher: z.string().nullish(),
  title: z.string().nullish(),
  records: z.array(z.discriminatedUnion('kind', [event, statement, relation])),
});

export type GoldActor = z.infer<typeof actor>;
export type GoldEvent = z.infer<typeof event>;
export type GoldStatement = z.infer<typeof statement>;
export type GoldRelation = z.infer<typeof relation>;
export type GoldRecord = GoldEvent | GoldStatement | GoldRelation;
export type GoldReport = z.infer<typeof goldReport>;

/** One other version, a list of them, or none. */
function asList(alt: unknown): readonly Record<string, unknown>[] {
  return alt === undefined || alt === null ? [] : ([alt].flat() as unknown as readonly Record<string, unknown>[]);
}

/** Reads gold files, or all those in a folder, in the order of their names. Throws naming the file that is none. */
export const readGold = (paths: readonly string[]): readonly GoldReport[] =>
  paths.flatMap(filesOf).map((path) => {
    const result = goldReport.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    if (!result.success) throw new Error(`${path} is no gold report: ${z.prettifyError(result.error)}`);
    return result.data;
  });

const filesOf = (path: string): readonly string[] =>
  statSync(path).isDirectory()
    ? readdirSync(path)
        .filter((name) => name.endsWith('.json'))
        .sort()
        .map((name) => join(path, name))
    : [path];

/** The record as written, and as each other version that is right as well. */
export const versions = <R extends GoldRecord>(record: R): readonly R[] => [
  record,
  ...record.alt.map((other) => ({ ...record, ...other })),
];

/** Where the first of these words stand; null where nowhere or where there are none. */
export function findWords(text: string, wanted: string | null | undefined): Span | null {
  if (wanted === null || wanted === undefined || wanted === '') return null;
  const at = text.indexOf(wanted);
  return at < 0 ? null : [at, at + wanted.length];
}

export const evidenceSpans = (record: GoldRecord, text: string): readonly Span[] =>
  record.span
    ? [record.span]
    : [record.evidence, ...(record.also ?? [])]
        .map((wanted) => findWords(text, wanted))
        .filter((found) => found !== null);
