import { wordsAt } from '../../document/span.ts';
import { open } from '../../open.ts';
import { underline } from '../../testing/carets.ts';
import { cases } from '../../testing/cases.ts';
import { reportOf } from '../../testing/report.ts';

const { read } = open();

/** First line: the day of the report, or "undated". */
cases(import.meta.url, 'doubt.cases.txt', (input, watch) => {
  const [day = '', ...lines] = input.split('\n');
  const text = lines.join('\n');
  const { doubts } = read(reportOf(text, { published: day === 'undated' ? null : day, language: null }), watch);
  // A doubt about the whole report needs no carets.
  const whole = doubts.filter(({ words }) => wordsAt(text, words) === text).map(({ reason }) => `all: ${reason}`);
  const parts = doubts.filter(({ words }) => wordsAt(text, words) !== text);
  return [
    underline(
      text,
      parts.map(({ words, reason }) => ({ words, label: reason })),
    ),
    ...whole,
  ].join('\n');
});
