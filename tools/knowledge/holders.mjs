// Makes knowledge/offices/holders.tsv: node tools/knowledge/holders.mjs FOLDER, where FOLDER holds these lists of facts:
// holders21.tsv (Wikidata), leaderlist_3_21.csv (REIGN), factbook_government_sections.json (CIA World Factbook, February
// 2026), foreign-ministers-2023-01.csv (Wikidata), all-leaders.csv (August 2026); and from known-holders.tsv beside this
// script. Later and better-known sources extend or correct earlier ones; each row names the source of its latest fact.
// --only SOURCE or --without SOURCE (wikidata, reign) with --out FILE makes a table to measure one source by the others.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { officeOf } from './offices.mjs';

const [folder = '.', ...options] = process.argv.slice(2);
const option = (name) => (options.includes(name) ? options[options.indexOf(name) + 1] : null);
const uses = (source) => option('--without') !== source && [null, source].includes(option('--only'));
const target = option('--out') ?? new URL('../../knowledge/offices/holders.tsv', import.meta.url);
const states = parse(readFileSync(new URL('../../knowledge/actors/states.yaml', import.meta.url), 'utf8'), {
  schema: 'failsafe',
});
const codes = new Map(states.flatMap(({ id, name, also = [] }) => [name, ...also].map((one) => [slug(one), id])));
const others = {
  'congo-brazzaville': 'COG',
  'congo-kinshasa': 'COD',
  bvi: 'VGB',
  caymans: 'CYM',
  'hong-kong': 'HKG',
  uae: 'ARE',
  us: 'USA',
  saudi: 'SAU',
  swiss: 'CHE',
  solomons: 'SLB',
  faroes: 'FRO',
  'bosnia-herzegovina': 'BIH',
  'antigua-barbuda': 'ATG',
  czech: 'CZE',
  'timor-leste': 'TLS',
  'cabo-verde': 'CPV',
  aland: 'ALA',
  'swiss-federal-council': 'CHE',
  'turks-and-caicos': 'TCA',
};
const realms = new Set('AUS NZL CAN ATG BHS BLZ GRD JAM PNG KNA LCA VCT SLB TUV COK NIU'.split(' '));

