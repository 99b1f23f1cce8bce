import type { Status } from '../../document/claim.ts';
import type { DateMention } from '../../document/reading.ts';
import type { Tree } from '../../document/tree.ts';
import { verbForm } from '../../grammar/verb-form.ts';
import type { Match } from './match.ts';
import type { Stand } from './standing.ts';

interface Told {
  readonly tree: Tree;
  readonly stand: Stand;
  /** The time that stands with the act. */
  readonly time: DateMention | null;
  readonly published: string | null;
}

/** An act's status and time, made to agree: what has happened does not lie after the report. */
export function statusAndTime(
  { rule, trigger }: Match,
  { tree, stand, time, published }: Told,
): { readonly status: Status; readonly time: DateMention | null } {
  const told = toldStatus(rule, stand);
  if (time?.earliest == null || published === null) return { status: told, time };
  if (stand.present && time.earliest >= published.slice(0, 10)) return { status: 'scheduled', time };
  if (told !== 'occurred' || !isAhead(time.earliest, published)) return { status: told, time };
  // A time to come is not that of an act in the past tense, but of something else in its clause ("extended … to July").
  const form = verbForm(tree, trigger.carrier ?? trigger.node);
  return form.tense === 'past' || form.perfect ? { status: told, time: null } : { status: 'scheduled', time };
}

function toldStatus(rule: Match['rule'], stand: Stand): Status {
  if (rule.actors.includes('speaker')) return 'occurred';
  if (rule.status !== null && (stand.status === 'occurred' || stand.status === 'underway')) return rule.status;
  return stand.status;
}

const DAY = 24 * 60 * 60 * 1000;

/** After the day of publication, and after the next, which it may be already where the act took place. */
const isAhead = (day: string, published: string): boolean => Date.parse(day) - Date.parse(published.slice(0, 10)) > DAY;
