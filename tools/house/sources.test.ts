import { expect, it } from 'vitest';
import { importsOf } from './sources.ts';

it('finds every way to import', () => {
  const text = [
    "import type { A } from './a.ts';",
    "import {\n  b,\n  c,\n} from '../b/b.ts';",
    "import './c.ts';",
    "import fs from 'node:fs';",
    "export * from './d.ts';",
    "const late = await import('./e.ts');",
    'const text = "import nothing from \'./f.ts\'";',
  ].join('\n');
  expect(
    importsOf({ path: 'src/room/file.ts', text }).map(({ from, typeOnly }) => `${from}${typeOnly ? ' (type)' : ''}`),
  ).toEqual(['src/room/a.ts (type)', 'src/b/b.ts', 'src/room/c.ts', 'node:fs', 'src/room/d.ts', 'src/room/e.ts']);
});