const reignCodes = {
  BHM: 'BHS',
  HAI: 'HTI',
  TRI: 'TTO',
  BAR: 'BRB',
  GRN: 'GRD',
  SLU: 'LCA',
  SVG: 'VCT',
  AAB: 'ATG',
  SKN: 'KNA',
  GUA: 'GTM',
  HON: 'HND',
  SAL: 'SLV',
  COS: 'CRI',
  PAR: 'PRY',
  URU: 'URY',
  UKG: 'GBR',
  IRE: 'IRL',
  NTH: 'NLD',
  FRN: 'FRA',
  MNC: 'MCO',
  SPN: 'ESP',
  POR: 'PRT',
  GMY: 'DEU',
  GDR: 'DDR',
  AUS: 'AUT',
  CZR: 'CZE',
  SLO: 'SVK',
  SNM: 'SMR',
  CRO: 'HRV',
  BOS: 'BIH',
  KOS: 'XKX',
  BUL: 'BGR',
  MLD: 'MDA',
  ROM: 'ROU',
  LAT: 'LVA',
  LIT: 'LTU',
  GRG: 'GEO',
  SWD: 'SWE',
  DEN: 'DNK',
  ICE: 'ISL',
  CAP: 'CPV',
  GAM: 'GMB',
  MAA: 'MRT',
  NIR: 'NER',
  CDI: 'CIV',
  GUI: 'GIN',
  BFO: 'BFA',
  SIE: 'SLE',
  TOG: 'TGO',
  NIG: 'NGA',
  CEN: 'CAF',
  CHA: 'TCD',
  CON: 'COG',
  DRC: 'COD',
  TAZ: 'TZA',
  BUI: 'BDI',
  ANG: 'AGO',
  MZM: 'MOZ',
  ZAM: 'ZMB',
  ZIM: 'ZWE',
  MAW: 'MWI',
  SAF: 'ZAF',
  LES: 'LSO',
  BOT: 'BWA',
  MAG: 'MDG',
  MAS: 'MUS',
  SEY: 'SYC',
  MOR: 'MAR',
  ALG: 'DZA',
  LIB: 'LBY',
  SUD: 'SDN',
  LEB: 'LBN',
  YAR: 'YEM',
  YPR: 'YMD',
  KUW: 'KWT',
  BAH: 'BHR',
  UAE: 'ARE',
  OMA: 'OMN',
  TAJ: 'TJK',
  KYR: 'KGZ',
  KZK: 'KAZ',
  MON: 'MNG',
  ROK: 'KOR',
  BHU: 'BTN',
  BNG: 'BGD',
  MYA: 'MMR',
  SRI: 'LKA',
  MAD: 'MDV',
  NEP: 'NPL',
  THI: 'THA',
  CAM: 'KHM',
  DRV: 'VNM',
  MAL: 'MYS',
  SIN: 'SGP',
  PHI: 'PHL',
  INS: 'IDN',
  ETM: 'TLS',
  AUL: 'AUS',
  NEW: 'NZL',
  VAN: 'VUT',
  SOL: 'SLB',
  FIJ: 'FJI',
  NAU: 'NRU',
  MSI: 'MHL',
  PAL: 'PLW',
  MAC: 'MKD',
  MNG: 'MNE',
  TAW: 'TWN',
  BRU: 'BRN',
  EQG: 'GNQ',
  SWZ: 'CHE',
  SWA: 'SWZ',
  SLV: 'SVN',
  CAO: 'CMR',
  LIE: 'LIE',
};
const factbookCodes = {
  'Congo (Brazzaville)': 'COG',
  'Holy See (Vatican City)': 'VAT',
  DRC: 'COD',
  Burma: 'MMR',
  'Korea, North': 'PRK',
  'Korea, South': 'KOR',
  'Gambia, The': 'GMB',
  'Bahamas, The': 'BHS',
};

/** Wikidata's listing gives India's foreign secretaries, who are civil servants, as ministers. */
const indianSecretaries = new Set([
  'Lalit Mansingh',
  'Chokila Iyer',
  'Kanwal Sibal',
  'Shashank',
  'Shyam Saran',
  'Shivshankar Menon',
  'Nirupama Rao',
  'Ranjan Mathai',
  'Sujatha Singh',
  'Subrahmanyam Jaishankar',
  'Vijay Keshav Gokhale',
  'Harsh Vardhan Shringla',
  'Vinay Mohan Kwarta',
  'Vinay Mohan Kwatra',
]);

/** Whom the listings give for ministers of the state and who are none: ministers of a part of it, or of a rival government. */
const others21 = new Set([
  'AUS Jack Snelling',
  'AUS Martin Hamilton-Smith',
  'CAN Rick Casson',
  'MMR Zin Mar Aung',
  'ZAF Ivy Matsepe-Casaburri',
]);

/** Whom REIGN counts as leaders of a country that they occupied. */
const occupiers = new Set(['IRQ Tommy Ray Franks', 'IRQ Jay Garner', 'IRQ Paul Bremer', 'KWT Saddam Hussein']);

const terms = [];
const conflicts = [];
if (uses('wikidata')) {
  addWikidata();
  addForeignMinisters();
}
if (uses('others')) {
  addFactbook();
  addAugust();
  addKnown();
}
if (uses('reign')) addReign();
joinTerms();
endTerms();
settleNames();
if (uses('others')) layAdded();
write();

