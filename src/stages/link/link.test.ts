import { open } from '../../open.ts';
import { underline } from '../../testing/carets.ts';
import { cases } from '../../testing/cases.ts';
import { reportOf } from '../../testing/report.ts';

const { read } = open();

/** First line: the day of the report, and the place of its dateline if it has one. */
cases(import.meta.url, 'link.cases.txt', (input, watch) => {
  const [head = '', ...lines] = input.split('\n');
  const [published = null, place = null] = head.split(' ');
  const text = (place === null ? '' : `${place}: `) + lines.join('\n');
  const words = [0, place === null ? 0 : place.length + 2] as const;
  const dateline = place === null ? null : { words, place: [0, place.length] as const, date: null, agency: null };
  const furniture = dateline === null ? [] : [{ kind: 'dateline' as const, words }];
  const { mentions, actors } = read(reportOf(text, { published, dateline, furniture }), watch);
  return underline(
    text,
    mentions.map((mention, at) => {
      const actor = actors[at] ?? null;
      const country = actor?.country === null ? '' : ` ${actor?.country ?? ''}`;
      const role = actor === null || actor.as === null || actor.as === actor.name ? '' : `, ${actor.as}`;
      return { words: mention.words, label: actor === null ? 'open' : `${actor.name}${country} ${actor.kind}${role}` };
    }),
  );
});
