import { spawn } from 'node:child_process';
import { buildAll, isStale } from './build.ts';
import { findElectron } from './electron-binary.ts';

/** Resolves to the exit code; Ctrl-C reaches the child by itself, so it is the child that decides when to end. */
function run(program: string, args: readonly string[]): Promise<number> {
  process.on('SIGINT', () => undefined);
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: 'inherit' });
    process.once('SIGTERM', () => child.kill('SIGTERM'));
    child.once('error', () => resolve(127));
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

const missingLibraries = 127;
const extra = process.argv.slice(2);

if (isStale()) await buildAll();
const electron = await findElectron();
const why = electron.program === null ? electron.why : 'a system library it needs is missing';
let code = electron.program === null ? missingLibraries : await run(electron.program, ['.', ...extra]);
if (code === missingLibraries) {
  console.log(`No Electron window (${why}): opening Nyckeltal in the browser instead.`);
  code = await run(process.execPath, ['electron/cli/main.ts', 'serve', ...extra]);
}
process.exit(code);
