import { createInstance } from 'i18next';
import type { Locale } from '#shared/format.ts';
import { KPI_WORDS } from '#shared/kpi-words.ts';
import cliEn from '#shared/messages/en/cli.json' with { type: 'json' };
import clvEn from '#shared/messages/en/clv.json' with { type: 'json' };
import errorsEn from '#shared/messages/en/errors.json' with { type: 'json' };
import fieldsEn from '#shared/messages/en/fields.json' with { type: 'json' };
import filtersEn from '#shared/messages/en/filters.json' with { type: 'json' };
import goalsEn from '#shared/messages/en/goals.json' with { type: 'json' };
import forecastEn from '#shared/messages/en/forecast.json' with { type: 'json' };
import gridEn from '#shared/messages/en/grid.json' with { type: 'json' };
import importEn from '#shared/messages/en/import.json' with { type: 'json' };
import reimportEn from '#shared/messages/en/reimport.json' with { type: 'json' };
import cliSv from '#shared/messages/sv/cli.json' with { type: 'json' };
import clvSv from '#shared/messages/sv/clv.json' with { type: 'json' };
import errorsSv from '#shared/messages/sv/errors.json' with { type: 'json' };
import fieldsSv from '#shared/messages/sv/fields.json' with { type: 'json' };
import filtersSv from '#shared/messages/sv/filters.json' with { type: 'json' };
import goalsSv from '#shared/messages/sv/goals.json' with { type: 'json' };
import forecastSv from '#shared/messages/sv/forecast.json' with { type: 'json' };
import gridSv from '#shared/messages/sv/grid.json' with { type: 'json' };
import importSv from '#shared/messages/sv/import.json' with { type: 'json' };
import reimportSv from '#shared/messages/sv/reimport.json' with { type: 'json' };

/** A sentence or name by `namespace:key`; the key's last part where there is none. */
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const resources = {
  en: {
    cli: cliEn,
    clv: clvEn,
    errors: errorsEn,
    fields: fieldsEn,
    filters: filtersEn,
    goals: goalsEn,
    forecast: forecastEn,
    grid: gridEn,
    import: importEn,
    kpis: KPI_WORDS.en,
    reimport: reimportEn,
  },
  sv: {
    cli: cliSv,
    clv: clvSv,
    errors: errorsSv,
    fields: fieldsSv,
    filters: filtersSv,
    goals: goalsSv,
    forecast: forecastSv,
    grid: gridSv,
    import: importSv,
    kpis: KPI_WORDS.sv,
    reimport: reimportSv,
  },
};

export function wordsIn(locale: Locale): Words {
  const i18n = createInstance();
  void i18n.init({
    resources,
    lng: locale.slice(0, 2),
    fallbackLng: 'en',
    defaultNS: 'cli',
    initAsync: false,
    interpolation: { escapeValue: false },
    parseMissingKeyHandler: (key) => key.split(/[:.]/).at(-1) ?? key,
  });
  return (key, values) => i18n.t(key, values ?? {});
}
