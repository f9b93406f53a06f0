import { existsSync, globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../support/tree.ts';

const product = join(root, 'dist/renderer/index.html');
const sources = ['{shared,renderer}/**/*', 'vite.config.ts', 'package-lock.json'];

/** Set-up of the end-to-end tests: the pages as the shell serves them, built where they are missing or older than a source. */
export async function setup(): Promise<void> {
  const built = existsSync(product) ? statSync(product).mtimeMs : 0;
  if (globSync(sources, { cwd: root }).every((path) => statSync(join(root, path)).mtimeMs <= built)) return;
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'silent' });
}
