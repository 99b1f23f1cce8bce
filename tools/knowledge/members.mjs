// Makes knowledge/actors/members.tsv: node tools/knowledge/members.mjs FOLDER, where FOLDER holds
// factbook_government_sections.json (CIA World Factbook, February 2026, public domain). A country is a member of a body where its
// list of memberships names the body without a note, or with the note "nonregional member": observers, partners, candidates,
// suspended members and correspondents are none. Abbreviations that no body is named by here are left out and printed; bodies whose
// members stand in organisations.yaml are left out.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

const folder = process.argv[2] ?? '.';
const read = (file) =>
  parse(readFileSync(new URL(`../../knowledge/actors/${file}`, import.meta.url), 'utf8'), { schema: 'failsafe' });
const codes = new Map(
  read('states.yaml').flatMap(({ id, name, also = [] }) => [name, ...also].map((one) => [plain(one), id])),
);

/** The Factbook's short names that the knowledge does not have. */
const others = {
  'cote d ivoire': 'CIV',
  'virgin islands': 'VIR',
  svalbard: 'SJM',
  'holy see vatican city': 'VAT',
  'falkland islands islas malvinas': 'FLK',
};

/** Members that the Factbook still lists: Russia left the Council of Europe on 16 March 2022 (general knowledge). */
const left = new Set(['council-of-europe RUS']);

/** The Factbook's abbreviations, by body. */
const bodies = new Map(
  `united-nations UN; unesco UNESCO; upu UPU; ioc IOC; interpol Interpol; fao FAO; itu ITU; unctad UNCTAD; who WHO; opcw OPCW;
  icao ICAO; imf IMF; ifrc IFRCS; wmo WMO; ida-bank IDA; world-bank IBRD; ilo ILO; wipo WIPO; ifc IFC; wto WTO; miga MIGA;
  world-customs-organization WCO; imo IMO; unido UNIDO; ifad IFAD; iom IOM; ipu IPU; iso-standards ISO; iaea IAEA; un-tourism UNWTO;
  non-aligned-movement NAM; group-of-77 G-77; icc ICCt; pca PCA; conference-on-disarmament CD; oas OAS; iho IHO; oacps ACP;
  afdb AfDB; francophonie OIF; osce OSCE; adb ADB; ebrd EBRD; bis BIS; oic OIC; african-union AU; isdb IDB; council-of-europe CE;
  commonwealth C; eapc EAPC; nsg NSG; idb IADB; aosis AOSIS; wassenaar Wassenaar Arrangement;
  pif PIF; australia-group Australia Group; oecd OECD; zangger-committee ZC; fatf FATF; pacific-alliance Pacific Alliance; cica CICA;
  celac CELAC; opanal OPANAL; nato NATO; paris-club Paris Club; nuclear-energy-agency NEA; aladi LAIA; european-union EU; iea IEA;
  acs ACS; selec SELEC; sica SICA; caricom Caricom; sela LAES; cern CERN; asean-regional-forum ARF; colombo-plan CP;
  caribbean-development-bank CDB; european-investment-bank EIB; bsec BSEC; pacific-community SPC; g24 G-24; arab-league LAS; igad IGAD;
  esa ESA; asean ASEAN; cbss CBSS; partnership-for-peace PFP; arctic-council Arctic Council; arab-monetary-fund AMF; caeu CAEU;
  apec APEC; afesd AFESD; g20 G-20; comesa COMESA; petrocaribe Petrocaribe; east-asia-summit EAS; central-european-initiative CEI;
  g15 G-15; saarc SAARC; cplp CPLP; sadc SADC; sco SCO; andean-community CAN; g10-lenders G-10; opec OPEC; ecowas ECOWAS; cis CIS;
  oapec OAPEC; cemac CEMAC; brics BRICS; eco ECO; nordic-investment-bank NIB; lake-chad-basin-commission LCBC; oecs OECS;
  mercosur Mercosur; boad WADB; uemoa WAEMU; eac EAC; d8 D-8; eaeu EAEU; g7 G-7; prosur PROSUR; sacep SACEP; cabei CABEI; bimstec BIMSTEC;
  nordic-council NC; csto CSTO; gcc GCC; arab-maghreb-union AMU; sacu SACU; conseil-de-l-entente Entente; lake-chad-mnjtf MNJTF;
  indian-ocean-commission InOC; cacm CACM; eadb EADB; guam-organisation GUAM; efta EFTA; cepgl CEPGL; benelux Benelux; baltic-assembly BA`
    .split(';')
    .map((pair) => pair.trim().split(/\s+/))
    .map(([id, ...words]) => [words.join(' '), id]),
);

const members = new Map();
const unknown = new Map();
for (const [file, sections] of Object.entries(
  JSON.parse(readFileSync(join(folder, 'factbook_government_sections.json'), 'utf8')),
)) {
  const list = (sections['International organization participation']?.text ?? '').replace(/<[^>]+>|&nbsp;/g, ' ');
  const short = sections['Country name']?.['conventional short form']?.text ?? '';
  const code =
    codes.get(plain(short)) ??
    others[plain(short)] ??
    codes.get(plain(sections['Country name']?.['conventional long form']?.text ?? ''));
  if (list === '') continue;
  if (code === undefined) {
    console.error(`${file}: no state or territory is called "${short}"`);
    continue;
  }
  for (const item of list.split(/[,;:] ?(?![^(]*\))/)) {
    const [, name = '', note = ''] = /^\s*([^(]*?)\s*(?:\((.*)\))?\s*$/.exec(item) ?? [];
    const body = bodies.get(name);
    if (body === undefined) unknown.set(name, (unknown.get(name) ?? 0) + 1);
    else if (note === '' || note.startsWith('nonregional member'))
      members.set(body, [...(members.get(body) ?? []), code]);
  }
}

const known = new Map(read('organisations.yaml').map((body) => [body.id, body]));
for (const id of members.keys()) {
  if (!known.has(id)) throw new Error(`no body has the id ${id}`);
  if (known.get(id).members !== undefined) members.delete(id);
}
const rows = [...members]
  .map(([id, list]) =>
    [
      id,
      [...new Set(list)]
        .filter((code) => !left.has(`${id} ${code}`))
        .sort()
        .join('|'),
      'CIA World Factbook',
      '2026-02',
    ].join('\t'),
  )
  .sort();
writeFileSync(
  new URL('../../knowledge/actors/members.tsv', import.meta.url),
  `# Which states and territories are members of which body. Made by tools/knowledge/members.mjs; members of bodies that are not here stand in\n# organisations.yaml. The World Factbook is in the public domain.\norganisation\tmembers\tsource\tas_of\n${rows.join('\n')}\n`,
);
console.error(`${rows.length} bodies; left out: ${[...unknown].map(([name, count]) => `${name} ${count}`).join(', ')}`);

function plain(name) {
  return name
    .replace(/&(.)[a-z]+;/g, '$1')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}
