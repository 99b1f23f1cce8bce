import type { PloverType, Status } from '../../document/claim.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { EventRecord } from '../../ledger/record.ts';

/** What a type of PLOVER comes to in other code books. */
export type TypeCodes = Knowledge['ontology/plover'][number];

/** An act as code books without a status have it. */
export interface CodedAct {
  readonly type: PloverType;
  readonly mode: string | null;
  readonly codes: TypeCodes;
  /** CAMEO, three or two digits. */
  readonly cameo: string;
}

const PLANNED: ReadonlySet<Status> = new Set<Status>(['scheduled', 'invited', 'proposed']);
const REFUSED: ReadonlySet<Status> = new Set<Status>(['declined', 'cancelled', 'postponed']);

/**
 * Code books of this family have no status: what is planned is there an act of its own (PLOVER manual, "AGREE",
 * "THREATEN", "REJECT"). Planned cooperation is agreed to, planned conflict is threatened, what is called off or turned
 * down is rejected; what was denied, not done or only possible is no act. Null where none is left.
 */
export function codedAct({ type, mode, status }: EventRecord, types: readonly TypeCodes[]): CodedAct | null {
  const codesOf = (wanted: PloverType): TypeCodes | undefined => types.find(({ id }) => id === wanted);
  const own = codesOf(type);
  if (own === undefined) return null;
  if (status === 'occurred' || status === 'underway') return act(own, mode);
  const isCooperation = own.quad < 3;
  const other = PLANNED.has(status)
    ? codesOf(isCooperation ? 'AGREE' : 'THREATEN')
    : status === 'threatened'
      ? codesOf('THREATEN')
      : REFUSED.has(status) && isCooperation
        ? codesOf('REJECT')
        : undefined;
  return other === undefined ? null : act(other, null);
}

function act(codes: TypeCodes, mode: string | null): CodedAct {
  const cameo = codes.modes.find(({ id }) => id === mode)?.cameo ?? codes.cameo[0] ?? '';
  return { type: codes.id, mode, codes, cameo };
}
