import { existsSync } from 'node:fs';
import { scoreChains } from './chains.ts';
import { scoreDates } from './dates.ts';
import { scoreFactuality } from './factuality.ts';
import { scoreGold } from './gold.ts';
import { scoreHolders } from './holders.ts';
import { linesOf, type Kind, type Score } from './kind.ts';
import { scoreLinks } from './links.ts';
import { scoreNames } from './names.ts';
import { scorePlv } from './plv.ts';
import { scorePlaces } from './places.ts';
import { scorePolnear } from './polnear.ts';
import { scoreSamples } from './samples.ts';
import { scoreSameEvent } from './same-event.ts';
import { scoreVisits } from './visits.ts';
import { scoreSourceTarget } from './source-target.ts';
import { treesScore } from './trees-files.ts';

/** Every kind of score by its name; docs/commands.md says what each reads and prints. */
const KINDS: Readonly<Record<string, Kind>> = {
  gold: scoreGold,
  factuality: scoreFactuality,
  trees: treesScore,
  names: scoreNames,
  dates: scoreDates,
  links: scoreLinks,
  plv: scorePlv,
  'source-target': scoreSourceTarget,
  places: scorePlaces,
  polnear: scorePolnear,
  chains: scoreChains,
  holders: scoreHolders,
  visits: scoreVisits,
  samples: scoreSamples,
  'same-event': scoreSameEvent,
};

const USAGE = `npm run -s score -- KIND PATH… [--json] [--misses]
kinds: ${Object.keys(KINDS).join(', ')}`;

const flags = process.argv.slice(2).filter((word) => word.startsWith('--'));
const [kindName = '', ...paths] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const kind = KINDS[kindName];
const absent = paths.filter((path) => !existsSync(path));
if (kind === undefined || (paths.length === 0 && kind !== scoreSamples)) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (absent.length > 0) {
  for (const path of absent) console.error(`${path}: no such file or folder`);
  process.exitCode = 2;
} else {
  print(await kind(paths));
}

function print({ json, table, misses }: Score): void {
  if (flags.includes('--json')) {
    console.log(JSON.stringify(json));
    return;
  }
  if (flags.includes('--misses')) for (const miss of misses) console.log(miss);
  for (const line of table.length > 0 ? table : linesOf(json)) console.log(line);
}
