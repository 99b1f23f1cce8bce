import { describe, expect, test } from 'vitest';
import type { EventClaim } from '../../document/claim.ts';
import { open } from '../../open.ts';
import { reportOf } from '../../testing/report.ts';

const { read, know } = open();
const events = (text: string, published: string | null): readonly EventClaim[] =>
  read(reportOf(text, { published })).events;

describe.each(know['languages/en/events/*'].map((rule) => [rule.id, rule] as const))('rule %s', (_id, rule) => {
  test.each(rule.examples.map((example) => [example.text, example] as const))('%s', (text, example) => {
    const found = events(text, example.published ?? null).filter((event) => event.type === rule.type);
    const told = found.map((event) => ({
      actors: event.actors.map((actor) => actor.name),
      recipients: event.recipients.map((actor) => actor.name),
      status: event.status,
    }));
    // What an example leaves out is left open.
    expect(told).toContainEqual({
      actors: example.actors.length > 0 ? example.actors : (expect.any(Array) as unknown),
      recipients: example.recipients.length > 0 ? example.recipients : (expect.any(Array) as unknown),
      status: example.status ?? (expect.any(String) as unknown),
    });
  });
  test.each(rule['but not'].map((text) => [text] as const))('not: %s', (text) => {
    expect(events(text, null).filter((event) => event.because[0]?.rule === rule.id)).toEqual([]);
  });
});