function addWikidata() {
  for (const row of table('holders21.tsv', '\t')) {
    const country = codeOfFile(row.file);
    const secretary = country === 'IND' && indianSecretaries.has(row.person) && /foreign affairs/i.test(row.position);
    const position = secretary && row.start !== '2019-05-30' ? 'Foreign Secretary' : row.position;
    const found = country === null ? null : officeOf(position, country);
    const name = cleanName(row.person);
    if (found === null || name === null || others21.has(`${country} ${name.name}`)) continue;
    if (found.office === 'head-of-state' && found.title.includes('King') && realms.has(country)) continue;
    const until = row.end;
    if (until !== '' && until < '1990') continue;
    const length = Math.min(until.length, row.start.length);
    if (until.slice(0, length) < row.start.slice(0, length)) continue;
    const title = found.title.replace(/\{(.*)\|(.*)\}/, (_, m, f) => (row.sex === 'female' ? f : m));
    add({
      country,
      office: found.office,
      title,
      ...name,
      from: row.start,
      until,
      wikidata: row.wikidata,
      source: 'Wikidata',
      asOf: row.as_of || '2022-03',
    });
  }
}

/** REIGN knows leaders by family name alone, and their titles not at all: used where Wikidata has nobody, 1990 to 2021. */
function addReign() {
  const full = table(new URL('./reign-names.tsv', import.meta.url), '\t');
  for (const r of table('leaderlist_3_21.csv', ',')) {
    const former = { CZE: 'CSK', YUG: Number(r.syear) >= 2006 ? 'SRB' : Number(r.syear) >= 2003 ? 'SCG' : 'YUG' };
    const country =
      (Number(r.syear) < 1993 || r.stateabb === 'YUG' ? former[r.stateabb] : undefined) ??
      reignCodes[r.stateabb] ??
      (states.some(({ id }) => id === r.stateabb) ? r.stateabb : null);
    if (country === null || Number(r.eyear) < 1990 || Number(r.syear) >= 2015) continue;
    if (occupiers.has(`${country} ${r.leader}`)) continue;
    const from = `${r.syear}-${two(r.smonth)}-${two(r.sdate)}`;
    const until = Number(r.eyear) >= 2021 ? '' : `${r.eyear}-${two(r.emonth)}`;
    const name = cleanName(r.leader.replace(/_/g, ' '));
    if (name === null) continue;
    const known = full.find((row) => row.country === country && row.leader === name.name);
    const who = option('--only') !== null || known === undefined ? null : { ...known, ...cleanName(known.name) };
    const told = terms.some(
      (t) =>
        t.country === country &&
        (who === null || t.office === who.office) &&
        /^(head-of|party|supreme)/.test(t.office) &&
        ((sharesWord(t.name, who?.name ?? name.name) && (who === null || (t.from <= until && (t.until === '' || t.until >= from)))) ||
          (t.from !== '' && Math.abs(days(t.from) - days(from)) < 60)),
    );
    const holder = terms.filter(
      (t) => t.country === country && /^(head-of|party|supreme)/.test(t.office) && sharesWord(t.name, name.name),
    );
    for (const t of holder.filter((one) => one.from !== '' && Math.abs(days(one.from) - days(from)) < 800))
      if (holder.length === 1 && differ(t.from, from)) conflict(t, `${t.source} has it begin on ${t.from}, REIGN on ${from}`);
    if (!told)
      add({
        country,
        office: who?.office ?? 'leader',
        title: who?.title ?? 'leader',
        name: who?.name ?? name.name,
        also: who === null ? name.also : [...known.also.split('|').filter(Boolean), ...who.also],
        from,
        until,
        wikidata: '',
        source: who === null ? 'REIGN' : 'REIGN; general knowledge',
        asOf: '2021-08',
      });
  }
}

function addForeignMinisters() {
  for (const r of table('foreign-ministers-2023-01.csv', ',')) {
    const country = codes.get(slug(r.countryLabel)) ?? null;
    const found = country === null ? null : officeOf('Minister of Foreign Affairs', country);
    const name = cleanName(r.name);
    if (found === null || name === null || country === 'USA' || others21.has(`${country} ${name.name}`)) continue;
    const title = country === 'GBR' ? 'Foreign Secretary' : found.title;
    add({
      country,
      office: 'foreign-minister',
      title,
      ...name,
      from: r.start,
      until: '',
      wikidata: r.person,
      source: 'Wikidata',
      asOf: '2023-01',
    });
  }
}

