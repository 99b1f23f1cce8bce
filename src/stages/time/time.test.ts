import { open } from '../../open.ts';
import { cases } from '../../testing/cases.ts';
import { underline } from '../../testing/carets.ts';
import { reportOf } from '../../testing/report.ts';

const { read } = open();

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
    times.map(({ words, earliest, latest, granularity, basis }) => ({
      words,
      label: `${earliest === latest && earliest !== null ? earliest : `${earliest ?? '…'} to ${latest ?? '…'}`}, ${granularity}, ${basis}`,
    })),
  );
});
