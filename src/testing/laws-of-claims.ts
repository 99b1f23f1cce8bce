import { claimsOf } from '../claims.ts';
import type { Actor, Claim, StatementClaim, VoiceLink, When } from '../document/claim.ts';
import { PLOVER_TYPES, PREDICATES, STATUSES } from '../document/claim.ts';
import type { Reading } from '../document/reading.ts';
import { overlaps, type Span } from '../document/span.ts';
import { brokenSpan } from './laws-of-layers.ts';

/** The laws of the claims: each on its own words, in the vocabulary, with reasons, apart from furniture. One line a breach. */
export function brokenClaims(reading: Reading, rules: ReadonlySet<string>): readonly string[] {
  const claims = claimsOf(reading);
  const ids = claims.map(({ id }) => id);
  return [
    ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => `two claims have the id ${id}`),
    ...cueAsContent(reading.statements),
    ...unsorted(reading.statements, 'statements'),
    ...unsorted(reading.events, 'events'),
    ...unsorted(reading.relations, 'relations'),
    ...claims.flatMap((claim) =>
      [
        ...brokenWords(reading, claim),
        ...brokenReasons(reading, claim, rules),
        ...brokenVoice(reading, claim),
        ...brokenFields(reading, claim),
      ].map((law) => `${claim.kind} ${claim.id}: ${law}`),
    ),
    ...(reading.doubts.some(({ reason }) => reason === 'language') && claims.length > 0
      ? ['claims from a report in a language that is not read']
      : []),
  ];
}

/** Who reports another's saying reports some of the words said: "according to the envoy" alone is nobody's content. */
const cueAsContent = (statements: readonly StatementClaim[]): readonly string[] =>
  statements.flatMap(({ id, content }) =>
    statements
      .filter((other) => other.cue !== null && content[0]?.[0] === other.cue[0])
      .filter((other) => !other.content.some((said) => content.some((piece) => overlaps(piece, said))))
      .map(
        (other) => `statement ${id}: its content opens with the cue of ${other.id} and holds none of the words said`,
      ),
  );

const unsorted = (claims: readonly Claim[], layer: string): readonly string[] =>
  claims.some(({ words }, at) => (claims[at - 1]?.words[0] ?? 0) > words[0])
    ? [`${layer} are not in the order of the text`]
    : [];

/** In UTF-16 code units: words longer than this point at a passage, not at an act. */
const LONGEST = 700;

function brokenWords({ report }: Reading, claim: Claim): readonly string[] {
  const coded = [claim.words, ...claim.also, ...(claim.kind === 'statement' ? contentAndCue(claim) : [])];
  return [
    ...coded.flatMap((words) => brokenSpan(report.text, words)),
    ...coded
      .filter((words) => report.furniture.some((furniture) => overlaps(furniture.words, words)))
      .map((words) => `[${words}] lies in furniture`),
    ...(claim.quote === report.text.slice(...claim.words) ? [] : ['its quote is not what its words say']),
    ...(claim.words[1] - claim.words[0] <= LONGEST ? [] : [`its words are longer than ${LONGEST} characters`]),
  ];
}

const contentAndCue = ({ content, cue }: StatementClaim): readonly Span[] => [
  ...content,
  ...(cue === null ? [] : [cue]),
];

function brokenReasons({ report }: Reading, claim: Claim, rules: ReadonlySet<string>): readonly string[] {
  return [
    ...(claim.because.length > 0 ? [] : ['says no because']),
    ...claim.because.flatMap(({ words }) => brokenSpan(report.text, words)),
    ...claim.because
      .filter(({ rule }) => !rules.has(rule) && !isKebabCase(rule))
      .map(({ rule }) => `because of "${rule}", which is no rule`),
    ...(claim.confidence >= 0 && claim.confidence <= 1 ? [] : [`confidence ${claim.confidence}`]),
  ];
}

const isKebabCase = (name: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(name);

function brokenVoice({ report, statements }: Reading, claim: Claim): readonly string[] {
  const statement = statements.find(({ id }) => id === claim.statement) ?? null;
  return [
    ...(claim.statement !== null && statement === null ? [`its statement ${claim.statement} does not exist`] : []),
    ...(claim.statement === claim.id ? ['is its own statement'] : []),
    ...claim.voice.flatMap((link) => brokenLink(report.text, link)),
  ];
}

const brokenLink = (text: string, link: VoiceLink): readonly string[] => [
  ...(link.speaker !== null && link.speakerWords !== null ? ['a voice has both a speaker and speakerWords'] : []),
  ...(link.speaker === null ? [] : brokenActor(link.speaker)),
  ...(link.speakerWords === '' ? ['a voice has empty speakerWords'] : []),
  ...(link.cue === null ? [] : brokenSpan(text, link.cue)),
  ...brokenWhen(text, link.when),
];

function brokenFields({ report: { text, published } }: Reading, claim: Claim): readonly string[] {
  switch (claim.kind) {
    case 'event':
      return [
        ...[...claim.actors, ...claim.recipients, ...claim.initiators].flatMap(brokenActor),
        ...(PLOVER_TYPES.includes(claim.type) ? [] : [`type ${claim.type}`]),
        ...(STATUSES.includes(claim.status) ? [] : [`status ${claim.status}`]),
        ...brokenWhen(text, claim.when),
        ...(claim.status === 'occurred' && claim.when !== null && isAfter(claim.when, published)
          ? [`has occurred, on ${claim.when.earliest ?? ''}, after the report of ${published ?? ''}`]
          : []),
        ...(claim.where === null ? [] : brokenSpan(text, claim.where.words)),
      ];
    case 'statement':
      return [
        ...brokenLink(text, { ...claim, when: null }),
        ...(claim.content.length > 0 ? [] : ['has no content']),
        ...brokenWhen(text, claim.when),
        ...(claim.where === null ? [] : brokenSpan(text, claim.where.words)),
      ];
    case 'relation':
      return [
        ...[claim.subject, claim.object].flatMap((end) =>
          isActor(end) ? brokenActor(end) : end.name === '' ? ['an end without a name'] : [],
        ),
        ...(PREDICATES.includes(claim.predicate) ? [] : [`predicate ${claim.predicate}`]),
      ];
  }
}

const isActor = (end: Actor | { readonly name: string }): end is Actor => 'id' in end;

const brokenActor = ({ id, name, country }: Actor): readonly string[] => [
  ...(id === '' || name === '' ? ['an actor without an id or a name'] : []),
  ...(country === null || /^[A-Z]{3}$/.test(country) ? [] : [`${name} is of the country "${country}"`]),
];

function brokenWhen(text: string, when: When | null): readonly string[] {
  if (when === null) return [];
  const { earliest, latest, basis, words } = when;
  return [
    ...brokenSpan(text, words),
    ...[earliest, latest].filter((day) => day !== null && !isDay(day)).map((day) => `"${day}" is no day`),
    ...(earliest !== null && latest !== null && earliest > latest
      ? [`ends before it begins: ${earliest} to ${latest}`]
      : []),
    ...(basis !== 'relative' && earliest === null && latest === null ? [`a ${basis} time without a date`] : []),
  ];
}

/** A day later may be the same day, to the east of where the report is dated. */
function isAfter({ earliest }: When, published: string | null): boolean {
  if (earliest === null || published === null) return false;
  const next = new Date(`${published.slice(0, 10)}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  return earliest > next.toISOString().slice(0, 10);
}

const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10) === day;
