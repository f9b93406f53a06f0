import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { root } from '../../support/tree.ts';

/** Sixty months with a trend, a season and some unrest, forecast as the first thing a program does; its own time in milliseconds. */
const FIRST = `
  const { forecast } = await import('#engine/forecast/automatic.ts');
  const months = Array.from({ length: 60 }, (_, i) => 1e6 + 8e3 * i + 2e5 * Math.sin(i * Math.PI / 6) + 5e4 * Math.sin(i * 12.9898));
  const before = process.threadCpuUsage();
  forecast(months, 12, 12);
  const { user, system } = process.threadCpuUsage(before);
  console.log((user + system) / 1000);
`;

it('the first forecast of sixty months takes a fresh program at most 150 ms', () => {
  const args = ['--input-type=module', '-e', FIRST];
  const took = Array.from({ length: 4 }, () =>
    Number(execFileSync(process.execPath, args, { cwd: root, encoding: 'utf8' })),
  );
  expect(Math.min(...took)).toBeGreaterThan(0);
  expect(Math.min(...took)).toBeLessThanOrEqual(150);
});
