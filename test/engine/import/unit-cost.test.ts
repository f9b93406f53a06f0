import { expect, it } from 'vitest';
import { convertAll, fieldValues } from './inspect-rows.ts';
import { tableOf } from './tables/rows-of.ts';

it('cost is quantity times unit cost, exactly, where no column gives it', () => {
  const read = convertAll(
    tableOf('Datum|Antal|Belopp|Inköpspris\n2026-01-01|3|100|10,5555\n2026-01-02||50|7\n2026-01-03|2|40|'),
  );
  expect(read.plan.columns.find(({ header }) => header === 'Inköpspris')?.key).toBe('unit_cost');
  expect(read.receipt.derived).toEqual([{ field: 'cost', from: 'quantity * unit_cost' }]);
  // 3 × 10.5555 is 31.6665; without a quantity or a unit cost there is no cost.
  expect(fieldValues(read, 'cost')).toEqual([316_665, null, null]);
});

it('cost that a column gives, or that follows from profit, comes first', () => {
  const given = convertAll(tableOf('Datum|Antal|Belopp|Kostnad|Unit cost\n2026-01-01|3|100|20|10'));
  expect(fieldValues(given, 'cost')).toEqual([200_000]);
  const profit = convertAll(tableOf('Datum|Antal|Belopp|TB|Unit cost\n2026-01-01|3|100|60|10'));
  expect(fieldValues(profit, 'cost')).toEqual([400_000]);
});

it('självkostnad alone is a unit cost to be checked', () => {
  const { plan } = convertAll(tableOf('Datum|Antal|Belopp|Självkostnad\n2026-01-01|3|100|10'));
  const reading = plan.readings.find(({ header }) => header === 'Självkostnad');
  expect([reading?.target, reading?.confidence]).toEqual([{ to: 'field', field: 'unit_cost' }, 'check']);
});
