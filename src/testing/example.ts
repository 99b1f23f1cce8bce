// A reading made by hand, for the tests of ledger, store, outputs and apps: it does not change when the stages learn more.
import type {
  Actor,
  Because,
  EventClaim,
  RelationClaim,
  StatementClaim,
  VoiceLink,
  When,
  Where,
} from '../document/claim.ts';
import type { Reading } from '../document/reading.ts';
import { bareReport, type Report } from '../document/report.ts';
import type { Span } from '../document/span.ts';

const TEXT = `SUVA, May 6 (Harbour Wire) -- Fijian Prime Minister Sitiveni Rabuka will visit Japan in June, his office said on Monday.

“We look forward to welcoming him,” Foreign Minister Yoko Kamikawa told reporters in Tokyo. Kamikawa met Mr Rabuka on Sunday.

Two officials familiar with the plans said Tokyo had invited the leaders of Tonga and Samoa too. China criticised the plans on Saturday.

Japan is interested in pillar two of Aukus, a pact between Australia, Britain and the United States.`;

export const fiji: Actor = { id: 'FJI', name: 'Fiji', kind: 'state', country: 'FJI', sector: 'GOV', as: null };
export const japan: Actor = { id: 'JPN', name: 'Japan', kind: 'state', country: 'JPN', sector: 'GOV', as: null };
export const china: Actor = { id: 'CHN', name: 'China', kind: 'state', country: 'CHN', sector: 'GOV', as: null };
export const aukus: Actor = { id: 'aukus', name: 'Aukus', kind: 'pact', country: 'IGO', sector: null, as: null };
export const pillarTwo: Actor = { ...aukus, id: 'aukus-pillar-two', name: 'Aukus pillar two' };
export const rabuka: Actor = {
  id: 'sitiveni-rabuka',
  name: 'Sitiveni Rabuka',
  kind: 'person',
  country: 'FJI',
  sector: 'GOV',
  as: 'Prime Minister of Fiji',
};
export const kamikawa: Actor = {
  id: 'yoko-kamikawa',
  name: 'Yoko Kamikawa',
  kind: 'person',
  country: 'JPN',
  sector: 'GOV',
  as: 'Foreign Minister of Japan',
};

/** The span of the first such words in a text; throws where they are missing. */
export function find(text: string, words: string): Span {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`not in the text: ${words}`);
  return [start, start + words.length];
}

/** A reading with no claims; a test puts in what it is about. */
export const bareReading = (report: Report): Reading => ({
  report,
  language: { code: 'en', read: true },
  sentences: [{ words: [0, report.text.length], paragraph: 0 }],
  tokens: [],
  trees: [],
  times: [],
  mentions: [],
  actors: [],
  places: [],
  statements: [],
  events: [],
  relations: [],
  attributions: [],
  doubts: [],
});

const voiceOf = (speaker: Actor | null, speakerWords: string | null, cue: Span | null): VoiceLink => ({
  speaker,
  speakerWords,
  cue,
  channel: null,
  via: null,
  when: null,
});

const day = (date: string, words: Span): When => ({
  earliest: date,
  latest: date,
  granularity: 'day',
  basis: 'reckoned',
  words,
});

const base = (text: string, id: string, words: string, rule: string) => ({
  id,
  words: find(text, words),
  also: [] as readonly Span[],
  quote: words,
  voice: [] as readonly VoiceLink[],
  statement: null as string | null,
  confidence: 0.8,
  because: [{ rule, words: find(text, words) }] as readonly Because[],
});

/** An event over given words, as plain as can be: a visit that is planned. */
export const visitClaim = (text: string, words: string, changes: Partial<EventClaim> = {}): EventClaim => ({
  ...base(text, 'e0', words, 'visit'),
  kind: 'event',
  type: 'CONSULT',
  mode: 'visit',
  actors: [rabuka],
  recipients: [japan],
  initiators: [],
  status: 'scheduled',
  when: null,
  where: null,
  about: [],
  certainty: 'certain',
  ...changes,
});

