import type { z } from 'zod';
import { abbreviations } from './abbreviations.ts';
import { calendar } from './calendar.ts';
import { eventRules } from './events.ts';
import { lemmas } from './lemmas.ts';
import { spelling } from './spelling.ts';
import { standing } from './standing.ts';
import { agents, pronouns, titles } from './titles.ts';
import { wires } from './wires.ts';

/**
 * What each file of `knowledge/` must look like. The key is the file's path without its ending; a key that ends in `/*`
 * stands for all files of a folder, whose lists are joined. A stage takes what it needs as `know['actors/states']`.
 */
export const schemas = {
  'languages/en/abbreviations': abbreviations,
  'languages/en/calendar': calendar,
  'languages/en/events/*': eventRules,
  'languages/en/lemmas': lemmas,
  'languages/en/spelling': spelling,
  'languages/en/standing': standing,
  'languages/en/agents': agents,
  'languages/en/pronouns': pronouns,
  'languages/en/titles': titles,
  'languages/en/wires': wires,
} satisfies Record<string, z.ZodType>;
