import { createInstance, type i18n } from 'i18next';
import { describe, expect, it } from 'vitest';
import svFields from '#shared/messages/sv/fields.json' with { type: 'json' };
import svImport from '#shared/messages/sv/import.json' with { type: 'json' };
import { noticeSentences } from '../../../../renderer/features/import/notices.model.ts';

async function swedish(): Promise<i18n> {
  const catalogue = createInstance();
  await catalogue.init({
    lng: 'sv',
    interpolation: { escapeValue: false },
    resources: { sv: { import: svImport, fields: svFields } },
  });
  return catalogue;
}
const currency = { codes: [], from: null, text: '', base: 'SEK', asks: false };
const noSheets = { sheets: [], sheet: null, currency };

describe('what was seen in the file', () => {
  it('tells rows in the singular and the plural', async () => {
    const late = (rows: number) => ({ notices: [{ code: 'late-dates', details: { rows } }], ...noSheets });
    expect(noticeSentences(await swedish(), late(1), 'sv-SE')).toEqual(['1 rad har datum efter i dag.']);
    expect(noticeSentences(await swedish(), late(1200), 'sv-SE')).toEqual(['1\u00a0200 rader har datum efter i dag.']);
  });

  it('mentions hidden sheets that are not read', async () => {
    const sheets = ['Order', 'Priser', 'Gammalt'].map((name, index) => ({ name, rows: 1, hidden: index > 0 }));
    expect(noticeSentences(await swedish(), { notices: [], sheets, sheet: 'Priser', currency }, 'sv-SE')).toEqual([
      'Bladet ”Gammalt” är dolt i filen och läses inte.',
    ]);
  });

  it('keeps silent about a finding nobody has put into words', async () => {
    expect(noticeSentences(await swedish(), { notices: [{ code: 'odd', details: {} }], ...noSheets }, 'sv-SE')).toEqual(
      [],
    );
  });

  it('does not ask for a rate while the page asks which currency counts', async () => {
    const notices = [{ code: 'currency-no-rate', details: { currency: 'USD', base: 'SEK' } }];
    const told = (asks: boolean, catalogue: i18n) =>
      noticeSentences(catalogue, { ...noSheets, notices, currency: { ...currency, asks } }, 'sv-SE');
    expect(told(true, await swedish())).toEqual([]);
    expect(told(false, await swedish())[0]).toContain('Lägg in en kurs för USD under Data');
  });
});
