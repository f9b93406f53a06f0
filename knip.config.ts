import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  entry: [
    'electron/cli/main.ts',
    'electron/shell/{main,preload}.ts',
    '{electron,test}/**/*worker.ts',
    'renderer/main.tsx',
    'scripts/*.{ts,mjs}',
    'test/bench/**/*.ts',
    'test/**/*.test.{ts,tsx}',
  ],
  // Used where it is declared: not dead, and the schemas of the contract read better side by side.
  ignoreExportsUsedInFile: true,
  // A peer of the bench, where the machine has it.
  ignoreBinaries: ['sqlite3'],
  project: ['{shared,electron,renderer,scripts,test}/**/*.{ts,tsx}'],
};

export default config;
