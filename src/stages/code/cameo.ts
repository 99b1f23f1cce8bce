import { PLOVER_TYPES, type PloverType, type Status } from '../../document/claim.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';

/** An act as CAMEO and PLOVER have it: they keep no status, and tell what has not come about as another type of act. */
export interface View {
  readonly cameo: string;
  readonly type: PloverType;
  /** 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. */
  readonly quad: number;
}

/** An act with the CAMEO code that its rule gives, where that is not the root of its type. */
export interface Coded {
  readonly type: PloverType;
  readonly mode: string | null;
  readonly cameo: string | null;
  readonly status: Status;
}

/**
 * The lossy view for comparison and export (CAMEO 1.1b3, PLOVER manual draft 2.0): cooperation to come is an intention (03, AGREE),
 * conflict to come a threat (13, THREATEN), cooperation that did not come about a refusal (12, REJECT).
 */
export function cameoView(types: Knowledge['ontology/plover']): (act: Coded) => View {
  const byType = new Map(types.map((type) => [type.id, type]));
  const roots = types.flatMap(({ id, cameo }) => cameo.map((code) => [code, id] as const));
  const typeOf = (code: string): PloverType => {
    const found = roots.filter(([root]) => code.startsWith(root)).sort(([a], [b]) => b.length - a.length)[0]?.[1];
    return PLOVER_TYPES.find((type) => type === found) ?? 'CONSULT';
  };
  return ({ type, mode, cameo, status }) => {
    const own =
      cameo ?? byType.get(type)?.modes.find(({ id }) => id === mode)?.cameo ?? byType.get(type)?.cameo[0] ?? '';
    const code = turned(own, status);
    return { cameo: code, type: typeOf(code), quad: quadOf(code) };
  };
}

/** CAMEO's own classes: roots 01-05, 06-08, 09-13 and 14-20. */
function quadOf(code: string): number {
  const root = Number(code.slice(0, 2));
  return 1 + [5, 8, 13].filter((last) => root > last).length;
}

function turned(code: string, status: Status): string {
  const quad = quadOf(code);
  if (quad <= 2) {
    if (AHEAD.has(status)) return '03';
    return UNDONE.has(status) ? '12' : code;
  }
  return quad === 4 && (AHEAD.has(status) || status === 'threatened') ? '13' : code;
}

const AHEAD = new Set<Status>(['scheduled', 'invited', 'proposed', 'possible']);
const UNDONE = new Set<Status>(['declined', 'postponed', 'cancelled', 'not-occurred']);
