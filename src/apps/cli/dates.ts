import { EXIT, Failure } from './streams.ts';

/** A date given on the command line, checked: V8 would quietly make 2 March of 31 February. */
export function dateOption(given: string | undefined, name: string): string | null {
  if (given === undefined) return null;
  const parts = /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)$/.exec(given)?.groups;
  const [year, month, day] = [Number(parts?.['year']), Number(parts?.['month']), Number(parts?.['day'])];
  const made = new Date(Date.UTC(year, month - 1, day));
  if (parts === undefined || made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day)
    throw new Failure(`${name} ${given}: not a date; write it as 2024-03-18`, EXIT.usage);
  return given;
}
