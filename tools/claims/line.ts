import type { Actor, Claim, Source, When } from '../../src/document/claim.ts';

/**
 * A claim on one line, for snapshots and differences: all that a change of rules may change, but ids, reasons and
 * confidence. `event CONSULT/visit scheduled | Wang Yi (CHN) → Australia (AUS) | 2024-03-19 | in Australia | "Wang …"`
 */
export function claimLine(claim: Claim): string {
  return [...fields(claim), `[${claim.words.join(', ')}]`, JSON.stringify(shortened(claim.quote))].join(' | ');
}

function fields(claim: Claim): readonly string[] {
  switch (claim.kind) {
    case 'event':
      return [
        `event ${claim.type}${claim.mode === null ? '' : `/${claim.mode}`} ${claim.status}`,
        `${names(claim.actors)} → ${names(claim.recipients)}`,
        ...(claim.initiators.length > 0 ? [`by ${names(claim.initiators)}`] : []),
        ...days(claim.when),
        ...(claim.where === null ? [] : [`in ${claim.where.name}`]),
        ...(claim.certainty === 'certain' ? [] : [claim.certainty]),
        ...claim.voice.map((link) => `says ${sourceName(link)}`),
      ];
    case 'statement':
      return [
        `statement ${claim.quoteKind}`,
        sourceName(claim),
        ...(claim.addressee === null ? [] : [`to ${claim.addressee}`]),
        ...(claim.channel === null ? [] : [`by ${claim.channel}`]),
        ...(claim.via === null ? [] : [`via ${claim.via}`]),
        ...days(claim.when),
        ...(claim.where === null ? [] : [`in ${claim.where.name}`]),
        ...claim.voice.slice(claim.cue === null ? 0 : 1).map((link) => `says ${sourceName(link)}`),
      ];
    case 'relation':
      return [
        `relation ${claim.predicate}`,
        `${claim.subject.name} → ${claim.object.name}`,
        ...Object.entries(claim.qualifiers)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, value]) => `${key} ${value}`),
        ...claim.voice.map((link) => `says ${sourceName(link)}`),
      ];
  }
}

const names = (actors: readonly Actor[]): string =>
  actors.length === 0
    ? 'nobody'
    : actors.map(({ name, country }) => (country === null ? name : `${name} (${country})`)).join(', ');

const sourceName = ({ speaker, speakerWords }: Source): string =>
  speaker === null ? (speakerWords === null ? 'nobody named' : `“${speakerWords}”`) : names([speaker]);

function days(when: When | null): readonly string[] {
  if (when === null) return [];
  const { earliest, latest } = when;
  return [earliest === latest ? (earliest ?? 'some time') : `${earliest ?? '…'} to ${latest ?? '…'}`];
}

const SHOWN = 100;

const shortened = (quote: string): string => (quote.length > SHOWN ? `${quote.slice(0, SHOWN)}…` : quote);
