import type { Knowledge } from '../knowledge/knowledge.ts';

type Pronouns = Knowledge['languages/en/pronouns'];

/** What a pronoun can stand for. */
export type PronounKind = 'male' | 'female' | 'thing' | 'many' | 'speaker' | 'hearer' | 'relative';

/** The pronouns of a language that stand for participants. All words are lower case. */
export interface PronounIndex {
  readonly kind: ReadonlyMap<string, PronounKind>;
  /** The sex that a noun or form of address tells: "spokeswoman". */
  readonly sex: ReadonlyMap<string, 'male' | 'female'>;
  /** The sex that the first of several names tells; null where it tells none. */
  readonly sexOfName: (name: string) => 'male' | 'female' | null;
}

/** Indexes pronouns by the word. */
export function indexPronouns(pronouns: Pronouns): PronounIndex {
  const kinds: readonly (readonly [readonly string[], PronounKind])[] = [
    [pronouns.person.male, 'male'],
    [pronouns.person.female, 'female'],
    [pronouns.thing, 'thing'],
    [pronouns.many, 'many'],
    [pronouns.speaker, 'speaker'],
    [pronouns.hearer, 'hearer'],
    [pronouns.relative, 'relative'],
  ];
  const given = new Map([
    ...pronouns.given.male.map((word) => [word, 'male'] as const),
    ...pronouns.given.female.map((word) => [word, 'female'] as const),
  ]);
  return {
    sexOfName: (name) => {
      const [first = '', second] = name.toLowerCase().split(' ');
      return second === undefined ? null : (given.get(first) ?? null);
    },
    kind: new Map(kinds.flatMap(([words, kind]) => words.map((word) => [word, kind] as const))),
    sex: new Map([
      ...pronouns.male.map((word) => [word, 'male'] as const),
      ...pronouns.female.map((word) => [word, 'female'] as const),
    ]),
  };
}
