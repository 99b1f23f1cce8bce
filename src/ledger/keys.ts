import { createHash } from 'node:crypto';
import type { Delivery } from '../document/delivery.ts';
import type { Actor, Claim } from '../document/claim.ts';
import type { Report } from '../document/report.ts';
import { overlaps, type Span } from '../document/span.ts';

type Part = string | number | null;

/** SHA-256 of some parts, in hexadecimal: no two lists of parts make the same text. */
export const digest = (parts: readonly Part[]): string =>
  createHash('sha256').update(JSON.stringify(parts), 'utf8').digest('hex');

export const textHash = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** Names a report for good: its id and its text. */
export const reportKey = ({ id, text }: Pick<Report, 'id' | 'text'>): string => digest([id, text]);

/**
 * Names a version: the report, the circumstances that a reading depends on, and what it does to earlier ones. A report
 * whose date has been mended is another version of it, and supersedes.
 */
export const versionKey = (report: Report, { status, replaces, until }: Delivery): string => {
  const { published, publisher, title, url, language } = report;
  return digest([reportKey(report), published, publisher, title, url, language, status, replaces, until]);
};

/** Names a reading: a version of a report, and a version of the reader. */
export const readingKey = (version: string, reader: string): string => digest([version, reader]);

const KEY_LENGTH = 24;

/**
 * The keys of a reading's claims: report, kind, type, parties and words, but neither who read it nor what a later reader
 * may mend (status, date, confidence). Claims that share all of these are told apart by their order.
 */
export function claimKeys(report: string, claims: readonly Claim[]): readonly string[] {
  const seen = new Map<string, number>();
  return claims.map((claim) => {
    const parts = [report, claim.kind, typeOf(claim), partiesKey(claim), ...claim.words];
    const same = JSON.stringify(parts);
    const times = seen.get(same) ?? 0;
    seen.set(same, times + 1);
    return digest([...parts, times]).slice(0, KEY_LENGTH);
  });
}

/** What sort of event, statement or relation a claim is; a statement's way of quoting may be mended. */
export const typeOf = (claim: Claim): string =>
  claim.kind === 'event' ? claim.type : claim.kind === 'relation' ? claim.predicate : 'says';

const partiesKey = (claim: Claim): string => {
  if (claim.kind === 'event')
    return [claim.actors, claim.recipients]
      .map((some) =>
        some
          .map(({ id }) => id)
          .sort()
          .join(),
      )
      .join('>');
  if (claim.kind === 'relation') return `${endKey(claim.subject)}>${endKey(claim.object)}`;
  return claim.speaker?.id ?? claim.speakerWords ?? '';
};

/** A party's id, or its name where it is nobody the knowledge has. */
export const endKey = (end: Actor | { readonly name: string }): string =>
  'id' in end ? end.id : end.name.toLowerCase();

/** A claim of an earlier reading, as far as a later one is compared with it. */
export interface Earlier {
  readonly key: string;
  readonly root: string;
  readonly born: number;
  readonly kind: string;
  readonly type: string;
  readonly words: Span;
  readonly bucket: string;
}

/** Words that two claims must share, as a part of all words of both, for one to continue the other. */
const SHARED = 0.5;

/**
 * For each claim of a new reading what it continues: the claim of its key, else the claim of its type with which it shares
 * most of its words. Null where it is new. No two claims of a reading continue one root: the one that began it comes first.
 */
export function continued(
  claims: readonly { readonly key: string; readonly claim: Claim }[],
  earlier: readonly Earlier[],
): readonly (Earlier | null)[] {
  const byKey = new Map(earlier.map((one) => [one.key, one]));
  const taken = new Set<string>();
  const found = new Map<string, Earlier>();
  const take = (key: string, one: Earlier | undefined): void => {
    if (one === undefined || found.has(key) || taken.has(one.root)) return;
    taken.add(one.root);
    found.set(key, one);
  };
  for (const { key } of claims) if (byKey.get(key)?.root === key) take(key, byKey.get(key));
  for (const { key } of claims) take(key, byKey.get(key));
  for (const { key, claim } of claims)
    take(
      key,
      nearest(
        claim,
        earlier.filter(({ root }) => !taken.has(root)),
      ),
    );
  return claims.map(({ key }) => found.get(key) ?? null);
}

function nearest(claim: Claim, earlier: readonly Earlier[]): Earlier | undefined {
  return earlier
    .filter(({ kind, type }) => kind === claim.kind && type === typeOf(claim))
    .map((one) => ({ one, shared: sharedPart(one.words, claim.words) }))
    .filter(({ shared }) => shared >= SHARED)
    .sort((a, b) => b.shared - a.shared)[0]?.one;
}

/** Length of the common part over length of the whole. */
function sharedPart(a: Span, b: Span): number {
  if (!overlaps(a, b)) return 0;
  return (Math.min(a[1], b[1]) - Math.max(a[0], b[0])) / (Math.max(a[1], b[1]) - Math.min(a[0], b[0]));
}
