import type { Actor, Doubt, EventClaim, StatementClaim } from '../../document/claim.ts';
import type { Layers, Mention } from '../../document/reading.ts';
import { overlaps, type Span } from '../../document/span.ts';
import { isDate } from '../../document/times.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { slug } from '../../knowledge/keys.ts';
import { namesOf, type Names } from '../../knowledge/names.ts';
import type { Language } from '../../languages/language.ts';

type Needs = Pick<
  Layers,
  'report' | 'language' | 'trees' | 'mentions' | 'actors' | 'times' | 'statements' | 'events' | 'relations'
>;

/**
 * Says what the reading leaves open: a pronoun or a name that takes part in an event or is a source and means nobody known, a name
 * with several meanings, a time that nothing dates, a report that holds no claim, a language that is not read. In the order of the text.
 */
export function findDoubts(language: Language, know: Knowledge): (layers: Needs) => readonly Doubt[] {
  const isSurname = (name: string): boolean => know.tables.surname(slug(name)) !== null;
  const lists: Lists = { language, names: namesOf(know), isSurname };
  return (layers) => {
    if (!layers.language.read) return [{ words: wholeOf(layers.report.text), reason: 'language' }];
    const found = [...openActors(layers, lists), ...openTimes(layers)];
    const claims = layers.statements.length + layers.events.length + layers.relations.length;
    if (claims === 0 && layers.trees.length > 0) found.push({ words: wholeOf(layers.report.text), reason: 'not-news' });
    return found.sort((a, b) => a.words[0] - b.words[0] || a.words[1] - b.words[1]);
  };
}

const wholeOf = (text: string): Span => [0, text.length];

interface Lists {
  readonly language: Language;
  readonly names: Names;
  /** Does somebody who holds or held an office bear this surname? */
  readonly isSurname: (name: string) => boolean;
}

/** "Muller met the envoy": one word that office-holders bear, of whom nothing in the report says which. */
const isBareSurname = (actor: Actor, { form, name }: Mention, isSurname: Lists['isSurname']): boolean =>
  form === 'name' &&
  name !== null &&
  actor.country === null &&
  actor.as === null &&
  !actor.name.includes(' ') &&
  isSurname(actor.name);

/** Relations of those who take part in what a verb says. */
const TAKING_PART = /^(nsubj|obj|iobj|obl:agent)/;

function openActors(layers: Needs, { language, names, isSurname }: Lists): Doubt[] {
  const { mentions, actors, trees, events, statements } = layers;
  const found: Doubt[] = [];
  for (const [index, mention] of mentions.entries()) {
    const actor = actors[index] ?? null;
    const label = trees[mention.at.sentence]?.nodes[mention.at.node]?.label ?? '';
    if (!TAKING_PART.test(label)) continue;
    if (actor !== null) {
      if (isBareSurname(actor, mention, isSurname)) found.push({ words: mention.words, reason: 'ambiguous-name' });
      continue;
    }
    const inEvent = events.some((event) => overlaps(event.words, mention.words) && lacksSide(event));
    const isSource = label.startsWith('nsubj') && statements.some((one) => saidBy(one, mention));
    if (!inEvent && !isSource) continue;
    const reason = reasonOf(mention, layers.report.text, language, names);
    if (reason !== null) found.push({ words: mention.words, reason });
  }
  return found;
}

/** An event that has nobody on one side may owe it to a word that was left open. */
const lacksSide = (event: EventClaim): boolean => event.actors.length === 0 || event.recipients.length === 0;

/** Is the mention the subject beside a statement's cue, outside what was said? */
const saidBy = (statement: StatementClaim, mention: Mention): boolean =>
  (statement.speaker satisfies Actor | null) === null &&
  overlaps(statement.words, mention.words) &&
  !statement.content.some((piece) => overlaps(piece, mention.words));

function reasonOf(mention: Mention, text: string, language: Language, names: Names): Doubt['reason'] | null {
  if (mention.form === 'pronoun') {
    const kind = language.pronouns.kind.get(text.slice(...mention.words).toLowerCase());
    // Speakers and hearers are known from the quotation; relatives from their noun.
    return kind === 'male' || kind === 'female' || kind === 'thing' || kind === 'many' ? 'pronoun-unresolved' : null;
  }
  if (mention.name === null) return null;
  return names.exact(text.slice(...mention.name)).length > 1 ? 'ambiguous-name' : 'unknown-actor';
}

/** "03/04/2024": which is the month? */
const DAY_OR_MONTH = /^(?<one>\d{1,2})[./-](?<two>\d{1,2})[./-]\d{2,4}$/;

function openTimes({ times, report }: Needs): Doubt[] {
  return times.filter(isDate).flatMap(({ basis, words }): Doubt[] => {
    const { one, two } = DAY_OR_MONTH.exec(report.text.slice(...words))?.groups ?? {};
    const open =
      one !== undefined && two !== undefined && Number(one) < 13 && Number(two) < 13 && Number(one) !== Number(two);
    if (open) return [{ words, reason: 'ambiguous-date' }];
    return basis === 'relative' ? [{ words, reason: 'undated-time' }] : [];
  });
}
