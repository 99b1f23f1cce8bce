import { z } from 'zod';
import { day, id, inOrder, names, orNull, source, text } from './fields.ts';

const party = z.strictObject({
  /** A country's code or an organisation's id. */
  who: text,
  from: orNull(day),
  until: orNull(day),
  status: z.enum(['party', 'signatory', 'candidate', 'guarantor', 'mediator', 'former', 'suspended']).default('party'),
});

/** A treaty, pact, dialogue or initiative; each part may be spoken of and joined on its own. */
export const pact = z.strictObject({
  id,
  name: text,
  also: names,
  kind: z.enum(['alliance', 'treaty', 'trade', 'dialogue', 'peace', 'arms-control', 'initiative', 'climate', 'law']),
  parties: z.array(inOrder(party)).default([]),
  parts: z.array(z.strictObject({ id, name: text, also: names, aims: names })).default([]),
  aims: names,
  signed: orNull(day),
  from: orNull(day),
  until: orNull(day),
  source,
});
export const pacts = z.array(pact);
export type Pact = z.infer<typeof pact>;
