import type { Knowledge } from '../knowledge/knowledge.ts';

import type { Language } from './language.ts';

type Lemmas = Knowledge['languages/en/lemmas'];
type Forms = Readonly<Record<string, readonly string[]>>;
type Index = ReadonlyMap<string, string>;

/**
 * Makes the function from an English form and its Penn Treebank tag to its lemma, spelt as the English treebanks of
 * Universal Dependencies spell it: names keep their case, comparatives give the positive, "n't" gives "not".
 */
export function englishLemma(lemmas: Lemmas): Language['lemma'] {
  const verbs = byForm(lemmas.verbs);
  const nouns = byForm(lemmas.nouns);
  const degree: Readonly<Record<string, Index>> = { J: byForm(lemmas.adjectives), R: byForm(lemmas.adverbs) };
  const small = {
    pronouns: byForm(lemmas.small.pronouns),
    determiners: byForm(lemmas.small.determiners),
    modals: byForm(lemmas.small.modals),
    adverbs: byForm(lemmas.small.adverbs),
    to: byForm(lemmas.small.to),
    figures: byForm(lemmas.figures),
    abbreviations: byForm(lemmas.abbreviations),
  };
  const silentE = endingsOf(lemmas);
  const doubles = new Set(lemmas['double consonants']);
  const singleL = new Set(lemmas['single l']);
  const inIe = new Set(lemmas['nouns in ie']);
  const inE = new Set(lemmas['nouns in e']);
  const inS = new Set(lemmas['nouns in s']);
  const noPlural = new Set(lemmas['no plural']);

  const verb = (form: string, xpos: string, helped: string | null): string => {
    if (form === "'s" && helped === 'VBN') return 'have';
    if (BE.has(form)) return 'be';
    if (xpos === 'VBZ') return VBZ.get(form) ?? withoutS(form);
    if (xpos === 'VB' || xpos === 'VBP') return PRESENT.get(form) ?? form;
    const irregular = verbs.get(form) ?? prefixed(form, verbs) ?? OTHER.get(form);
    if (irregular !== undefined) return irregular;
    if (xpos === 'VBG') return form.endsWith('ing') && form.length > 4 ? base(form.slice(0, -3), 'ing') : form;
    return form.endsWith('ed') ? base(form.slice(0, -2), 'ed') : form;
  };

  /** The word of a stem that an ending left: "plann|ed" is plan, "hop|ing" hope, "bigg|er" big. */
  const base = (stem: string, ending: string): string => {
    if (ending !== 'ing') {
      if (stem.endsWith('i')) return stem.length < 3 ? `${stem}e` : `${stem.slice(0, -1)}y`;
      if (stem.endsWith('e')) return `${stem}e`;
    }
    if (stem.endsWith('ee')) return stem;
    if (ending === 'ing' && stem.length < 3 && stem.endsWith('y')) return `${stem.slice(0, -1)}ie`;
    const last = stem.charAt(stem.length - 1);
    if (last === stem.charAt(stem.length - 2) && !isVowel(last)) {
      const single = stem.slice(0, -1);
      if (last === 'l') return singleL.has(single) || (stem.endsWith('ell') && syllables(stem) > 1) ? single : stem;
      return last === 's' || last === 'f' || (last === 'z' && single !== 'quiz') || doubles.has(stem) ? stem : single;
    }
    return losesE(stem) ? `${stem}e` : stem;
  };

  const losesE = (stem: string): boolean => {
    const whole = silentE.get(`^${stem}`);
    if (whole !== undefined) return whole;
    if (isShort(stem)) return true;
    for (let length = Math.min(5, stem.length); length > 0; length--) {
      const known = silentE.get(stem.slice(-length));
      if (known !== undefined) return known;
    }
    return false;
  };

  const plural = (form: string): string => {
    const irregular = nouns.get(form) ?? compound(form, nouns);
    if (irregular !== null) return irregular;
    if (noPlural.has(form) || !form.endsWith('s') || form.endsWith('ss') || form.length < 3) return form;
    if (form.endsWith("'s") || form.endsWith('’s')) return form.slice(0, -2);
    const tail = (words: ReadonlySet<string>, cut: number): boolean =>
      words.has(form.slice(form.lastIndexOf('-') + 1, form.length - cut));
    if (form.endsWith('ies')) return tail(inIe, 1) || form.length < 5 ? form.slice(0, -1) : `${form.slice(0, -3)}y`;
    if (!form.endsWith('es') || tail(inE, 1)) return form.slice(0, -1);
    if (tail(inS, 2)) return form.slice(0, -2);
    return /(?:ss|sh|ch|x|zz|[^aeiou]z|[^o]o)es$/.test(form) ? withoutDoubleZ(form.slice(0, -2)) : form.slice(0, -1);
  };

  const withoutS = (form: string): string => {
    if (form.endsWith('ies')) return form.length < 5 ? form.slice(0, -1) : `${form.slice(0, -3)}y`;
    if (/(?:ss|sh|ch|x|zz|[^aeiou]z|o)es$/.test(form) && !inE.has(form.slice(0, -1)))
      return withoutDoubleZ(form.slice(0, -2));
    if (form.endsWith('es') && inS.has(form.slice(0, -2))) return form.slice(0, -2);
    return form.endsWith('s') && !form.endsWith('ss') ? form.slice(0, -1) : form;
  };

  const positive = (form: string, xpos: string): string => {
    const irregular = degree[xpos.charAt(0)]?.get(form);
    if (irregular !== undefined) return irregular;
    const ending = xpos.endsWith('R') ? 'er' : 'est';
    return form.endsWith(ending) ? base(form.slice(0, -ending.length), ending) : form;
  };

  return (form, xpos, helped = null) => {
    const plain = straight(form);
    switch (xpos) {
      case 'NNP':
      case 'FW':
      case 'ADD':
      case 'GW':
        return plain;
      case 'NNPS':
        return plural(plain);
      case 'CD':
        return small.figures.get(plain.toLowerCase()) ?? figure(plain);
      case 'NN':
        return small.abbreviations.get(plain.toLowerCase()) ?? (isAcronym(plain) ? plain : plain.toLowerCase());
      case 'NNS':
        if (plain.charCodeAt(0) < 58) return plain;
        return isAcronym(plain.slice(0, -1)) && plain.endsWith('s')
          ? plain.slice(0, -1)
          : plural(demonym(plain) ? plain : plain.toLowerCase());
      case 'JJ':
        return isAcronym(plain) || demonym(plain) ? plain : plain.toLowerCase();
    }
    const lower = plain.toLowerCase();
    if (xpos.startsWith('VB')) return verb(lower, xpos, helped);
    switch (xpos) {
      case 'JJR':
      case 'JJS':
      case 'RBR':
      case 'RBS':
        return positive(lower, xpos);
      case 'PRP':
        return lower === 'i' ? 'I' : (small.pronouns.get(lower) ?? lower);
      case 'WP':
        return small.pronouns.get(lower) ?? lower;
      case 'DT':
        return small.determiners.get(lower) ?? lower;
      case 'MD':
        return small.modals.get(lower) ?? lower;
      case 'RB':
        return small.adverbs.get(lower) ?? lower;
      case 'TO':
        return small.to.get(lower) ?? lower;
      case 'POS':
        return "'s";
      default:
        return lower;
    }
  };
}

