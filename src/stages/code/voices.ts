import type { StatementClaim, VoiceLink } from '../../document/claim.ts';
import { contains, hull, type Span } from '../../document/span.ts';

/** On whose word something at these words rests: the statements that hold it, innermost first. */
export function voicesAt(
  statements: readonly StatementClaim[],
  words: Span,
): { readonly voice: readonly VoiceLink[]; readonly statement: string | null } {
  const inner = innermost(statements, words);
  if (inner === null) return { voice: [], statement: null };
  const { speaker, speakerWords, cue, channel, via, when } = inner;
  return { voice: [{ speaker, speakerWords, cue, channel, via, when }, ...inner.voice], statement: inner.id };
}

/** The narrowest statement whose content holds these words; null where the reporter speaks. */
export function innermost(statements: readonly StatementClaim[], words: Span): StatementClaim | null {
  const size = (statement: StatementClaim): number => {
    const [start, end] = hull(statement.content);
    return end - start;
  };
  const holding = statements
    .filter((statement) => statement.content.some((piece) => contains(piece, words)))
    .sort((a, b) => size(a) - size(b));
  return holding[0] ?? null;
}
