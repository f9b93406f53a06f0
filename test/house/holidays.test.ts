import { expect, it } from 'vitest';
import { holidayLibrary, holidaysJson } from '../../scripts/holidays.ts';
import { readText } from '../support/tree.ts';

const library = holidayLibrary();

it.skipIf(library === null)(
  'carries the holidays that date-holidays knows (skipped where it is not installed; node scripts/holidays.ts writes them)',
  // Three seconds of arithmetic: many, where the machine has much else to do.
  { timeout: 60_000 },
  () => {
    const written = library === null ? '' : holidaysJson(library);
    expect(written === readText('shared/holidays/holidays.json')).toBe(true);
  },
);
