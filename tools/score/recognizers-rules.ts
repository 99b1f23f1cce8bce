import type { Answer, Case, CaseTime } from './recognizers-file.ts';

/** Why a case is no measure of reading news; docs/dates.md says it at more length. The first that holds is counted. */
export const RULES: Readonly<Record<string, (one: Case) => boolean>> = {
  'option of a calendar program': ({ file }) => /^DateTimeModel.|SkipFromTo|TimeZone/.test(file),
  'codes that TIMEX3 lacks': ({ times }) =>
    times.some(({ answers }) => answers.some(({ timex }) => /TME[BLD]|TDT|\dB?D?WD|\dBD/.test(timex))),
  'no value given': ({ file, reference, times }) =>
    file.endsWith('Extractor') ||
    times.some(
      ({ type, answers }) =>
        type.startsWith('date') && (reference === null || answers.every((one) => isUnresolved(one))),
    ),
  'hours counted from now': ({ input, times }) =>
    times.some((time) => time.type.startsWith('date') && COUNTED_HOURS.test(wordsOf(input, time))),
  'names in small letters': ({ input, times }) => times.some((time) => NAME.test(wordsOf(input, time))),
  'figures for months': ({ input, times }) => times.some((time) => isFigures(wordsOf(input, time))),
  'bare numbers of days and hours': ({ input, times }) => times.some((time) => isBare(wordsOf(input, time), time)),
  'words and signs of chat': ({ input, times }) => times.some((time) => CHAT.test(wordsOf(input, time))),
};

/** "now" is the hour of reading; "the same year" and "31 February" have no day. */
const isUnresolved = ({ timex, start, end }: Answer): boolean =>
  timex === 'PRESENT_REF' ||
  start?.startsWith('0001') === true ||
  start === 'not resolved' ||
  (start === null && end === null && !/^\d{4}-/.test(timex));

/** "in 8 minutes", "the last hour": a report has a day, and no hour. */
const COUNTED_HOURS = /\b(?:hours?|hrs?|minutes?|mins?|seconds?|secs?)\b/i;

const wordsOf = (input: string, { words }: CaseTime): string => input.slice(...words);

/** Catches "monday", "on march 5", "last jan": news gives these a capital. */
const NAME =
  /\b(?:mon|tues?|wed(?:nes|s)?|thu(?:rs?)?|fri|satur|sun|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|christmas|thanks ?giving|easter|halloween|(?:labou?r|earth|independence|memorial|mother['’]?s|father['’]?s|patrick['’]?s?|king|mlk|presidents?|valentine['’]?s?|boxing|columbus|veterans?|years?['’]?s?) (?:day|eve)|patrick|new year|eid|ramadan)(?:day)?s?\b/;

/** Catches "4/22", "10/11/2018", "2015/3", "20151103": figures that customs read apart, or that may be no date. */
function isFigures(words: string): boolean {
  if (
    /\bof \d\d$|\bfirst \d\d$|\b\d{1,2}[-/]\d{1,2}[-/]\d\d\b|\b\d{4}\.\d|(?<!\d)\d{8}(?!\d)|\b[a-z]{3}\d/i.test(words)
  )
    return true;
  if (/(?<!\d[/.-]?)(?:\d{4} ?[/-] ?\d{1,2}|\d{1,2} ?[/-] ?\d{4})(?![/.-]?\d)/.test(words)) return true;
  const dates = words.matchAll(
    /(?<![\d:])(?<a>\d{1,2})[-/.](?<b>\d{1,2})(?:[-/.](?<year>\d{2,4}))?(?![\d:%]| ?[ap]\.?m)/gi,
  );
  return [...dates].some(
    ({ groups = {} }) => groups['year'] === undefined || (Number(groups['a']) < 13 && Number(groups['b']) < 13),
  );
}

/** "on the 15", "Monday 21", "at seven": numbers that neither an ending nor "a.m." or "o'clock" marks as a day or hour. */
function isBare(words: string, { answers }: CaseTime): boolean {
  const bareDay =
    answers.some(({ timex }) => /^\(?XXXX-(?:XX-\d\d|WXX-\d$)/.test(timex)) && !/\d(?:st|nd|rd|th)/.test(words);
  if (bareDay && /\d|thirty/.test(words) && !/[ap]\.? ?m\b|:\d\d/i.test(words)) return true;
  if (/\bthe \d{1,2}\b|\bon \d{1,2}\b|\d \w+ \d|\bthirty$/.test(words) && bareDay) return true;
  const hour = answers.some(({ timex }) => /T\d/.test(timex) && !/^P/.test(timex));
  return hour && !HOUR.test(words);
}

/** What marks an hour: "3 p.m.", "3:30", "noon", "o'clock", "at 7 this morning". */
const HOUR =
  /\d ?[ap]\.? ?m|\d ?[ap]\b|\d:\d\d|\d\.\d\d|noon|midnight|midday|mid-?(?:night|morning|day)|o ?['’]? ?clock|past|quarter|half|morning|afternoon|evening|night|[ap]\.? ?m\b/i;

const CHAT =
  /[<>~±@½]|otd|\d ?(?:h|w|d|y|m|p|a|min|mins|hr|hrs|wk|yr)\b|\b\d{3,4} ?[ap]m|(?:am|pm){2}|\bcy\d|\b(?:tmr|tmrw|tmw|tom|eod|eow|eom|eoy|asap|mins?|hrs?|secs?|yrs?|wks?|boy|bom|ish|\d+ish|\w+-?ish|int'l|oclock)\b/i;
