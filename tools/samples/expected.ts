import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Actor, Claim, EventClaim, Source, VoiceLink, When } from '../../src/document/claim.ts';
import { overlaps, type Span } from '../../src/document/span.ts';
import { sameName } from '../score/gold-names.ts';

/*
 * Claims that must be read in the samples, written by hand from the reports. Only what is written is asked for; where
 * several answers are right they stand as "A|B". A name asks for an actor of that name or, for states, of that office.
 */

const text = z.string();
const names = z.array(text).default([]);
const event = z.strictObject({
  event: text,
  status: text.optional(),
  who: names,
  whom: names,
  when: text.optional(),
  where: text.optional(),
  says: text.optional(),
  words: text,
});
const statement = z.strictObject({
  statement: text,
  content: text,
  channel: text.optional(),
  when: text.optional(),
  where: text.optional(),
  via: text.optional(),
});
const relation = z.strictObject({ relation: text, subject: text, object: text.optional() });
const expected = z.union([event, statement, relation]);
export type Expected = z.infer<typeof expected>;

const FOLDER = 'tools/samples/expected';

/** By the id of the report. Throws naming the file and line's number that is malformed. */
export const readExpected = (): ReadonlyMap<string, readonly Expected[]> =>
  new Map(
    readdirSync(FOLDER)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => {
        const entries = parse(readFileSync(`${FOLDER}/${name}`, 'utf8'), { schema: 'failsafe' }) as unknown;
        const result = z.array(expected).safeParse(entries);
        if (!result.success) throw new Error(`${FOLDER}/${name}: ${z.prettifyError(result.error)}`);
        return [name.replace('.yaml', ''), result.data] as const;
      }),
  );

/** An expectation on one line, as the list of the missed shows it. */
export const expectedLine = (wanted: Expected): string =>
  Object.entries(wanted)
    .map(([key, value]) => [key, typeof value === 'object' ? value.join(', ') : (value ?? '')])
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key} ${value}`)
    .join(' | ');

/** Is there a claim that says what is expected? */
export const isRead = (wanted: Expected, claims: readonly Claim[], report: string): boolean =>
  claims.some((claim) => {
    if ('event' in wanted) return claim.kind === 'event' && isEvent(wanted, claim, report);
    if ('statement' in wanted)
      return (
        claim.kind === 'statement' &&
        isSource(wanted.statement, claim) &&
        claim.content.some((span) => touches(report, wanted.content, span)) &&
        oneOf(wanted.channel, claim.channel) &&
        isWhen(wanted.when, claim.when) &&
        (wanted.where === undefined || sameName(wanted.where, claim.where?.name)) &&
        (wanted.via === undefined || sameName(wanted.via, claim.via))
      );
    return (
      claim.kind === 'relation' &&
      oneOf(wanted.relation, claim.predicate) &&
      sameName(wanted.subject, claim.subject.name) &&
      (wanted.object === undefined || sameName(wanted.object, claim.object.name))
    );
  });

function isEvent(wanted: z.infer<typeof event>, claim: EventClaim, report: string): boolean {
  const together = claim.type === 'CONSULT' || claim.type === 'AGREE';
  const whom = together ? [...claim.recipients, ...claim.actors] : claim.recipients;
  const who = together && claim.mode !== 'visit' ? whom : claim.actors;
  return (
    wanted.event.split('|').some((type) => type === claim.type || type === `${claim.type}/${claim.mode}`) &&
    oneOf(wanted.status, claim.status) &&
    wanted.who.every((name) => who.some((actor) => isActor(name, actor))) &&
    wanted.whom.every((name) => whom.some((actor) => isActor(name, actor))) &&
    isWhen(wanted.when, claim.when) &&
    (wanted.where === undefined || sameName(wanted.where, claim.where?.name)) &&
    (wanted.says === undefined || claim.voice.some((link: VoiceLink) => isSource(wanted.says ?? '', link))) &&
    [claim.words, ...claim.also].some((span) => touches(report, wanted.words, span))
  );
}

const isActor = (names: string, actor: Actor): boolean =>
  names.split('|').some((name) => sameName(name, actor.name) || sameName(name, actor.as));

const isSource = (names: string, { speaker, speakerWords }: Source): boolean =>
  speaker === null ? names.split('|').some((name) => sameName(name, speakerWords)) : isActor(names, speaker);

const oneOf = (wanted: string | undefined, found: string | null): boolean =>
  wanted === undefined || (found !== null && wanted.split('|').includes(found));

function isWhen(wanted: string | undefined, found: When | null): boolean {
  if (wanted === undefined) return true;
  const [earliest, latest = earliest] = wanted.split('..');
  return found !== null && found.earliest === earliest && found.latest === latest;
}

function touches(report: string, wanted: string, span: Span): boolean {
  const at = report.indexOf(wanted);
  return at >= 0 && overlaps([at, at + wanted.length], span);
}
