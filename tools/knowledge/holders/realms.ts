/** Realms of the British monarch, whom news does not mean by their head of state. */
export const REALMS: ReadonlySet<string> = new Set(
  'AUS NZL CAN ATG BHS BLZ GRD JAM PNG KNA LCA VCT SLB TUV COK NIU'.split(' '),
);
