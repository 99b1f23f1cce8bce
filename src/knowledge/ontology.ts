import { z } from 'zod';
import { PLOVER_TYPES, PREDICATES, STATUSES } from '../document/claim.ts';
import { id, number, orNull, text } from './fields.ts';
import { ORGANISATION_KINDS } from './organisations.ts';

const code = z.string().regex(/^\d{2,4}$/);

/** A mode, with the CAMEO code that it comes from where that is more than its type's root. */
const mode = z.strictObject({ id, definition: text, cameo: code.optional().transform((it) => it ?? null) });

/** The event types, each with its modes. */
export const plover = z.array(
  z.strictObject({
    id: z.enum(PLOVER_TYPES),
    definition: text,
    /** 1 and 2 are cooperation, 3 and 4 conflict; 1 and 3 in words, 2 and 4 in deeds. */
    quad: z.coerce.number().int().min(1).max(4),
    goldstein: number.min(-10).max(10),
    cameo: z.array(code),
    modes: z.array(mode),
  }),
);
export const sectors = z.array(z.strictObject({ id: z.string().regex(/^[A-Z]{3}$/), name: text, definition: text }));
export const contexts = z.array(z.strictObject({ id, definition: text }));
export const statuses = z.array(
  z.strictObject({
    id: z.enum(STATUSES),
    /** Has the act come about, may it yet, or has it not? */
    sense: z.enum(['real', 'open', 'not']),
    definition: text,
  }),
);
const participant = z.enum(['person', 'actor', 'organisation', 'pact', 'office', 'policy', 'place', 'any']);
export const predicates = z.array(
  z.strictObject({ id: z.enum(PREDICATES), definition: text, subject: participant, object: participant }),
);

/** What a role of CAMEO comes to here. */
export const cameo = z.array(
  z.strictObject({
    code: z.string().regex(/^[A-Z]{3}$/),
    sector: z.string().regex(/^[A-Z]{3}$/),
    kind: orNull(z.enum(ORGANISATION_KINDS)),
  }),
);
