import type { EventClaim } from '../../document/claim.ts';
import { open } from '../../open.ts';
import { cases } from '../../testing/cases.ts';
import { checkReading } from '../../testing/check.ts';
import { reportOf } from '../../testing/report.ts';

const { read } = open();

/** Each line is a report of Monday, 18 March 2024. What is read in it stands below it: status, certainty, type, who and whom. */
cases(import.meta.url, 'standing.cases.txt', (input, watch) =>
  input
    .split('\n')
    .map((line) => {
      const report = reportOf(line, { published: '2024-03-18' });
      const { events } = checkReading((one) => read(one, one === report ? watch : null), report);
      return [line, ...(events.length === 0 ? ['  nothing'] : events.map(shown))].join('\n');
    })
    .join('\n'),
);

function shown({ status, certainty, type, mode, actors, recipients, when }: EventClaim): string {
  const names = (list: EventClaim['actors']): string => list.map(({ name }) => name).join(', ') || 'nobody';
  return `  ${[
    status,
    ...(certainty === 'certain' ? [] : [certainty]),
    mode === null ? type : `${type}/${mode}`,
    `${names(actors)} → ${names(recipients)}`,
    ...(when === null ? [] : [`${when.earliest ?? '…'} to ${when.latest ?? '…'}`]),
  ].join(' | ')}`;
}
