import { type Reckoning } from './nearest.ts';
import { cases } from '../../testing/cases.ts';
import { underline } from '../../testing/carets.ts';
import { know } from '../../testing/know.ts';
import { bitsOf } from './bits.ts';
import { dayOf } from './days.ts';
import { lexiconOf } from './lexicon.ts';
import { recognise } from './recognise.ts';
import { resolve } from './resolve.ts';

const lex = lexiconOf(know['languages/en/calendar']);

/** The first line gives the report's day, and where the clause looks; trees play no part here. */
cases(import.meta.url, 'expressions.cases.txt', (input) => {
  const [head = '', ...lines] = input.split('\n');
  const [published = '', direction = ''] = head.split(' ');
  const [year = 0, month = 1, day = 1] = published.split('-').map(Number);
  const today = published === 'undated' ? null : dayOf(year, month, day);
  const reckoning: Reckoning = {
    today,
    latest: today,
    direction: direction === 'past' || direction === 'coming' ? direction : null,
    told: [],
  };
  const text = lines.join('\n');
  const tokens = [...text.matchAll(/[\w.'’]*\w|\S/g)].map((match) => ({
    form: match[0],
    words: [match.index, match.index + match[0].length] as const,
  }));
  const bits = bitsOf(tokens);
  const marks = recognise(bits, lex).flatMap(({ expression, start, end }) => {
    const when = resolve(expression, reckoning);
    const [first, last] = [bits[start], bits[end - 1]];
    if (first === undefined || last === undefined) return [];
    return [
      {
        words: [first.words[0], last.words[1]] as const,
        label:
          when.kind === 'date'
            ? `${when.earliest ?? '…'} to ${when.latest ?? '…'}, ${when.granularity}, ${when.basis}`
            : `${when.kind} ${when.value}`,
      },
    ];
  });
  return underline(text, marks);
});
