import type { Span } from './span.ts';

/** What came in, once and for all: nothing after `inputs/` changes it. */
export interface Report {
  readonly id: string;
  /** The input's own text, whole; every offset of a reading refers to it. */
  readonly text: string;
  /** ISO date or date-time of publication, as the source gives it; null where nothing dates the report. */
  readonly published: string | null;
  readonly publisher: string | null;
  readonly title: string | null;
  readonly url: string | null;
  /** The language the source declares, as BCP 47; null where it declares none. */
  readonly language: string | null;
  readonly dateline: Dateline | null;
  /** Words that are not to be coded, sorted and apart; the dateline and headers are among them. */
  readonly furniture: readonly Furniture[];
}

/** How a wire opens: "WELLINGTON, March 19 (Xinhua) -- ". The parts point at their words. */
export interface Dateline {
  readonly words: Span;
  readonly place: Span | null;
  readonly date: Span | null;
  readonly agency: Span | null;
}

export interface Furniture {
  readonly kind: 'header' | 'dateline' | 'byline' | 'copyright' | 'promotion';
  readonly words: Span;
}

/** A report with nothing but an id, a text and a date. */
export const bareReport = (id: string, text: string, published: string | null): Report => ({
  id,
  text,
  published,
  publisher: null,
  title: null,
  url: null,
  language: null,
  dateline: null,
  furniture: [],
});
