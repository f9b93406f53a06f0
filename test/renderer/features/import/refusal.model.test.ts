import { expect, it } from 'vitest';
import type { Failure } from '#shared/errors.ts';
import { refusalSentence } from '../../../../renderer/features/import/refusal.model.ts';
import { wordsIn } from '../words.ts';

const failure = (part: Partial<Failure>): Failure => ({ code: 'E_IO', message: '', details: {}, ...part });

it('names the table, the field and the column that an import was refused for', async () => {
  const t = await wordsIn('sv');
  const missing = failure({ code: 'E_MISSING_FIELD', details: { kind: 'sale', field: 'date', table: 'Budget' } });
  expect(refusalSentence(t, missing)).toBe(
    'Tabellen ”Budget” kan inte importeras. Ange vilken kolumn som är datum. Inget har ändrats.',
  );
  const twoReadings = failure({ code: 'E_AMBIGUOUS', details: { kind: 'sale', field: 'date', column: 'Dag' } });
  expect(refusalSentence(t, twoReadings)).toBe('Välj hur kolumnen ”Dag” ska läsas. Inget har ändrats.');
  expect(refusalSentence(t, failure({ message: 'The disk failed.' }))).toBe('The disk failed.');
});
