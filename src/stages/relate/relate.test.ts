import { open } from '../../open.ts';
import { cases } from '../../testing/cases.ts';
import { reportOf } from '../../testing/report.ts';

const { read } = open();

/** One line a relation: its ends, its qualifiers, on whose word, its words and how often it is told again. */
cases(import.meta.url, 'relate.cases.txt', (text, watch) =>
  read(reportOf(text, { published: '2021-06-15' }), watch)
    .relations.map(({ subject, predicate, object, qualifiers, voice, quote, also }) => {
      const marks = Object.entries(qualifiers).map(([key, value]) => ` ${key}=${String(value)}`);
      const said = voice.map(({ speaker, speakerWords }) => ` (${speaker?.name ?? speakerWords ?? ''})`);
      return `${subject.name} ${predicate} ${object.name}${marks.join('')}${said.join('')}: ${quote}${also.length > 0 ? ` +${also.length}` : ''}`;
    })
    .join('\n'),
);
