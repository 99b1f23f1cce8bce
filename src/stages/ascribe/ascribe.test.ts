import { wordsAt, type Span } from '../../document/span.ts';
import { open } from '../../open.ts';
import { cases } from '../../testing/cases.ts';
import { checkReading } from '../../testing/check.ts';
import { reportOf } from '../../testing/report.ts';

const { read } = open();

cases(import.meta.url, 'ascribe.cases.txt', (input, watch) => {
  const report = reportOf(input);
  const reading = checkReading((one) => read(one, one === report ? watch : null), report);
  const words = (spans: readonly Span[]): string => spans.map((span) => wordsAt(input, span)).join(' … ');
  const cueOf = (id: string): string =>
    reading.attributions.filter((one) => one.id === id).map(({ cue }) => wordsAt(input, cue))[0] ?? '';
  return reading.attributions
    .map(
      ({ source, cue, content, statement, within }) =>
        `${words(source) || 'nobody named'} <${wordsAt(input, cue)}> ${words(content)}${statement === null ? '' : ` [${statement}]`}${within === null ? '' : ` (within ${cueOf(within)})`}`,
    )
    .join('\n');
});
