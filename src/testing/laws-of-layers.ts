import type { At, Reading } from '../document/reading.ts';
import type { Span } from '../document/span.ts';
import type { Tree } from '../document/tree.ts';

/** The laws of the layers below the claims: where they point, their order, that trees are trees. One line a breach. */
export function brokenLayers(reading: Reading): readonly string[] {
  const { report, sentences, tokens, trees, times, mentions, actors, places, attributions, doubts } = reading;
  const inRange = (layer: string, words: Span): string[] =>
    brokenSpan(report.text, words).map((law) => `${layer}: ${law}`);
  return [
    ...report.furniture.flatMap(({ kind, words }) => inRange(`furniture ${kind}`, words)),
    ...sentences.flatMap(({ words }) => inRange('sentences', words)),
    ...apart(
      'furniture',
      report.furniture.map(({ words }) => words),
    ),
    ...apart(
      'sentences',
      sentences.map(({ words }) => words),
    ),
    ...apart(
      'tokens',
      tokens.flat().map(({ words }) => words),
    ),
    ...sorted(
      'times',
      times.map(({ words }) => words),
    ),
    ...sorted(
      'mentions',
      mentions.map(({ words }) => words),
    ),
    ...sorted(
      'places',
      places.map(({ words }) => words),
    ),
    ...[...times, ...places, ...mentions].flatMap(({ words, at }) => [
      ...inRange('times, places, mentions', words),
      ...brokenAt(trees, at, words),
    ]),
    ...mentions.flatMap(({ words, name, role }) =>
      [name, role]
        .filter((part) => part !== null && (part[0] < words[0] || part[1] > words[1]))
        .map(() => `mentions: a name or role lies outside its mention [${words}]`),
    ),
    ...attributions.flatMap(({ source, cue, content }) =>
      [...source, cue, ...content].flatMap((words) => inRange('attributions', words)),
    ),
    ...attributions.flatMap(({ id, within, cue }) => {
      const outer = attributions.find((one) => one.id === within);
      const holds = outer?.content.some((piece) => piece[0] <= cue[0] && cue[1] <= piece[1]) ?? within === null;
      return holds ? [] : [`attributions: ${id} is within ${within ?? ''}, whose content has not its cue`];
    }),
    ...sorted(
      'attributions',
      attributions.map(({ cue }) => cue),
    ),
    ...doubts.flatMap(({ words }) => inRange('doubts', words)),
    ...(tokens.length === sentences.length ? [] : ['tokens: not one list a sentence']),
    ...(trees.length === sentences.length ? [] : ['trees: not one a sentence']),
    ...(actors.length === mentions.length ? [] : ['actors: not one a mention']),
    ...tokens.flatMap((list, at) => brokenTokens(reading, list, at)),
    ...trees.flatMap((tree, at) => brokenTree(tree).map((law) => `trees: sentence ${at}: ${law}`)),
  ];
}

/** A span lies in its text, is not empty, and cuts no character in two. */
export function brokenSpan(text: string, [start, end]: Span): readonly string[] {
  if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end)
    return [`[${start}, ${end}) is no span of the text`];
  return cutsPair(text, start) || cutsPair(text, end) ? [`[${start}, ${end}) cuts a character in two`] : [];
}

const cutsPair = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));

const sorted = (layer: string, spans: readonly Span[]): readonly string[] =>
  spans.flatMap((span, at) => {
    const before = spans[at - 1];
    return before !== undefined && before[0] > span[0]
      ? [`${layer}: [${span}] stands before [${before}] in the text`]
      : [];
  });

const apart = (layer: string, spans: readonly Span[]): readonly string[] =>
  spans.flatMap((span, at) => {
    const before = spans[at - 1];
    return before !== undefined && before[1] > span[0] ? [`${layer}: [${span}] overlaps or precedes [${before}]`] : [];
  });

function brokenAt(trees: readonly Tree[], { sentence, node }: At, words: Span): readonly string[] {
  const found = trees[sentence]?.nodes[node];
  return found === undefined ? [`[${words}]: there is no node ${node} in sentence ${sentence}`] : [];
}

function brokenTokens(
  { report, sentences, trees }: Reading,
  tokens: Reading['tokens'][number],
  at: number,
): readonly string[] {
  const [start, end] = sentences[at]?.words ?? [0, 0];
  const nodes = trees[at]?.nodes ?? [];
  return [
    ...(nodes.length === tokens.length ? [] : [`trees: sentence ${at} has other tokens than its tree`]),
    ...tokens.flatMap(({ words, form }) => [
      ...brokenSpan(report.text, words),
      ...(words[0] < start || words[1] > end ? [`tokens: [${words}] lies outside its sentence`] : []),
      ...(form === report.text.slice(...words) ? [] : [`tokens: "${form}" is not what stands at [${words}]`]),
    ]),
  ];
}

function brokenTree({ nodes, root }: Tree): readonly string[] {
  const broken: string[] = [];
  if (nodes.length === 0) return broken;
  if (nodes[root]?.head !== -1) broken.push(`the root ${root} has a governor`);
  for (const [at, { index, head, children }] of nodes.entries()) {
    if (index !== at) broken.push(`node ${at} is numbered ${index}`);
    if (head === -1 ? at !== root : nodes[head]?.children.includes(at) !== true)
      broken.push(`node ${at} is no dependent of its governor ${head}`);
    if (children.some((child) => nodes[child]?.head !== at)) broken.push(`node ${at} has a dependent of another`);
    if (!reachesRoot(nodes, at)) broken.push(`node ${at} hangs in a circle`);
  }
  return broken;
}

function reachesRoot(nodes: Tree['nodes'], from: number): boolean {
  let at = from;
  for (let steps = 0; steps <= nodes.length; steps++) {
    const head = nodes[at]?.head ?? -1;
    if (head === -1) return true;
    at = head;
  }
  return false;
}
