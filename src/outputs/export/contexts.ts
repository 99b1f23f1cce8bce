import type { Knowledge } from '../../knowledge/knowledge.ts';

/**
 * Makes the function from an act's evidence to the contexts of PLOVER in which it stands, in the order of the list, told by
 * the words of any of its reports. A way to sift events, not a judgement on them: readings and ledger know nothing of it.
 */
export function contextsBy(
  contexts: Knowledge['languages/en/contexts'],
): (evidence: readonly string[]) => readonly string[] {
  const lists = contexts.map(({ id, words }) => ({ id, words: words.map(plain) }));
  return (evidence) => {
    const texts = evidence.map(plain);
    return lists
      .filter(({ words }) => words.some((word) => texts.some((text) => text.includes(word))))
      .map(({ id }) => id);
  };
}

/** Words in small letters with blanks around each, an owner's mark apart, so that one text is looked for in another. */
const plain = (text: string): string => ` ${(text.toLowerCase().replaceAll('’', "'").match(WORD) ?? []).join(' ')} `;

/** "covid-19", "women", "'s", "5g"; not the marks around words. */
const WORD = /'s\b|[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*/gu;
