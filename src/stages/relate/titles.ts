import type { Mention } from '../../document/reading.ts';
import { hull } from '../../document/span.ts';
import type { Tree } from '../../document/tree.ts';
import { nodeAt, preposition } from '../../grammar/phrase.ts';
import type { Language } from '../../languages/language.ts';
import { capitalised, type Title } from '../../languages/titles.ts';
import type { Draft, Rule } from './draft.ts';
import { isActor, type End, type Ends, type Linked } from './ends.ts';
import { holderOf, type Holder } from './holder.ts';

/**
 * Offices, spokespeople and members that a title tells: before or behind a name, in apposition, or after "is". A title alone
 * ("the minister said") tells no relation, whoever it means.
 */
export function titleDrafts(
  rules: readonly Rule[],
  language: Language,
  trees: readonly Tree[],
  ends: Ends,
  kindOf: KindOf,
): readonly Draft[] {
  const known = new Map<Tree, readonly Title[]>();
  const titlesOf = (tree: Tree): readonly Title[] => {
    const titles = known.get(tree) ?? language.titles.all(tree.nodes);
    known.set(tree, titles);
    return titles;
  };
  return ends.all.flatMap((linked): readonly Draft[] => {
    const { mention } = linked;
    const tree = trees[mention.at.sentence];
    if (mention.role === null || tree === undefined) return [];
    const title = titleAt(tree, mention, titlesOf(tree));
    if (title === null) return [];
    const holder = holderOf(linked, tree, ends);
    if (holder === null) return [];
    const told = rules
      .filter((rule) => isFor(rule, title))
      .map((rule) => ({ rule, object: objectOf(rule, title, { linked, holder, tree, ends }) }))
      .find(({ rule, object }) => object !== null && admitsBody(rule, object, kindOf));
    if (told === undefined || told.object === null) return [];
    const { rule, object } = told;
    const words = holder.mention === null ? mention.words : hull([mention.words, holder.mention.words]);
    const qualifiers = {
      ...(title.past ? { former: true } : {}),
      ...(title.meanwhile === null ? {} : { [title.meanwhile]: true }),
    };
    return [
      {
        rule,
        subject: holder.actor,
        object,
        qualifiers,
        words,
        confidence: holder.mention === null ? 0.9 : 0.8,
        told: holder.said,
      },
    ];
  });
}

/** The title of a mention; of several in a row ("Police Chief Gen.") the first that is an office and not a rank. */
function titleAt(tree: Tree, { role, words }: Mention, titles: readonly Title[]): Title | null {
  const inside = titles.filter((one) => {
    const [start, end] = [tree.nodes[one.from]?.words[0] ?? -1, tree.nodes[one.to - 1]?.words[1] ?? -1];
    return words[0] <= start && end <= words[1];
  });
  const own = inside.find((one) => tree.nodes[one.to - 1]?.words[1] === role?.[1]) ?? null;
  const before = own === null ? undefined : inside.find((one) => one.to === own.from && one.head.lone);
  return before ?? own;
}

/** The kind of a known organisation by its id; null where it is not known. */
export type KindOf = (id: string) => Rule['bodies'][number] | null;

/** Rules that name the title's head come before the one for all offices, as they stand in the knowledge. */
const isFor = (rule: Rule, { head }: Title): boolean =>
  rule.titles.includes(head.id) || (rule.titles.length === 0 && !rule['except titles'].includes(head.id));

export function admitsBody({ bodies }: Rule, end: End, kindOf: KindOf): boolean {
  const kind = isActor(end) ? kindOf(end.id) : null;
  return bodies.length === 0 || (kind !== null && bodies.includes(kind));
}

interface Around {
  readonly linked: Linked;
  readonly holder: Holder;
  readonly tree: Tree;
  readonly ends: Ends;
}

function objectOf(rule: Rule, title: Title, around: Around): End | null {
  const owner = ownerOf(title, around);
  const body =
    owner !== null && (!isActor(owner) || (owner.kind !== 'state' && owner.kind !== 'person')) ? owner : null;
  if (rule.predicate === 'member-of') return body;
  if (rule.predicate === 'speaks-for') return spokenFor(title, owner, around);
  const as = around.holder.actor.as;
  const rank = [title.past ? 'former' : null, title.meanwhile].filter((word) => word !== null).join(' ');
  const known = as !== null && LINKED.test(as) ? as : null;
  // What linking calls the office, where it speaks of this title or knows a state's leader by a better one.
  const same =
    known !== null &&
    (title.head.same || known.toLowerCase().includes(title.office) || (body === null && title.head.of === 'body'));
  if (same && (body === null || known.includes(body.name)))
    return { name: title.past && !known.startsWith('former') ? `former ${known}` : known };
  if (title.head.same) return null;
  const name =
    body?.name ??
    (known === null ? null : known.replace(/^.*? (?:of|for) /, '')) ??
    (owner !== null && isActor(owner) && owner.kind === 'state' ? owner.name : null);
  if (name === null || !(title.head.lone || owner !== null)) return null;
  return { name: `${rank} ${capitalised(title.office)} of ${name}`.trim() };
}

