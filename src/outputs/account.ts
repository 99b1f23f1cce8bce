import { claimsOf } from '../claims.ts';
import type { Claim, Doubt } from '../document/claim.ts';
import type { Reading } from '../document/reading.ts';
import type { Report } from '../document/report.ts';
import { wordsAt } from '../document/span.ts';
import { dayWords } from './dates.ts';
import { describe, GROUPS, TONES, voiceWords, type Group } from './describe.ts';
import { count, wrap, type Page } from './lines.ts';
import { INDENT, paintTone, quoteLines } from './marks.ts';
import { visibleLine } from './visible.ts';

/** A reading as people read it in a terminal: the report's head, its claims by kind, each with its words, its doubts. */
export function account(reading: Reading, page: Page): string {
  const claims = claimsOf(reading);
  return [
    ...head(reading.report, page),
    '',
    ...(claims.length === 0 ? [page.paint.dim('No claims were found in this report.'), ''] : []),
    ...(Object.keys(GROUPS) as Group[]).flatMap((group) => section(group, claims, page)),
    ...doubtLines(reading.report.text, reading.doubts, page),
  ].join('\n');
}

function head(report: Report, { paint, width }: Page): string[] {
  const facts = [
    report.published === null ? 'no date' : dayWords(report.published),
    ...(report.publisher === null ? [] : [report.publisher]),
    ...(report.title === null ? [] : [report.id]),
    ...(report.url === null ? [] : [report.url]),
  ];
  return [
    ...wrap(visibleLine(report.title ?? report.id), { width, indent: '' }).map(paint.bold),
    paint.dim(visibleLine(facts.join(' · '))),
  ];
}

function section(group: Group, claims: readonly Claim[], page: Page): string[] {
  const members = claims.filter((claim) => describe(claim).group === group);
  if (members.length === 0) return [];
  const title = `${page.paint.bold(page.paint.underline(GROUPS[group]))} ${page.paint.dim(String(members.length))}`;
  return [
    title,
    ...members.flatMap((claim, index) => {
      // Claims that rest on the same words stand together, and the words are shown once, below the last of them.
      const shared = members[index + 1]?.quote === claim.quote;
      return [...claimLines(claim, page), ...(shared ? [] : [...quoteLines(claim.quote, page), ''])];
    }),
  ];
}

/** One claim: who does what to whom, its circumstances, and on whose word. */
function claimLines(claim: Claim, { paint, width }: Page): string[] {
  const described = describe(claim);
  const { label, who, whom, status, facts } = described;
  const to = claim.kind === 'relation' ? ' ' : whom.length === 0 ? '' : ' → ';
  const whoWords = who.length === 0 ? 'nobody named' : who.join(', ');
  const first =
    claim.kind === 'relation'
      ? `${paint.bold(visibleLine(whoWords))} ${paint.cyan(label)}${to}${paint.bold(visibleLine(whom.join(', ')))}`
      : `${paint.cyan(label)}  ${paint.bold(visibleLine(whoWords))}${to}${paint.bold(visibleLine(whom.join(', ')))}`;
  const chip = status === null ? '' : `  ${paintTone(paint, TONES[status])(`[${status}]`)}`;
  const circumstances = [...facts, ...voiceWords(described)].map(visibleLine).join(' · ');
  return [
    `  ${first}${chip}`,
    ...(circumstances === '' ? [] : wrap(circumstances, { width, indent: INDENT }).map(paint.dim)),
  ];
}

function doubtLines(text: string, doubts: readonly Doubt[], { paint, width }: Page): string[] {
  if (doubts.length === 0) return [];
  return [
    `${paint.bold(paint.underline('Left open'))} ${paint.dim(count(doubts.length, 'doubt'))}`,
    ...doubts.map(({ reason, words }) => {
      const shown = visibleLine(wordsAt(text, words));
      const room = Math.max(20, width - reason.length - 8);
      return `  ${paint.yellow(reason.replaceAll('-', ' '))}  “${shown.length > room ? `${shown.slice(0, room)}…` : shown}”`;
    }),
    '',
  ];
}
