import { expect, it } from 'vitest';
import { parseDimension, parseWhere } from '#cli/question-options.ts';

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

it.each([
  ['created:month=2026-09', { op: 'in', dimension: 'month:created', values: ['2026-09'] }],
  ['value:quantity=12,5|\u22123', { op: 'in', dimension: 'value:quantity', values: ['12.5', '-3'] }],
  ['custom:Due:month=2026-09', { op: 'in', dimension: 'custom:Due:month', values: ['2026-09'] }],
  ['cohort:month!=2026-09', { op: 'not-in', dimension: 'cohort:month', values: ['2026-09'] }],
])('--where %s', (text, filter) => {
  expect(parseWhere(text)).toEqual(filter);
});
