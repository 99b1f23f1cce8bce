import type { Node } from '../document/tree.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';

/** A class of agent nouns, as the knowledge lists it. */
export type AgentClass = Knowledge['languages/en/agents'][number];

/** A noun that means people or bodies who act: tokens `from` to `to`, the last left out. */
export interface Agent {
  readonly from: number;
  readonly to: number;
  readonly kind: AgentClass;
}

/** Finds the agent noun that a phrase is headed by. */
export interface AgentIndex {
  /** The longest agent noun that ends with a node; null where its noun is none. */
  readonly endingAt: (nodes: readonly Node[], at: number) => Agent | null;
}

/** Indexes agent nouns by their last word, in the singular and as written. */
export function indexAgents(classes: readonly AgentClass[]): AgentIndex {
  const kinds = new Map<string, AgentClass>();
  const reach = new Map<string, number>();
  for (const kind of classes)
    for (const noun of kind.nouns) {
      // The first class that lists a noun keeps it.
      if (!kinds.has(noun)) kinds.set(noun, kind);
      const parts = noun.split(/[ -]/);
      const last = parts.at(-1) ?? noun;
      reach.set(last, Math.max(reach.get(last) ?? 0, parts.length));
    }
  const counting = classes.find(({ counts }) => counts) ?? null;
  return {
    endingAt: (nodes, at) => {
      const node = nodes[at];
      if (node === undefined) return null;
      // "killed six": a number may stand for people.
      if (node.upos === 'NUM') return counting === null ? null : { from: at, to: at + 1, kind: counting };
      const form = node.form.toLowerCase();
      return (
        longestEnding(nodes, at, form, kinds, reach) ?? longestEnding(nodes, at, node.lemma.toLowerCase(), kinds, reach)
      );
    },
  };
}

function longestEnding(
  nodes: readonly Node[],
  at: number,
  last: string,
  kinds: ReadonlyMap<string, AgentClass>,
  reach: ReadonlyMap<string, number>,
): Agent | null {
  const most = reach.get(last) ?? 0;
  let found: Agent | null = null;
  let joined = last;
  let words = 1;
  for (let from = at; words <= most && from >= 0;) {
    const kind = kinds.get(joined);
    if (kind !== undefined) found = { from, to: at + 1, kind };
    const hyphen = nodes[from - 1]?.form === '-';
    from -= hyphen ? 2 : 1;
    const word = nodes[from]?.form.toLowerCase();
    if (word === undefined) break;
    joined = `${word}${hyphen ? '-' : ' '}${joined}`;
    words++;
  }
  return found;
}
