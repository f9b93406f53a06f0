import { expect, it } from 'vitest';
import { derivedLapse } from '#shared/lapse.ts';

it.each([
  [129, 258],
  [40.5, 81],
  [15.5, 31],
  [15, 30],
  [14.5, 30],
  [3, 30],
  [null, 30],
])('a median gap of %s days makes a customer lost after %s', (gap, days) => expect(derivedLapse(gap)).toBe(days));
