import type { Furniture, Report } from '../document/report.ts';
import { wordsAt, type Span } from '../document/span.ts';
import type { Language } from '../languages/language.ts';
import { dateOf, isLikely, publishedDate, type PublishedDate } from './dates.ts';
import { datelineOf, type FoundDateline } from './dateline.ts';
import { copyrightAtEnd, furnitureOf } from './furniture.ts';
import { headersOf } from './headers.ts';
import type { Warning } from './input.ts';
import { filledLines } from './lines-of-text.ts';

/** What a source says of a report besides its text; null where it says nothing. */
export type Given = Omit<Report, 'text' | 'dateline' | 'furniture'>;

/** Lines from the top in which a byline or dateline may stand, and from the end in which a note of copyright may. */
const TOP = 8;
const BOTTOM = 8;

/**
 * Makes a report of a text and of what its source says of it. What the text's own header and dateline add fills the fields
 * that are still open; the text itself is untouched, and what is not to be coded is marked.
 */
export function makeReport(
  text: string,
  given: Given,
  language: Language,
): { readonly report: Report; readonly warnings: readonly Warning[] } {
  const headers = headersOf(text, language.wires);
  const field = (name: Parameters<typeof headers.fields.get>[0]): string | null => headers.fields.get(name) ?? null;
  const body = headers.words?.[1] ?? 0;
  const { found, furniture } = furnish(text, body, language);
  const dated = publishedFrom(given.published ?? field('published'), found?.date ?? null, language);
  const marks: Furniture[] =
    headers.words === null ? furniture : [{ kind: 'header', words: headers.words }, ...furniture];
  return {
    report: {
      id: given.id,
      text,
      published: dated.iso,
      publisher: given.publisher ?? field('publisher') ?? wordsOf(text, found?.dateline.agency ?? null),
      title: given.title ?? field('title'),
      url: given.url ?? field('url'),
      language: given.language ?? field('language'),
      dateline: found?.dateline ?? null,
      furniture: apart(marks),
    },
    warnings: dated.warnings,
  };
}

const wordsOf = (text: string, span: Span | null): string | null => (span === null ? null : wordsAt(text, span));

/** Finds the dateline near the top, and the furniture of all lines below the header. */
function furnish(
  text: string,
  from: number,
  language: Language,
): { readonly found: FoundDateline | null; readonly furniture: Furniture[] } {
  const lines = [...filledLines(text)].filter(([start]) => start >= from);
  let found: FoundDateline | null = null;
  const furniture: Furniture[] = [];
  lines.forEach((line, at) => {
    const mark = furnitureOf(text, line, language.wires, { near: at < TOP || at >= lines.length - BOTTOM });
    if (mark !== null) furniture.push(mark);
    else {
      if (found === null && at < TOP) {
        found = datelineOf(text, line, language);
        if (found !== null) furniture.push({ kind: 'dateline', words: found.dateline.words });
      }
      const copyright = at >= lines.length - BOTTOM ? copyrightAtEnd(text, line) : null;
      if (copyright !== null) furniture.push({ kind: 'copyright', words: copyright });
    }
  });
  return { found, furniture };
}

/** The date that the source states, else the one that its header's year and its dateline's day make. No year is guessed. */
function publishedFrom(
  stated: string | null,
  dateline: PublishedDate | null,
  { calendar }: Language,
): { readonly iso: string | null; readonly warnings: readonly Warning[] } {
  const date = stated === null ? null : publishedDate(stated, calendar);
  if (date?.kind === 'date') return { iso: date.iso, warnings: unlikely(date.iso) };
  const warnings: Warning[] =
    date === null || date.kind === 'year'
      ? []
      : [
          {
            code: 'W_DATE',
            line: null,
            reason: `${date.kind === 'ambiguous' ? 'day and month cannot be told apart in' : 'no date can be told from'} "${(stated ?? '').slice(0, 60)}"`,
          },
        ];
  if (dateline?.kind === 'date') return { iso: dateline.iso, warnings };
  if (dateline?.kind !== 'day' || date?.kind !== 'year') return { iso: null, warnings };
  const whole = dateOf(date.year, dateline.month, dateline.day);
  return { iso: whole.kind === 'date' ? whole.iso : null, warnings };
}

/** A date at which no report was published is kept, with a warning; the clock is not asked. */
const unlikely = (iso: string): readonly Warning[] =>
  isLikely(iso) ? [] : [{ code: 'W_DATE', line: null, reason: `"${iso}" is no likely day of publication` }];

/** Sorted, none over another. */
function apart(furniture: readonly Furniture[]): readonly Furniture[] {
  const sorted = [...furniture].sort((a, b) => a.words[0] - b.words[0]);
  return sorted.filter(({ words }, at) => at === 0 || words[0] >= (sorted[at - 1]?.words[1] ?? 0));
}
