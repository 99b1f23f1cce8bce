// Builds what runs: the network's kernels to WebAssembly, the sources to JavaScript, the knowledge to one frozen file.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('.', import.meta.url));
const run = (script, ...args) => execFileSync(process.execPath, [script, ...args], { cwd: root, stdio: 'inherit' });

mkdirSync(`${root}dist`, { recursive: true });
if (existsSync(`${root}src/network/kernels/kernels.ts`))
  run(
    'node_modules/assemblyscript/bin/asc.js',
    'src/network/kernels/kernels.ts',
    '--config',
    'src/network/kernels/asconfig.json',
  );
run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
if (existsSync(`${root}dist/src/knowledge/compile.js`)) run('dist/src/knowledge/compile.js');
