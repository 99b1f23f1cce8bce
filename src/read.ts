import type { Report } from './document/report.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import type { Language } from './languages/language.ts';
import type { Network } from './network/network.ts';
import { begin, type Watch } from './pipe.ts';
import { ascribe } from './stages/ascribe/ascribe.ts';
import { attribute } from './stages/attribute/attribute.ts';
import { codeEvents } from './stages/code/code.ts';
import { findDoubts } from './stages/doubt/doubt.ts';
import { recogniseLanguage, type Letters } from './stages/language/language.ts';
import { linkActors } from './stages/link/link.ts';
import { findMentions } from './stages/mention/mention.ts';
import { parse } from './stages/parse/parse.ts';
import { findPlaces } from './stages/place/place.ts';
import { relate } from './stages/relate/relate.ts';
import { splitSentences } from './stages/split/split.ts';
import { resolveTimes } from './stages/time/time.ts';
import { tokenise } from './stages/tokenise/tokenise.ts';
import type { Tagger } from './tagger/tagger.ts';

/** What a reader is made of. */
export interface Parts {
  readonly language: Language;
  readonly know: Knowledge;
  readonly network: Network;
  readonly taggers: Taggers;
  readonly letters: Letters;
}

/** Linear models beside the network, each from a file of `model/` of its name. */
export interface Taggers {
  readonly attributions: Tagger;
  readonly factuality: Tagger;
}

/** Makes a reader: the stages in the order in which they work, each from the layers above it. A reading depends on the report alone. */
export function reader({ language, know, network, taggers, letters }: Parts) {
  const stages = begin<{ readonly report: Report }>()
    .add('language', recogniseLanguage(language, letters))
    .add('sentences', splitSentences(language))
    .add('tokens', tokenise(language))
    .add('trees', parse(network, language, know))
    .add('times', resolveTimes(language, know))
    .add('mentions', findMentions(language, know))
    .add('actors', linkActors(language, know))
    .add('places', findPlaces(language, know))
    .add('statements', attribute(language, know))
    .add('attributions', ascribe(taggers.attributions, language))
    .add('events', codeEvents(language, know, taggers.factuality))
    .add('relations', relate(language, know))
    .add('doubts', findDoubts(language, know));
  return (report: Report, watch: Watch | null = null) => stages.run({ report }, watch);
}
