import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'electron/shell/{main,preload}.ts',
    '{electron,test}/**/*worker.ts',
    'scripts/*.{ts,mjs}',
    'test/bench/**/*.ts',
    'test/**/*.test.{ts,tsx}',
    'test/**/*-child.ts',
    'test/renderer/charts/gallery/gallery.tsx',
    'test/migrations/make-golden.ts',
  ],
  // Used where it is declared: not dead, and the schemas of the contract read better side by side.
  ignoreExportsUsedInFile: true,
  // A peer of the bench, readers of reports and the tools of the fault tests, where the machine has them.
  ignoreBinaries: ['libreoffice', 'pdftotext', 'sqlite3', 'strace', 'unshare'],
  // Imported by renderer/ui/base.css.
  ignoreDependencies: ['@fontsource-variable/inter'],
  project: ['{shared,electron,renderer,scripts,test}/**/*.{ts,tsx}'],
};

export default config;
