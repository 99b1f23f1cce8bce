import type { Knowledge } from '../knowledge/knowledge.ts';

type Lemmas = Knowledge['languages/en/lemmas'];
type Forms = Readonly<Record<string, readonly string[]>>;
type Index = ReadonlyMap<string, string>;

/**
 * Makes the function from an English form and its Penn Treebank tag to its lemma, spelt as the English treebanks of
 * Universal Dependencies spell it: names keep their case, comparatives give the positive, "n't" gives "not".
 */
export function englishLemma(lemmas: Lemmas): (form: string, xpos: string) => string {
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
  const withE = new Set(lemmas['silent e']);
  const withoutE = new Set(lemmas['no silent e']);
  const inIe = new Set(lemmas['nouns in ie']);
  const inE = new Set(lemmas['nouns in e']);
  const inS = new Set(lemmas['nouns in s']);
  const noPlural = new Set(lemmas['no plural']);

  const verb = (form: string, xpos: string): string => {
    const be = BE.get(form);
    if (be !== undefined && be !== null) return be;
    switch (xpos) {
      case 'VBZ':
        return VBZ.get(form) ?? withoutS(form);
      case 'VBD':
      case 'VBN':
        return (
          verbs.get(form) ??
          prefixed(form, verbs) ??
          PAST.get(form) ??
          (form.endsWith('ed') ? base(form.slice(0, -2), form) : form)
        );
      case 'VBG':
        if (form.endsWith('in') || form.endsWith("in'")) return base(form.slice(0, form.lastIndexOf('in')), form);
        return form.endsWith('ing') && form.length > 4 ? base(form.slice(0, -3), form) : (GERUNDS.get(form) ?? form);
      default:
        return VBP.get(form) ?? form;
    }
  };

  /** The verb of a stem that -ed or -ing left. */
  const base = (stem: string, form: string): string => {
    if (stem.endsWith('i') && form.endsWith('ed')) return `${stem.slice(0, -1)}y`;
    if (stem.length < 3 && stem.endsWith('y')) return form.endsWith('ing') ? `${stem.slice(0, -1)}ie` : stem;
    if (withE.has(`${stem}e`)) return `${stem}e`;
    if (withoutE.has(stem)) return stem;
    const last = stem.at(-1) ?? '';
    if (last === stem.at(-2) && !isVowel(last)) {
      const single = stem.slice(0, -1);
      return 'lsfz'.includes(last) && !withoutE.has(single) ? stem : single;
    }
    return needsE(stem) ? `${stem}e` : stem;
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
    const cut = xpos.endsWith('R') ? (form.endsWith('er') ? 2 : 0) : form.endsWith('est') ? 3 : 0;
    if (cut === 0) return form;
    const stem = form.slice(0, -cut);
    if (stem.endsWith('i')) return `${stem.slice(0, -1)}y`;
    const last = stem.at(-1) ?? '';
    if (last === stem.at(-2) && 'bdgmnpt'.includes(last)) return stem.slice(0, -1);
    return stem.endsWith('e') || needsEInAdjective(stem) ? `${stem}e` : stem;
  };

  return (form, xpos) => {
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
        return isAcronym(plain.slice(0, -1)) && plain.endsWith('s')
          ? plain.slice(0, -1)
          : plural(demonym(plain) ? plain : plain.toLowerCase());
      case 'JJ':
        return isAcronym(plain) || demonym(plain) ? plain : plain.toLowerCase();
    }
    const lower = plain.toLowerCase();
    if (xpos.startsWith('VB')) return verb(lower, xpos);
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
        return lower === 's' ? "'s" : lower;
      default:
        return lower;
    }
  };
}

const byForm = (forms: Forms): Index =>
  new Map(Object.entries(forms).flatMap(([lemma, all]) => all.map((form) => [form, lemma] as const)));

const BE: Index = new Map(
  ['am', "'m", 'm', 'are', "'re", 're', 'is', 'was', 'were', 'been', 'being', 'ai'].map((form) => [form, 'be']),
);
const VBZ: Index = new Map([
  ["'s", 'be'],
  ['s', 'be'],
  ['has', 'have'],
  ['does', 'do'],
  ['goes', 'go'],
]);
const VBP: Index = new Map([
  ["'ve", 'have'],
  ['ve', 'have'],
  ['wan', 'want'],
  ["'d", 'have'],
  ['du', 'do'],
]);
const PAST: Index = new Map([
  ["'d", 'have'],
  ['d', 'have'],
  ['got', 'get'],
]);
const GERUNDS: Index = new Map([['gon', 'go']]);

const isVowel = (letter: string): boolean => 'aeiou'.includes(letter);

/** "overthrew" where only "threw" is listed. */
function prefixed(form: string, verbs: Index): string | null {
  for (const prefix of ['re', 'un', 'over', 'out', 'under', 'mis', 'pre', 'co', 'inter']) {
    if (!form.startsWith(prefix)) continue;
    const rest = verbs.get(form.slice(prefix.length));
    if (rest !== undefined && form.length > prefix.length + 3) return prefix + rest;
  }
  return null;
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

/** Has a stem lost a silent e? By its last letters; what they do not tell stands in the lists of the knowledge. */
function needsE(stem: string): boolean {
  const last = stem.at(-1) ?? '';
  if ('cuvz'.includes(last)) return !/[aeo]u$/.test(stem);
  if (last === 's') return !/(?:[aei]s|us)$/.test(stem) || /(?:[aeiou][aeiou]s|[ai]s)$/.test(stem);
  if (last === 'g') return /(?:[^aeiou]|[ae])g$/.test(stem) && !/(?:[aeiou]|^.?.?[aeiou])ng$/.test(stem);
  if (/[^aeiou]l$/.test(stem)) return !/[rwl]l$/.test(stem);
  if (/[^aeiou][^aeiou]$/.test(stem))
    return /(?:th)$/.test(stem) && /(?:ea|oo|[^aeiou][aeiou])th$/.test(stem) && stem.length < 6;
  if (/[aeiou][aeiou][^aeiou]$/.test(stem))
    return (
      /(?:qu[aeiou]|[iu]at|[iue]at(?<!eat)|creat|uid|iev|eiv)[^aeiou]?$/.test(stem) &&
      !/qu[aeiou][a-z]?[aeiou]/.test(stem)
    );
  if (/^[^aeiou]*[aeiou][^aeiouwxy]$/.test(stem)) return true;
  return /(?:at|[iu]t(?<![nmsbd]it)|ut|et(?<=[lp]et)|ot(?<=[nvm]ot)|id|ad|ud|od|ak|ik|ok|ir|ur|ar(?<=[phl]ar)|or(?<=[lni]or)|er(?<=[hd]er)|[pfblmn]in|un|[st]im|um|ap|op(?<=[cl]op)|yp|al(?<=[cv]al)|il|ol(?<=[ns]ol)|ul|om(?<=com)|ib|ub|ob|ag)$/.test(
    stem,
  );
}

const needsEInAdjective = (stem: string): boolean =>
  /(?:[aiou]r(?<!oor|air|eir|our)|[aeiou][cgsvz]|[^aeiou][cgvz](?<!ng)|[bcdfgpt]l|[wi]d(?<=wid)|[fi]n(?<=[fi]in)|it(?<=it)(?<=[hl]it)|[aiou]t(?<=[ctl][ou]t)|[aiu]m(?<=am)|af|bl|pl)$/.test(
    stem,
  ) && !/(?:ng|ew)$/.test(stem);

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
