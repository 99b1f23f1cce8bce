import { office, type Office } from './office.ts';

/** Heads of state and government and their deputies. */
export const HEADS: readonly Office[] = [
  office('supreme-leader', 'Supreme Leader', /^supreme leader$/i),
  office(
    'party-leader',
    'General Secretary',
    /^general secretary of the .*(communist|workers'|people's revolutionary) party/i,
  ),
  office('head-of-state', 'Emperor', /^emperor$/i),
  office('head-of-state', 'Emir', /^(emir|amir)$/i),
  office('head-of-state', 'Sultan', /^sultan( and prime minister)?$/i),
  office('head-of-state', 'Grand Duke', /^grand duke$/i),
  office('head-of-state', 'Prince', /^(sovereign )?prince( of (monaco|liechtenstein))?$/i),
  office('head-of-state', 'Pope', /^pope$/i),
  office('head-of-state', 'King', /^yang di[-_ ]pertuan agong.*$/i),
  office('head-of-state', '{King|Queen}', /^(king|queen|monarch)$/i),
  office('head-of-state', 'Captain Regent', /^captain regent$/i),
  office(
    'head-of-state',
    'President',
    /^((interim|acting|transitional|federal) )?president( of the (republic|confederation|swiss confederation|state|transition|transitional council|presidential council|national transitional council))?$/i,
  ),
  office(
    'head-of-state',
    'Chairman',
    /^(chair|chairman|chairperson)( \(.*\))? of the (presidency|presidential council|presidential leadership council|transitional sovereignty council|sovereignty council|transitional military council|national committee for the salvation of the people|state administration council|state council|supreme council of the armed forces)$/i,
  ),
  office('governor-general', 'Governor-General', /^governor[- ]general$/i),
  office('vice-president', 'Vice President', /^((first|second|executive) )?vice[- ]president( of the republic)?$/i),
  office('vice-president', 'Deputy President', /^deputy president$/i),
  office(
    'head-of-government',
    'Prime Minister',
    /^((interim|acting|transitional) )?(prime minister|president of the (government|council of ministers)|head of government|head of the government|chairman of the (council of ministers|cabinet of ministers|government)|chairman of the cabinet of ministers \(prime minister\)|chair of the council of ministers)$/i,
  ),
  office('head-of-government', 'Chancellor', /^(federal )?chancellor$/i),
  office('head-of-government', 'Taoiseach', /^taoiseach.*$/i),
  office('head-of-government', 'Premier', /^premier( of the state council| of the cabinet)?$/i),
  office('head-of-government', 'Premier', /^president of the executive yuan$/i),
  office('head-of-government', 'Chief Executive', /^chief executive$/i),
  office('head-of-government', 'Chief Minister', /^chief minister$/i),
  office(
    'deputy-head-of-government',
    'Deputy Prime Minister',
    /^((first|second|third|1st|2nd) )?(deputy|vice)[- ]prime[- ]minister(s)?( of the government)?$/i,
  ),
  office(
    'deputy-head-of-government',
    'Deputy Prime Minister',
    /^((first|second|third|1st) )?(vice president of the government|deputy chairman of the (cabinet of ministers|council of ministers|government))$/i,
  ),
  office('deputy-head-of-government', 'Vice Premier', /^(vice|deputy)[- ]premier( of the state council)?$/i),
  office('deputy-head-of-government', 'Vice Chancellor', /^(federal )?vice[- ]chancellor$/i),
  office('deputy-head-of-government', 'Tánaiste', /^t[áa]naiste.*$/i),
];
