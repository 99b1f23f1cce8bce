/** Units by which a language tells time, from the least on. */
export const TIME_UNITS = [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'fortnight',
  'weekend',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
] as const;
