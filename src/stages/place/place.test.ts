import { open } from '../../open.ts';
import { cases } from '../../testing/cases.ts';
import { underline } from '../../testing/carets.ts';
import { reportOf } from '../../testing/report.ts';

const { read } = open();

cases(import.meta.url, 'place.cases.txt', (text, watch) => {
  const { places } = read(reportOf(text, { published: '2025-02-12' }), watch);
  return underline(
    text,
    places.map(({ words, name, country, coordinates, sort, stands }) => ({
      words,
      label: [
        `${name}, ${country ?? 'open'}`,
        ...(coordinates === null ? [] : [coordinates.join(' ')]),
        ...(sort === null || sort === 'town' ? [] : [sort]),
        ...(stands === 'where' ? [] : [stands]),
      ].join(', '),
    })),
  );
});
