import { expect, it } from 'vitest';
import { parseDimension } from '#cli/question-options.ts';

it.each([
  ['region', { dimension: 'region' }],
  ['month', { dimension: 'date', grain: 'month' }],
  ['date:week', { dimension: 'date', grain: 'week' }],
  ['cohort:quarter', { dimension: 'cohort', grain: 'quarter' }],
  ['custom:Ship Mode', { dimension: 'custom:Ship Mode' }],
  // A column whose header ends so is a text of that name.
  ['custom:Due:month', { dimension: 'custom:Due:month' }],
  ['created:month', { dimension: 'month:created' }],
  ['fiscal-year:custom:Due', { dimension: 'fiscal-year:custom:Due' }],
  ['month:custom:Per:week', { dimension: 'month:custom:Per:week' }],
  ['value:quantity', { dimension: 'value:quantity' }],
])('--by %s', (text, ref) => {
  expect(parseDimension(text)).toEqual(ref);
});
