import { expect, it } from 'vitest';
import { toldLapse } from '#engine/told/told-lapse.ts';
import { contextOf } from '../../support/ask.ts';

const sale = (customer: string | null, date: string | null, amount: number) => ({ customer, date, amount });
/** Ask buys on days 0, 40 and 81, twice on the first and with a credit note between; Björk on 0 and 60; Cedra once. */
const SALES = [
  sale('Ask', '2026-01-01', 10),
  sale('Ask', '2026-01-01', 5),
  sale('Ask', '2026-01-20', -5),
  sale('Ask', '2026-02-10', 10),
  sale('Ask', '2026-03-23', 10),
  sale('Björk', '2026-01-01', 10),
  sale('Björk', '2026-03-02', 10),
  sale('Cedra', '2026-02-01', 10),
  sale('Björk', null, 10),
  sale(null, '2026-02-01', 10),
];

it('is twice the middle one of the gaps 40, 41 and 60 of two customers, of all purchases', () => {
  const told = toldLapse({ of: 'lapse', figure: 'derived' }, contextOf({ sale: SALES }));
  expect([told.value, told.unit]).toEqual([82, 'days']);
  expect(told.inputs.map(({ id, value }) => [id, value])).toEqual([
    ['medianGap', 41],
    ['gaps', 3],
    ['comeBack', 2],
  ]);
  // Neither the credit note nor what lacks a customer or a day.
  expect(told.rows.map(({ positions }) => [...positions])).toEqual([[0, 1, 3, 4, 5, 6, 7]]);
  expect(told.leftOut).toEqual([
    { reason: 'sale.date', count: 1 },
    { reason: 'sale.customer', count: 1 },
  ]);
});

it('is at least 30 days, and as the settings have it where that is asked', () => {
  const daily = [sale('Ask', '2026-01-01', 1), sale('Ask', '2026-01-04', 1)];
  expect(toldLapse({ of: 'lapse', figure: 'inForce' }, contextOf({ sale: daily }))).toMatchObject({
    value: 30,
    form: 'least',
  });
  const chosen = contextOf({ sale: SALES }, { rules: { lapseDays: 170 } });
  expect(toldLapse({ of: 'lapse', figure: 'inForce' }, chosen)).toMatchObject({ value: 170, form: 'own', rows: [] });
  expect(toldLapse({ of: 'lapse', figure: 'derived' }, chosen).value).toBe(82);
  expect(toldLapse({ of: 'lapse', figure: 'derived' }, contextOf({}))).toMatchObject({ value: 30, rows: [] });
});
