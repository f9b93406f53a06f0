import { describe, expect, it } from 'vitest';
import { blockerSentences, canImport } from '../../../../renderer/features/import/blockers.model.ts';
import { wordsIn } from '../words.ts';
import { inspectionOf } from './inspection-of.ts';
import { receiptOf } from './receipt-of.ts';

const ambiguous = { code: 'E_AMBIGUOUS', field: 'date', column: 'Order Date' };
const missing = { code: 'E_MISSING_FIELD', field: 'amount', column: null };

describe('why the file cannot be imported yet', () => {
  it('names the column that can be read in two ways, in the quotation marks of the language', async () => {
    const inspection = inspectionOf({ blockers: [ambiguous] });
    expect(blockerSentences(await wordsIn('sv'), inspection, 'sv-SE')).toEqual([
      'Välj hur kolumnen ”Order Date” ska läsas.',
    ]);
    expect(blockerSentences(await wordsIn('en'), inspection, 'en-GB')).toEqual([
      'Choose how the column “Order Date” is to be read.',
    ]);
  });

  it('leaves out what is asked on the page already', async () => {
    const inspection = inspectionOf({ blockers: [ambiguous, missing] });
    expect(blockerSentences(await wordsIn('sv'), inspection, 'sv-SE', ['Order Date'])).toEqual([
      'Ange vilken kolumn som är belopp.',
    ]);
  });

  it('says the same sentence once', async () => {
    const inspection = inspectionOf({ blockers: [missing, missing] });
    expect(blockerSentences(await wordsIn('sv'), inspection, 'sv-SE')).toHaveLength(1);
  });

  it('says how many rows are there already', async () => {
    const blockers = [{ code: 'E_ALREADY_IMPORTED', field: null, column: null }];
    const inspection = inspectionOf({ blockers, receipt: receiptOf({ read: 10_195, header: 1, duplicates: 10_194 }) });
    expect(blockerSentences(await wordsIn('sv'), inspection, 'sv-SE')).toEqual([
      'Alla 10\u00a0194 rader finns redan i arbetsytan. Det finns inget nytt att importera.',
    ]);
  });

  it('has a sentence for a reason nobody has written about', async () => {
    const inspection = inspectionOf({ blockers: [{ code: 'E_ODD', field: null, column: null }] });
    expect(blockerSentences(await wordsIn('en'), inspection, 'en-GB')).toEqual([
      'The file cannot be imported as it is read now.',
    ]);
  });
});

describe('whether the import may start', () => {
  it('needs a row to import and nothing in the way', () => {
    const receipt = receiptOf({ read: 3, header: 1, imported: 2 });
    expect(canImport(inspectionOf({ receipt }))).toBe(true);
    expect(canImport(inspectionOf({ receipt, blockers: [missing] }))).toBe(false);
    expect(canImport(inspectionOf({}))).toBe(false);
  });
});
