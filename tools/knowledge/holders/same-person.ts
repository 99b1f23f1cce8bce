import type { Term } from '../../term/term.ts';
import { fold } from '../fold.ts';
import { days } from './dates.ts';

type Named = Pick<Term, 'name' | 'also' | 'from'>;

/**
 * Are two holders of one office one person, as far as names tell? Two shared words are enough where one name holds the other or both
 * begin and end alike, one where the terms begin within forty days. Fathers and sons of a dynasty share most of their names: there
 * the first must be the same as well.
 */
export function samePerson(a: Named, b: Named): boolean {
  const [x, y] = [waysToWrite(a), waysToWrite(b)];
  if (x.some((name) => name.includes(' ') && y.includes(name))) return true;
  const near = a.from !== null && b.from !== null && Math.abs(days(a.from) - days(b.from)) < 40;
  return x.some((one) => y.some((other) => (near && shared(one, other).length > 0) || alike(one, other)));
}

/** Do two names share a word of three letters or more? */
export function sharesWord(a: string, b: string): boolean {
  const [x, y] = [a, b].map((name) =>
    fold(name)
      .toLowerCase()
      .split(/[\s'-]+/)
      .filter((word) => word.length > 2),
  );
  return x?.some((word) => y?.includes(word)) ?? false;
}

const waysToWrite = ({ name, also }: Named): readonly string[] =>
  [name, ...also].map((one) =>
    fold(one)
      .toLowerCase()
      .replace(/[-'’.]/g, ' '),
  );

function alike(one: string, other: string): boolean {
  if (shared(one, other).length < 2) return false;
  const first = wordsOf(one)[0] === wordsOf(other)[0];
  if (DYNASTIC.test(one) || DYNASTIC.test(other)) return first;
  const [a, b] = [one.split(/\s+/), other.split(/\s+/)];
  const within = a.every((word) => b.includes(word)) || b.every((word) => a.includes(word));
  return within || (first && a.at(-1) === b.at(-1));
}

const DYNASTIC = /\b(bin|ibn|of|al|as)\b/;

function shared(one: string, other: string): readonly string[] {
  const words = wordsOf(other);
  return wordsOf(one).filter((word) => words.includes(word));
}

const wordsOf = (name: string): readonly string[] =>
  name.split(/\s+/).filter((word) => word.length > 2 && !COMMON.has(word));

/** Words that too many share. */
const COMMON: ReadonlySet<string> = new Set(
  'bin ibn van von mohammed muhammad mohamed mohammad jose juan maria the'.split(' '),
);
