import { beforeAll, describe, expect, it } from 'vitest';
import type { TFunction } from 'i18next';
import type { Inspection, Receipt } from '#shared/importing.ts';
import { changedRows } from '../../../../renderer/features/import/changed-rows.model.ts';
import { isAllThere } from '../../../../renderer/features/import/receipt.model.ts';
import { wordsIn } from '../words.ts';
import { inspectionOf } from './inspection-of.ts';
import { receiptOf } from './receipt-of.ts';

let t: TFunction;
beforeAll(async () => {
  t = await wordsIn('sv');
});

/** A file about September that meets stored rows. */
function meeting(
  reimport: Partial<Inspection['reimport']>,
  rows: Partial<Receipt['rows']>,
  kept = 0,
): Parameters<typeof changedRows>[1] {
  const period = { from: '2026-09-02', to: '2026-09-30' };
  return inspectionOf({
    reimport: { onChange: 'update', changed: 0, inPeriod: 0, ...period, ...reimport },
    receipt: { ...receiptOf(rows), changes: { updated: 0, kept, replaced: 0 } },
  });
}
const rulesOf = (found: ReturnType<typeof changedRows>) => found?.choices.map(({ rule }) => rule);

describe('what to do with rows that have changed', () => {
  it('is asked with three choices, each in plain words', () => {
    const found = changedRows(t, meeting({ changed: 14, inPeriod: 1200 }, { imported: 20, duplicates: 900 }), 'sv-SE');
    expect(found?.title).toBe('14 rader har ändrats sedan sist');
    expect(rulesOf(found)).toEqual(['update', 'skip', 'replace-period']);
    expect(found?.choices[2]?.text.replaceAll('\u00a0', ' ')).toBe(
      'Alla 1 200 rader som finns för 2–30 sep 2026 ersätts av filens rader.',
    );
  });

  it('leaves the period out where the file has no dates', () => {
    const found = changedRows(t, meeting({ changed: 1, from: null, to: null }, { imported: 1 }), 'sv-SE');
    expect(found?.title).toBe('1 rad har ändrats sedan sist');
    expect(rulesOf(found)).toEqual(['update', 'skip']);
  });

  it('is asked of a file whose period has other rows than its own, though none can be told to have changed', () => {
    const found = changedRows(t, meeting({ inPeriod: 5 }, { imported: 3, duplicates: 4 }), 'sv-SE');
    expect(found?.title).toBe('Det finns redan rader i perioden');
    expect(rulesOf(found)).toEqual(['update', 'replace-period']);
  });

  it('is not asked of an overlap, of a file that is all there, or of a period without rows', () => {
    expect(changedRows(t, meeting({ inPeriod: 4 }, { imported: 3, duplicates: 4 }), 'sv-SE')).toBeNull();
    expect(changedRows(t, meeting({ inPeriod: 9 }, { imported: 0, duplicates: 4 }), 'sv-SE')).toBeNull();
    expect(changedRows(t, meeting({}, { imported: 3 }), 'sv-SE')).toBeNull();
  });

  it('stays on screen under another choice than the first, so that there is a way back', () => {
    const skipping = meeting({ onChange: 'skip', changed: 2, inPeriod: 4 }, { duplicates: 4 }, 2);
    expect(rulesOf(changedRows(t, skipping, 'sv-SE'))).toEqual(['update', 'skip', 'replace-period']);
    expect(isAllThere(skipping.receipt)).toBe(false);
    const replacing = meeting({ onChange: 'replace-period', inPeriod: 4 }, { imported: 4 });
    expect(rulesOf(changedRows(t, replacing, 'sv-SE'))).toEqual(['update', 'replace-period']);
  });
});
