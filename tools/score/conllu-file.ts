/** A word of CoNLL-U. */
export interface GoldWord {
  readonly form: string;
  readonly upos: string;
  readonly xpos: string;
  /** Index in the sentence, -1 for the root. */
  readonly head: number;
  readonly label: string;
}

export interface GoldSentence {
  readonly text: string;
  readonly words: readonly GoldWord[];
  /** For each word its place in `text`, in UTF-16 code units; words of one token that cannot be told apart share its place. */
  readonly places: readonly Place[];
  readonly beginsParagraph: boolean;
}

/** [start, end) in UTF-16 code units. */
export type Place = readonly [start: number, end: number];

/** Reads the sentences of a CoNLL-U file; empty nodes are left out. */
export function readConllu(conllu: string): readonly GoldSentence[] {
  return conllu
    .split(/\n\n+/u)
    .map((block) => block.split('\n').filter((line) => line !== ''))
    .filter((lines) => lines.some((line) => !line.startsWith('#')))
    .map(readSentence);
}

function readSentence(lines: readonly string[]): GoldSentence {
  const comment = (name: string): string | undefined => lines.find((line) => line.startsWith(`# ${name}`));
  const rows = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
  const words: GoldWord[] = [];
  const places: Place[] = [];
  const text = (comment('text = ') ?? '').slice('# text = '.length);
  let at = 0;
  let multi: { readonly last: number; readonly place: Place; within: number } | null = null;
  const find = (form: string): Place => {
    const from = text.indexOf(form, at);
    if (from < 0) return [at, at];
    at = from + form.length;
    return [from, at];
  };
  for (const [id = '', form = '', , upos = '', xpos = '', , head = '0', label = ''] of rows) {
    if (id.includes('.')) continue;
    if (id.includes('-')) {
      const place = find(form);
      multi = { last: Number(id.split('-')[1]), place, within: place[0] };
      continue;
    }
    words.push({ form, upos, xpos, head: Number(head) - 1, label });
    if (multi === null) places.push(find(form));
    else {
      const fits = text.startsWith(form, multi.within) && multi.within + form.length <= multi.place[1];
      places.push(fits ? [multi.within, multi.within + form.length] : multi.place);
      if (fits) multi.within += form.length;
      if (Number(id) === multi.last) multi = null;
    }
  }
  return { text, words, places, beginsParagraph: comment('newpar') !== undefined || comment('newdoc') !== undefined };
}

/** A label without its subtype: "obl:agent" → "obl". */
export function bareLabel(label: string): string {
  const colon = label.indexOf(':');
  return colon < 0 ? label : label.slice(0, colon);
}
