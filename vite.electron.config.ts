import { globSync } from 'node:fs';
import { basename } from 'node:path';
import { defineConfig, type Plugin, type UserConfig } from 'vite';

/** `new URL('./x-worker.ts', import.meta.url)` must name the bundled file, which lies beside its caller. */
const workerUrls: Plugin = {
  name: 'worker-urls',
  transform: (code) => code.replaceAll(/(new URL\(['"])\.{1,2}\/[\w./-]*?([\w-]*worker)\.ts(['"])/g, '$1./$2.js$3'),
};

const bundle = (format: 'es' | 'cjs', input: Record<string, string>): UserConfig => ({
  plugins: [workerUrls],
  ssr: { noExternal: true, external: ['better-sqlite3', 'electron', 'playwright-core'] },
  build: {
    ssr: true,
    outDir: 'dist/main',
    emptyOutDir: format === 'es',
    target: 'node24',
    rollupOptions: {
      input,
      output: {
        format,
        entryFileNames: format === 'es' ? '[name].js' : '[name].cjs',
        chunkFileNames: '[name]-[hash].js',
      },
    },
  },
});

const workers = globSync('electron/{host,files,store}/**/*worker.ts');
const main = Object.fromEntries(
  ['electron/shell/main.ts', ...workers].map((path) => [basename(path, '.ts'), path] as const),
);

/** The Electron side: main process and workers as ES modules, the sandboxed preload (`--mode preload`) as CommonJS. */
export default defineConfig(({ mode }) =>
  mode === 'preload' ? bundle('cjs', { preload: 'electron/shell/preload.ts' }) : bundle('es', main),
);
