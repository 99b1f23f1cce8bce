import { expect, test } from 'vitest';
import { claimsOf } from '../claims.ts';
import { open } from '../open.ts';
import { cases } from '../testing/cases.ts';
import { checkReading } from '../testing/check.ts';
import { reportOf } from '../testing/report.ts';
import { know } from '../testing/know.ts';
import { CONCERNS, positionsOf } from './positions.ts';
import type { Sourced } from './rows.ts';

const { read } = open();

/** Each line of the input is a report: its day, then its text. */
cases(import.meta.url, 'positions.cases.txt', (input) => {
  const rows = input.split('\n').flatMap((line, at): readonly Sourced[] => {
    const [day = '', text = ''] = [line.slice(0, 10), line.slice(11)];
    const reading = checkReading((one) => read(one), reportOf(text, { published: day, id: `r${at + 1}` }));
    const { id, published, publisher, title, url } = reading.report;
    const report = { key: id, id, published, publisher, title, url };
    return claimsOf(reading).map((claim) => ({ report, claim }));
  });
  return positionsOf(rows)
    .flatMap(({ actor, topic, attitudes }) =>
      attitudes.map(
        ({ attitude, first, last, rows: shown }) =>
          `${actor.name} | ${attitude} | ${topic.name} | ${[...new Set([first, last])].join(' to ')} | ${shown.map(({ report }) => report.id).join(' ')}`,
      ),
    )
    .join('\n');
});

test('the rules for worry are rules', () => {
  const rules = new Set(know['languages/en/events/*'].map(({ id }) => id));
  expect([...CONCERNS].filter((rule) => !rules.has(rule))).toEqual([]);
});
