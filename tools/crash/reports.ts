import { writeFileSync } from 'node:fs';

// More than a batch of the command, so that some come when others are kept already.
const REPORTS = 64;

/** Writes JSON lines of short reports, every third of one visit, every seventh killed by a later one; gives their ids. */
export function writeReports(file: string): readonly string[] {
  const reports = Array.from({ length: REPORTS }, (_, at) => {
    const id = `r${at}`;
    const published = `20${at % 3 === 0 ? 24 : 10 + (at % 12)}-05-0${1 + (at % 7)}`;
    if (at % 7 === 6) return { id, published, status: 'kill', replaces: `r${at - (at > 50 ? 30 : 3)}`, text: 'Kill.' };
    return { id, published, text: `Sitiveni Rabuka will visit Japan in June, as the paper of number ${at} has it.` };
  });
  writeFileSync(file, reports.map((report) => `${JSON.stringify(report)}\n`).join(''));
  return reports.map(({ id }) => id);
}
