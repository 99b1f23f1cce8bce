import { office, type Office } from './office.ts';

const FOREIGN_SECRETARY = [office('foreign-secretary', 'Foreign Secretary', /^foreign secretary$/i)];

/** Offices that a country has under labels of its own, or labels with a meaning of their own there, by country. */
export const NATIONAL: ReadonlyMap<string, readonly Office[]> = new Map([
  [
    'USA',
    [
      office('foreign-minister', 'Secretary of State', /^secretary of state$/i),
      office('deputy-foreign-minister', 'Deputy Secretary of State', /^deputy secretary of state$/i),
      office('assistant-foreign-minister', 'Assistant Secretary of State', /^assistant secretary of state\b.*$/i),
      office('defence-minister', 'Secretary of Defense', /^secretary of defen[cs]e$/i),
      office('deputy-defence-minister', 'Deputy Secretary of Defense', /^deputy secretary of defen[cs]e$/i),
      office('finance-minister', 'Treasury Secretary', /^secretary of the treasury$/i),
      office('trade-minister', 'Commerce Secretary', /^secretary of commerce$/i),
      office('trade-representative', 'Trade Representative', /^(united states )?trade representative$/i),
      office('security-minister', 'Homeland Security Secretary', /^secretary of homeland security$/i),
      office('energy-minister', 'Energy Secretary', /^secretary of energy$/i),
      office('health-minister', 'Health Secretary', /^secretary of health and human services$/i),
      office('intelligence-chief', 'FBI Director', /^director of the (fbi|federal bureau of investigation)$/i),
    ],
  ],
  [
    'GBR',
    [
      office('foreign-minister', 'Foreign Secretary', /^secretary of state for foreign\b.*$/i),
      office('defence-minister', 'Defence Secretary', /^secretary of state for defence$/i),
      office('interior-minister', 'Home Secretary', /^secretary of state for the home department$/i),
      office('finance-minister', 'Chancellor of the Exchequer', /^chancellor of the exchequer$/i),
      office('trade-minister', 'Trade Secretary', /^secretary of state for (international trade|business and trade)$/i),
      office('justice-minister', 'Justice Secretary', /^secretary of state for justice$/i),
      office('health-minister', 'Health Secretary', /^secretary of state for health\b.*$/i),
      office('brexit-minister', 'Brexit Secretary', /^secretary of state for exiting the european union$/i),
      office(
        'development-minister',
        'International Development Secretary',
        /^secretary of state for international development$/i,
      ),
      office('northern-ireland-secretary', 'Northern Ireland Secretary', /^secretary of state for northern ireland$/i),
    ],
  ],
  ['CHN', [office('party-leader', 'General Secretary', /^general secretary of the chinese communist party$/i)]],
  ['CHE', [office('head-of-state', 'President', /^president of the confederation$/i)]],
  ['JPN', [office('trade-minister', 'Trade Minister', /^minister of economy, trade and industry$/i)]],
  ['SMR', [office('foreign-minister', 'Foreign Minister', /^secretary for foreign and political affairs$/i)]],
  ['VAT', [office('head-of-government', 'Secretary of State', /^cardinal secretary of state$/i)]],
  [
    'HKG',
    [
      office('deputy-head-of-government', 'Chief Secretary', /^chief secretary( for administration)?$/i),
      office('security-minister', 'Secretary for Security', /^secretary for security$/i),
    ],
  ],
  ['MCO', [office('head-of-government', 'Minister of State', /^minister of state$/i)]],
  ['IND', FOREIGN_SECRETARY],
  ['PAK', FOREIGN_SECRETARY],
  ['BGD', FOREIGN_SECRETARY],
  ['LKA', FOREIGN_SECRETARY],
  ['NPL', FOREIGN_SECRETARY],
]);

/** What news calls an office in a country that has its own word for it, by country and office. */
export const TITLES: ReadonlyMap<string, string> = new Map([
  ['IND foreign-minister', 'External Affairs Minister'],
  ['IND interior-minister', 'Home Minister'],
  ['PAK information-minister', 'Information Minister'],
  ['PHL foreign-minister', 'Foreign Secretary'],
  ['PHL defence-minister', 'Defense Secretary'],
  ['PHL finance-minister', 'Finance Secretary'],
  ['PHL interior-minister', 'Interior Secretary'],
  ['BGD interior-minister', 'Home Minister'],
  ['MYS interior-minister', 'Home Minister'],
  ['NPL interior-minister', 'Home Minister'],
  ['NZL interior-minister', 'Internal Affairs Minister'],
  ['ZAF foreign-minister', 'International Relations Minister'],
  ['SGP interior-minister', 'Home Affairs Minister'],
  ['ISR un-ambassador', 'UN Ambassador'],
  ['KWT head-of-state', 'Emir'],
  ['QAT head-of-state', 'Emir'],
  ['MYS head-of-state', 'King'],
]);
