import { execFileSync } from 'node:child_process';
import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../support/tree.ts';

const product = join(root, 'dist/renderer/index.html');
const sources = ['{shared,renderer}/**/*', 'vite.config.ts', 'package-lock.json'];

/** Set-up of the end-to-end tests: the pages as the shell serves them, built where they are missing or older than a source. */
export function setup(): void {
  const built = existsSync(product) ? statSync(product).mtimeMs : 0;
  if (globSync(sources, { cwd: root }).every((path) => statSync(join(root, path)).mtimeMs <= built)) return;
  // A process of its own: with the test runner's NODE_ENV these would be the pages of development.
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(process.execPath, [vite, 'build', '--logLevel', 'error'], { cwd: root, env });
}
