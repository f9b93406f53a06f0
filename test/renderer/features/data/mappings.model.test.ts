import { expect, it } from 'vitest';
import { mappingSummary } from '../../../../renderer/features/data/mappings.model.ts';
import { wordsIn } from '../words.ts';

const columns = (...headers: readonly string[]) =>
  headers.map((header) => ({ header, target: { to: 'custom' as const }, decimal: null, dateFormat: null }));

it('a remembered file is told by what it holds and its first headers', async () => {
  const t = await wordsIn('sv');
  const few = { kind: 'sale' as const, columns: columns('Datum', 'Belopp') };
  expect(mappingSummary(t, few, 'sv-SE')).toBe('försäljning: Datum, Belopp');
  const many = { ...few, columns: columns('Datum', 'Kund', 'Belopp', 'Region', 'Antal') };
  expect(mappingSummary(t, many, 'sv-SE')).toBe('försäljning: Datum, Kund, Belopp och 2 till');
});
