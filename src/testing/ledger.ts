// Claims of reports made up for a test, filed as a ledger holds them.
import type { Claim, EventClaim } from '../document/claim.ts';
import { bareReport } from '../document/report.ts';
import { bucketOf } from '../ledger/bucket.ts';
import { sketchOf } from '../ledger/copies.ts';
import type { Filed } from '../ledger/rows.ts';
import { visitClaim } from './example.ts';

export const VISIT = 'Sitiveni Rabuka will visit Japan in June';

let born = 0;

/** A claim of a report of its own; `text` is the report's whole text, by which copies are told. */
export function filed<C extends Claim>(
  claim: C,
  { id, published, text }: { readonly id: string; readonly published: string | null; readonly text: string },
): Filed<C> {
  born++;
  const key = `${id}-${claim.id}`;
  return {
    report: { key: id, id, published, publisher: null, title: null, url: null },
    claim,
    key,
    root: key,
    born,
    mint: null,
    moved: false,
    bucket: bucketOf(claim) ?? `alone ${key}`,
    reading: born,
    place: 0,
    entered: born,
    sketch: sketchOf(bareReport(id, text, published)),
  };
}

/** A visit as one report of its own words tells it. */
export const told = (id: string, published: string | null, changes: Partial<EventClaim> = {}): Filed<EventClaim> =>
  filed(visitClaim(VISIT, VISIT, { id: 'e', ...changes }), {
    id,
    published,
    text: `${id} ${VISIT} as ${id} has it in words of its own`,
  });
