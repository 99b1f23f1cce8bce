/** A head as the World Factbook tells it. */
export interface Head {
  readonly office: 'head-of-state' | 'head-of-government';
  readonly title: string;
  readonly name: string;
  /** The part of the name that it writes in capitals, in small letters. */
  readonly family: string | null;
  /** "21 October 2003", "October 2003", "2003". */
  readonly since: string;
}

/** "Prime Minister Ada Maria REED (since 21 October 2003)": the name begins where the words of titles end. Null for other texts. */
export function headIn(text: string, office: Head['office']): Head | null {
  const { before = '', behind = '', since = '' } = HEAD.exec(text)?.groups ?? {};
  const all = `${before} ${behind}`.trim().split(/\s+/);
  const named = all.findIndex((word, at) => at === all.length - 1 || !TITLES.has(word));
  const name = all.slice(named);
  if (behind === '' || name.length > 6 || name.some((word) => /^[a-z]{4,}$|[;,:]$/.test(word))) return null;
  const families = name.filter(isCapital).map(lowered);
  return {
    office,
    title: all.slice(0, named).join(' '),
    name: name.map((word) => (isCapital(word) || /^\p{Lu}{2,}$/u.test(word) ? lowered(word) : word)).join(' '),
    family: families.length > 0 ? families.join(' ') : null,
    since,
  };
}

const FIRST = "(?:[A-Z][\\p{L}.'’-]* |al-|bin |bint |el |de |da |van |von |dos |la )*";
const FAMILY = "(?:al-|el-|d')?[A-ZÀ-Þ][A-ZÀ-ÞŞȘ'’-]{2,}";
const SINCE = '\\((?:since )?(?<since>(?:\\d+ )?(?:[A-Z][a-z]+ )?\\d{4})';
/** A title without brackets, first names, a family name in capitals and what follows it, the day. */
const HEAD = new RegExp(`^(?<before>[^()]*?)(?<behind>${FIRST}${FAMILY}.*?) ${SINCE}`, 'u');

/** "REED", "al-REED", but no ordinal. */
const isCapital = (word: string): boolean =>
  /^(?:\p{Ll}{1,3}-)?[\p{Lu}'’`-]{3,}$/u.test(word) && !/^(II|III|IV|VI|VII|VIII|XIV|XVI)$/.test(word);

/** "REED-MARSH" → "Reed-Marsh". */
const lowered = (word: string): string =>
  word
    .split('-')
    .map((part) =>
      /^\p{Lu}{2,}/u.test(part) && !/^(II|III|IV|VI|XIV|XVI)$/.test(part)
        ? part.slice(0, 1) + part.slice(1).toLowerCase()
        : part,
    )
    .join('-');

const TITLES: ReadonlySet<string> = new Set(
  `Interim Acting Caretaker Transition Transitional President Prime Minister Chancellor Premier King Queen Emperor Sultan Amir Emir Pope
  Prince Grand Duke Crown Taoiseach Minister) (Prime and Co-Vice Vice Foreign Chairperson Chairman Chair Presidential Leadership Council
  Sovereign Commander-in-Chief of the Sudanese Armed Forces General Gen. Col. Capt. Dr. Sir Dame Supreme Leader Taliban GNU CNSP National
  for Safeguard Homeland (CNSP) Government Spain (prime minister-equivalent) Ministers Swiss Confederation Council, President, Sheikh
  Ratu co-chiefs state Captains Regent Cardinal Secretary State`.split(/\s+/),
);
