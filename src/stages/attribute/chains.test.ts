import { wordsAt } from '../../document/span.ts';
import type { Source } from '../../document/claim.ts';
import { open } from '../../open.ts';
import { cases } from '../../testing/cases.ts';
import { checkReading } from '../../testing/check.ts';
import { reportOf } from '../../testing/report.ts';

const { read } = open();

/** Chains of two links and more: each line a statement, on whose word it rests, the nearest first, and what was said. */
cases(import.meta.url, 'chains.cases.txt', (input, watch) => {
  const report = reportOf(input, { published: '2024-05-14' });
  const reading = checkReading((one) => read(one, one === report ? watch : null), report);
  return reading.statements
    .map((statement) => {
      const links = [statement, ...statement.voice].map(({ speaker, speakerWords, via }) => {
        const who = sourceOf({ speaker, speakerWords });
        return via === null ? who : `${who} (${via})`;
      });
      return `${links.join(' < ')}: ${statement.content.map((piece) => wordsAt(input, piece)).join(' … ')}`;
    })
    .join('\n');
});

const sourceOf = ({ speaker, speakerWords }: Source): string =>
  speaker?.name ?? (speakerWords === null ? 'nobody named' : `“${speakerWords}”`);
