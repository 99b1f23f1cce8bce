// Rules that never speak: in no claim read in the samples, nor in the reports named. npm run -s dead -- [PATH…]
import { claimsOf } from '../../src/claims.ts';
import { open } from '../../src/open.ts';
import { reportsIn, sampleFiles } from '../claims/reports.ts';

const { read, know, language } = open();

/** Files of knowledge whose entries `because` names by their id. */
const RULES = {
  events: know['languages/en/events/*'].map(({ id }) => id),
  relations: know['languages/en/relations'].map(({ id }) => id),
} as const;

const reports = await reportsIn([...sampleFiles(), ...process.argv.slice(2)], language);
const spoken = new Map<string, number>();
for (const report of reports)
  for (const { rule } of claimsOf(read(report)).flatMap(({ because }) => because))
    spoken.set(rule, (spoken.get(rule) ?? 0) + 1);

for (const [kind, ids] of Object.entries(RULES)) {
  const silent = ids.filter((id) => !spoken.has(id)).sort();
  for (const id of silent) console.log(`${kind}\t${id}`);
  console.error(`${kind}: ${silent.length} of ${ids.length} rules never spoke in ${reports.length} reports`);
}
