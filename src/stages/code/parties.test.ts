import type { Actor, EventClaim } from '../../document/claim.ts';
import { open } from '../../open.ts';
import { cases } from '../../testing/cases.ts';
import { checkReading } from '../../testing/check.ts';
import { reportOf } from '../../testing/report.ts';

const { read } = open();

/** Each input is a report of Monday, 18 March 2024; below it stand its acts, with who acts and on whom. */
cases(import.meta.url, 'parties.cases.txt', (input, watch) => {
  const report = reportOf(input, { published: '2024-03-18' });
  const { events } = checkReading((one) => read(one, one === report ? watch : null), report);
  return events.length === 0 ? 'nothing' : events.map(shown).join('\n');
});

const shown = ({ type, mode, actors, recipients, also }: EventClaim): string =>
  [
    mode === null ? type : `${type}/${mode}`,
    `${named(actors)} → ${named(recipients)}`,
    ...also.map(() => 'again'),
  ].join(' | ');

const named = (list: readonly Actor[]): string =>
  list.map(({ name, country }) => (country === null ? name : `${name} (${country})`)).join(', ') || 'nobody';
