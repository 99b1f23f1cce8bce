import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { intake } from '../../src/apps/cli/intake.ts';
import { plainDelivery, type Delivery } from '../../src/document/delivery.ts';
import { bareReport, type Report } from '../../src/document/report.ts';
import type { Span } from '../../src/document/span.ts';
import type { Language } from '../../src/languages/language.ts';
import { readTellings } from '../samples/same.ts';
import { readMeantime } from './meantime-file.ts';
import { isUnread } from './unread.ts';

/** Words of a report that tell an event; the same event in other reports has the same name. */
export interface Mention {
  readonly words: Span;
  readonly event: string;
  /** Whether its story, or its event where there are no stories, is in the fifth that nobody looks into. */
  readonly unread: boolean;
}

export interface ToldReport {
  readonly report: Report;
  readonly delivery: Delivery;
  readonly mentions: readonly Mention[];
}

/** Reports with the events that their words tell: the samples' stories, or MEANTIME's files. Throws where a report is refused. */
export async function readTold(path: string, language: Language): Promise<readonly ToldReport[]> {
  const files = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .sort()
        .map((name) => join(path, name))
    : [path];
  const annotated = files.filter((name) => name.endsWith('.xml'));
  return annotated.length > 0 ? annotated.map(meantimeReport) : sampleReports(path, language);
}

async function sampleReports(path: string, language: Language): Promise<readonly ToldReport[]> {
  const tellings = readTellings();
  const told: ToldReport[] = [];
  for await (const taken of intake([path], { from: null, encoding: null, language })) {
    if (taken.kind === 'refused') throw new Error(`${taken.refused.source}: ${taken.refused.reason}`);
    if (taken.kind !== 'report') continue;
    const { report, delivery } = taken;
    const mentions = tellings
      .filter((telling) => telling.report === report.id)
      .map(({ words, event, story }) => ({ words: placeOf(words, report), event, unread: isUnread(story) }));
    told.push({ report, delivery, mentions });
  }
  return told;
}

function placeOf(words: string, { id, text }: Report): Span {
  const start = text.indexOf(words);
  if (start < 0 || text.indexOf(words, start + 1) >= 0) throw new Error(`${id}: "${words}" must stand there once`);
  return [start, start + words.length];
}

function meantimeReport(path: string): ToldReport {
  const { text, published, events } = readMeantime(path);
  const mentions = events.map(({ words, event }) => ({ words, event, unread: isUnread(event) }));
  return { report: bareReport(basename(path), text, published), delivery: plainDelivery(null), mentions };
}
