import type { Reading } from '../../document/reading.ts';
import type { Report } from '../../document/report.ts';
import type { Language } from '../../languages/language.ts';
import { open } from '../../open.ts';
import { Failure } from './streams.ts';

/** The reader of this package; says what to do where a part of it has not been built. */
export function openReader(): { readonly read: (report: Report) => Reading; readonly language: Language } {
  try {
    const { read, language } = open();
    return { read: (report) => read(report, null), language };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Failure(`the reader is not whole (${error.message}): run npm run build in the package`);
    throw error;
  }
}
