import { open } from '../../open.ts';
import { wordsAt } from '../../document/span.ts';
import { underline } from '../../testing/carets.ts';
import { cases } from '../../testing/cases.ts';
import { reportOf } from '../../testing/report.ts';

const { read } = open();

cases(import.meta.url, 'mention.cases.txt', (text, watch) => {
  const { mentions } = read(reportOf(text, { published: '2024-05-14' }), watch);
  return underline(
    text,
    mentions.map(({ words, form, name, role }) => {
      const parts = [
        form,
        name === null ? null : `name ${wordsAt(text, name)}`,
        role === null ? null : `role ${wordsAt(text, role)}`,
      ];
      return { words, label: parts.filter((part) => part !== null).join(', ') };
    }),
  );
});
