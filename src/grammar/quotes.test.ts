import { describe, expect, it } from 'vitest';
import { wordsAt } from '../document/span.ts';
import { findQuotations } from './quotes.ts';

/** The quotations of a text whose paragraphs are its lines: depth, a plus where it goes on, and the words. */
function quotations(text: string): readonly string[] {
  let start = 0;
  const lines = text.split('\n').map((line) => {
    const at = start;
    start += line.length + 1;
    return [at, at + line.length] as const;
  });
  return findQuotations(text, lines).map(
    ({ inner, depth, continues }) => `${depth}${continues ? '+' : ''} ${wordsAt(text, inner)}`,
  );
}

describe('findQuotations', () => {
  const table: readonly (readonly [title: string, text: string, found: readonly string[]])[] = [
    ['curly', 'He said “no” and “never”.', ['0 no', '0 never']],
    ['straight', '"No," he said. "Never."', ['0 No,', '0 Never.']],
    [
      'single, with apostrophes',
      "'We don't know the ministers' plan,' she said.",
      ["0 We don't know the ministers' plan,"],
    ],
    ['curly single, with apostrophes', 'It’s ‘the city’s own’ choice', ['0 the city’s own']],
    ['apostrophes only', "The states' plans, John's and the '90s", []],
    ['nested', '“They told us ‘no deal’ again,” he said.', ['0 They told us ‘no deal’ again,', '1 no deal']],
    ['doubled singles', "''It is not reform,'' she said.", ['0 It is not reform,']],
    ['no blank after the closing mark', '"We all lose."Such resolve is rare, "he" said.', ['0 We all lose.', '0 he']],
    ['inches', 'a 12" gun and a 9" one', []],
    ['over paragraphs', '“One.\n“Two,” he said.', ['0 One.', '0+ Two,']],
    ['left open', '“One.\nTwo came later.', ['0 One.']],
    ['guillemets', '«Oui», a-t-il dit', ['0 Oui']],
  ];
  for (const [title, text, found] of table) it(title, () => expect(quotations(text)).toEqual(found));
});
