import { fold } from '../fold.ts';

/** A name as news writes it, and other ways to write it: without accents, with a curled apostrophe. */
export interface CleanName {
  readonly name: string;
  readonly also: readonly string[];
}

/** Takes titles, ranks, brackets and ordinals off a name as lists give it; null where that is no name, or not in Latin letters. */
export function cleanName(label: string): CleanName | null {
  const bare = withoutTitles(
    label
      .replace(/\s+/g, ' ')
      // Brackets hold notes, but for the name by which news knows a president of Fiji.
      .replace(/ \((?!.*\bGeorge\b)[^)]*\)/g, '')
      .replace(/"[^"]*" ?/g, '')
      .trim()
      .replace(/, (Jr|Jnr|Sr)\.?$/, ' $1.')
      .replace(/ Jr\.?$| Jnr\.?$/, ' Jr.'),
  );
  if (/^Q\d+$|^vacant$/i.test(bare) || !LATIN.test(bare) || bare.length < 2) return null;
  const name = bare === bare.toUpperCase() && bare.length > 3 ? capitalised(bare) : bare;
  const also = [
    ...(fold(name) === name ? [] : [fold(name)]),
    ...(name.includes("'") ? [name.replaceAll("'", '’')] : []),
  ];
  return { name, also };
}

/** "Dr. Ada Reed" → "Ada Reed", "Ada Reed, Baroness Reed of Hull" → "Ada Reed", "Sr. Reed" → "Reed". */
const withoutTitles = (name: string): string =>
  name
    .replace(STYLE, '')
    .replace(PEERAGE, '')
    .replace(/, \d.*$/, '')
    .replace(/ of (the )?[A-Z]\p{L}+( [A-Z]\p{L}+)?$/u, '')
    .replace(/^(Co-prince|Sr\.|Gen\.|Capt\.) +/, '');

const STYLE =
  /^(?:Sir|Dame|Dr|Dr\.|Sr\. Gen\.|Gen\.|General|Col\.|Capt\.|Lt\. Gen\.|Ratu|Dato'?|Datuk|Tan Sri|Tun|Sheikh|Shaikh) (?=\S+ \S)/;
const PEERAGE =
  /, (Grand Duke|Prince|King|Queen|Emperor|Emir|Crown Prince|Baron|Viscount|Count|Duke|Lord|Baroness) .*$/;
const LATIN = /^\p{Script=Latin}[\p{Script=Latin}\p{M}\s.'’ʻʿ‘`()-]*$/u;

const capitalised = (name: string): string =>
  name.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
