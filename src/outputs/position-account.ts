import type { Attitude, Position } from '../ledger/positions.ts';
import { isBody, type End } from '../ledger/standings.ts';
import { dayWords } from './dates.ts';
import { nameOf } from './describe.ts';
import { citation } from './ledger-account.ts';
import type { Page } from './lines.ts';
import { INDENT, quoteLines } from './marks.ts';
import { visibleLine } from './visible.ts';

const WORDS = {
  supports: 'supports',
  opposes: 'opposes',
  concerned: 'is concerned about',
  interested: 'is interested in',
  'calls-for': 'calls for',
} as const satisfies Record<Attitude, string>;

/** What one actor holds about one topic: each attitude with its days and the latest words that show it, the newest last. */
export function positionLines({ actor, topic, attitudes }: Position, page: Page): string[] {
  const { paint } = page;
  const [who, what] = [nameOf(actor), nameOf(topic)].map((name) => paint.bold(visibleLine(name)));
  return [
    ...attitudes.flatMap(({ attitude, first, last, rows }) => {
      const days = [...new Set([first, last])].flatMap((day) => (day === null ? [] : [dayWords(day)]));
      const latest = rows.at(-1);
      return [
        `  ${who} ${paint.cyan(attitudeWords(attitude, topic))} ${what}${days.length === 0 ? '' : paint.dim(`  ${days.join(' to ')}`)}`,
        ...(latest === undefined
          ? []
          : [`${INDENT}${paint.dim(visibleLine(citation(latest.report)))}`, ...quoteLines(latest.claim.quote, page)]),
      ];
    }),
    '',
  ];
}

/** Who appeals to somebody calls on them; for what, the words tell. */
const attitudeWords = (attitude: Attitude, topic: End): string =>
  attitude === 'calls-for' && 'id' in topic && !isBody(topic) ? 'calls on' : WORDS[attitude];
