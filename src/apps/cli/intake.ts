import type { Report } from '../../document/report.ts';
import type { Refused } from '../../store/store.ts';

/** What came of one input or one record of it. */
export type Taken =
  | { readonly kind: 'report'; readonly report: Report; readonly source: string }
  | { readonly kind: 'empty'; readonly source: string }
  | { readonly kind: 'refused'; readonly refused: Refused };

/** How a refusal is told: place, code, reason, and what to do next. */
export function refusalLine({ source, line, byte, code, reason, next }: Refused): string {
  const place = [source, ...(line === null ? [] : [`line ${line}`]), ...(byte === null ? [] : [`byte ${byte}`])].join(
    ', ',
  );
  return `${place}: ${code} ${reason}. ${next}`;
}

export interface InputOptions {
  readonly from?: string;
  readonly encoding?: string;
}

// INTERIM until src/inputs exists.
export async function* intake(paths: readonly string[], _options: InputOptions): AsyncGenerator<Taken> {
  const { readFileSync } = await import('node:fs');
  for (const path of paths) {
    const text = readFileSync(path === '-' ? 0 : path, 'utf8');
    const one = (given: Partial<Report>): Taken => ({
      kind: 'report',
      source: path,
      report: {
        id: path,
        text,
        published: null,
        publisher: null,
        title: null,
        url: null,
        language: null,
        dateline: null,
        furniture: [],
        ...given,
      },
    });
    if (path.endsWith('.jsonl'))
      for (const line of text.split('\n').filter(Boolean)) yield one(JSON.parse(line) as Partial<Report>);
    else yield one({ published: /Date: (\S+)/.exec(text)?.[1] ?? null, title: /Title: (.*)/.exec(text)?.[1] ?? null });
  }
}
