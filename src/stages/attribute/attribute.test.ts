import { describe, expect, test } from 'vitest';
import type { StatementClaim } from '../../document/claim.ts';
import { wordsAt } from '../../document/span.ts';
import { open } from '../../open.ts';
import { cases } from '../../testing/cases.ts';
import { checkReading } from '../../testing/check.ts';
import { know } from '../../testing/know.ts';
import { reportOf } from '../../testing/report.ts';

const { read } = open();

/** Reports are of Tuesday, 14 May 2024. One line a statement: source <cue> content, and what else is known of it. */
cases(import.meta.url, 'attribute.cases.txt', (input, watch) => {
  const report = reportOf(input, { published: '2024-05-14' });
  const reading = checkReading((one) => read(one, one === report ? watch : null), report);
  return reading.statements.map((statement) => lineOf(statement, input)).join('\n');
});

function lineOf(statement: StatementClaim, text: string): string {
  const { id, cue, content, quoteKind, stance, channel, addressee, via, when, where, voice } = statement;
  const pieces = content.map((piece) => wordsAt(text, piece).replace(/\s+/g, ' ')).join(' … ');
  const more = [
    quoteKind,
    stance === 'asserted' ? null : stance,
    channel,
    addressee === null ? null : `to ${addressee}`,
    via === null ? null : `via ${via}`,
    when === null ? null : `on ${when.earliest ?? '?'}`,
    where === null ? null : `in ${where.name}`,
    voice.length === 0 ? null : `within ${statement.statement ?? '?'}: ${voice.map(sourceOf).join(' < ')}`,
  ].filter((part) => part !== null);
  return `${id} ${sourceOf(statement)} <${cue === null ? '' : wordsAt(text, cue)}> ${pieces} [${more.join('; ')}]`;
}

const sourceOf = ({ speaker, speakerWords }: Pick<StatementClaim, 'speaker' | 'speakerWords'>): string =>
  speaker?.name ?? (speakerWords === null ? 'nobody named' : `“${speakerWords}”`);

describe.each(know['languages/en/speech'].cues.map((cue) => [cue.id, cue.examples] as const))(
  'cue %s',
  (id, examples) => {
    test.each(examples.map((example) => [example] as const))('%s', (text) => {
      const rules = read(reportOf(text)).statements.map(({ because }) => because[0]?.rule);
      expect(rules).toContain(`cue-${id}`);
    });
  },
);
