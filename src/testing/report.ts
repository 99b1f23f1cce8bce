import type { Report } from '../document/report.ts';

/** A report for a test: the text, and whatever of the rest the test is about; all else is absent. */
export const reportOf = (text: string, given: Partial<Report> = {}): Report => ({
  id: 'test',
  text,
  published: null,
  publisher: null,
  title: null,
  url: null,
  language: 'en',
  dateline: null,
  furniture: [],
  ...given,
});
