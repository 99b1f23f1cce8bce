import { bareReport, type Report } from '../document/report.ts';

/** A report for a test: the text, and whatever of the rest the test is about; all else is absent. */
export const reportOf = (text: string, given: Partial<Report> = {}): Report => ({
  ...bareReport('test', text, null),
  language: 'en',
  ...given,
});
