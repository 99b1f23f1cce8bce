import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type Known, namesOf } from '../../knowledge/names.ts';

/** Settles the kinds of names in a sentence: its words and the classes that the network gives them. */
export type Settle = (forms: readonly string[], classes: readonly string[]) => readonly string[];

/**
 * The network knows names by shape and company, the knowledge by heart: where it knows a whole name as one kind of thing alone, that
 * is its kind. A town's name may be anybody's too, so it decides only between a place and an organisation.
 */
export function settleNames(know: Knowledge): Settle {
  const names = namesOf(know);
  const kindOf = (name: string, read: string): string => {
    const known = names.exact(name).filter(({ form }) => form === 'name' || form === 'metonym');
    const [only, ...others] = new Set(known.map(kindOfKnown));
    if (only !== undefined) return others.length === 0 && only !== null ? only : read;
    return read === 'organisation' && know.tables.town(name.toLowerCase()) !== null ? 'place' : read;
  };
  return (forms, classes) => {
    const settled = [...classes];
    for (let from = 0; from < classes.length;) {
      const read = classes[from]?.slice(2) ?? '';
      let to = from + 1;
      while (read !== '' && classes[to] === `I-${read}`) to++;
      const kind = read === '' ? '' : kindOf(forms.slice(from, to).join(' '), read);
      if (kind !== read) for (let at = from; at < to; at++) settled[at] = `${at === from ? 'B' : 'I'}-${kind}`;
      from = to;
    }
    return settled;
  };
}

/** Null for what the classes have no kind for: peoples, pacts. */
function kindOfKnown({ actor, form }: Known): string | null {
  if (actor.kind === 'state' || form === 'metonym') return 'place';
  return actor.kind === 'person' || actor.kind === 'organisation' ? actor.kind : null;
}
