import type { z } from 'zod';
import { abbreviations } from './abbreviations.ts';
import { areas } from './areas.ts';
import { calendar } from './calendar.ts';
import { cities, divisions, middles, towns } from './cities.ts';
import { classes } from './classes.ts';
import { eventRules } from './events.ts';
import { organisationHeads } from './heads.ts';
import { holders } from './holders.ts';
import { lemmas } from './lemmas.ts';
import { media } from './media.ts';
import { memberships } from './members.ts';
import { contextWords } from './contexts.ts';
import { cameo, contexts, plover, predicates, sectors, statuses } from './ontology.ts';
import { organisations } from './organisations.ts';
import { pacts } from './pacts.ts';
import { speech } from './speech.ts';
import { relations } from './relations.ts';
import { roles } from './roles.ts';
import { spelling } from './spelling.ts';
import { standing } from './standing.ts';
import { states } from './states.ts';
import { agents, modifiers, pronouns, titles } from './titles.ts';
import { whereabouts } from './whereabouts.ts';
import { wires } from './wires.ts';

/**
 * What each file of `knowledge/` must look like. The key is the file's path without its ending; a key that ends in `/*`
 * stands for all files of a folder, whose lists are joined. A stage takes what it needs as `know['actors/states']`.
 */
export const schemas = {
  'actors/media': media,
  'actors/members': memberships,
  'actors/organisations': organisations,
  'actors/states': states,
  'languages/en/abbreviations': abbreviations,
  'languages/en/calendar': calendar,
  'languages/en/classes': classes,
  'languages/en/contexts': contextWords,
  'languages/en/events/*': eventRules,
  'languages/en/lemmas': lemmas,
  'languages/en/relations': relations,
  'languages/en/roles': roles,
  'languages/en/spelling': spelling,
  'languages/en/standing': standing,
  'languages/en/agents': agents,
  'languages/en/modifiers': modifiers,
  'languages/en/pronouns': pronouns,
  'languages/en/speech': speech,
  'languages/en/titles': titles,
  'languages/en/whereabouts': whereabouts,
  'languages/en/wires': wires,
  'offices/holders': holders,
  'offices/organisation-heads': organisationHeads,
  'ontology/cameo': cameo,
  'ontology/contexts': contexts,
  'ontology/plover': plover,
  'ontology/predicates': predicates,
  'ontology/sectors': sectors,
  'ontology/statuses': statuses,
  'pacts/*': pacts,
  'places/areas': areas,
  'places/cities': cities,
  'places/divisions': divisions,
  'places/middles': middles,
  'places/towns': towns,
} satisfies Record<string, z.ZodType>;
