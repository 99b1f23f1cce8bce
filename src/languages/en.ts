import type { Knowledge } from '../knowledge/knowledge.ts';
import { indexAgents } from './agents.ts';
import { englishLemma } from './en-lemma.ts';
import type { Language } from './language.ts';
import { indexPronouns } from './pronouns.ts';
import { indexSpeech } from './speech.ts';
import { indexTitles } from './titles.ts';

/** English, from its folder of the knowledge. */
export function english(know: Knowledge): Language {
  const abbreviations = know['languages/en/abbreviations'];
  const modifiers = know['languages/en/modifiers'];
  const spelling = know['languages/en/spelling'];
  const wires = know['languages/en/wires'];
  return {
    code: 'en',
    abbreviations: {
      beforeNames: new Set(abbreviations['before names']),
      beforeNumbers: new Set(abbreviations['before numbers']),
      inside: new Set(abbreviations.inside),
      anywhere: new Set(abbreviations.anywhere),
    },
    spelling: {
      clitics: [...spelling.clitics].sort((a, b) => b.length - a.length),
      contractions: new Map(Object.entries(spelling.contractions).map(([word, [first = '']]) => [word, first.length])),
      elisions: new Set(spelling.elisions),
      prefixes: new Set(spelling.prefixes),
      units: new Set(spelling.units),
      openers: new Set(spelling.openers),
      common: new Set(spelling.common),
    },
    wires: {
      promotions: wires.promotions,
      labels: new Set(wires.labels),
      tags: new Set(wires.tags),
      copyrights: wires.copyrights,
      bylines: wires.bylines,
      credits: wires.credits,
      headers: new Map(
        Object.entries(wires.headers).flatMap(([field, keys]) => keys.map((key) => [key, field] as const)),
      ) as Language['wires']['headers'],
    },
    relations: know['languages/en/relations'],
    calendar: know['languages/en/calendar'],
    speech: indexSpeech(know['languages/en/speech']),
    whereabouts: know['languages/en/whereabouts'],
    titles: indexTitles(know['languages/en/titles']),
    agents: indexAgents(know['languages/en/agents']),
    pronouns: indexPronouns(know['languages/en/pronouns']),
    events: know['languages/en/events/*'],
    classes: know['languages/en/classes'],
    roles: know['languages/en/roles'],
    standing: know['languages/en/standing'],
    modifiers: {
      local: new Set(modifiers.local),
      foreign: new Set(modifiers.foreign),
      idle: new Set(modifiers.idle),
      things: new Set(modifiers.things),
      manner: new Set(modifiers.manner),
      openers: new Set(modifiers.openers),
      articled: new Set(modifiers.articled),
    },
    lemma: englishLemma(know['languages/en/lemmas']),
  };
}
