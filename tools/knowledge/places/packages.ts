import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** npm packages that the project does not depend on, in a folder where they are installed. */
export interface Packages {
  /** What a package exports, which its caller knows the type of. Throws where it is not installed. */
  readonly load: <Exports>(name: string) => Exports;
  /** The path of a file in a package. */
  readonly file: (path: string) => string;
  readonly json: <Value>(path: string) => Value;
}

export function packagesIn(folder: string): Packages {
  const root = resolve(folder);
  const require = createRequire(join(root, 'package.json'));
  const file = (path: string): string => join(root, 'node_modules', path);
  return {
    load: <Exports>(name: string) => require(name) as Exports,
    file,
    json: <Value>(path: string) => JSON.parse(readFileSync(file(path), 'utf8')) as Value,
  };
}

/** What is used of i18n-iso-countries. */
export interface Countries {
  readonly alpha2ToAlpha3: (code: string) => string | undefined;
  readonly getAlpha3Code: (name: string, language: string) => string | undefined;
  readonly numericToAlpha3: (code: string) => string | undefined;
}

/** The alpha-3 code of a country for its alpha-2 code; null where ISO 3166 has none. Kosovo goes by the codes in use. */
export function alpha3In(packages: Packages): (alpha2: string) => string | null {
  const { alpha2ToAlpha3 } = packages.load<Countries>('i18n-iso-countries');
  return (code) => (code === 'XK' ? 'XKX' : (alpha2ToAlpha3(code) ?? null));
}

export const GEONAMES = 'GeoNames (geonames.org), CC BY 4.0';
