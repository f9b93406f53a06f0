import { existsSync, globSync, statSync } from 'node:fs';
import { build } from 'vite';

const sources = ['{shared,electron,renderer}/**/*', 'vite*.config.ts', 'package-lock.json'];
const product = ['dist/renderer/index.html', 'dist/main/main.js', 'dist/main/preload.cjs'];

const changed = (path: string) => statSync(path).mtimeMs;

/** Whether the bundles in dist are missing or older than a source. */
export function isStale(): boolean {
  if (!product.every((path) => existsSync(path))) return true;
  const built = Math.min(...product.map(changed));
  return globSync(sources).some((path) => changed(path) > built);
}

/** Builds the pages, and the Electron side from the same sources. */
export async function buildAll(): Promise<void> {
  await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
  await build({ configFile: 'vite.electron.config.ts', logLevel: 'warn' });
  await build({ configFile: 'vite.electron.config.ts', logLevel: 'warn', mode: 'preload' });
}

if (import.meta.main) await buildAll();
