import type { Span } from '../../document/span.ts';
import type { Sight } from './sight.ts';

/** What a word is to a cue, by the number that the weights give it. */
export const PART = { nothing: 0, source: 1, cue: 2, content: 3 } as const;

export const PARTS = 4;

/** The stretches of a sentence whose words have one part. */
export function stretches({ nodes }: Sight, labels: Uint8Array, part: number): readonly Span[] {
  const found: [number, number][] = [];
  nodes.forEach(({ words }, at) => {
    if (labels[at] !== part) return;
    const last = found.at(-1);
    if (last !== undefined && labels[at - 1] === part) last[1] = words[1];
    else found.push([...words]);
  });
  return found;
}
