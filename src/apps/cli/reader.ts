import type { Reading } from '../../document/reading.ts';
import type { Report } from '../../document/report.ts';
import type { Language } from '../../languages/language.ts';
import { open } from '../../open.ts';
import type { Refused } from '../../store/store.ts';
import { Failure } from './streams.ts';

/** The option of every command that reads. */
export interface KnowledgeOption {
  readonly knowledge?: string;
}

export interface OpenReader {
  readonly read: (report: Report) => Reading;
  readonly language: Language;
  /** Names the user's own knowledge; null where there is none. */
  readonly own: string | null;
}

/** The reader of this package, with the user's own knowledge where its folder is given; says what to do where a part is not built. */
export async function openReader(knowledge: string | null): Promise<OpenReader> {
  try {
    const own = knowledge === null ? null : (await import('./own-knowledge.ts')).ownKnowledge(knowledge);
    const { read, language } = open(own?.compiled ?? null);
    return { read: (report) => read(report, null), language, own: own?.digest ?? null };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new Failure(`the reader is not whole (${error.message}): run npm run build in the package`);
    throw error;
  }
}

/**
 * Reads a report, or says that the program failed at it. Reading never fails by the law of the house; where it does all
 * the same, one report must not keep ten thousand others out, and the fault is told with its place in the program.
 */
export function readOrRefuse(
  read: (report: Report) => Reading,
  { report, source }: { readonly report: Report; readonly source: string },
): { readonly reading: Reading } | { readonly refused: Refused } {
  try {
    return { reading: read(report) };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const frame = /\((?<place>[^()]*:\d+:\d+)\)/.exec(error.stack ?? '')?.groups?.['place'] ?? 'an unknown place';
    return {
      refused: {
        source,
        line: null,
        column: null,
        byte: null,
        code: 'E_READER',
        reason: `report ${report.id}: a fault of this program: ${error.message} at ${frame}`,
        next: 'Please report it with the text; all other reports are read',
      },
    };
  }
}
