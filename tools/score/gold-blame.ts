import type { Reading } from '../../src/document/reading.ts';
import { overlaps, wordsAt } from '../../src/document/span.ts';
import { evidenceSpans, type GoldActor, type GoldRecord } from './gold-file.ts';
import { nameOf, sameActor, sameName, sameSide } from './gold-names.ts';
import { sameDays, sameSource } from './gold-match.ts';

/** Stages that can be blamed, in the order in which they work. */
export type Blamed = 'mentions' | 'actors' | 'times' | 'statements' | 'events' | 'relations';

/**
 * The first stage whose layer lacks what a missed record needs: a participant that no mention names or no actor means, a
 * date that no time resolves to, a source that no statement has; else the stage that should have made the record.
 */
export function blame(record: GoldRecord, reading: Reading): Blamed {
  for (const who of participants(record)) {
    if (reading.actors.some((actor) => actor !== null && (sameSide(who, actor) || sameActor(who, actor)))) continue;
    const named = reading.mentions.some(({ words }) => sameName(who.name, wordsAt(reading.report.text, words)));
    return named ? 'actors' : 'mentions';
  }
  switch (record.kind) {
    case 'relation':
      return 'relations';
    case 'statement':
      return 'statements';
    case 'event': {
      if (record.when && !reading.times.some((time) => time.kind === 'date' && sameDays(record.when, time)))
        return 'times';
      const { speaker } = record;
      const evidence = evidenceSpans(record, reading.report.text);
      const said = reading.statements.filter((one) => evidence.some((span) => overlaps(span, one.words)));
      return speaker && !said.some((one) => sameSource(speaker, one)) ? 'statements' : 'events';
    }
  }
}

function participants(record: GoldRecord): readonly GoldActor[] {
  switch (record.kind) {
    case 'event':
      return [...record.actors, ...(record.recipients ?? [])];
    case 'statement':
      // A source that is only described needs no actor.
      return record.speaker?.country ? [record.speaker] : [];
    case 'relation': {
      const name = nameOf(record.subject);
      return name === null ? [] : [{ name, country: null }];
    }
  }
}