const byForm = (forms: Forms): Index =>
  new Map(Object.entries(forms).flatMap(([lemma, all]) => all.map((form) => [form, lemma] as const)));

const BE = new Set(['am', "'m", 'm', 'are', "'re", 're', 'is', 'was', 'were', 'been', 'being', 'ai', 'ar']);
const VBZ: Index = new Map([
  ["'s", 'be'],
  ['s', 'be'],
  ['has', 'have'],
  ['does', 'do'],
]);
const PRESENT: Index = new Map([
  ["'ve", 'have'],
  ['ve', 'have'],
  ['wan', 'want'],
  ["'d", 'have'],
]);
const OTHER: Index = new Map([
  ["'d", 'have'],
  ['d', 'have'],
  ['gon', 'go'],
]);

const isVowel = (letter: string): boolean => 'aeiou'.includes(letter);

/** "overthrew" where only "threw" is listed. */
function prefixed(form: string, verbs: Index): string | undefined {
  for (const prefix of ['re', 'un', 'over', 'out', 'under', 'mis', 'pre', 'co', 'inter']) {
    if (!form.startsWith(prefix)) continue;
    const rest = verbs.get(form.slice(prefix.length));
    if (rest !== undefined && form.length > prefix.length + 3) return prefix + rest;
  }
  return undefined;
}

/** "policewomen", "grandchildren" where only "women", "children" are listed. */
function compound(form: string, nouns: Index): string | null {
  for (const tail of ['men', 'women', 'children', 'wives', 'lives', 'selves', 'feet', 'teeth', 'mice'])
    if (form.endsWith(tail) && form.length > tail.length + 1)
      return form.slice(0, -tail.length) + (nouns.get(tail) ?? tail);
  return null;
}

const withoutDoubleZ = (word: string): string =>
  /[aeiou]zz$/.test(word) && word.startsWith('qu') ? word.slice(0, -1) : word;

/** Does the stem (or whole word, after `^`) want a silent e? From the lists of the knowledge, which write it with its e. */
function endingsOf(lemmas: Lemmas): ReadonlyMap<string, boolean> {
  const key = (entry: string): string => (entry.startsWith('-') ? entry.slice(1) : `^${entry}`);
  return new Map([
    ...lemmas['silent e'].map((entry) => [key(entry).slice(0, -1), true] as const),
    ...lemmas['no silent e'].map((entry) => [key(entry), false] as const),
  ]);
}

/** Groups of vowels in a word. */
function syllables(word: string): number {
  let count = 0;
  for (let at = 0; at < word.length; at++)
    if (isVowel(word.charAt(at)) && !(at > 0 && isVowel(word.charAt(at - 1)))) count++;
  return count;
}

/** One syllable that ends in one vowel and one consonant: such a stem would have doubled it, had it no silent e. */
const isShort = (stem: string): boolean => /^(?:qu|[^aeiou])*[aeiou][^aeiouwxyh]$/.test(stem);

/** Apostrophes and quotation marks straight, dashes as a hyphen, what is invisible left out. */
const straight = (form: string): string =>
  /[^\x21-\x7e]/.test(form)
    ? form
        .replace(/[‘’‛`´]/g, "'")
        .replace(/[“”„]/g, '"')
        .replace(/^[–—]$/, '-')
        .replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/g, '')
    : form;

/** "40,000" → "40000". */
const figure = (form: string): string =>
  /^\d{1,3}(?:,\d{3})+/.test(form)
    ? form.replaceAll(',', '')
    : /^[a-z-]+$/i.test(form) && !/^[IVXLCDM]+$/.test(form)
      ? form.toLowerCase()
      : form;

const isAcronym = (form: string): boolean =>
  form.length > 1 && form.length < 7 && /^[A-Z][A-Z0-9.&-]*[A-Z0-9.]$/.test(form);

/** Looks like a word made of a name: "Chinese", "American". */
const demonym = (form: string): boolean => /^[A-Z][a-z]+(?:an|ans|ese|ish|i|is|ic|ics|ch|ean|ist|ists)$/.test(form);
