import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { build, type Rollup } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { root } from '../support/tree.ts';

type Files = ReadonlyMap<string, Rollup.OutputChunk | Rollup.OutputAsset>;

const contentOf = (file: Rollup.OutputChunk | Rollup.OutputAsset | undefined): string | Uint8Array =>
  file === undefined ? '' : file.type === 'chunk' ? file.code : file.source;

/** The page, the script it starts with and everything that script imports before it runs, with their styles. */
function firstLoad(files: Files): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (name: string) => {
    const file = files.get(name);
    if (file === undefined || seen.has(name)) return;
    seen.add(name);
    if (file.type === 'chunk') file.imports.forEach(visit);
  };
  const page = String(contentOf(files.get('index.html')));
  for (const [, name] of page.matchAll(/(?:src|href)="\.\/([^"]+)"/g)) visit(name ?? '');
  return seen;
}

describe('the pages as they are built', () => {
  let files: Files = new Map();
  let page = '';

  beforeAll(async () => {
    // The runner's own value would make these the pages of development.
    vi.stubEnv('NODE_ENV', 'production');
    const configFile = join(root, 'vite.config.ts');
    const built = await build({ configFile, logLevel: 'silent', build: { write: false } });
    const outputs = Array.isArray(built) ? built : 'output' in built ? [built] : [];
    files = new Map(outputs.flatMap(({ output }) => output).map((file) => [file.fileName, file]));
    page = String(contentOf(files.get('index.html')));
  });

  afterAll(() => vi.unstubAllEnvs());

  it('need no inline script, style or handler, so that the strict policy can stand', () => {
    expect(page).toMatch(/<script type="module"[^>]* src="\.\/assets\//);
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)/);
    expect(page).not.toMatch(/<style|\sstyle=|\son\w+=/i);
  });

  it('bring their font along and load nothing from anywhere else', () => {
    const styles = [...files].filter(([name]) => name.endsWith('.css')).map(([, file]) => String(contentOf(file)));
    expect(styles.length).toBeGreaterThan(0);
    expect(
      [page, ...styles].filter((text) => /(?:https?:)?\/\/[\w-]+\.\w/.test(text.replaceAll(/\/\*.*?\*\//gs, ''))),
    ).toEqual([]);
    expect([...files.keys()].filter((name) => /inter-latin.*\.woff2$/.test(name)).length).toBeGreaterThan(0);
  });

  it('load at first no more than 400 kB, compressed', () => {
    const names = [...firstLoad(files)].filter((name) => /\.(js|css)$/.test(name));
    const bytes = names.reduce((sum, name) => sum + gzipSync(contentOf(files.get(name))).length, 0);
    expect(names.length).toBeGreaterThan(1);
    expect(bytes / 1000).toBeLessThanOrEqual(400);
  });
});
