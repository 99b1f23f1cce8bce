import { plainDelivery, REPORT_STATUSES, type Delivery, type ReportStatus } from '../document/delivery.ts';
import type { Warning } from './input.ts';

/** Words by which sources say what a version is, beside those of the house; the first three are those of ninjs. */
const ALSO: Readonly<Record<string, ReportStatus>> = {
  usable: 'new',
  withheld: 'embargo',
  canceled: 'kill',
  cancelled: 'kill',
  killed: 'kill',
  withdrawn: 'kill',
  updated: 'update',
  corrected: 'correction',
  embargoed: 'embargo',
};

interface Stated {
  readonly status: string | null;
  readonly replaces: string | null;
  readonly until: string | null;
}

/** How a report came, from what its record states. A status that nobody knows is told, and the report taken as new. */
export function deliveryOf({ status, replaces, until }: Stated): {
  readonly delivery: Delivery;
  readonly warning: Warning | null;
} {
  const word = status?.trim().toLowerCase() ?? null;
  const known = word === null ? null : (REPORT_STATUSES.find((one) => one === word) ?? ALSO[word] ?? null);
  const unknown: Warning | null =
    word === null || known !== null
      ? null
      : {
          code: 'W_FIELD',
          line: null,
          reason: `the status "${word.slice(0, 40)}" is none of ${REPORT_STATUSES.join(', ')}`,
        };
  const day = until === null ? null : isoTime(until);
  const undated: Warning | null =
    until === null || day !== null
      ? null
      : { code: 'W_FIELD', line: null, reason: `the embargo "${until.slice(0, 40)}" is no ISO date or time` };
  // What ends on a day that nobody can tell is held back until it comes again.
  const held = known === 'embargo' || until !== null ? 'embargo' : null;
  return {
    delivery: { ...plainDelivery(null), status: held ?? known ?? 'new', replaces, until: day },
    warning: unknown ?? undated,
  };
}

const isoTime = (given: string): string | null =>
  /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d))?$/.test(given) &&
  !Number.isNaN(Date.parse(given))
    ? new Date(given).toISOString()
    : null;
