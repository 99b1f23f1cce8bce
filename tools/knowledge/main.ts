// npm run -s gather -- KIND FOLDER: makes tables of knowledge/ anew from lists of facts that the project does not hold.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/package.ts';
import { makeHolders } from './holders/holders.ts';
import { makeMembers } from './members.ts';
import { makeCities } from './places/cities.ts';
import { makeTowns } from './places/towns.ts';
import type { Made } from './table.ts';

/** Each says what its folder holds. */
const KINDS: ReadonlyMap<string, (folder: string) => Made> = new Map([
  ['holders', (folder) => makeHolders(folder)],
  ['members', makeMembers],
  ['cities', makeCities],
  ['towns', makeTowns],
]);

const [kind = '', folder] = process.argv.slice(2);
const make = KINDS.get(kind);
if (make === undefined || folder === undefined) {
  console.error(`npm run -s gather -- KIND FOLDER\nkinds: ${[...KINDS.keys()].join(', ')}`);
  process.exitCode = 2;
} else {
  const { tables, notes } = make(folder);
  for (const { path, text } of tables) writeFileSync(join(packageRoot(), 'knowledge', path), text);
  for (const note of notes) console.log(note);
}
