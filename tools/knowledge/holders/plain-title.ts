/** A head's title as news writes it: "Interim President of the Transition" → "President"; where it has no word for it, the usual one. */
export function plainTitle(title: string, office: 'head-of-state' | 'head-of-government'): string {
  if (/\bAmir\b/.test(title)) return 'Emir';
  if (/Yang di-Pertuan/.test(title)) return 'King';
  if (/government of spain|council of ministers/i.test(title)) return 'Prime Minister';
  if (/^Sultan/.test(title)) return 'Sultan';
  return TITLES.find((one) => title.includes(one)) ?? (office === 'head-of-state' ? 'President' : 'Prime Minister');
}

/** The first that a title holds: "Minister of State" is a head of government's, "President" stands in many a longer one. */
const TITLES = [
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
