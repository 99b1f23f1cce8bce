import type { Packages } from './packages.ts';

/** Degrees north and east, to the hundredth. */
export type Point = readonly [lat: string, lon: string];

/** A land of an atlas, and the middle of the largest of its parts. */
export interface Land {
  readonly id: string | null;
  readonly name: string;
  readonly middle: Point;
}

/** The lands of an atlas in TopoJSON, read with topojson-client and d3-geo. */
export function landsOf(packages: Packages, path: string, object: string): readonly Land[] {
  const { feature } = packages.load<{ readonly feature: Feature }>('topojson-client');
  const geo = packages.load<Geo>('d3-geo');
  const atlas = packages.json<Atlas>(path);
  return feature(atlas, atlas.objects[object]).features.map(({ id = null, properties: { name }, geometry }) => ({
    id,
    name,
    middle: middleOf(geometry, geo),
  }));
}

type Ring = readonly (readonly [lon: number, lat: number])[];
type Geometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

interface Shape {
  readonly id?: string;
  readonly properties: { readonly name: string };
  readonly geometry: Geometry;
}

interface Atlas {
  readonly objects: Readonly<Record<string, unknown>>;
}

type Feature = (atlas: Atlas, object: unknown) => { readonly features: readonly Shape[] };

interface Geo {
  readonly geoArea: (shape: Geometry) => number;
  readonly geoCentroid: (shape: Geometry) => readonly [lon: number, lat: number];
}

function middleOf(geometry: Geometry, { geoArea, geoCentroid }: Geo): Point {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const [largest = geometry] = parts
    .map((coordinates): Geometry => ({ type: 'Polygon', coordinates }))
    .map((part) => ({ part, area: geoArea(part) }))
    .sort((a, b) => b.area - a.area)
    .map(({ part }) => part);
  const [lon, lat] = geoCentroid(largest);
  return [lat.toFixed(2), lon.toFixed(2)];
}
