import { createInstance, type TFunction } from 'i18next';
import enReimport from '#shared/messages/en/reimport.json' with { type: 'json' };
import enImport from '#shared/messages/en/import.json' with { type: 'json' };
import svReimport from '#shared/messages/sv/reimport.json' with { type: 'json' };
import svImport from '#shared/messages/sv/import.json' with { type: 'json' };

const svFields = {
  kinds: { sale: 'försäljning', cost: 'kostnader', lead: 'leads' },
  sale: { date: 'Datum', amount: 'Belopp', cost: 'Kostnad', customer: 'Kund', quantity: 'Antal' },
};
const enFields = {
  kinds: { sale: 'sales', cost: 'costs', lead: 'leads' },
  sale: { date: 'Date', amount: 'Amount', cost: 'Cost', customer: 'Customer', quantity: 'Quantity' },
};

/** The wizard's own catalogue, with a few field names that these tests can rely on. */
export async function wordsIn(language: 'sv' | 'en'): Promise<TFunction> {
  const i18n = createInstance();
  return await i18n.init({
    lng: language,
    ns: ['import', 'reimport', 'fields'],
    defaultNS: 'import',
    interpolation: { escapeValue: false },
    resources: {
      sv: { import: svImport, reimport: svReimport, fields: svFields },
      en: { import: enImport, reimport: enReimport, fields: enFields },
    },
  });
}
