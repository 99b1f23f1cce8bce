import type { Where } from './claim.ts';
import type { PlaceMention } from './reading.ts';

/** Where a claim says that something is or happens: with a point only in a town, for in the middle of a state nothing happened. */
export const whereOf = ({ name, country, coordinates, words, sort }: PlaceMention): Where => ({
  name,
  country,
  coordinates: sort === 'town' ? coordinates : null,
  words,
});
