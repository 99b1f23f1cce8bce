// Entries for tests of stores: reports made up for them, with claims set by hand.
import { claimsOf } from '../claims.ts';
import type { Claim, EventClaim } from '../document/claim.ts';
import { plainDelivery, type Delivery } from '../document/delivery.ts';
import { bareReport, type Report } from '../document/report.ts';
import type { Entry } from '../store/store.ts';
import { exampleReading, visitClaim } from './example.ts';

const example = exampleReading();

/** The example reading, whole. */
export const exampleEntry: Entry = {
  report: example.report,
  delivery: plainDelivery('00'),
  reader: 'reader 1',
  claims: claimsOf(example),
  doubts: example.doubts,
};

const SENTENCE = 'Sitiveni Rabuka will visit Japan';

interface Given {
  readonly text?: string;
  readonly published?: string | null;
  readonly publisher?: string | null;
  readonly reader?: string;
  readonly delivery?: Partial<Delivery>;
  readonly claim?: Partial<EventClaim>;
  readonly claims?: readonly Claim[];
}

/** A report that says in words of its own that Rabuka will visit Japan, and one claim of it. */
export function visitEntry(id: string, given: Given = {}): Entry {
  const text = given.text ?? `${SENTENCE}, the paper called ${id} writes on page ${id.length} of its ${id} edition.`;
  const report: Report = {
    ...bareReport(id, text, given.published === undefined ? '2024-05-06' : given.published),
    publisher: given.publisher ?? null,
  };
  return {
    report,
    delivery: { ...plainDelivery(null), ...given.delivery },
    reader: given.reader ?? 'reader 1',
    claims: given.claims ?? [visitClaim(text, SENTENCE, given.claim)],
    doubts: [],
  };
}
