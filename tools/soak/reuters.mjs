// Turns the Reuters-21578 distribution (SGML) into JSON lines on standard output: node tools/soak/reuters.mjs FOLDER > reuters.jsonl
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const MONTHS = 'JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC'.split(' ');
const plain = (text) =>
  text
    .replace(/&#\d+;/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(/[^\S\n]*[\x00-\x08\x0b-\x1f]/g, '');
const within = (text, tag) => new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`).exec(text)?.[1] ?? null;

const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: reuters.mjs FOLDER');
const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.sgm'));
for (const file of files.sort()) {
  const all = readFileSync(join(folder, file), 'latin1');
  for (const [, id, story] of all.matchAll(/<REUTERS[^>]*NEWID="(\d+)"[^>]*>([\s\S]*?)<\/REUTERS>/g)) {
    const [, day, month, year] = /(\d+)-([A-Z]{3})-(\d{4})/.exec(within(story, 'DATE') ?? '') ?? [];
    const inside = within(story, 'TEXT') ?? '';
    const dateline = within(inside, 'DATELINE')?.trim() ?? '';
    const body = within(inside, 'BODY') ?? inside.replace(/<[^>]+>/g, '');
    const published = year && `${year}-${String(MONTHS.indexOf(month) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;
    const text = plain(dateline === '' ? body : `${dateline} ${body}`);
    console.log(JSON.stringify({ id, text, published: published ?? null, publisher: 'Reuters' }));
  }
}
