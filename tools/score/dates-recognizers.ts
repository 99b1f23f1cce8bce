import type { DateMention, TimeMention } from '../../src/document/reading.ts';
import { overlaps, wordsAt } from '../../src/document/span.ts';
import { makeReport } from '../../src/inputs/report.ts';
import { open } from '../../src/open.ts';
import type { Score } from './kind.ts';
import { readRecognizers, type Answer, type CaseTime } from './recognizers-file.ts';
import { RULES } from './recognizers-rules.ts';
import { isUnread } from './unread.ts';

/**
 * Share of the cases read right: each time is found with one of its answers, and nothing beside them. Days count by their ends
 * where both sides know them, hours by the hour that the words give, durations and sets by their TIMEX3 value.
 */
export function recognizersScore(paths: readonly string[]): Score | null {
  if (paths.length === 0) return null;
  const { read, language } = open();
  const misses: string[] = [];
  const left = new Map(Object.keys(RULES).map((rule) => [rule, 0]));
  const parts = { 'looked at': { right: 0, cases: 0 }, unread: { right: 0, cases: 0 } };
  for (const one of paths.flatMap(readRecognizers)) {
    const rule = Object.entries(RULES).find(([, holds]) => holds(one))?.[0];
    if (rule !== undefined) {
      left.set(rule, (left.get(rule) ?? 0) + 1);
      continue;
    }
    const part = isUnread(one.input.toLowerCase()) ? 'unread' : 'looked at';
    const today = one.reference?.slice(0, 10) ?? null;
    const given = { id: 'case', published: today, publisher: null, title: null, url: null, language: 'en' };
    const { times } = read(makeReport(one.input, given, language).report);
    const single = /(?<!Merged)Parser$/.test(one.file);
    const stray = times.filter((time) => !one.times.some(({ words }) => overlaps(words, time.words)));
    const wrong = one.times.filter(
      (gold) =>
        !times.some(
          (time) =>
            overlaps(gold.words, time.words) && agrees(gold, time, { today, words: wordsAt(one.input, gold.words) }),
        ),
    );
    parts[part].cases += 1;
    if ((single || stray.length === 0) && wrong.length === 0) parts[part].right += 1;
    else if (part !== 'unread')
      misses.push(
        [
          one.file,
          today ?? '',
          one.input,
          ...wrong.map((gold) => `- ${wordsAt(one.input, gold.words)} ${gold.type} ${said(gold.answers)}`),
          ...times.map((time) => `+ ${wordsAt(one.input, time.words)} ${shown(time)}`),
        ].join('\t'),
      );
  }
  const share = ({ right, cases }: { right: number; cases: number }): number =>
    Number(((100 * right) / (cases || 1)).toFixed(1));
  const { 'looked at': looked, unread } = parts;
  const shares = {
    'looked at': { ...looked, share: share(looked) },
    unread: { ...unread, share: share(unread) },
  };
  const line = (name: string, { right, cases, share: percent }: typeof shares.unread): string =>
    `${name.padEnd(18)} ${percent.toFixed(1).padStart(5)}   (${right} of ${cases})`;
  return {
    json: { recognizers: { ...shares, 'left out': Object.fromEntries(left) } },
    table: [
      ...Object.entries(shares).map(([name, one]) => line(name, one)),
      ...[...left].map(([rule, count]) => `left out: ${rule.padEnd(34)} ${count}`),
    ],
    misses,
  };
}

const said = (answers: readonly Answer[]): string =>
  answers.map(({ timex, modifier, start, end }) => `${timex} ${modifier} ${start ?? '…'} ${end ?? '…'}`).join(' | ');

const shown = (time: TimeMention): string =>
  time.kind === 'date' ? `${time.value} ${time.earliest ?? '…'} ${time.latest ?? '…'}` : `${time.kind} ${time.value}`;

function agrees({ type, answers }: CaseTime, time: TimeMention, seen: Seen): boolean {
  if (type === 'duration' || type === 'set')
    return answers.some(({ timex }) => sameLength(timex, time.value, seen.words));
  if (type === 'time' || type === 'timerange')
    return answers.some(({ timex, start, end }) => clockAgrees(time.value, timex, start, end));
  return time.kind === 'date' && answers.some((answer) => daysAgree(answer, time, seen) && hoursAgree(answer, time));
}

interface Seen {
  readonly today: string | null;
  readonly words: string;
}

/** "several weeks" is left open here and three there. */
const sameLength = (timex: string, value: string, words: string): boolean =>
  timex === value.replace(/(?<=T\d\d):00$/, '') || (/few|several/i.test(words) && timex.replace(/\d+/, 'X') === value);

/** Where the house's own law is another, it holds: docs/dates.md says which these are. */
function daysAgree({ timex, modifier, start, end }: Answer, time: DateMention, { today, words }: Seen): boolean {
  const from = start?.slice(0, 10) ?? null;
  const to = end?.slice(0, 10) ?? null;
  const { earliest, latest, granularity } = time;
  if (from === null && to === null) return timex === time.value;
  // Early, mid and late are thirds here and halves there: the third must lie in the half.
  if (/start|mid|end/.test(modifier))
    return (from === null || (earliest ?? latest ?? '') >= from) && (to === null || (latest ?? earliest ?? '') <= to);
  // "two weeks ago" is a week here and a day there.
  if (granularity !== 'day' && from !== null && from === to)
    return earliest !== null && latest !== null && earliest <= from && from <= latest && granularity !== 'period';
  const starts = earliest === from || (earliest === today && earliest === dayBefore(from) && /^\(/.test(timex));
  const ends =
    latest === to ||
    latest === dayBefore(to) ||
    (to === null && latest === today) ||
    (/^\(/.test(timex) && to !== null && startOf(time.value.split('/').at(-1) ?? '') === to);
  // "later this week" begins today here and in the middle there.
  if (/^(?:later|earlier)\b/i.test(words)) return starts || ends;
  // "tomorrow before 5 p.m." is tomorrow.
  if (/T\d/.test(timex) && (from === null || to === null) && granularity === 'day') return starts || ends;
  return starts && ends;
}

/** "2014 to 2018" ends with 2018, not with its first day. */
function startOf(value: string): string | null {
  const { year, month, quarter } = /^(?<year>\d{4})(?:-(?<month>\d\d)|-Q(?<quarter>\d))?$/.exec(value)?.groups ?? {};
  if (year === undefined) return null;
  const first = month ?? (quarter === undefined ? '01' : String(Number(quarter) * 3 - 2).padStart(2, '0'));
  return `${year}-${first}-01`;
}

/** A written hour must be there; parts of the day and hours that were only reckoned need not. */
function hoursAgree({ timex, start, end }: Answer, { value }: TimeMention): boolean {
  return !/T\d/.test(timex) || /^PT/.test(timex) || clockAgrees(value, timex, start, end);
}

function clockAgrees(value: string, timex: string, start: string | null, end: string | null): boolean {
  const hours = [...value.matchAll(/T(?<hour>\d\d(?::\d\d)?|[A-Z]{2})/g)].map((match) => match.groups?.['hour'] ?? '');
  if (/T[A-Z]{2}/.test(timex)) return hours[0] === timex.slice(-2);
  const wanted = [start, end].flatMap((one) => /(?<hour>\d\d:\d\d)/.exec(one ?? '')?.groups?.['hour'] ?? []);
  const [first, last = first] = hours;
  return first === wanted[0] && last === (wanted[1] ?? wanted[0]);
}

const dayBefore = (day: string | null): string | null =>
  day === null ? null : new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
