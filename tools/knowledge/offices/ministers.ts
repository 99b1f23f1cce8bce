import { office, type Office } from './office.ts';

/** Ministers, and the law officers who sit beside them. */
export const MINISTERS: readonly Office[] = [
  office(
    'foreign-minister',
    'Foreign Minister',
    minister(
      'foreign( and [\\w ]+)? affairs|foreign and political affairs|external (affairs|relations)|foreign relations|international affairs|international relations|european and international affairs|foreign',
    ),
    /foreign (trade|employment|investment|economic|aid)|trade and foreign economic|women/i,
  ),
  office('foreign-minister', 'Foreign Minister', /^(chief|head) of the (federal )?department of foreign affairs$/i),
  office(
    'defence-minister',
    'Defence Minister',
    minister('defen[cs]e'),
    /materiel|equipment|industry|procurement|personnel|veterans$/i,
  ),
  office(
    'interior-minister',
    'Interior Minister',
    minister('interior|internal affairs|home affairs|home department'),
    /communications|kingdom relations of|secretary of the interior$/i,
  ),
  office('security-minister', 'Public Security Minister', minister('public security')),
  office(
    'security-minister',
    'National Security Minister',
    minister('national security|state security|homeland security'),
  ),
  office(
    'finance-minister',
    'Finance Minister',
    minister('financ\\w*|treasury'),
    /services|secretary to the treasury/i,
  ),
  office('finance-minister', 'Treasurer', /^(treasurer|federal treasurer)$/i),
  office('trade-minister', 'Trade Minister', minister('trade'), /foreign affairs/i),
  office('trade-minister', 'Commerce Minister', minister('commerce')),
  office(
    'economy-minister',
    'Economy Minister',
    minister('economy|economic (affairs|development)'),
    /digital economy|blue economy|economy and society/i,
  ),
  office('justice-minister', 'Justice Minister', minister('justice')),
  office('attorney-general', 'Attorney General', /^attorney[- ]general$/i),
  office(
    'prosecutor-general',
    'Prosecutor General',
    /^(prosecutor[- ]general|general prosecutor)( of the republic)?$/i,
  ),
  office('energy-minister', 'Energy Minister', minister('energy')),
  office('oil-minister', 'Oil Minister', minister('oil|petroleum')),
  office('health-minister', 'Health Minister', minister('health')),
  office('immigration-minister', 'Immigration Minister', minister('immigration|migration')),
  office('information-minister', 'Information Minister', minister('information'), /technolog|communication/i),
  office('intelligence-minister', 'Intelligence Minister', minister('intelligence')),
];

/** "Federal Minister of the Interior", "Secretary of State for Defence", "finance minister": `portfolio` is a pattern. */
function minister(portfolio: string): RegExp {
  return new RegExp(
    `^(federal |union |cabinet )?(minister|secretary|secretary of state)( of| for)?( the)?\\b.*(${portfolio})|^(${portfolio}) (minister|secretary)$`,
    'i',
  );
}
