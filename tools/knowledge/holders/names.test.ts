import { describe, expect, it } from 'vitest';
import { officeOf } from '../offices/office-of.ts';
import { fold } from '../fold.ts';
import { cleanName } from './clean-name.ts';
import { isoDate } from './dates.ts';
import { headIn } from './factbook-head.ts';
import { samePerson } from './same-person.ts';

const named = (name: string, from: string | null = null) => ({ name, also: [], from });

describe('names in lists of holders', () => {
  it.each([
    ['Sir Adam Reed, Baron Reed of Hull', 'Adam Reed'],
    ['ADA REED-MARSH', 'Ada Reed-Marsh'],
    ['Ada  Reed (born 1950)', 'Ada Reed'],
    ['Q12345', null],
    ['vacant', null],
  ])('"%s" is %s', (label, name) => {
    expect(cleanName(label)?.name ?? null).toBe(name);
  });

  it('have other ways to write them', () => {
    expect(cleanName("Łucja D'Örre")?.also).toEqual(["Lucja D'Orre", 'Łucja D’Örre']);
    expect(fold('Şen Bjørn')).toBe('Sen Bjorn');
  });

  it.each([
    ['a name within a longer one', named('Ada Reed'), named('Ada Maria Reed'), true],
    ['one shared word', named('Ada Reed'), named('Ben Reed'), false],
    ['one shared word, and terms that begin alike', named('Reed', '2001-05-01'), named('Ada Reed', '2001-05-20'), true],
    ['father and son', named('Omar bin Said Harun'), named('Said bin Omar Harun'), false],
  ])('%s', (_, a, b, same) => {
    expect(samePerson(a, b)).toBe(same);
  });
});

it('a head in the Factbook is told by title, name, family name and day', () => {
  expect(headIn('Interim President Ada Maria REED (since 21 October 2003); note', 'head-of-state')).toEqual({
    office: 'head-of-state',
    title: 'Interim President',
    name: 'Ada Maria Reed',
    family: 'Reed',
    since: '21 October 2003',
  });
  expect(headIn('the council of elders', 'head-of-state')).toBeNull();
  expect(['21 October 2003', 'October 2003', '2003'].map(isoDate)).toEqual(['2003-10-21', '2003-10', '2003']);
});

it.each([
  ['Federal Minister of Finance', 'AUT', 'finance-minister', 'Finance Minister'],
  ['Deputy Minister of Finance', 'AUT', null, null],
  ['Secretary of State', 'USA', 'foreign-minister', 'Secretary of State'],
  ['Minister of Foreign Trade', 'AUT', 'trade-minister', 'Trade Minister'],
  ['Emir (acting)', 'KWT', 'head-of-state', 'Emir'],
])('%s of %s', (position, country, office, title) => {
  const found = officeOf(position, country);
  expect([found?.office ?? null, found?.title ?? null]).toEqual([office, title]);
});
