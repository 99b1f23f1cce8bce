// Builds what runs: the network's kernels to WebAssembly, the sources to JavaScript, the knowledge to frozen files, the command to few files.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('.', import.meta.url));
const run = (script, ...args) => execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });

mkdirSync(`${root}dist`, { recursive: true });
// The slowest step, and its sources seldom change.
const kernels = `${root}src/network/kernels/`;
const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (readdirSync(kernels).some((name) => changed(kernels + name) > changed(`${root}dist/kernels.wasm`)))
  run(
    'node_modules/assemblyscript/bin/asc.js',
    'src/network/kernels/kernels.ts',
    '--config',
    'src/network/kernels/asconfig.json',
  );
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
run('dist/src/knowledge/compile.js');

// A start would spend a fifth of its time on finding and opening the sources one by one; what is of other packages stays theirs.
const command = await rolldown({
  input: { chancery: `${root}src/apps/cli/main.ts` },
  platform: 'node',
  external: (id) => !id.startsWith('.') && !id.startsWith(root),
});
await command.write({
  dir: `${root}dist/bin`,
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name].cjs',
  comments: false,
});