const LINKED = / (?:of|for|to|in) /;

/** A ministry before the noun ("Interior Ministry spokesman"), else whoever owns the title. */
function spokenFor(title: Title, owner: End | null, { linked: { mention }, tree, ends }: Around): End | null {
  const named = ends.inside(mention).filter(({ actor }) => actor !== null);
  const last = title.to - headLength(title);
  let from = last;
  for (let at = from - 1; at >= 0; at -= 1) {
    const { words, upos } = nodeAt(tree, at);
    const inState = named.some(
      ({ actor, mention: { words: state } }) => actor?.kind === 'state' && state[0] <= words[0] && words[1] <= state[1],
    );
    if (words[0] < mention.words[0] || inState || (upos !== 'NOUN' && upos !== 'PROPN' && upos !== 'ADJ')) break;
    from = at;
  }
  while (from < last && RANKS.has(nodeAt(tree, from).form.toLowerCase())) from += 1;
  const words = tree.nodes
    .slice(from, last)
    .map(({ form }) => form)
    .join(' ');
  if (words === '') return owner;
  const known = named.find(
    ({ actor, mention: { words: inner } }) =>
      actor?.kind === 'organisation' &&
      (inner[0] === nodeAt(tree, from).words[0] || actor.name.toLowerCase().includes(words.toLowerCase())),
  );
  if (known !== undefined) return known.actor;
  const state = [...named.map(({ actor }) => actor), owner].find(
    (end) => end !== null && isActor(end) && end.kind === 'state',
  );
  return { name: state == null ? capitalised(words) : `${capitalised(words)} of ${state.name}` };
}

/** How many tokens the head of a title takes: "press secretary" two. */
function headLength({ head, office }: Title): number {
  const words = head.words.filter((one) => office === one || office.endsWith(` ${one}`));
  return Math.max(1, ...words.map((one) => one.split(/[ -]/).length));
}

// Words that rank a spokesperson rather than name the body spoken for.
const RANKS = new Set(['chief', 'senior', 'deputy', 'top', 'official', 'lead']);

/** To whom the title belongs by its own phrase: a name or adjective before it, a possessor, an "of" or "for" phrase. */
function ownerOf(title: Title, { linked, tree, ends }: Around): End | null {
  const { mention } = linked;
  const { sentence, node } = mention.at;
  const end = nodeAt(tree, title.to - 1).words[1];
  const heads = [...new Set([title.to - 1, node])];
  const phrases = heads.flatMap((head) =>
    nodeAt(tree, head).children.filter(
      (child) =>
        nodeAt(tree, child).label === 'nmod:poss' ||
        (nodeAt(tree, child).label === 'nmod' &&
          child > head &&
          child >= title.to &&
          BINDING.has(preposition(tree, child) ?? '')),
    ),
  );
  const owners = phrases.map((at) => ends.end(tree, sentence, at));
  const before = ends
    .inside(mention)
    .filter(({ mention: inner }) => inner.words[1] <= end && inner.form !== 'pronoun' && inner.role === null)
    .map(({ actor }) => actor);
  const found = [...before.reverse(), ...owners].filter((owner) => owner !== null);
  return (
    found.find((owner) => !isActor(owner) || owner.kind !== 'person') ?? found[0] ?? unknownBefore(title, mention, tree)
  );
}

/** "a top PYD official": an acronym that nothing else knows; other unknown words rather describe. */
function unknownBefore(title: Title, mention: Mention, tree: Tree): End | null {
  const before = tree.nodes[title.from - 1];
  if (before === undefined || before.upos !== 'PROPN' || before.words[0] < mention.words[0]) return null;
  return /^\p{Lu}{2,}$/u.test(before.form) ? { name: before.form } : null;
}

const BINDING = new Set(['of', 'for', 'at', 'with', 'from']);
