import { describe, expect, test } from 'vitest';
import type { RelationClaim } from '../../document/claim.ts';
import { open } from '../../open.ts';
import { know } from '../../testing/know.ts';
import { reportOf } from '../../testing/report.ts';

const { read } = open();
const relations = (text: string): readonly RelationClaim[] =>
  read(reportOf(text, { published: '2021-06-15' })).relations;
const shown = ({ subject, object }: RelationClaim): string => `${subject.name} > ${object.name}`;

describe.each(know['languages/en/relations'].map((rule) => [rule.id, rule] as const))('rule %s', (id, rule) => {
  const mine = (text: string): readonly RelationClaim[] =>
    relations(text).filter(({ because }) => because.some((reason) => reason.rule === id));
  test.each(rule.examples.map(({ text, gives }) => [text, gives] as const))('%s', (text, gives) => {
    expect(mine(text).map(shown)).toContain(gives);
  });
  test.each(rule['but not'].map((text) => [text] as const))('not: %s', (text) => {
    expect(mine(text).map(shown)).toEqual([]);
  });
});
