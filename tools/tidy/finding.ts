/** Something in the knowledge that is wrong, or a conflict of sources that somebody should look at. */
export interface Finding {
  readonly weight: 'wrong' | 'doubtful';
  /** Path under knowledge/, without its ending. */
  readonly file: string;
  /** Id, or the fields that name a row. */
  readonly key: string;
  readonly message: string;
}

export const wrong = (file: string, key: string, message: string): Finding => ({ weight: 'wrong', file, key, message });

export const doubtful = (file: string, key: string, message: string): Finding => ({
  weight: 'doubtful',
  file,
  key,
  message,
});

export const show = ({ weight, file, key, message }: Finding): string => `${weight}: ${file}: ${key}: ${message}`;

/** A stretch of time; dates may be days, months or years. An end that is null is open. */
export interface Term {
  readonly from: string | null;
  readonly until: string | null;
}

/** Do two terms share time, their common day of handing over aside? Dates are compared as far as both tell them. */
export function overlap(a: Term, b: Term): boolean {
  return before(a.from, b.until) && before(b.from, a.until);
}

function before(from: string | null, until: string | null): boolean {
  if (from === null || until === null) return true;
  const length = Math.min(from.length, until.length);
  return from.slice(0, length) < until.slice(0, length);
}

/** Those that stand more than once in a list, each once. */
export const repeated = (list: readonly string[]): string[] => [
  ...new Set(list.filter((one, at) => list.indexOf(one) !== at)),
];
