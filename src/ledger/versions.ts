import type { ReportStatus } from '../document/delivery.ts';

/** A version of a report, as far as it matters to whether it stands. */
export interface VersionHead {
  /** Rises with every version taken in. */
  readonly seq: number;
  /** Names the text under its id. */
  readonly report: string;
  readonly status: ReportStatus;
}

/**
 * The versions of one story that stand. After a kill or under an embargo none does; after an update or correction only
 * that one, whether what it mends came before it or comes after; else the latest version of each text. A text that comes
 * again as new does not undo a kill, but it ends an embargo.
 */
export function standingVersions<V extends VersionHead>(story: readonly V[]): readonly V[] {
  const inOrder = [...story].sort((a, b) => a.seq - b.seq);
  const last = inOrder.filter(({ status }) => status !== 'new').at(-1);
  if (last?.status === 'kill') return [];
  if (last?.status === 'update' || last?.status === 'correction') return [last];
  const free = inOrder.filter(({ status, seq }) => status === 'new' && (last === undefined || seq > last.seq));
  return [...new Map(free.map((version) => [version.report, version])).values()];
}

/** Why a version of a story does not stand: the status of the version that took its place, or null where it stands. */
export function fallenBy<V extends VersionHead>(version: V, story: readonly V[]): ReportStatus | null {
  if (standingVersions(story).some(({ seq }) => seq === version.seq)) return null;
  return [...story].sort((a, b) => b.seq - a.seq).find(({ status }) => status !== 'new')?.status ?? 'new';
}
