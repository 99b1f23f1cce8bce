/** What a version of a report does to the versions before it, as its source says. */
export const REPORT_STATUSES = ['new', 'update', 'correction', 'kill', 'embargo'] as const;
export type ReportStatus = (typeof REPORT_STATUSES)[number];

/** How a report came, beside what it says. */
export interface Delivery {
  /** SHA-256 of the bytes it came in, in hexadecimal; null where it was not read from bytes. */
  readonly raw: string | null;
  readonly status: ReportStatus;
  /** Id of the report that this one updates, corrects or kills; null where it is its own. */
  readonly replaces: string | null;
  /** ISO date or date-time at which an embargo ends; null where there is none. */
  readonly until: string | null;
}

/** A report that stands by itself. */
export const plainDelivery = (raw: string | null): Delivery => ({ raw, status: 'new', replaces: null, until: null });
