// Which political office a position's label means. The first entry that fits decides; labels that none fits are left out.
// `title` is what English news calls it; {m} and {f} by sex. Countries with words of their own come last.

const junior =
  /\b(deputy|delegate|associate|assistant|junior|under-?secretary|parliamentary|vice|permanent|former|shadow|minister of state|state minister|minister-delegate|second minister|minister in the|state secretary|for the budget)\b/i;
const minister = (portfolio) =>
  new RegExp(
    `^(federal |union |cabinet )?(minister|secretary|secretary of state)( of| for)?( the)?\\b.*(${portfolio})|^(${portfolio}) (minister|secretary)$`,
    'i',
  );

export const offices = [
  { office: 'supreme-leader', title: 'Supreme Leader', label: /^supreme leader$/i },
  {
    office: 'party-leader',
    title: 'General Secretary',
    label: /^general secretary of the .*(communist|workers'|people's revolutionary) party/i,
  },
  { office: 'head-of-state', title: 'Emperor', label: /^emperor$/i },
  { office: 'head-of-state', title: 'Emir', label: /^(emir|amir)$/i },
  { office: 'head-of-state', title: 'Sultan', label: /^sultan( and prime minister)?$/i },
  { office: 'head-of-state', title: 'Grand Duke', label: /^grand duke$/i },
  { office: 'head-of-state', title: 'Prince', label: /^(sovereign )?prince( of (monaco|liechtenstein))?$/i },
  { office: 'head-of-state', title: 'Pope', label: /^pope$/i },
  { office: 'head-of-state', title: 'King', label: /^yang di[-_ ]pertuan agong.*$/i },
  { office: 'head-of-state', title: '{King|Queen}', label: /^(king|queen|monarch)$/i },
  { office: 'head-of-state', title: 'Captain Regent', label: /^captain regent$/i },
  {
    office: 'head-of-state',
    title: 'President',
    label:
      /^((interim|acting|transitional|federal) )?president( of the (republic|confederation|swiss confederation|state|transition|transitional council|presidential council|national transitional council))?$/i,
  },
  {
    office: 'head-of-state',
    title: 'Chairman',
    label:
      /^(chair|chairman|chairperson)( \(.*\))? of the (presidency|presidential council|presidential leadership council|transitional sovereignty council|sovereignty council|transitional military council|national committee for the salvation of the people|state administration council|state council|supreme council of the armed forces)$/i,
  },
  { office: 'governor-general', title: 'Governor-General', label: /^governor[- ]general$/i },
  {
    office: 'vice-president',
    title: 'Vice President',
    label: /^((first|second|executive) )?vice[- ]president( of the republic)?$/i,
  },
  { office: 'vice-president', title: 'Deputy President', label: /^deputy president$/i },
  {
    office: 'head-of-government',
    title: 'Prime Minister',
    label:
      /^((interim|acting|transitional) )?(prime minister|president of the (government|council of ministers)|head of government|head of the government|chairman of the (council of ministers|cabinet of ministers|government)|chairman of the cabinet of ministers \(prime minister\)|chair of the council of ministers)$/i,
  },
  { office: 'head-of-government', title: 'Chancellor', label: /^(federal )?chancellor$/i },
  { office: 'head-of-government', title: 'Taoiseach', label: /^taoiseach.*$/i },
  { office: 'head-of-government', title: 'Premier', label: /^premier( of the state council| of the cabinet)?$/i },
  { office: 'head-of-government', title: 'Premier', label: /^president of the executive yuan$/i },
  { office: 'head-of-government', title: 'Chief Executive', label: /^chief executive$/i },
  { office: 'head-of-government', title: 'Chief Minister', label: /^chief minister$/i },
  {
    office: 'deputy-head-of-government',
    title: 'Deputy Prime Minister',
    label: /^((first|second|third|1st|2nd) )?(deputy|vice)[- ]prime[- ]minister(s)?( of the government)?$/i,
  },
  {
    office: 'deputy-head-of-government',
    title: 'Deputy Prime Minister',
    label:
      /^((first|second|third|1st) )?(vice president of the government|deputy chairman of the (cabinet of ministers|council of ministers|government))$/i,
  },
  {
    office: 'deputy-head-of-government',
    title: 'Vice Premier',
    label: /^(vice|deputy)[- ]premier( of the state council)?$/i,
  },
  { office: 'deputy-head-of-government', title: 'Vice Chancellor', label: /^(federal )?vice[- ]chancellor$/i },
  { office: 'deputy-head-of-government', title: 'Tánaiste', label: /^t[áa]naiste.*$/i },
  {
    office: 'foreign-minister',
    title: 'Foreign Minister',
    label: minister(
      'foreign( and [\\w ]+)? affairs|foreign and political affairs|external (affairs|relations)|foreign relations|international affairs|international relations|european and international affairs|foreign',
    ),
    but: /foreign (trade|employment|investment|economic|aid)|trade and foreign economic|women/i,
  },
  {
    office: 'foreign-minister',
    title: 'Foreign Minister',
    label: /^(chief|head) of the (federal )?department of foreign affairs$/i,
  },
  {
    office: 'defence-minister',
    title: 'Defence Minister',
    label: minister('defen[cs]e'),
    but: /materiel|equipment|industry|procurement|personnel|veterans$/i,
  },
  {
    office: 'interior-minister',
    title: 'Interior Minister',
    label: minister('interior|internal affairs|home affairs|home department'),
    but: /communications|kingdom relations of|secretary of the interior$/i,
  },
  { office: 'security-minister', title: 'Public Security Minister', label: minister('public security') },
  {
    office: 'security-minister',
    title: 'National Security Minister',
    label: minister('national security|state security|homeland security'),
  },
  {
    office: 'finance-minister',
    title: 'Finance Minister',
    label: minister('financ\\w*|treasury'),
    but: /services|secretary to the treasury/i,
  },
  { office: 'finance-minister', title: 'Treasurer', label: /^(treasurer|federal treasurer)$/i },
  { office: 'trade-minister', title: 'Trade Minister', label: minister('trade'), but: /foreign affairs/i },
  { office: 'trade-minister', title: 'Commerce Minister', label: minister('commerce') },
  {
    office: 'economy-minister',
    title: 'Economy Minister',
    label: minister('economy|economic (affairs|development)'),
    but: /digital economy|blue economy|economy and society/i,
  },
  { office: 'justice-minister', title: 'Justice Minister', label: minister('justice') },
  { office: 'attorney-general', title: 'Attorney General', label: /^attorney[- ]general$/i },
  {
    office: 'prosecutor-general',
    title: 'Prosecutor General',
    label: /^(prosecutor[- ]general|general prosecutor)( of the republic)?$/i,
  },
  { office: 'energy-minister', title: 'Energy Minister', label: minister('energy') },
  { office: 'oil-minister', title: 'Oil Minister', label: minister('oil|petroleum') },
  { office: 'health-minister', title: 'Health Minister', label: minister('health') },
  { office: 'immigration-minister', title: 'Immigration Minister', label: minister('immigration|migration') },
  {
    office: 'information-minister',
    title: 'Information Minister',
    label: minister('information'),
    but: /technolog|communication/i,
  },
  { office: 'intelligence-minister', title: 'Intelligence Minister', label: minister('intelligence') },
  {
    office: 'government-spokesperson',
    title: 'government {spokesman|spokeswoman}',
    label: /^(government spokes(person|man|woman)|spokesperson of the government)$/i,
  },
  {
    office: 'presidential-spokesperson',
    title: 'presidential {spokesman|spokeswoman}',
    label:
      /^(presidential spokesperson|spokesperson of the president|press secretary of the president|presidential press secretary)$/i,
  },
  { office: 'press-secretary', title: 'White House Press Secretary', label: /^white house press secretary$/i },
  { office: 'chief-of-staff', title: 'White House Chief of Staff', label: /^white house chief of staff$/i },
  { office: 'chief-of-staff', title: 'Chief Cabinet Secretary', label: /^chief cabinet secretary$/i },
  {
    office: 'national-security-adviser',
    title: 'National Security Adviser',
    label: /^national security advis[eo]r.*$/i,
  },
  {
    office: 'security-council-secretary',
    title: 'Security Council Secretary',
    label: /^secretary of the (supreme )?(national )?(defence and )?(national )?security (and defence )?council$/i,
  },
  {
    office: 'un-ambassador',
    title: 'UN Ambassador',
    label: /^(permanent representative|ambassador) to the united nations( in new york)?$/i,
  },
  {
    office: 'intelligence-chief',
    title: 'Director of National Intelligence',
    label: /^director of national intelligence$/i,
  },
  {
    office: 'intelligence-chief',
    title: 'CIA Director',
    label: /^director of the (cia|central intelligence agency)$/i,
  },
  {
    office: 'intelligence-chief',
    title: 'intelligence chief',
    label:
      /^(director|head|chief) of (the )?(mossad|general intelligence|.*intelligence (service|agency|directorate|department)|secret intelligence service|national intelligence service)$/i,
  },
  {
    office: 'military-chief',
    title: 'Chairman of the Joint Chiefs of Staff',
    label: /^(chair|chairman) of the joint chiefs( of staff)?$/i,
  },
  {
    office: 'military-chief',
    title: 'military chief',
    label:
      /^(chief of (the )?(general staff|defence|defen[cs]e staff|defen[cs]e forces?)|head of the general staff|chief of the general staff of the armed forces|chief of staff of the armed forces|commander[- ]in[- ]chief of the armed forces|chief of the joint staff)$/i,
  },
  {
    office: 'army-chief',
    title: 'army chief',
    label:
      /^(chief of (the )?army( staff)?|chief of staff of the army|army chief of staff|chief of the army staff|commander of the army)$/i,
  },
  {
    office: 'speaker',
    title: 'Speaker',
    label:
      /^(speaker|president|chair|chairman|chairperson) of (the )?(national assembly|house of representatives|chamber of deputies|parliament|house of commons|knesset|verkhovna rada|state duma|lok sabha|national parliament|seimas|saeima|riigikogu|sejm|storting|folketing|riksdag|parliament of .*|bundestag|congress of deputies|legislative yuan|assembly of the republic|islamic consultative assembly|council of representatives|house of assembly|legislative assembly|supreme council|people's assembly|people's majlis|congress|house of the people|standing committee of the national people's congress)$/i,
  },
  {
    office: 'senate-president',
    title: 'Senate President',
    label:
      /^(speaker|president|chair|chairman|chairperson) of (the )?(senate|federation council|council of states|house of councillors|national council of provinces)$/i,
  },
  { office: 'opposition-leader', title: 'opposition leader', label: /^leader of the opposition$/i },
  {
    office: 'central-bank-governor',
    title: 'central bank governor',
    label:
      /^(governor|president|chairman|chair) of the (central bank|national bank|reserve bank|bank of \w+|state bank|federal reserve|people's bank|central bank of .*|national bank of .*)$/i,
  },
  { office: 'state-councillor', title: 'State Councilor', label: /^state councill?or$/i },
];

/** Titles that a country has for an office, or labels with a meaning of their own there. */
export const national = [
  { country: 'USA', office: 'foreign-minister', title: 'Secretary of State', label: /^secretary of state$/i },
  {
    country: 'USA',
    office: 'deputy-foreign-minister',
    title: 'Deputy Secretary of State',
    label: /^deputy secretary of state$/i,
  },
  {
    country: 'USA',
    office: 'assistant-foreign-minister',
    title: 'Assistant Secretary of State',
    label: /^assistant secretary of state\b.*$/i,
  },
  { country: 'USA', office: 'defence-minister', title: 'Secretary of Defense', label: /^secretary of defen[cs]e$/i },
  {
    country: 'USA',
    office: 'deputy-defence-minister',
    title: 'Deputy Secretary of Defense',
    label: /^deputy secretary of defen[cs]e$/i,
  },
  { country: 'USA', office: 'finance-minister', title: 'Treasury Secretary', label: /^secretary of the treasury$/i },
  { country: 'USA', office: 'trade-minister', title: 'Commerce Secretary', label: /^secretary of commerce$/i },
  {
    country: 'USA',
    office: 'trade-representative',
    title: 'Trade Representative',
    label: /^(united states )?trade representative$/i,
  },
  {
    country: 'USA',
    office: 'security-minister',
    title: 'Homeland Security Secretary',
    label: /^secretary of homeland security$/i,
  },
  { country: 'USA', office: 'energy-minister', title: 'Energy Secretary', label: /^secretary of energy$/i },
  {
    country: 'USA',
    office: 'health-minister',
    title: 'Health Secretary',
    label: /^secretary of health and human services$/i,
  },
  {
    country: 'USA',
    office: 'intelligence-chief',
    title: 'FBI Director',
    label: /^director of the (fbi|federal bureau of investigation)$/i,
  },
  {
    country: 'GBR',
    office: 'foreign-minister',
    title: 'Foreign Secretary',
    label: /^secretary of state for foreign\b.*$/i,
  },
  {
    country: 'GBR',
    office: 'defence-minister',
    title: 'Defence Secretary',
    label: /^secretary of state for defence$/i,
  },
  {
    country: 'GBR',
    office: 'interior-minister',
    title: 'Home Secretary',
    label: /^secretary of state for the home department$/i,
  },
  {
    country: 'GBR',
    office: 'finance-minister',
    title: 'Chancellor of the Exchequer',
    label: /^chancellor of the exchequer$/i,
  },
  {
    country: 'GBR',
    office: 'trade-minister',
    title: 'Trade Secretary',
    label: /^secretary of state for (international trade|business and trade)$/i,
  },
  {
    country: 'GBR',
    office: 'justice-minister',
    title: 'Justice Secretary',
    label: /^secretary of state for justice$/i,
  },
  {
    country: 'GBR',
    office: 'health-minister',
    title: 'Health Secretary',
    label: /^secretary of state for health\b.*$/i,
  },
  {
    country: 'GBR',
    office: 'brexit-minister',
    title: 'Brexit Secretary',
    label: /^secretary of state for exiting the european union$/i,
  },
  {
    country: 'GBR',
    office: 'development-minister',
    title: 'International Development Secretary',
    label: /^secretary of state for international development$/i,
  },
  {
    country: 'GBR',
    office: 'northern-ireland-secretary',
    title: 'Northern Ireland Secretary',
    label: /^secretary of state for northern ireland$/i,
  },
  ...['IND', 'PAK', 'BGD', 'LKA', 'NPL'].map((country) => ({
    country,
    office: 'foreign-secretary',
    title: 'Foreign Secretary',
    label: /^foreign secretary$/i,
  })),
  {
    country: 'CHN',
    office: 'party-leader',
    title: 'General Secretary',
    label: /^general secretary of the chinese communist party$/i,
  },
  { country: 'CHE', office: 'head-of-state', title: 'President', label: /^president of the confederation$/i },
  {
    country: 'JPN',
    office: 'trade-minister',
    title: 'Trade Minister',
    label: /^minister of economy, trade and industry$/i,
  },
  {
    country: 'SMR',
    office: 'foreign-minister',
    title: 'Foreign Minister',
    label: /^secretary for foreign and political affairs$/i,
  },
  {
    country: 'VAT',
    office: 'head-of-government',
    title: 'Secretary of State',
    label: /^cardinal secretary of state$/i,
  },
  {
    country: 'HKG',
    office: 'deputy-head-of-government',
    title: 'Chief Secretary',
    label: /^chief secretary( for administration)?$/i,
  },
  { country: 'HKG', office: 'security-minister', title: 'Secretary for Security', label: /^secretary for security$/i },
  { country: 'MCO', office: 'head-of-government', title: 'Minister of State', label: /^minister of state$/i },
];

/** What news calls an office in a country that has its own word for it. */
export const titles = {
  'IND foreign-minister': 'External Affairs Minister',
  'IND interior-minister': 'Home Minister',
  'PAK information-minister': 'Information Minister',
  'PHL foreign-minister': 'Foreign Secretary',
  'PHL defence-minister': 'Defense Secretary',
  'PHL finance-minister': 'Finance Secretary',
  'PHL interior-minister': 'Interior Secretary',
  'BGD interior-minister': 'Home Minister',
  'MYS interior-minister': 'Home Minister',
  'NPL interior-minister': 'Home Minister',
  'NZL interior-minister': 'Internal Affairs Minister',
  'ZAF foreign-minister': 'International Relations Minister',
  'SGP interior-minister': 'Home Affairs Minister',
  'ISR un-ambassador': 'UN Ambassador',
  'KWT head-of-state': 'Emir',
  'QAT head-of-state': 'Emir',
  'MYS head-of-state': 'King',
};

/** Finds the office of a position, or null. */
export function officeOf(position, country) {
  const label = position
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ \((acting|interim)\)$/i, '');
  for (const entry of national) if (entry.country === country && entry.label.test(label)) return entry;
  for (const entry of offices) {
    if (!entry.label.test(label) || entry.but?.test(label)) continue;
    if (/-minister$/.test(entry.office) && junior.test(label)) continue;
    if (country === 'USA' && /secretary/i.test(label) && /-minister$/.test(entry.office)) continue;
    return { ...entry, title: titles[`${country} ${entry.office}`] ?? entry.title };
  }
  return null;
}
