import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

/*
 * Which words of the stories tell one event, written by hand from the reports before anybody looked at what is read in
 * them. A denial is another event than what it denies, and so is a second round, a second blow, a visit the other way.
 */

const text = z.string();
const events = z.array(
  z.strictObject({
    event: text,
    told: z.array(z.strictObject({ in: text, words: text })).min(1),
  }),
);

/** Words of a report, which stand there once, that tell an event of a story. */
export interface Telling {
  readonly report: string;
  readonly words: string;
  readonly story: string;
  /** Unique among all stories. */
  readonly event: string;
}

const FOLDER = 'tools/samples/same';

/** Every telling of every story. Throws naming the file that is malformed. */
export const readTellings = (): readonly Telling[] =>
  readdirSync(FOLDER)
    .sort()
    .flatMap((name) => {
      const story = basename(name, '.yaml');
      const result = events.safeParse(parse(readFileSync(`${FOLDER}/${name}`, 'utf8'), { schema: 'failsafe' }));
      if (!result.success) throw new Error(`${FOLDER}/${name}: ${z.prettifyError(result.error)}`);
      return result.data.flatMap(({ event, told }) =>
        told.map(({ in: report, words }) => ({ report, words, story, event: `${story} ${event}` })),
      );
    });
