// Builds what runs: the network's kernels to WebAssembly, the sources to JavaScript, the knowledge to frozen files, the command to few files.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const root = fileURLToPath(new URL('.', import.meta.url));
const run = (script, ...args) => execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });

mkdirSync(`${root}dist`, { recursive: true });
// The slowest steps, whose sources seldom change.
const changed = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
const inside = (path) =>
  statSync(path).isDirectory()
    ? [path, ...readdirSync(path, { recursive: true }).map((name) => `${path}/${name}`)]
    : [path];
const older = (made, ...sources) =>
  sources.flatMap((path) => inside(root + path)).some((path) => changed(path) > changed(root + made));
if (older('dist/kernels.wasm', 'src/network/kernels'))
  run(
    'node_modules/assemblyscript/bin/asc.js',
    'src/network/kernels/kernels.ts',
    '--config',
    'src/network/kernels/asconfig.json',
  );
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
if (older('dist/knowledge.json', 'knowledge', 'dist/src/knowledge', 'dist/src/hash.js'))
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
