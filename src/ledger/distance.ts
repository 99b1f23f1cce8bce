/** Degrees north and east. */
export type Point = readonly [latitude: number, longitude: number];

/** Kilometres along a great circle, by the haversine formula, on a sphere of 6371 km. */
export function kilometres([a, b]: Point, [c, d]: Point): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (from: number, to: number): number => Math.sin(radians(to - from) / 2) ** 2;
  const chord = half(a, c) + Math.cos(radians(a)) * Math.cos(radians(c)) * half(b, d);
  // Rounding may pass 1 for points that lie opposite.
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(chord)));
}
