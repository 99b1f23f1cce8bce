import { isInCalendar } from './days.ts';

/** An entry of a PETRARCH or TABARI dictionary of actors or agents. */
export interface PetrarchEntry {
  /** In the file, from 1. */
  readonly line: number;
  /** The name and its synonyms, as written: "KOFI_ANNAN_". */
  readonly names: readonly string[];
  readonly codes: readonly PetrarchCode[];
}

/** A code with the days for which it holds: `[KORGOVBUS 20040117-20061201]`; `~AGR` stands for a role in whatever country. */
export interface PetrarchCode {
  readonly code: string;
  /** ISO days; null where the dictionary leaves that end open. */
  readonly from: string | null;
  readonly until: string | null;
}

export interface PetrarchDictionary {
  readonly entries: readonly PetrarchEntry[];
  /** Lines that are no part of an entry, with what is wrong with them. */
  readonly left: readonly { readonly line: number; readonly why: string }[];
}

/**
 * Parses the format of TABARI's and PETRARCH's actor and agent files: a name, `+` before each synonym, codes in brackets behind any of
 * them or on lines of their own, `#` before a comment. Substitution sets (`!PERSON! = MAN, WOMAN`) are filled in.
 */
export function parsePetrarch(text: string): PetrarchDictionary {
  const entries: { line: number; names: string[]; codes: PetrarchCode[] }[] = [];
  const left: { line: number; why: string }[] = [];
  const sets = new Map<string, readonly string[]>();
  text.split(/\r?\n/).forEach((whole, at) => {
    const line = at + 1;
    const plain = whole.replace(/#.*$/, '').trim();
    if (plain === '') return;
    const set = /^!(?<name>\w+)!\s*=\s*(?<words>.+)$/.exec(plain)?.groups;
    if (set !== undefined) {
      sets.set(
        set['name'] ?? '',
        (set['words'] ?? '').split(',').map((word) => word.trim()),
      );
      return;
    }
    const name = plain.replace(/[[{].*$/, '').trim();
    const plural = /\{(?<plural>[^}]*)\}/.exec(plain)?.groups?.['plural'] ?? null;
    const last = entries.at(-1);
    if (name !== '' && !name.startsWith('+')) entries.push({ line, names: [...filled(name, sets)], codes: [] });
    else if (name !== '' && last !== undefined) last.names.push(...filled(name.slice(1), sets));
    const entry = entries.at(-1);
    if (plural !== null && name !== '') entry?.names.push(plural);
    for (const { groups } of plain.matchAll(/\[(?<code>[^\]]*)\]/g)) {
      const code = codeOf(groups?.['code'] ?? '');
      if (code === null || entry === undefined) left.push({ line, why: 'a code or date that is malformed' });
      else entry.codes.push(code);
    }
  });
  return { entries, left };
}

const filled = (name: string, sets: ReadonlyMap<string, readonly string[]>): readonly string[] => {
  const found = /!(?<set>\w+)!/.exec(name);
  const words = sets.get(found?.groups?.['set'] ?? '');
  return found === null || words === undefined ? [name] : words.map((word) => name.replace(found[0], word));
};

/** "AFGGOV 780427-780430", "IGOUNO >20070101", "~AGR". */
function codeOf(text: string): PetrarchCode | null {
  const parts = /^(?<code>~?[A-Z]+)(?:\s*(?<open>[<>])\s*(?<one>\d+)|\s+(?<from>\d+)\s*-\s*(?<until>\d+))?$/.exec(
    text.trim(),
  )?.groups;
  if (parts === undefined) return null;
  const [one, from, until] = ['one', 'from', 'until'].map((name) => dayOf(parts[name]));
  if (one === undefined || from === undefined || until === undefined) return null;
  return {
    code: parts['code'] ?? '',
    from: parts['open'] === '>' ? one : from,
    until: parts['open'] === '<' ? one : until,
  };
}

/** "780427" or "19780427" as an ISO day; two digits up to 30 are of this century, as PETRARCH has it. Undefined where malformed. */
function dayOf(digits: string | undefined): string | null | undefined {
  if (digits === undefined) return null;
  const whole = digits.length === 6 ? `${Number(digits.slice(0, 2)) > 30 ? '19' : '20'}${digits}` : digits;
  const day = whole.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  return day !== whole && isInCalendar(day) ? day : undefined;
}
