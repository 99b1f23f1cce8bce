import { office, type Office } from './office.ts';

/** Other posts of a state that news names: spokespersons, advisers, commanders, speakers, bankers. */
export const POSTS: readonly Office[] = [
  office(
    'government-spokesperson',
    'government {spokesman|spokeswoman}',
    /^(government spokes(person|man|woman)|spokesperson of the government)$/i,
  ),
  office(
    'presidential-spokesperson',
    'presidential {spokesman|spokeswoman}',
    /^(presidential spokesperson|spokesperson of the president|press secretary of the president|presidential press secretary)$/i,
  ),
  office('press-secretary', 'White House Press Secretary', /^white house press secretary$/i),
  office('chief-of-staff', 'White House Chief of Staff', /^white house chief of staff$/i),
  office('chief-of-staff', 'Chief Cabinet Secretary', /^chief cabinet secretary$/i),
  office('national-security-adviser', 'National Security Adviser', /^national security advis[eo]r.*$/i),
  office(
    'security-council-secretary',
    'Security Council Secretary',
    /^secretary of the (supreme )?(national )?(defence and )?(national )?security (and defence )?council$/i,
  ),
  office(
    'un-ambassador',
    'UN Ambassador',
    /^(permanent representative|ambassador) to the united nations( in new york)?$/i,
  ),
  office('intelligence-chief', 'Director of National Intelligence', /^director of national intelligence$/i),
  office('intelligence-chief', 'CIA Director', /^director of the (cia|central intelligence agency)$/i),
  office(
    'intelligence-chief',
    'intelligence chief',
    /^(director|head|chief) of (the )?(mossad|general intelligence|.*intelligence (service|agency|directorate|department)|secret intelligence service|national intelligence service)$/i,
  ),
  office(
    'military-chief',
    'Chairman of the Joint Chiefs of Staff',
    /^(chair|chairman) of the joint chiefs( of staff)?$/i,
  ),
  office(
    'military-chief',
    'military chief',
    /^(chief of (the )?(general staff|defence|defen[cs]e staff|defen[cs]e forces?)|head of the general staff|chief of the general staff of the armed forces|chief of staff of the armed forces|commander[- ]in[- ]chief of the armed forces|chief of the joint staff)$/i,
  ),
  office(
    'army-chief',
    'army chief',
    /^(chief of (the )?army( staff)?|chief of staff of the army|army chief of staff|chief of the army staff|commander of the army)$/i,
  ),
  office(
    'speaker',
    'Speaker',
    /^(speaker|president|chair|chairman|chairperson) of (the )?(national assembly|house of representatives|chamber of deputies|parliament|house of commons|knesset|verkhovna rada|state duma|lok sabha|national parliament|seimas|saeima|riigikogu|sejm|storting|folketing|riksdag|parliament of .*|bundestag|congress of deputies|legislative yuan|assembly of the republic|islamic consultative assembly|council of representatives|house of assembly|legislative assembly|supreme council|people's assembly|people's majlis|congress|house of the people|standing committee of the national people's congress)$/i,
  ),
  office(
    'senate-president',
    'Senate President',
    /^(speaker|president|chair|chairman|chairperson) of (the )?(senate|federation council|council of states|house of councillors|national council of provinces)$/i,
  ),
  office('opposition-leader', 'opposition leader', /^leader of the opposition$/i),
  office(
    'central-bank-governor',
    'central bank governor',
    /^(governor|president|chairman|chair) of the (central bank|national bank|reserve bank|bank of \w+|state bank|federal reserve|people's bank|central bank of .*|national bank of .*)$/i,
  ),
  office('state-councillor', 'State Councilor', /^state councill?or$/i),
];
