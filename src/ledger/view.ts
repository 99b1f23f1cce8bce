import type { RelationClaim, StatementClaim } from '../document/claim.ts';
import { originators } from './copies.ts';
import { isOf, type Decision } from './decision.ts';
import { edited } from './edits.ts';
import { eventRecord, withContradictions } from './event-record.ts';
import { groupClaims, isEvent } from './group.ts';
import { idsOf } from './ids.ts';
import type { Band, Citation, LedgerRecord, RecordState } from './record.ts';
import { byPublication, compare, reportsOf, type Filed, type Mint } from './rows.ts';

/** A record and the claims that it stands on, in the order of publication. */
export interface Viewed {
  readonly record: LedgerRecord;
  readonly claims: readonly Filed[];
  readonly mint: Mint;
}

/**
 * The ledger's view of the claims of one bucket, or of several that merges tie together: a pure function of the claims
 * that stand and the decisions that count. Nothing else goes into a record, so any bucket can be made anew by itself.
 */
export function viewOf(rows: readonly Filed[], decisions: readonly Decision[]): readonly Viewed[] {
  const groups = groupClaims(rows, decisions);
  const mints = idsOf(groups);
  const bare = groups.map((claims, at) => {
    const mint = mints[at] ?? { id: '', born: 0 };
    return { claims, mint, record: recordOf(claims, mint.id, decisions) };
  });
  return withContradictions(bare)
    .map(({ record, ...rest }) => ({ ...rest, record: edited(record, rest.claims, decisions) }))
    .sort((a, b) => compare(a.record.id, b.record.id));
}

function recordOf(claims: readonly Filed[], id: string, decisions: readonly Decision[]): LedgerRecord {
  const shared = common(claims, id, decisions);
  const [first] = claims;
  if (first === undefined) throw new Error('a record of no claims');
  const events = claims.filter(isEvent);
  if (events.length > 0) return eventRecord(events, shared);
  const cites = citations(claims);
  if (first.claim.kind === 'relation') {
    const { subject, predicate, object, qualifiers } = (claims.at(-1) ?? first).claim as RelationClaim;
    return { ...shared, kind: 'relation', subject, predicate, object, qualifiers, cites };
  }
  const { speaker, speakerWords, quoteKind, addressee, channel, via, when, where } = first.claim as StatementClaim;
  const day = when?.earliest ?? when?.latest ?? shared.day;
  const said = { speaker, speakerWords, quoteKind, addressee, channel, via, when, where };
  return { ...shared, day, kind: 'statement', ...said, cites };
}

export type Common = ReturnType<typeof common>;

/** What records of every kind have. */
function common(claims: readonly Filed[], id: string, decisions: readonly Decision[]) {
  const days = claims.flatMap(({ report }) => report.published?.slice(0, 10) ?? []).sort();
  const origins = originators(claims.map(({ sketch }) => sketch));
  const roots = new Set(claims.map(({ root }) => root));
  const accepted = decisions.some((one) => one.op === 'accept' && one.targets.some((root) => roots.has(root)));
  const state = stateOf(claims, origins, decisions);
  const confidence = Math.max(...claims.map(({ claim }) => claim.confidence));
  const independent = new Set(origins).size;
  return {
    id,
    state,
    band: bandOf({ accepted, state, confidence, independent }),
    confidence,
    reports: reportsOf(claims),
    originators: independent,
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    day: days[0] ?? null,
    edits: [],
    accepted,
  };
}

/**
 * A rejected claim stays rejected, and so does what tells the same in the same report or a copy of it. An independent
 * report reopens the record: it is shown again, to be looked at, never taken for accepted.
 */
function stateOf(claims: readonly Filed[], origins: readonly number[], decisions: readonly Decision[]): RecordState {
  const verdicts = new Map<string, 'accept' | 'reject'>();
  for (const decision of decisions)
    if (decision.op === 'accept' || decision.op === 'reject')
      for (const root of decision.targets) verdicts.set(root, decision.op);
  const refused = new Set(origins.filter((_, at) => verdicts.get(claims[at]?.root ?? '') === 'reject'));
  if (refused.size === 0) return 'shown';
  const free = claims.filter((claim, at) => verdicts.get(claim.root) !== 'reject' && !refused.has(origins[at] ?? -1));
  if (claims.some(({ root }) => verdicts.get(root) === 'accept')) return 'shown';
  return free.length > 0 ? 'reopened' : 'rejected';
}

// Where gold is scarce the bands are set by hand: the reader's own confidence is high where words and grammar agree.
const HIGH = 0.8;
const FAIR = 0.7;

function bandOf(told: {
  readonly accepted: boolean;
  readonly state: RecordState;
  readonly confidence: number;
  readonly independent: number;
}): Band {
  if (told.accepted) return 'supported';
  if (told.state === 'reopened') return 'check';
  if (told.independent > 1 && told.confidence >= FAIR) return 'supported';
  return told.confidence >= HIGH || (told.independent > 1 && told.confidence >= FAIR) ? 'probable' : 'check';
}

// A saying that hundreds of papers print is cited from the first few; the rest is counted.
const CITED = 5;

const citations = (claims: readonly Filed[]): readonly Citation[] =>
  [...claims]
    .sort(byPublication)
    .slice(0, CITED)
    .map(({ report, root, claim }) => ({ report, root, quote: claim.quote }));

/** Merges that count, by which buckets are looked at together. */
export const mergesOf = (decisions: readonly Decision[]) => decisions.filter(isOf('merge'));
