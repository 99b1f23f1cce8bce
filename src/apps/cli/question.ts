import { STATUSES, type Status } from '../../document/claim.ts';
import { askedFor, type Asked } from '../../ledger/asked.ts';
import { BANDS, type Band } from '../../ledger/record.ts';
import { QUESTION, type Question, type Sort } from '../../ledger/question.ts';
import { openKnowledge } from '../../open.ts';
import type { Store } from '../../store/store.ts';
import { dateOption } from './dates.ts';
import { EXIT, Failure } from './streams.ts';

/** What every question to the ledger can be narrowed by, as it stands on the command line. */
export interface QuestionOptions {
  readonly ledger?: string;
  readonly actor?: readonly string[];
  readonly status?: string;
  readonly type?: string;
  readonly since?: string;
  readonly until?: string;
  readonly source?: string;
  readonly band?: string;
  readonly rejected?: boolean;
  readonly top?: string;
  readonly size?: string;
  readonly after?: string;
  readonly asOf?: string;
  readonly json?: boolean;
}

/** The options checked, before anything is opened; throws a Failure of usage that names the choices. */
export function questionOf(options: QuestionOptions, sorts: readonly Sort[]): Question {
  const [since, until] = [dateOption(options.since, '--since'), dateOption(options.until, '--until')];
  if (since !== null && until !== null && since > until)
    throw new Failure(`--since ${since} is later than --until ${until}: no day lies between them`, EXIT.usage);
  const top = wholeNumber(options.top, '--top');
  return {
    ...QUESTION,
    sorts,
    actors: actorsOf(options.actor ?? []),
    status: oneOf<Status>(options.status, STATUSES, '--status', 'status'),
    type: options.type ?? null,
    since,
    until,
    source: options.source ?? null,
    band: oneOf<Band>(options.band, BANDS, '--band', 'band'),
    state: options.rejected === true ? 'rejected' : 'visible',
    order: top === null ? 'newest' : 'most told',
    size: top ?? wholeNumber(options.size, '--size') ?? QUESTION.size,
    after: options.after ?? null,
  };
}

/** Those asked for by name; a state by any of its names. */
export function actorsOf(names: readonly string[]): readonly Asked[] {
  if (names.length === 0) return [];
  const { 'actors/states': states } = openKnowledge();
  return names.map((name) => askedFor(name, states));
}

/** The commit as of which to answer; null for now. A day counts to its end. */
export async function commitOf(store: Store, asOf: string | undefined): Promise<number | null> {
  if (asOf === undefined) return null;
  if (/^\d{1,9}$/.test(asOf)) return Number(asOf);
  if (/^\d{4}-\d\d-\d\dT/.test(asOf) && !Number.isNaN(Date.parse(asOf)))
    return store.commitAt(new Date(asOf).toISOString());
  return store.commitAt(`${dateOption(asOf, '--as-of') ?? ''}T23:59:59.999Z`);
}

function oneOf<T extends string>(given: string | undefined, all: readonly T[], option: string, one: string): T | null {
  if (given === undefined) return null;
  const found = all.find((name) => name === given);
  if (found === undefined)
    throw new Failure(`${option} ${given}: no such ${one}; one of ${all.join(', ')}`, EXIT.usage);
  return found;
}

export function wholeNumber(given: string | undefined, option: string): number | null {
  if (given === undefined) return null;
  if (!/^[1-9]\d{0,5}$/.test(given))
    throw new Failure(`${option} ${given}: not a whole number from 1 to 999999`, EXIT.usage);
  return Number(given);
}
