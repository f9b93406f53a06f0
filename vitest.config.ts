import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that import large files, start or kill processes or search at length: `npm test` runs them, `npm run check` does not. */
const slow = [
  'test/{cli,golden,property,migrations,security,integration,faults}/**/*.test.ts',
  'test/**/*.slow.test.ts',
];
const e2e = ['test/e2e/**/*.test.ts'];

export default defineConfig({
  test: {
    passWithNoTests: false,
    // V8 loses track of a code page when many threads compile at once, and ends the process (nodejs/node#64500).
    execArgv: ['--no-memory-protection-keys'],
    // A core left free, as is the custom, would leave a machine with two of them one file at a time.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: [...slow, ...e2e], testTimeout: 60_000 },
      },
      {
        extends: true,
        test: { name: 'slow', include: slow, testTimeout: 180_000, hookTimeout: 180_000, sequence: { groupOrder: 1 } },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: e2e,
          globalSetup: 'test/e2e/build-pages.ts',
          testTimeout: 120_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
          // Each is a program, its worker and a browser.
          maxWorkers: 2,
          sequence: { groupOrder: 2 },
        },
      },
    ],
    coverage: {
      include: ['shared/**/*.ts', 'electron/**/*.ts'],
      thresholds: {
        'shared/**/*.ts': { lines: 90 },
        'electron/engine/**/*.ts': { lines: 90 },
        'electron/store/**/*.ts': { lines: 90 },
      },
    },
  },
});
