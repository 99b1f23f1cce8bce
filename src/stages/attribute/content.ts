import { contains, overlaps, type Span } from '../../document/span.ts';
import { accordingNodes } from './according.ts';
import { clauseNodes } from './clause-nodes.ts';
import { outletBehind, ownNodes } from './content-nodes.ts';
import type { Cue } from './cue.ts';
import { fitToQuotations } from './fit-to-quotations.ts';
import { spanOf } from './nodes.ts';
import { rawPieces } from './pieces.ts';
import { quotationsBeside, withSecondHalf } from './quotations-beside.ts';
import { quotedPart } from './quoted-part.ts';
import { quotationsSeenFrom, type Scene } from './scene.ts';

export interface Content {
  /** The words said, in one or more pieces, trimmed. */
  readonly pieces: readonly Span[];
  readonly quoteKind: 'direct' | 'indirect' | 'mixed';
  /** The cue's own clause. */
  readonly clause: Span;
  /** How the words were found, for `because` and for confidence. */
  readonly found: 'clause' | 'parenthesis' | 'beside' | 'quoted-part' | 'object';
}

/** The words that a cue brings; null where there are none to be found. */
export function contentOf(scene: Scene, cue: Cue): Content | null {
  const tree = scene.trees[cue.sentence];
  if (tree === undefined) return null;
  const told = outletBehind(scene, tree, cue);
  const own = ownNodes(scene, tree, cue).filter((at) => at > told);
  const clause =
    cue.form === 'according'
      ? accordingNodes(tree, cue)
      : clauseNodes(tree, cue.node, cue.place.kind === 'host' ? [] : own);
  const clauseSpan = spanOf(tree, clause);
  const raw = rawPieces(scene, tree, cue, own, clause);
  const fitted = raw.map((piece) => fitToQuotations(scene, piece, clauseSpan)).filter((piece) => piece !== null);
  const beside = cue.form === 'verb' ? quotationsBeside(scene, clauseSpan) : [];
  const pieces =
    fitted.length > 0 ? withSecondHalf(fitted, beside, clauseSpan) : cue.place.kind === 'open' ? beside : [];
  if (pieces.length > 0) {
    const found =
      fitted.length === 0
        ? 'beside'
        : cue.place.kind === 'host'
          ? 'parenthesis'
          : cue.place.kind === 'object'
            ? 'object'
            : 'clause';
    return { pieces, quoteKind: kindOf(scene, pieces, clauseSpan), clause: clauseSpan, found };
  }
  const part = cue.word === null ? null : quotedPart(scene, tree, cue);
  return part === null ? null : { pieces: [part], quoteKind: 'mixed', clause: clauseSpan, found: 'quoted-part' };
}

/** Direct: every piece is a quotation. Mixed: some of it is. */
function kindOf(scene: Scene, pieces: readonly Span[], clause: Span): Content['quoteKind'] {
  const seen = quotationsSeenFrom(scene, clause);
  const isQuoted = (piece: Span): boolean => seen.some(({ outer }) => contains(outer, piece));
  if (pieces.every(isQuoted)) return 'direct';
  return pieces.some((piece) => seen.some(({ outer }) => overlaps(outer, piece))) ? 'mixed' : 'indirect';
}
