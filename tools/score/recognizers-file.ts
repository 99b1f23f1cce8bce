import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Span } from '../../src/document/span.ts';

/** A sentence, the moment at which it is read, and the times in it. */
export interface Case {
  readonly file: string;
  readonly input: string;
  /** An ISO date and hour; null where the case gives none. */
  readonly reference: string | null;
  readonly times: readonly CaseTime[];
}

export interface CaseTime {
  readonly words: Span;
  /** `date`, `daterange`, `datetime`, `datetimerange`, `time`, `timerange`, `duration`, `set` … */
  readonly type: string;
  readonly answers: readonly Answer[];
}

/** One way to read a time. Ends as they are written, an open one null; the end is one past the last day, but not of dates written out. */
export interface Answer {
  readonly timex: string;
  readonly modifier: string;
  readonly start: string | null;
  readonly end: string | null;
}

type Json = Readonly<Record<string, unknown>>;

/** The cases of a file of Recognizers-Text (`Specs/DateTime/English`). */
export function readRecognizers(path: string): readonly Case[] {
  const cases = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, '')) as readonly Json[];
  return cases.map((one): Case => {
    const input = textOf(one['Input']);
    return {
      file: basename(path, '.json'),
      input,
      reference: textOf((one['Context'] as Json | undefined)?.['ReferenceDateTime']) || null,
      times: ((one['Results'] ?? []) as readonly Json[]).map((result) => timeOf(result, input)),
    };
  });
}

function timeOf(result: Json, input: string): CaseTime {
  const text = textOf(result['Text']);
  const start = Number(result['Start'] ?? input.toLowerCase().indexOf(text.toLowerCase()));
  return {
    words: [start, start + text.length],
    type: textOf(result['TypeName'] ?? result['Type']).replace('datetimeV2.', ''),
    answers: answersOf(result),
  };
}

function answersOf(result: Json): readonly Answer[] {
  const value = (result['Resolution'] ?? result['Value'] ?? {}) as Json;
  if (Array.isArray(value['values'])) return (value['values'] as readonly Json[]).map((one) => answer(one, one));
  return [value['FutureResolution'], value['PastResolution']].map((one) => answer(value, (one ?? {}) as Json));
}

function answer(whole: Json, ends: Json): Answer {
  const pick = (...names: readonly string[]): string | null => {
    const name = names.find((one) => typeof ends[one] === 'string' && ends[one] !== '');
    return name === undefined ? null : textOf(ends[name]);
  };
  const only = pick('value', 'date', 'dateTime', 'time');
  return {
    timex: textOf(whole['timex'] ?? whole['Timex']),
    modifier: textOf(whole['Mod']),
    start: only ?? pick('start', 'startDate', 'startDateTime', 'startTime'),
    end: only ?? pick('end', 'endDate', 'endDateTime', 'endTime'),
  };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
