import { createInstance, type TFunction } from 'i18next';
import { KPI_WORDS } from '#shared/kpi-words.ts';
import enEntry from '#shared/messages/en/entry.json' with { type: 'json' };
import enFields from '#shared/messages/en/fields.json' with { type: 'json' };
import enImport from '#shared/messages/en/import.json' with { type: 'json' };
import svEntry from '#shared/messages/sv/entry.json' with { type: 'json' };
import svFields from '#shared/messages/sv/fields.json' with { type: 'json' };
import svImport from '#shared/messages/sv/import.json' with { type: 'json' };

/** The real catalogues that the tables written in the app speak with. */
export async function entryWords(language: 'sv' | 'en'): Promise<TFunction> {
  return await createInstance().init({
    lng: language,
    ns: ['entry', 'fields', 'import', 'kpis'],
    defaultNS: 'entry',
    interpolation: { escapeValue: false },
    resources: {
      sv: { entry: svEntry, fields: svFields, import: svImport, kpis: KPI_WORDS.sv },
      en: { entry: enEntry, fields: enFields, import: enImport, kpis: KPI_WORDS.en },
    },
  });
}