function addFactbook() {
  const book = JSON.parse(readFileSync(join(folder, 'factbook_government_sections.json'), 'utf8'));
  for (const section of Object.values(book)) {
    const names = section['Country name'] ?? {};
    const label =
      ['conventional short form', 'conventional long form']
        .map((key) => entities(names[key]?.text ?? ''))
        .find((text) => text !== '' && !/^none/i.test(text)) ?? '';
    const country = factbookCodes[label] ?? codes.get(slug(label.replace(/,.*/, ''))) ?? codes.get(slug(label)) ?? null;
    if (
      country === null ||
      ['PRK', 'SMR', 'AND', 'KGZ', 'IRN', 'AFG'].includes(country) ||
      states.find(({ id }) => id === country)?.kind === 'territory'
    )
      continue;
    for (const [key, office] of [
      ['chief of state', 'head-of-state'],
      ['head of government', 'head-of-government'],
    ]) {
      const text = entities(section['Executive branch']?.[key]?.text ?? '');
      const found =
        /^(?<title>[^()]*?)(?<name>(?:[A-Z][\p{L}.'’-]* |al-|bin |bint |el |de |da |van |von |dos |la )*(?:al-|el-|d')?[A-ZÀ-Þ][A-ZÀ-ÞŞȘ'’-]{2,}.*?) \((?:since )?(?<since>(?:\d+ )?(?:[A-Z][a-z]+ )?\d{4})/u.exec(
          text,
        );
      if (!found) continue;
      const parsed = factbookName(found.groups.title.trim(), found.groups.name.trim());
      if (parsed === null) continue;
      const { title, full, family } = parsed;
      if (office === 'head-of-state' && realms.has(country)) continue;
      if (/vice president|minister of state$/i.test(title) && office === 'head-of-government' && country !== 'MCO')
        continue;
      const name = cleanName(full);
      if (name === null) continue;
      if (family !== null && !name.also.includes(family) && !name.name.endsWith(family)) name.also.push(family);
      const same = office === 'head-of-government' && /^(interim )?president/i.test(title) && country !== 'ESP';
      if (same) continue;
      add({
        country,
        office,
        title: plainTitle(title, office),
        ...name,
        from: country === 'ROU' ? '' : isoDate(found.groups.since),
        until: '',
        wikidata: '',
        source: 'World Factbook',
        asOf: '2026-02',
      });
    }
  }
}

function addAugust() {
  for (const r of table('all-leaders.csv', ',')) {
    const state = codes.get(slug(r.Country));
    if (state === undefined) continue;
    for (const [office, title, who, since] of [
      ['head-of-government', r['HoG Title'], r['Head of Government'], r['HoG Since']],
      ['head-of-state', r['HoS Title'], r['Head of State'], r['HoS Since']],
    ]) {
      const name = cleanName(who);
      if (
        name === null ||
        state === 'SAU' ||
        (office === 'head-of-state' && realms.has(state)) ||
        (office === 'head-of-government' && /^(President|Sultan)/.test(title))
      )
        continue;
      add({
        country: state,
        office,
        title: plainTitle(title, office),
        ...name,
        from: since,
        until: '',
        wikidata: '',
        source: 'leaders of August 2026',
        asOf: '2026-08',
      });
    }
  }
}

function addKnown() {
  for (const r of table(new URL('./known-holders.tsv', import.meta.url), '\t')) {
    const name = cleanName(r.name);
    add({
      country: r.country,
      office: r.office,
      title: r.title,
      name: name.name,
      also: [...r.also.split('|').filter(Boolean), ...name.also],
      from: r.from,
      until: r.until,
      wikidata: '',
      source: 'general knowledge',
      asOf: r.as_of,
    });
  }
}

/** Joins a term to the same person's same term in an earlier source, else adds it. */
function add(term) {
  const known = terms.find(
    (t) =>
      t.country === term.country &&
      t.office === term.office &&
      (t.source !== term.source || t.from === term.from) &&
      ((t.wikidata !== '' && t.wikidata === term.wikidata) || samePerson(t, term)) &&
      overlap(t, term),
  );
  if (known === undefined) {
    terms.push({ ...term, also: [...term.also] });
    return;
  }
  known.also = [
    ...new Set([...known.also, ...term.also, ...(fold(term.name) === fold(known.name) ? [] : [term.name])]),
  ];
  if (term.source !== known.source && differ(known.from, term.from))
    conflict(known, `${known.source} has it begin on ${known.from}, ${term.source} on ${term.from}`);
  if (term.source !== known.source && differ(known.until, term.until))
    conflict(known, `${known.source} has it end on ${known.until}, ${term.source} on ${term.until}`);
  if (known.from === '' || (term.from !== '' && term.from.startsWith(known.from))) known.from = term.from;
  if (term.asOf > known.asOf)
    [known.asOf, known.source] = [
      term.asOf,
      known.source === term.source ? term.source : `${known.source}; ${term.source}`,
    ];
  if (known.until === '' || term.source === 'general knowledge') known.until = term.until;
  if (term.source === 'general knowledge') {
    [known.title, known.from] = [term.title, term.from || known.from];
    if (known.name !== term.name) [known.also, known.name] = [[...known.also, known.name], term.name];
  }
}

/** Do two dates differ by more than a month, as far as both tell them? */
function differ(a, b) {
  return a !== '' && b !== '' && !a.startsWith(b) && !b.startsWith(a) && Math.abs(days(a) - days(b)) > 31;
}

/** Two open terms of one person in one office are one term that two sources date differently: the earlier start stands. */
function joinTerms() {
  for (const term of [...terms]) {
    const twin = terms.find(
      (t) =>
        t !== term &&
        t.country === term.country &&
        t.office === term.office &&
        t.until === '' &&
        term.until === '' &&
        t.from <= term.from &&
        samePerson(t, term),
    );
    if (twin === undefined || !terms.includes(term)) continue;
    if (twin.from === '') twin.from = term.from;
    twin.also = [...new Set([...twin.also, ...term.also, ...(term.name === twin.name ? [] : [term.name])])];
    twin.wikidata ||= term.wikidata;
    if (term.asOf > twin.asOf) [twin.asOf, twin.source] = [term.asOf, term.source];
    terms.splice(terms.indexOf(term), 1);
  }
}

/** One holds these offices at a time: a term whose end nobody recorded has ended when the next in its listing begins. */
function endTerms() {
  const single = /^(head-of-state|head-of-government|foreign-minister|defence-minister|interior-minister|finance-minister)$/;
  for (const term of terms) {
    if (term.until !== '' || !single.test(term.office) || ['SMR', 'BIH', 'AND'].includes(term.country)) continue;
    const next = terms
      .filter(
        (t) =>
          t.country === term.country &&
          t.office === term.office &&
          t.title === term.title &&
          t.from.length >= 7 &&
          days(t.from) > days(term.from || '9999') + 30 &&
          !samePerson(t, term),
      )
      .map(({ from }) => from)
      .sort()[0];
    if (next === undefined) continue;
    conflict(term, `no end, but the next begins on ${next}: ended then`);
    term.until = next;
  }
}

/** Conflicts between sources and within them, as they were settled; printed at the end. */
function conflict({ country, office, name, from }, how) {
  conflicts.push(`${country} ${office} ${name} ${from}: ${how}`);
}

/** Terms that `npm run -s term` added or ended stand as they are. */
function layAdded() {
  for (const { as_of: asOf, also, ...row } of table(new URL('./added-terms.tsv', import.meta.url), '\t')) {
    const at = terms.findIndex((t) => ['country', 'office', 'name', 'from'].every((key) => t[key] === row[key]));
    const term = { ...row, also: also.split('|').filter(Boolean), asOf };
    terms.splice(at < 0 ? terms.length : at, at < 0 ? 0 : 1, term);
  }
}

/** One name for one person: that of the Wikidata row where there is one; "Donald J. Trump" is "Donald Trump" too. */
function settleNames() {
  const byCountry = groupBy(terms);
  for (const list of byCountry.values())
    for (const term of list.filter(({ wikidata }) => wikidata === '')) {
      const mine = [term.name, ...term.also].filter((n) => n.includes(' ')).map((n) => fold(n).toLowerCase());
      const same = list.find(
        (t) => t !== term && t.wikidata !== '' && [t.name, ...t.also].some((n) => mine.includes(fold(n).toLowerCase())),
      );
      if (same === undefined) continue;
      term.wikidata = same.wikidata;
      if (term.name !== same.name) [term.also, term.name] = [[...term.also, term.name], same.name];
    }
  // Last: father and son may differ by an initial alone.
  for (const term of terms) {
    const plain = term.name.replace(/(?<=\S) [A-Z]\.(?= )/g, '');
    if (plain !== term.name && !term.also.includes(plain)) term.also.push(plain);
  }
}

function overlap(a, b) {
  const [start, end] = [(t) => t.from || '0000', (t) => t.until || '9999'];
  return start(a).slice(0, 7) <= end(b).slice(0, 7) && start(b).slice(0, 7) <= end(a).slice(0, 7);
}

/** Fathers and sons of a dynasty share most of their names: there the first name must be the same as well. */
function samePerson(a, b) {
  const [x, y] = [a, b].map(({ name, also }) =>
    [name, ...also].map((n) =>
      fold(n)
        .toLowerCase()
        .replace(/[-'’.]/g, ' '),
    ),
  );
  if (x.some((n) => y.includes(n) && n.includes(' '))) return true;
  const near = a.from !== '' && b.from !== '' && Math.abs(days(a.from) - days(b.from)) < 40;
  const idle = new Set([
    'bin',
    'ibn',
    'van',
    'von',
    'mohammed',
    'muhammad',
    'mohamed',
    'mohammad',
    'jose',
    'juan',
    'maria',
    'the',
  ]);
  const words = (n) => n.split(/\s+/).filter((w) => w.length > 2 && !idle.has(w));
  return x.some((n) =>
    y.some((m) => {
      const shared = words(n).filter((w) => words(m).includes(w));
      const first = words(n)[0] === words(m)[0];
      const dynastic = /\b(bin|ibn|of|al|as)\b/.test(n) || /\b(bin|ibn|of|al|as)\b/.test(m);
      if (near && shared.length > 0) return true;
      if (shared.length < 2) return false;
      const [all, other] = [n.split(/\s+/), m.split(/\s+/)];
      const within = all.every((w) => other.includes(w)) || other.every((w) => all.includes(w));
      return dynastic ? first : within || (first && all.at(-1) === other.at(-1));
    }),
  );
}

function sharesWord(a, b) {
  const [x, y] = [a, b].map(
    (name) =>
      new Set(
        fold(name)
          .toLowerCase()
          .split(/[\s'-]+/)
          .filter((w) => w.length > 2),
      ),
  );
  return [...x].some((w) => y.has(w));
}

function cleanName(label) {
  let name = label
    .replace(/\s+/g, ' ')
    .replace(/ \((?!.*\bGeorge\b)[^)]*\)/g, '')
    .replace(/"[^"]*" ?/g, '')
    .trim();
  name = name.replace(/, (Jr|Jnr|Sr)\.?$/, ' $1.').replace(/ Jr\.?$| Jnr\.?$/, ' Jr.');
  name = name
    .replace(
      /^(?:Sir|Dame|Dr|Dr\.|Sr\. Gen\.|Gen\.|General|Col\.|Capt\.|Lt\. Gen\.|Ratu|Dato'?|Datuk|Tan Sri|Tun|Sheikh|Shaikh) (?=\S+ \S)/,
      '',
    )
    .replace(
      /, (Grand Duke|Prince|King|Queen|Emperor|Emir|Crown Prince|Baron|Viscount|Count|Duke|Lord|Baroness) .*$/,
      '',
    )
    .replace(/, \d.*$/, '')
    .replace(/ of (the )?[A-Z]\p{L}+( [A-Z]\p{L}+)?$/u, '')
    .replace(/^(Co-prince|Sr\.|Gen\.|Capt\.) +/, '');
  if (
    /^Q\d+$|^vacant$/i.test(name) ||
    !/^\p{Script=Latin}[\p{Script=Latin}\p{M}\s.'’ʻʿ‘`()-]*$/u.test(name) ||
    name.length < 2
  )
    return null;
  if (name !== '' && name === name.toUpperCase() && name.length > 3)
    name = name.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (c) => c.toUpperCase());
  const also = [];
  if (fold(name) !== name) also.push(fold(name));
  if (name.includes("'")) also.push(name.replaceAll("'", '’'));
  return { name, also };
}

/** "Prime Minister Ali Mahaman Lamine ZEINE": the name begins where the words of titles end; capitals mark the family name. */
function factbookName(before, rest) {
  const all = `${before} ${rest}`.trim().split(/\s+/);
  const words = new Set(
    'Interim Acting Caretaker Transition Transitional President Prime Minister Chancellor Premier King Queen Emperor Sultan Amir Emir Pope Prince Grand Duke Crown Taoiseach Minister) (Prime and Co-Vice Vice Foreign Chairperson Chairman Chair Presidential Leadership Council Sovereign Commander-in-Chief of the Sudanese Armed Forces General Gen. Col. Capt. Dr. Sir Dame Supreme Leader Taliban GNU CNSP National for Safeguard Homeland (CNSP) Government Spain (prime minister-equivalent) Ministers Swiss Confederation Council, President, Council Sheikh Ratu co-chiefs state Captains Regent Cardinal Secretary State'.split(
      ' ',
    ),
  );
  let at = 0;
  while (at < all.length - 1 && words.has(all[at])) at++;
  const name = all.slice(at);
  if (name.length === 0 || name.some((w) => /^[a-z]{4,}$/.test(w) || /[;,:]$/.test(w)) || name.length > 6) return null;
  const capital = (w) => /^(?:\p{Ll}{1,3}-)?[\p{Lu}'’`-]{3,}$/u.test(w) && !/^(II|III|IV|VI|VII|VIII|XIV|XVI)$/.test(w);
  const lower = (w) =>
    w
      .split('-')
      .map((part) =>
        /^\p{Lu}{2,}/u.test(part) && !/^(II|III|IV|VI|XIV|XVI)$/.test(part)
          ? part[0] + part.slice(1).toLowerCase()
          : part,
      )
      .join('-');
  const families = name.filter(capital).map(lower);
  const full = name.map((w) => (capital(w) || /^\p{Lu}{2,}$/u.test(w) ? lower(w) : w)).join(' ');
  return { title: all.slice(0, at).join(' '), full, family: families.length > 0 ? families.join(' ') : null };
}

function plainTitle(title, office) {
  const known = [
    'Taoiseach',
    'Chancellor',
    'Premier',
    'Prime Minister',
    'Grand Duke',
    'Pope',
    'King',
    'Queen',
    'Emperor',
    'Sultan',
    'Emir',
    'Prince',
    'Supreme Leader',
    'Minister of State',
    'President',
  ];
  if (/\bAmir\b/.test(title)) return 'Emir';
  if (/Yang di-Pertuan/.test(title)) return 'King';
  if (/government of spain|council of ministers/i.test(title)) return 'Prime Minister';
  if (/^Sultan/.test(title)) return 'Sultan';
  return known.find((one) => title.includes(one)) ?? (office === 'head-of-state' ? 'President' : 'Prime Minister');
}

function isoDate(text) {
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  const [year, month, day] = text.split(' ').reverse();
  return [year, month && two(months.indexOf(month.slice(0, 3)) + 1), day && two(day)].filter(Boolean).join('-');
}

function write() {
  const head = ['country', 'office', 'title', 'name', 'also', 'from', 'until', 'wikidata', 'source', 'as_of'];
  const rows = terms
    .map((t) => ({ ...t, also: [...new Set(t.also)].filter((n) => n !== t.name).join('|'), as_of: t.asOf }))
    .filter(
      (t) =>
        t.until === '' ||
        t.until >= (/^(head-of|foreign|defence|interior|finance|trade|deputy|vice)/.test(t.office) ? '2000' : '2009') ||
        /^(head-of|leader|party|supreme|vice|foreign)/.test(t.office) ||
        t.source.includes('general'),
    )
    .filter(
      (t) => !(t.from === '' && t.until === '' && t.source === 'Wikidata' && !/^(head|foreign|defence)/.test(t.office)),
    )
    .sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    .map((t) => head.map((key) => t[key]).join('\t'));
  const notes = [
    '# Who held which office when. An empty `until` says that no end was known on `as_of`. Made by tools/knowledge/holders.mjs;',
    '# edit known-holders.tsv there to add to it. Wikidata is CC0, REIGN MIT, the World Factbook public domain.',
  ];
  writeFileSync(target, [...notes, head.join('\t'), ...new Set(rows), ''].join('\n'));
  for (const line of conflicts.sort()) console.log(line);
  console.log(`${rows.length} terms of office, ${conflicts.length} conflicts of sources`);
}

function keyOf(t) {
  return [t.country, t.office, t.from, t.name].join('\t');
}

function codeOfFile(file) {
  const plain = file.replace(/-(ministers|cabinet)$/, '');
  return others[file] ?? others[plain] ?? codes.get(plain) ?? null;
}

function table(name, separator) {
  const text = readFileSync(
    name instanceof URL ? name : join(folder, name),
    name === 'leaderlist_3_21.csv' ? 'latin1' : 'utf8',
  ).replace(/\r/g, '');
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const cut = (line) =>
    separator === '\t'
      ? line.split('\t')
      : [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => m[1] ?? m[2] ?? '');
  const [head, ...rows] = lines.map(cut);
  return rows.map((cells) => Object.fromEntries(head.map((key, at) => [key, cells[at] ?? ''])));
}

function entities(text) {
  const known = {
    amp: '&',
    rsquo: '’',
    lsquo: '‘',
    nbsp: ' ',
    quot: '"',
    szlig: 'ß',
    oslash: 'ø',
    Oslash: 'Ø',
    aelig: 'æ',
    AElig: 'Æ',
  };
  const marks = {
    acute: '\u0301',
    grave: '\u0300',
    circ: '\u0302',
    uml: '\u0308',
    tilde: '\u0303',
    cedil: '\u0327',
    ring: '\u030a',
    caron: '\u030c',
  };
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
    .replace(/&([A-Za-z])(acute|grave|circ|uml|tilde|cedil|ring|caron);/g, (_, letter, mark) =>
      (letter + marks[mark]).normalize('NFC'),
    )
    .replace(/&(\w+);/g, (all, name) => known[name] ?? all)
    .replace(/\s+/g, ' ')
    .trim();
}

function fold(name) {
  const plain = {
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
    ð: 'd',
    Ð: 'D',
    þ: 'th',
    Þ: 'Th',
    ə: 'a',
    Ə: 'A',
  };
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʻʼʿ`]/g, "'")
    .replace(/[đĐøØłŁıİßæÆœðÐþÞəƏ]/g, (c) => plain[c] ?? c);
}

function slug(name) {
  return fold(name)
    .toLowerCase()
    .replace(/^the /, '')
    .replace(/&/g, 'and')
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
}

function groupBy(list) {
  const groups = new Map();
  for (const term of list) groups.set(term.country, [...(groups.get(term.country) ?? []), term]);
  return groups;
}

function two(part) {
  return String(part).padStart(2, '0');
}

function days(date) {
  const [year, month = '07', day = '15'] = date.split('-');
  return Number(year) * 365 + Number(month) * 30 + Number(day);
}
