import type { Status } from '../document/claim.ts';
import { isAskedFor, type Asked } from './asked.ts';
import { partiesOf, type Band, type LedgerRecord } from './record.ts';
import { compare } from './rows.ts';

/** What records are called where they are asked for. */
export const SORTS = ['visit', 'meeting', 'act', 'statement', 'relation'] as const;
export type Sort = (typeof SORTS)[number];

/** What an analyst asks for; null leaves that open. Dates are ISO days, inclusive. */
export interface Question {
  readonly sorts: readonly Sort[];
  /** Each must take part. */
  readonly actors: readonly Asked[];
  readonly status: Status | null;
  /** PLOVER root code of an act, or the predicate of a relation. */
  readonly type: string | null;
  readonly since: string | null;
  readonly until: string | null;
  /** A publisher that must be among those that tell it. */
  readonly source: string | null;
  readonly band: Band | null;
  readonly state: 'visible' | 'rejected';
  readonly order: 'newest' | 'oldest' | 'most told';
  /** At most so many, from where the page before ended. */
  readonly size: number;
  readonly after: string | null;
  /** The number of the commit as of which to answer; null for now. */
  readonly asOf: number | null;
}

export const QUESTION: Question = {
  sorts: SORTS,
  actors: [],
  status: null,
  type: null,
  since: null,
  until: null,
  source: null,
  band: null,
  state: 'visible',
  order: 'newest',
  size: 1_000_000,
  after: null,
  asOf: null,
};

/** What sort a record is of. */
export function sortOf(record: LedgerRecord): Sort {
  if (record.kind !== 'event') return record.kind;
  return record.type !== 'CONSULT' ? 'act' : record.mode === 'visit' ? 'visit' : 'meeting';
}

/** The columns by which records are asked for, the same in SQL and out of it. */
export const columnsOf = (record: LedgerRecord) => ({
  sort: sortOf(record),
  type: record.kind === 'event' ? record.type : record.kind === 'relation' ? record.predicate : 'says',
  status: record.kind === 'event' ? record.status : null,
  band: record.band,
  state: record.state,
  /** Undated records come last, whichever way they are ordered. */
  day: record.day ?? '',
  earliest: rangeOf(record)[0],
  latest: rangeOf(record)[1],
  told: record.originators,
});

/** The days of an act, else of its reports, without open ends: the far past and the far future stand for them. */
function rangeOf(record: LedgerRecord): readonly [string, string] {
  const when = record.kind === 'relation' ? null : record.when;
  const dated = when !== null && (when.earliest !== null || when.latest !== null);
  if (!dated) return [record.first ?? '', record.last ?? ''];
  return [when.earliest ?? '0000-00-00', when.latest ?? '9999-99-99'];
}

/** Whether a record answers, by all that it says itself; who published it is known to the store alone. */
export function answers(record: LedgerRecord, question: Question): boolean {
  const { sort, type, status, band, state, earliest, latest } = columnsOf(record);
  return (
    question.sorts.includes(sort) &&
    (question.type === null || question.type === type) &&
    (question.status === null || question.status === status) &&
    (question.band === null || question.band === band) &&
    (question.state === 'rejected') === (state === 'rejected') &&
    (question.since === null || (latest !== '' && latest.slice(0, 10) >= question.since)) &&
    (question.until === null || (earliest !== '' && earliest.slice(0, 10) <= question.until)) &&
    question.actors.every((asked) => takesPart(record, asked))
  );
}

const takesPart = (record: LedgerRecord, asked: Asked): boolean =>
  partiesOf(record).some(([, who]) => isAskedFor(who, asked));

/** Newest or oldest first by day, or the most told; undated last; ids tell ties apart. */
export function inOrder(order: Question['order']): (a: LedgerRecord, b: LedgerRecord) => number {
  return (a, b) => {
    const [one, other] = [columnsOf(a), columnsOf(b)];
    const days =
      order === 'oldest'
        ? compare(one.day === '' ? '9999' : one.day, other.day === '' ? '9999' : other.day)
        : compare(other.day, one.day);
    return (order === 'most told' ? other.told - one.told : 0) || days || compare(a.id, b.id);
  };
}
