import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimsOf } from '../../src/claims.ts';
import { overlaps } from '../../src/document/span.ts';
import { isEvent } from '../../src/ledger/group.ts';
import { QUESTION } from '../../src/ledger/question.ts';
import type { Filed } from '../../src/ledger/rows.ts';
import type { EventClaim } from '../../src/document/claim.ts';
import { open } from '../../src/open.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { claimLine } from '../claims/line.ts';
import type { Score } from './kind.ts';
import { measure, measureLine, NOTHING, plus, type Tally } from './measure.ts';
import { readTold, type Mention, type ToldReport } from './same-gold.ts';

/** A claim of the ledger, the record it stands in, and the event that its words tell; null where nobody marked them. */
interface Placed {
  readonly claim: Filed<EventClaim>;
  readonly record: string;
  readonly mention: Mention | null;
}

/**
 * Which reports tell one event: reads the reports into a ledger, and over all pairs of claims of different reports compares
 * those that stand in one record with those whose marked words tell one event. Claims on words that nobody marked are left
 * out; how many words have a claim at all is said beside.
 */
export async function scoreSameEvent(paths: readonly string[]): Promise<Score> {
  const { read, language } = open();
  const told = (await Promise.all(paths.map((path) => readTold(path, language)))).flat();
  const placed = await inLedger(told, read);
  const marked = placed.filter(({ mention }) => mention !== null);
  const pairs = pairsOf(marked);
  const figures = (unread: boolean | null) => {
    const mentions = told.flatMap((one) => one.mentions).filter((one) => unread === null || one.unread === unread);
    const met = new Set(marked.map(({ mention }) => mention));
    return {
      words: mentions.length,
      read: mentions.filter((mention) => met.has(mention)).length,
      tally: pairs
        .filter((pair) => unread === null || pair.unread === unread)
        .map(tallyOf)
        .reduce(plus, NOTHING),
    };
  };
  const [seen, hidden, all] = [figures(false), figures(true), figures(null)];
  const line = (label: string, { words, read: met, tally }: typeof all): string =>
    `${measureLine(label, tally)}; of ${words} marked words ${met} have a claim`;
  const json = ({ words, read: met, tally }: typeof all) => ({ ...measure(tally), ...tally, words, met });
  return {
    json: { reports: told.length, looked_at: json(seen), unread: json(hidden), all: json(all) },
    table: [line('looked at', seen), line('unread', hidden), line('all', all)],
    misses: pairs.filter((pair) => !pair.unread && pair.same !== pair.joined).map(missLine),
  };
}

async function inLedger(
  told: readonly ToldReport[],
  read: ReturnType<typeof open>['read'],
): Promise<readonly Placed[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-same-'));
  const store = await openSqlite(join(folder, 'ledger.db'));
  try {
    const at = new Date(0).toISOString();
    await store.add(
      told.map(({ report, delivery }) => {
        const reading = delivery.status === 'kill' ? null : read(report);
        const claims = reading === null ? [] : claimsOf(reading);
        return { report, delivery, reader: 'score', claims, doubts: [] };
      }),
      at,
    );
    await store.refresh(at);
    const { records } = await store.ask({ ...QUESTION, sorts: ['visit', 'meeting', 'act'] });
    const mentions = new Map(told.map((one) => [one.report.id, one.mentions]));
    return (await store.claimsOf(records.map(({ id }) => id))).flatMap((row) =>
      isEvent(row)
        ? [{ claim: row, record: row.record, mention: mentionOf(row, mentions.get(row.report.id) ?? []) }]
        : [],
    );
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

/** The marked words on which the claim's rule rests, the first where it rests on several. */
function mentionOf({ claim }: Filed<EventClaim>, mentions: readonly Mention[]): Mention | null {
  for (const { words } of claim.because) {
    const found = mentions.find((mention) => overlaps(mention.words, words));
    if (found !== undefined) return found;
  }
  return null;
}

interface Pair {
  readonly one: Placed;
  readonly other: Placed;
  readonly same: boolean;
  readonly joined: boolean;
  readonly unread: boolean;
}

const pairsOf = (placed: readonly Placed[]): readonly Pair[] =>
  placed.flatMap((one, at) =>
    placed.slice(at + 1).flatMap((other): Pair[] => {
      if (one.claim.report.key === other.claim.report.key) return [];
      const same = one.mention?.event === other.mention?.event;
      const joined = one.record === other.record;
      const unread = one.mention?.unread === true || other.mention?.unread === true;
      return same || joined ? [{ one, other, same, joined, unread }] : [];
    }),
  );

const tallyOf = ({ same, joined }: Pair): Tally => ({
  right: Number(same && joined),
  gold: Number(same),
  predicted: Number(joined),
});

const missLine = ({ one, other, same }: Pair): string =>
  [
    same ? 'apart' : 'joined',
    ...[one, other].map(
      ({ claim, mention }) =>
        `${mention?.event ?? ''}: ${claim.report.published?.slice(0, 10) ?? ''} ${claimLine(claim.claim)}`,
    ),
  ].join('\n  ');
