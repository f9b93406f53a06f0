import { createInstance, type TFunction } from 'i18next';
import type { FormatContext } from '#shared/format.ts';
import { KPI_WORDS } from '#shared/kpi-words.ts';
import enCharts from '#shared/messages/en/charts.json' with { type: 'json' };
import enClv from '#shared/messages/en/clv.json' with { type: 'json' };
import enDashboards from '#shared/messages/en/dashboards.json' with { type: 'json' };
import enFields from '#shared/messages/en/fields.json' with { type: 'json' };
import enForecast from '#shared/messages/en/forecast.json' with { type: 'json' };
import enFormula from '#shared/messages/en/formula.json' with { type: 'json' };
import enGoals from '#shared/messages/en/goals.json' with { type: 'json' };
import enInsights from '#shared/messages/en/insights.json' with { type: 'json' };
import enLibrary from '#shared/messages/en/library.json' with { type: 'json' };
import enOverview from '#shared/messages/en/overview.json' with { type: 'json' };
import enPassport from '#shared/messages/en/passport.json' with { type: 'json' };
import enTold from '#shared/messages/en/told.json' with { type: 'json' };
import svCharts from '#shared/messages/sv/charts.json' with { type: 'json' };
import svClv from '#shared/messages/sv/clv.json' with { type: 'json' };
import svDashboards from '#shared/messages/sv/dashboards.json' with { type: 'json' };
import svFields from '#shared/messages/sv/fields.json' with { type: 'json' };
import svForecast from '#shared/messages/sv/forecast.json' with { type: 'json' };
import svFormula from '#shared/messages/sv/formula.json' with { type: 'json' };
import svGoals from '#shared/messages/sv/goals.json' with { type: 'json' };
import svInsights from '#shared/messages/sv/insights.json' with { type: 'json' };
import svLibrary from '#shared/messages/sv/library.json' with { type: 'json' };
import svOverview from '#shared/messages/sv/overview.json' with { type: 'json' };
import svPassport from '#shared/messages/sv/passport.json' with { type: 'json' };
import svTold from '#shared/messages/sv/told.json' with { type: 'json' };

/** The real catalogues of the overview, the library and the passport. */
export async function catalogueIn(language: 'sv' | 'en'): Promise<TFunction> {
  const i18n = createInstance();
  return await i18n.init({
    lng: language,
    ns: [
      'overview',
      'dashboards',
      'charts',
      'fields',
      'forecast',
      'formula',
      'goals',
      'kpis',
      'library',
      'passport',
      'told',
      'clv',
      'insights',
    ],
    defaultNS: 'overview',
    interpolation: { escapeValue: false },
    resources: {
      sv: {
        overview: svOverview,
        dashboards: svDashboards,
        charts: svCharts,
        fields: svFields,
        forecast: svForecast,
        formula: svFormula,
        goals: svGoals,
        library: svLibrary,
        kpis: KPI_WORDS.sv,
        passport: svPassport,
        told: svTold,
        clv: svClv,
        insights: svInsights,
      },
      en: {
        overview: enOverview,
        dashboards: enDashboards,
        charts: enCharts,
        fields: enFields,
        forecast: enForecast,
        formula: enFormula,
        goals: enGoals,
        library: enLibrary,
        kpis: KPI_WORDS.en,
        passport: enPassport,
        told: enTold,
        clv: enClv,
        insights: enInsights,
      },
    },
  });
}

export const SWEDISH: FormatContext = { locale: 'sv-SE', currency: 'SEK' };
export const ENGLISH: FormatContext = { locale: 'en-GB', currency: 'SEK' };

/** Non-breaking spaces and true minus signs as typed ones, so that expected texts can be written by hand. */
export function plain(text: string): string {
  return text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');
}
