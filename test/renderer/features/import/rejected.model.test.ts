import { describe, expect, it } from 'vitest';
import { rejectReason, rejectedReasons } from '../../../../renderer/features/import/rejected.model.ts';
import { wordsIn } from '../words.ts';
import { receiptOf } from './receipt-of.ts';

const receipt = {
  ...receiptOf({}),
  rejectedByReason: [
    { field: 'amount', reason: 'not-a-number', count: 47 },
    { field: 'date', reason: 'missing', count: 301 },
  ] as const,
};
const rejected = [
  { row: 7, column: 'Datum', field: 'date', value: ' ', reason: 'missing' },
  { row: 9, column: 'Belopp', field: 'amount', value: ' – ', reason: 'not-a-number' },
] as const;

describe('rows to correct', () => {
  it('are counted by reason, the most frequent first, with a value where there is one', () => {
    const reasons = rejectedReasons({
      receipt: { ...receipt, rejectedByReason: [...receipt.rejectedByReason] },
      rejected: [...rejected],
    });
    expect(reasons).toEqual([
      { field: 'date', reason: 'missing', count: 301, example: null },
      { field: 'amount', reason: 'not-a-number', count: 47, example: '–' },
    ]);
  });

  it('say why in words', async () => {
    expect(rejectReason(await wordsIn('sv'), 'sale', 'date', 'missing')).toBe('Datum saknas');
    expect(rejectReason(await wordsIn('en'), 'sale', 'amount', 'not-a-number')).toBe('Amount is not a number');
  });
});
