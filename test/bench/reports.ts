import { findBrowser } from '#host/find-browser.ts';
import type { Budget } from './answers.ts';
import type { CaseResult } from './run-case.ts';

type Measure = (group: string, what: readonly [name: string, script: string], arg: string) => Promise<CaseResult>;

/** The sample company's report as PDF and in the preview; needs a browser on this machine. */
export async function measureReports(measure: Measure): Promise<readonly Budget[]> {
  if (findBrowser() === null) {
    process.stdout.write('  not measured: reports (no Chromium, Chrome or Edge here)\n');
    return [];
  }
  const printed = 'Report, counted, drawn and printed';
  const six = await measure(printed, ['Nyckeltal, 6 pages', 'own-report'], '6');
  const hundred = await measure(printed, ['Nyckeltal, 100 pages', 'own-report'], '100');
  const change = await measure('Report, a change shows', ['Nyckeltal, the slowest kind', 'own-preview'], '');
  return [
    ['Report of 6 pages, s ≤ 5', six.milliseconds / 1000, 5],
    ['Report of 100 pages, s ≤ 30', hundred.milliseconds / 1000, 30],
    ['Report of 100 pages, our MB ≤ 800', hundred.megabytes ?? Number.NaN, 800],
    ['Report, change to preview, ms ≤ 300', change.milliseconds, 300],
  ];
}
