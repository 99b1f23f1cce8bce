import type { Facts, Scene } from './facts.ts';

/** Mentions that stand in apposition to one: "Ali Sabry, the foreign minister". */
export function appositive(facts: Facts, scene: Scene): readonly Facts[] {
  const { sentence } = facts.mention.at;
  const found: Facts[] = [];
  for (const child of facts.head.children) {
    const node = facts.tree.nodes[child];
    const other = scene.at(sentence, child);
    if (other !== null && (node?.label === 'appos' || followsComma(facts, other))) found.push(other);
  }
  for (const [first, second] of neighbours(facts, scene)) {
    const other = first === facts ? second : first;
    if (followsComma(first, second) && isClosed(second) && !found.includes(other)) found.push(other);
  }
  const up = facts.head.head < 0 ? null : scene.at(sentence, facts.head.head);
  if (up !== null && (facts.head.label === 'appos' || followsComma(up, facts) || standsBehind(up, facts)))
    found.push(up);
  const beyond = facts.title !== null && facts.name === null ? behindPhrase(facts, scene) : null;
  if (beyond !== null && !found.includes(beyond)) found.push(beyond);
  const title = facts.name !== null && facts.title === null ? beforePhrase(facts, scene) : null;
  if (title !== null && !found.includes(title)) found.push(title);
  return found.filter((other) => !areTwo(facts, other));
}

/** "the president of the youth league, Ana Silva": parsers hang the name on the noun of the title's phrase. */
function behindPhrase({ mention, head, tree }: Facts, scene: Scene): Facts | null {
  for (const child of head.children) {
    const node = tree.nodes[child];
    if (node?.label !== 'nmod' || node.upos === 'PROPN') continue;
    for (const below of node.children) {
      const name = tree.nodes[below]?.label === 'appos' ? scene.at(mention.at.sentence, below) : null;
      if (name !== null && name.name !== null && name.title === null && name.seemsTo === 'person') return name;
    }
  }
  return null;
}

/** The same from the name. */
function beforePhrase(name: Facts, scene: Scene): Facts | null {
  const noun = name.head.label === 'appos' ? name.tree.nodes[name.head.head] : undefined;
  const title = noun?.label === 'nmod' ? scene.at(name.mention.at.sentence, noun.head) : null;
  return title !== null && title.title !== null && behindPhrase(title, scene) === name ? title : null;
}

/** "President Biden, British Prime Minister Johnson and …": a title and a name each are two people, whatever the parser says. */
const areTwo = (one: Facts, other: Facts): boolean =>
  one.title !== null && one.name !== null && other.title !== null && other.name !== null;

const nameStart = ({ tree, mention, from }: Facts): number =>
  mention.name === null ? from : tree.nodes.findIndex((node) => node.words[0] === mention.name?.[0]);

/** A mention with the next one after it, and the one before with it. */
function neighbours(facts: Facts, { facts: all }: Scene): readonly (readonly [Facts, Facts])[] {
  const pairs: (readonly [Facts, Facts])[] = [];
  for (let at = facts.index + 1; at < facts.index + 5; at++) {
    const next = all[at];
    if (next !== undefined && next.tree === facts.tree && next.from === facts.to + 1) pairs.push([facts, next]);
  }
  for (let at = facts.index - 1; at > facts.index - 5; at--) {
    const before = all[at];
    if (before !== undefined && before.tree === facts.tree && before.to === facts.from - 1) pairs.push([before, facts]);
  }
  return pairs;
}

/** An apposition is closed by a comma or the sentence's end, or opens with an article: "Ali Sabry, the foreign minister". */
const isClosed = ({ tree, from, to }: Facts): boolean =>
  tree.nodes[from]?.upos === 'DET' || [undefined, ',', '.', ';', ')'].includes(tree.nodes[to]?.form);

/** "the chief EU negotiator in Geneva Jean Dupont": a bare name behind a title's phrase. */
function standsBehind(title: Facts, name: Facts): boolean {
  if (
    title.title === null ||
    title.name !== null ||
    name.title !== null ||
    name.name === null ||
    nameStart(name) < title.to
  )
    return false;
  const before = name.tree.nodes[nameStart(name) - 1];
  const hangs = name.head.label.startsWith('nmod') || name.head.label === 'flat';
  return hangs && before !== undefined && (before.upos === 'PROPN' || before.upos === 'NOUN');
}

/** A name and a title with only a comma between them, one hanging on the other, and no "and": the parser's label may be wrong. */
function followsComma(first: Facts, second: Facts): boolean {
  if (first.tree.nodes[first.to]?.form !== ',' || second.from !== first.to + 1) return false;
  if ((first.title === null) === (second.title === null) || (first.name === null) === (second.name === null))
    return false;
  return !second.head.children.some((child) => second.tree.nodes[child]?.upos === 'CCONJ');
}
