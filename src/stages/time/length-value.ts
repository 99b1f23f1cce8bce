import type { Length, Unit } from './expression.ts';

/** The TIMEX3 value of a length: "P2Y6M", "PT1.5H", "PXD" where the count is open. Source: ISO 8601. */
export function lengthValue(length: Length): string {
  const [only, more] = length;
  if (only !== undefined && only.least !== null && more === undefined)
    return [only.least, only.count].map((count) => lengthValue([{ unit: only.unit, count, least: null }])).join('/');
  const parts = length.map(({ unit, count }) => {
    const [letter, times] = LETTERS[unit];
    return { clock: BELOW_DAY.has(unit), text: `${count === null ? 'X' : String(count * times)}${letter}` };
  });
  const text = (clock: boolean): string =>
    parts
      .filter((part) => part.clock === clock)
      .map((part) => part.text)
      .join('');
  const hours = text(true);
  return `P${text(false)}${hours === '' ? '' : `T${hours}`}`;
}

const LETTERS: Readonly<Record<Unit, readonly [letter: string, times: number]>> = {
  second: ['S', 1],
  minute: ['M', 1],
  hour: ['H', 1],
  day: ['D', 1],
  week: ['W', 1],
  fortnight: ['W', 2],
  weekend: ['WE', 1],
  month: ['M', 1],
  quarter: ['M', 3],
  year: ['Y', 1],
  decade: ['Y', 10],
  century: ['Y', 100],
};

/** Units of the clock. */
export const BELOW_DAY: ReadonlySet<Unit> = new Set(['hour', 'minute', 'second']);
