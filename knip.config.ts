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
  project: ['{shared,electron,renderer,scripts,test}/**/*.{ts,tsx}'],
};

export default config;
