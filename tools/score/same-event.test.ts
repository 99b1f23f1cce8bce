import { expect, test } from 'vitest';
import { openKnowledge } from '../../src/open.ts';
import { english } from '../../src/languages/en.ts';
import { readTellings } from '../samples/same.ts';
import { readTold } from './same-gold.ts';

test('the stories are told by their reports: all words that are marked stand in them once, and each event has a name of its own', async () => {
  const told = await readTold('samples/stories', english(openKnowledge()));
  const tellings = readTellings();
  const marked = told.flatMap(({ mentions }) => mentions);
  expect(marked).toHaveLength(tellings.length);
  expect(new Set(tellings.map(({ report }) => report)).size).toBeGreaterThan(160);
  expect(new Set(tellings.map(({ story }) => story)).size).toBe(45);
  expect(new Set(marked.filter(({ unread }) => unread).map(({ event }) => event.split(' ')[0])).size).toBe(19);
});
