import { PLOVER_TYPES, STATUSES, type PloverType, type Status, type When } from '../document/claim.ts';
import { isOf, type Decision, type DecisionOf, type Editable } from './decision.ts';
import { isEvent } from './group.ts';
import type { Edit, EventRecord, LedgerRecord } from './record.ts';
import type { Filed } from './rows.ts';

/** The record as people have put it right: their value shows, what reports say stays in the history and in the claims. */
export function edited(record: LedgerRecord, claims: readonly Filed[], decisions: readonly Decision[]): LedgerRecord {
  if (record.kind !== 'event') return record;
  const roots = new Set(claims.map(({ root }) => root));
  const latest = new Map<Editable, DecisionOf<'edit'>>();
  for (const decision of decisions.filter(isOf('edit')))
    if (decision.targets.some((root) => roots.has(root))) latest.set(decision.field, decision);
  return [...latest.values()].reduce((known, decision) => applied(known, decision, claims), record);
}

function applied(record: EventRecord, decision: DecisionOf<'edit'>, claims: readonly Filed[]): EventRecord {
  const { field, was, value, id, entered } = decision;
  const later = claims.filter(isEvent).filter((row) => row.entered > entered);
  const disputed = later.some(({ claim }) => {
    const said = fieldOf(claim, field);
    return said !== null && said !== value && said !== was;
  });
  const edit: Edit = { field, was, value, decision: id, disputed };
  return { ...record, ...change(record, field, value), edits: [...record.edits, edit] };
}

/** What a record or a claim says in a field, as a person would write it. */
export function fieldOf(of: Pick<EventRecord, Editable>, field: Editable): string | null {
  if (field === 'when') return of.when === null ? null : rangeText(of.when);
  if (field === 'where') return of.where?.name ?? null;
  return of[field];
}

const rangeText = ({ earliest, latest }: When): string =>
  earliest === latest ? (earliest ?? '') : `${earliest ?? ''}/${latest ?? ''}`;

function change(record: EventRecord, field: Editable, value: string): Partial<EventRecord> {
  switch (field) {
    case 'status':
      return isStatus(value) ? { status: value } : {};
    case 'type':
      return isType(value) ? { type: value } : {};
    case 'mode':
      return { mode: value === '' ? null : value };
    case 'where':
      return { where: { name: value, country: null, coordinates: null, words: record.where?.words ?? [0, 0] } };
    case 'when': {
      const [earliest = '', latest = earliest] = value.split('/');
      const words = record.when?.words ?? [0, 0];
      const granularity = earliest === latest ? 'day' : 'period';
      const when: When = { earliest: earliest || null, latest: latest || null, granularity, basis: 'stated', words };
      return { when, day: when.earliest ?? when.latest ?? record.day };
    }
  }
}

const isStatus = (value: string): value is Status => (STATUSES as readonly string[]).includes(value);
const isType = (value: string): value is PloverType => (PLOVER_TYPES as readonly string[]).includes(value);

/** What is wrong with a value for a field, in words; null where it can stand. */
export function faultOf(field: Editable, value: string): string | null {
  if (field === 'status' && !isStatus(value)) return `no such status; one of ${STATUSES.join(', ')}`;
  if (field === 'type' && !isType(value)) return `no such type; one of ${PLOVER_TYPES.join(', ')}`;
  if (field === 'when' && !/^(\d{4}-\d\d-\d\d)?(\/(\d{4}-\d\d-\d\d)?)?$/.test(value))
    return 'write a day as 2024-03-18, or days as 2024-03-18/2024-03-20';
  return null;
}
