import type { DateMention, TimeMention } from './reading.ts';

/** Does the mention tell when, and not how long or how often? */
export const isDate = (time: TimeMention): time is DateMention => time.kind === 'date';
