import type { DateMention } from '../../document/reading.ts';
import { open } from '../../open.ts';
import { cases } from '../../testing/cases.ts';
import { underline } from '../../testing/carets.ts';
import { reportOf } from '../../testing/report.ts';

const { read } = open();

/** The first line gives the day of publication; times with their TIMEX3 values. */
cases(import.meta.url, 'values.cases.txt', (input, watch) => {
  const [published = '', ...lines] = input.split('\n');
  const text = lines.join('\n');
  const { times } = read(reportOf(text, { published, dateline: null }), watch);
  return underline(
    text,
    times.map((time) => ({
      words: time.words,
      label: time.kind === 'date' ? `${time.value}: ${dated(time)}` : `${time.kind} ${time.value}`,
    })),
  );
});

/** The first line gives `published`, and a dateline after a bar. */
cases(import.meta.url, 'time.cases.txt', (input, watch) => {
  const [head = '', ...lines] = input.split('\n');
  const text = lines.join('\n');
  const [published = '', place = ''] = head.split(' | ');
  const at = place === '' ? -1 : text.indexOf(place);
  const dateline =
    at < 0
      ? null
      : ({ words: [0, at + place.length], place: [at, at + place.length], date: null, agency: null } as const);
  const { times } = read(reportOf(text, { published: published === 'undated' ? null : published, dateline }), watch);
  return underline(
    text,
    times.map((time) => ({
      words: time.words,
      label: time.kind === 'date' ? dated(time) : `${time.kind} ${time.value}`,
    })),
  );
});

const dated = ({ earliest, latest, granularity, basis }: DateMention): string =>
  `${earliest === latest && earliest !== null ? earliest : `${earliest ?? '…'} to ${latest ?? '…'}`}, ${granularity}, ${basis}`;
