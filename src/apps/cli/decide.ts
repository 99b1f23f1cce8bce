import { EDITABLE, OPERATIONS, type Editable, type Operation } from '../../ledger/decision.ts';
import { faultOf, fieldOf } from '../../ledger/edits.ts';
import type { LedgerRecord } from '../../ledger/record.ts';
import { recordLines } from '../../outputs/ledger-account.ts';
import type { NewDecision, Store } from '../../store/store.ts';
import { whoDecides, withLedger, type LedgerOption } from './ledger.ts';
import { EXIT, Failure, pageOf, print, type Exit } from './streams.ts';

export interface DecideOptions extends LedgerOption {
  readonly reason?: string;
  readonly who?: string;
}

/** `chancery decide`: a person's decision about a record, with its reason; shows what the record is then. */
export async function decide(
  operation: string,
  id: string,
  more: readonly string[],
  options: DecideOptions,
): Promise<Exit> {
  const op = OPERATIONS.find((one) => one === operation);
  if (op === undefined)
    throw new Failure(`${operation}: no such decision; one of ${OPERATIONS.join(', ')}`, EXIT.usage);
  if (options.reason === undefined) throw new Failure('say why with --reason "…"', EXIT.usage);
  const by = { who: whoDecides(options.who), reason: options.reason };
  const done = await withLedger(options, async (store) => {
    const given = op === 'undo' ? await undoing(store, id, by) : await deciding(store, op, { id, more, by });
    const at = new Date().toISOString();
    const decision = await store.decide(given, at);
    await store.refresh(at);
    await print(`${decision.id}  ${op} ${id}; take it back with: chancery decide undo ${decision.id} --reason "…"\n\n`);
    const record = await store.resolve(given.targets[0] ?? id);
    if (record !== null) await print(`${recordLines(record, await pageOf(process.stdout)).join('\n')}\n`);
    return decision;
  });
  return done === null ? EXIT.fatal : EXIT.good;
}

interface By {
  readonly who: string;
  readonly reason: string;
}

async function undoing(store: Store, id: string, by: By): Promise<NewDecision> {
  const decision = (await store.decisions()).find((one) => one.id === id);
  if (decision === undefined) throw new Failure(`${id}: no such decision; chancery review shows them`, EXIT.usage);
  return { op: 'undo', targets: decision.targets, decision: id, ...by };
}

async function deciding(
  store: Store,
  op: Exclude<Operation, 'undo'>,
  { id, more, by }: { readonly id: string; readonly more: readonly string[]; readonly by: By },
): Promise<NewDecision> {
  const record = await recordOf(store, id);
  const targets = await store.rootsOf(record.id);
  if (op === 'edit') return editing(record, targets, { more, by });
  if (op === 'merge') {
    const [other, ...rest] = more;
    if (other === undefined || rest.length > 0)
      throw new Failure('merge takes two ids: chancery decide merge ID OTHER', EXIT.usage);
    const second = await recordOf(store, other);
    if (second.id === record.id) throw new Failure(`${id} and ${other} are one record already`, EXIT.usage);
    if (second.kind !== record.kind)
      throw new Failure(`${id} is a ${record.kind}, ${other} a ${second.kind}: they cannot be one`, EXIT.usage);
    return { op, targets, others: await store.rootsOf(second.id), ...by };
  }
  if (op === 'split') {
    const leaving = more.map((claim) => targets.filter((root) => root.startsWith(claim.toLowerCase())));
    if (leaving.length === 0 || leaving.some((found) => found.length !== 1) || leaving.length >= targets.length)
      throw new Failure('split names some of the claims of a record, not all: chancery why ID shows them', EXIT.usage);
    return { op, targets: leaving.flat(), ...by };
  }
  if (more.length > 0) throw new Failure(`${op} takes one id`, EXIT.usage);
  return { op, targets, ...by };
}

function editing(
  record: LedgerRecord,
  targets: readonly string[],
  { more, by }: { readonly more: readonly string[]; readonly by: By },
): NewDecision {
  const [name, value, ...rest] = more;
  const field = EDITABLE.find((one): one is Editable => one === name);
  if (field === undefined || value === undefined || rest.length > 0)
    throw new Failure(
      `edit takes a field and a value: chancery decide edit ID ${EDITABLE.join('|')} VALUE`,
      EXIT.usage,
    );
  if (record.kind !== 'event')
    throw new Failure(`only events are edited; reject the ${record.kind} where it is wrong`, EXIT.usage);
  const fault = faultOf(field, value);
  if (fault !== null) throw new Failure(`${field} ${value}: ${fault}`, EXIT.usage);
  return { op: 'edit', targets, field, was: fieldOf(record, field), value, ...by };
}

async function recordOf(store: Store, id: string): Promise<LedgerRecord> {
  const record = await store.resolve(id);
  if (record === null)
    throw new Failure(`${id}: no such record stands; chancery why ${id} says what became of it`, EXIT.usage);
  return record;
}