/** A whole reading with each kind of claim, every quote equal to the text at its words. */
export function exampleReading(): Reading {
  const text = TEXT;
  const at = (words: string): Span => find(text, words);
  const place = (name: string, country: string, words: string): Where => ({
    name,
    country,
    coordinates: null,
    words: at(words),
  });
  const june: When = {
    earliest: '2024-06-01',
    latest: '2024-06-30',
    granularity: 'month',
    basis: 'reckoned',
    words: at('in June'),
  };
  const events: EventClaim[] = [
    visitClaim(text, 'Fijian Prime Minister Sitiveni Rabuka will visit Japan in June', {
      id: 'e1',
      voice: [{ ...voiceOf(null, 'his office', at('said')), when: day('2024-05-06', at('on Monday')) }],
      statement: 's1',
      when: june,
      where: place('Japan', 'JPN', 'Japan'),
      also: [at('welcoming him')],
    }),
    visitClaim(text, 'Kamikawa met Mr Rabuka on Sunday', {
      id: 'e2',
      mode: null,
      actors: [kamikawa, rabuka],
      recipients: [],
      status: 'occurred',
      when: day('2024-05-05', at('on Sunday')),
      because: [{ rule: 'meet', words: at('met') }],
    }),
    visitClaim(text, 'Tokyo had invited the leaders of Tonga and Samoa', {
      id: 'e3',
      actors: [
        { id: 'leader-of-tonga', name: 'leader of Tonga', kind: 'group', country: 'TON', sector: 'GOV', as: null },
      ],
      initiators: [japan],
      status: 'invited',
      certainty: 'unconfirmed',
      voice: [{ ...voiceOf(null, 'two officials familiar with the plans', null), channel: 'anonymous' }],
    }),
    visitClaim(text, 'China criticised the plans on Saturday', {
      id: 'e4',
      type: 'ACCUSE',
      mode: 'disapprove',
      actors: [china],
      status: 'occurred',
      when: day('2024-05-04', at('on Saturday')),
      about: ['the plans'],
      because: [{ rule: 'criticise', words: at('criticised') }],
    }),
  ];
  const statements: StatementClaim[] = [
    {
      ...base(
        text,
        's1',
        'Fijian Prime Minister Sitiveni Rabuka will visit Japan in June, his office said on Monday',
        'said',
      ),
      kind: 'statement',
      speaker: null,
      speakerWords: 'his office',
      cue: at('said'),
      content: [at('Fijian Prime Minister Sitiveni Rabuka will visit Japan in June')],
      quoteKind: 'indirect',
      stance: 'asserted',
      addressee: null,
      channel: null,
      via: null,
      when: day('2024-05-06', at('on Monday')),
      where: null,
    },
    {
      ...base(
        text,
        's2',
        '“We look forward to welcoming him,” Foreign Minister Yoko Kamikawa told reporters in Tokyo',
        'told',
      ),
      kind: 'statement',
      speaker: kamikawa,
      speakerWords: null,
      cue: at('told'),
      content: [at('We look forward to welcoming him')],
      quoteKind: 'direct',
      stance: 'asserted',
      addressee: 'reporters',
      channel: 'press remarks',
      via: null,
      when: null,
      where: place('Tokyo', 'JPN', 'Tokyo'),
    },
  ];
  const relations: RelationClaim[] = [
    {
      ...base(text, 'r1', 'Fijian Prime Minister Sitiveni Rabuka', 'title'),
      kind: 'relation',
      subject: rabuka,
      predicate: 'holds-office',
      object: { name: 'Prime Minister of Fiji' },
      qualifiers: {},
    },
    {
      ...base(text, 'r2', 'Japan is interested in pillar two of Aukus', 'interested-in'),
      kind: 'relation',
      subject: japan,
      predicate: 'interested-in',
      object: pillarTwo,
      qualifiers: { only: true },
    },
    ...['AUS Australia', 'GBR United Kingdom', 'USA United States'].map((line, index): RelationClaim => {
      const [id, name] = [line.slice(0, 3), line.slice(4)];
      return {
        ...base(
          text,
          `r${index + 3}`,
          'Aukus, a pact between Australia, Britain and the United States',
          'pact-between',
        ),
        kind: 'relation',
        subject: { id, name, kind: 'state', country: id, sector: 'GOV', as: null },
        predicate: 'party-to',
        object: aukus,
        qualifiers: {},
      };
    }),
  ];
  return {
    ...bareReading({
      ...bareReport('suva-visit', text, '2024-05-06'),
      publisher: 'Harbour Wire',
      title: 'Rabuka to visit Japan',
      language: 'en',
    }),
    events,
    statements,
    relations,
    doubts: [{ words: at('the plans'), reason: 'outside-ontology' }],
  };
}
