import type { Actor } from '../../document/claim.ts';
import type { Mention } from '../../document/reading.ts';
import { hull } from '../../document/span.ts';
import type { Tree } from '../../document/tree.ts';
import { surfaceSubjects } from '../../grammar/clause.ts';
import { dependent, nodeAt, preposition } from '../../grammar/phrase.ts';
import type { Language } from '../../languages/language.ts';
import type { Title } from '../../languages/titles.ts';
import type { Draft, Rule } from './draft.ts';
import type { End, Ends, Linked } from './ends.ts';

/**
 * Offices, spokespeople and members that a title tells: before or behind a name, in apposition, or after "is". A title alone
 * ("the minister said") tells no relation, whoever it means.
 */
export function titleDrafts(
  rules: readonly Rule[],
  language: Language,
  trees: readonly Tree[],
  ends: Ends,
): readonly Draft[] {
  return ends.all.flatMap((linked): readonly Draft[] => {
    const { mention } = linked;
    const tree = trees[mention.at.sentence];
    if (mention.role === null || tree === undefined) return [];
    const title = titleAt(tree, mention, language);
    if (title === null) return [];
    const holder = holderOf(linked, tree, ends);
    if (holder === null) return [];
    const rule = ruleFor(title, rules);
    const object = rule === null ? null : objectOf(rule, title, { linked, holder, tree, ends });
    if (rule === null || object === null) return [];
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

function titleAt(tree: Tree, { role }: Mention, language: Language): Title | null {
  return (
    language.titles
      .all(tree.nodes)
      .find((one) => tree.nodes[one.from]?.words[0] === role?.[0] && tree.nodes[one.to - 1]?.words[1] === role?.[1]) ??
    null
  );
}

/** The rule that names the title's head, else the one for all offices; heads of address and trade mean none. */
function ruleFor(title: Title, rules: readonly Rule[]): Rule | null {
  const named = rules.find((rule) => rule.titles.includes(title.head.id));
  if (named !== undefined) return named;
  return title.head.of === 'self' ? null : (rules.find((rule) => rule.titles.length === 0) ?? null);
}

/** Who bears a title: `mention` where the name stands apart from it, `said` where a clause says so. */
interface Holder {
  readonly actor: Actor;
  readonly mention: Mention | null;
  readonly said: boolean;
}

function holderOf({ mention, actor }: Linked, tree: Tree, ends: Ends): Holder | null {
  if (mention.name !== null) return actor?.kind === 'person' ? { actor, mention: null, said: false } : null;
  const { sentence, node } = mention.at;
  const head = nodeAt(tree, node);
  const subjects = dependent(tree, node, 'cop') === null ? [] : surfaceSubjects(tree, node);
  if (subjects.length > 0 && dependent(tree, node, 'aux') === null && !denied(tree, node)) {
    const subject = ends.at(sentence, subjects[0] ?? -1);
    return subject?.actor?.kind === 'person' && (subject.mention.name !== null || subject.mention.form === 'pronoun')
      ? { actor: subject.actor, mention: subject.mention, said: true }
      : null;
  }
  const near = [
    ...head.children.filter((child) => nodeAt(tree, child).label === 'appos'),
    ...(head.label === 'appos' || head.label === 'conj' ? [head.head] : []),
  ].map((at) => ends.at(sentence, at));
  const beside = ends.all.filter(
    (other) => other.mention.at.sentence === sentence && besides(tree, mention, other.mention),
  );
  const named = [...near, ...beside].find(
    (one) => one !== null && one.mention.name !== null && one.actor?.kind === 'person' && one.actor.id === actor?.id,
  );
  return named?.actor == null ? null : { actor: named.actor, mention: named.mention, said: false };
}

/** Only a comma between them: "the president, Ana Silva". */
function besides(tree: Tree, a: Mention, b: Mention): boolean {
  const [first, second] = a.words[0] < b.words[0] ? [a, b] : [b, a];
  const between = tree.nodes.filter(({ words }) => words[0] >= first.words[1] && words[1] <= second.words[0]);
  return between.length <= 1 && between.every(({ form }) => form === ',');
}

const denied = (tree: Tree, node: number): boolean =>
  nodeAt(tree, node).children.some((child) => ['not', 'never', 'no'].includes(nodeAt(tree, child).lemma));

interface Around {
  readonly linked: Linked;
  readonly holder: Holder;
  readonly tree: Tree;
  readonly ends: Ends;
}

function objectOf(rule: Rule, title: Title, around: Around): End | null {
  const owner = ownerOf(title, around);
  if (rule.predicate === 'member-of')
    return owner !== null && owner.kind !== 'state' && owner.kind !== 'person' ? owner : null;
  if (rule.predicate === 'speaks-for') return spokenFor(title, owner);
  const office = capitalised(title.office);
  const as = around.holder.actor.as;
  const whole = as !== null && as.toLowerCase().includes(title.office) && LINKED.test(as) ? as : null;
  const rank = [title.past ? 'former' : null, title.meanwhile].filter((word) => word !== null);
  if (owner !== null && (owner.kind !== 'person' || whole === null) && (whole === null || !whole.includes(owner.name)))
    return { name: [...rank, office, 'of', owner.name].join(' ') };
  if (whole === null) return null;
  // "the commander" of nobody in particular is a rank.
  return title.head.lone || owner !== null
    ? { name: title.past && !whole.startsWith('former') ? `former ${whole}` : whole }
    : null;
}

const LINKED = / (?:of|for|to|in) /;

/** A ministry before the noun ("Interior Ministry spokesman"), else whoever owns the title. */
function spokenFor(title: Title, owner: Actor | null): End | null {
  const words = title.office.split(' ').slice(0, -1);
  while (RANKS.has(words[0] ?? '')) words.shift();
  const body = capitalised(words.join(' '));
  if (body === '') return owner;
  return owner === null ? { name: body } : { name: `${body} of ${owner.name}` };
}

// Words that rank a spokesperson rather than name the body spoken for.
const RANKS = new Set(['chief', 'senior', 'deputy', 'top', 'official', 'lead', 'military']);

/** To whom the title belongs by its own phrase: a name or adjective before it, a possessor, an "of" or "for" phrase. */
function ownerOf(title: Title, { linked, tree, ends }: Around): Actor | null {
  const { mention } = linked;
  const { sentence, node } = mention.at;
  const end = nodeAt(tree, title.to - 1).words[1];
  const heads = [...new Set([title.to - 1, node])];
  const phrases = heads.flatMap((head) =>
    nodeAt(tree, head).children.filter(
      (child) =>
        nodeAt(tree, child).label === 'nmod:poss' ||
        (nodeAt(tree, child).label === 'nmod' && child > head && BINDING.has(preposition(tree, child) ?? '')),
    ),
  );
  const owners = phrases.map((at) => ends.at(sentence, at)?.actor ?? null);
  const before = ends
    .inside(mention)
    .filter((one) => one.mention.words[1] <= end && one.mention.form !== 'pronoun' && one.mention.name !== mention.name)
    .map(({ actor }) => actor);
  const found = [...before.reverse(), ...owners].filter((actor) => actor !== null);
  return found.find(({ kind }) => kind !== 'person') ?? found[0] ?? null;
}

const BINDING = new Set(['of', 'for', 'at', 'with', 'from']);

const SMALL = new Set(['of', 'for', 'and', 'the', 'to', 'in', 'on']);

const capitalised = (words: string): string =>
  words
    .split(' ')
    .map((word) => (SMALL.has(word) ? word : word.replace(/^\p{L}/u, (letter) => letter.toUpperCase())))
    .join(' ');
