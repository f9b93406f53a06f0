import { describe, expect, it } from 'vitest';
import { KPI_CATALOGUE } from '#shared/kpi-catalogue.ts';
import { ask } from '../../../support/ask.ts';
import { WORLDS } from './worlds/index.ts';

describe.each(WORLDS)('$name', ({ context, examples }) => {
  it.each(examples)('%s in %s is %d: %s', (reference, period, expected) => {
    const [cell] = ask(context, { kpis: [reference], period }).cells;
    expect([cell?.reason ?? null, cell?.value]).toEqual([null, expect.closeTo(expected, 9)]);
  });
});

it('every KPI in every variant has an example', () => {
  const shown = new Set(WORLDS.flatMap(({ examples }) => examples.map(([reference]) => reference)));
  const all = KPI_CATALOGUE.flatMap(({ id, variants }) => variants.map((variant) => `${id}:${variant.id}`));
  expect(all.filter((reference) => !shown.has(reference))).toEqual([]);
});
