import type { LedgerRecord } from './record.ts';

const UNSURE = { check: 1, probable: 0.5, supported: 0.1 } as const;
// A record loses half of its news in a month.
const HALF_LIFE_DAYS = 30;

/**
 * How much is to be won by looking at a record: how many reports tell it, times how unsure it is, times how new. What
 * reports or people dispute is as unsure as can be; what a person has accepted is not in doubt. `today` is the day of the
 * ledger's latest report.
 */
export function worth(record: LedgerRecord, today: string): number {
  if (record.accepted || record.state === 'rejected') return 0;
  const disputed =
    record.state === 'reopened' ||
    record.edits.some((edit) => edit.disputed) ||
    (record.kind === 'event' && record.contradicts.length > 0);
  const age = record.last === null ? HALF_LIFE_DAYS * 4 : Math.max(0, daysBetween(record.last, today));
  return Math.log2(1 + record.reports) * (disputed ? 1 : UNSURE[record.band]) * 0.5 ** (age / HALF_LIFE_DAYS);
}

/** Records that are worth a look, the most worthwhile first; equals by id, so that two people see one order. */
export const queued = (records: readonly LedgerRecord[], today: string): readonly LedgerRecord[] =>
  records
    .map((record) => ({ record, value: worth(record, today) }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value || (a.record.id < b.record.id ? -1 : 1))
    .map(({ record }) => record);

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
