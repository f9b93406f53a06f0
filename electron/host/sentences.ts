import type { Locale } from '#shared/format.ts';
import { KPI_WORDS } from '#shared/kpi-words.ts';
import chartsEn from '#shared/messages/en/charts.json' with { type: 'json' };
import clvEn from '#shared/messages/en/clv.json' with { type: 'json' };
import dashboardsEn from '#shared/messages/en/dashboards.json' with { type: 'json' };
import forecastEn from '#shared/messages/en/forecast.json' with { type: 'json' };
import formulaEn from '#shared/messages/en/formula.json' with { type: 'json' };
import goalsEn from '#shared/messages/en/goals.json' with { type: 'json' };
import insightsEn from '#shared/messages/en/insights.json' with { type: 'json' };
import overviewEn from '#shared/messages/en/overview.json' with { type: 'json' };
import reportEn from '#shared/messages/en/report.json' with { type: 'json' };
import reportNumbersEn from '#shared/messages/en/report-numbers.json' with { type: 'json' };
import fieldsEn from '#shared/messages/en/fields.json' with { type: 'json' };
import filtersEn from '#shared/messages/en/filters.json' with { type: 'json' };
import gridEn from '#shared/messages/en/grid.json' with { type: 'json' };
import chartsSv from '#shared/messages/sv/charts.json' with { type: 'json' };
import clvSv from '#shared/messages/sv/clv.json' with { type: 'json' };
import dashboardsSv from '#shared/messages/sv/dashboards.json' with { type: 'json' };
import forecastSv from '#shared/messages/sv/forecast.json' with { type: 'json' };
import formulaSv from '#shared/messages/sv/formula.json' with { type: 'json' };
import goalsSv from '#shared/messages/sv/goals.json' with { type: 'json' };
import insightsSv from '#shared/messages/sv/insights.json' with { type: 'json' };
import overviewSv from '#shared/messages/sv/overview.json' with { type: 'json' };
import reportSv from '#shared/messages/sv/report.json' with { type: 'json' };
import reportNumbersSv from '#shared/messages/sv/report-numbers.json' with { type: 'json' };
import fieldsSv from '#shared/messages/sv/fields.json' with { type: 'json' };
import filtersSv from '#shared/messages/sv/filters.json' with { type: 'json' };
import gridSv from '#shared/messages/sv/grid.json' with { type: 'json' };

const CATALOGUES = {
  'sv-SE': {
    charts: chartsSv,
    clv: clvSv,
    dashboards: dashboardsSv,
    fields: fieldsSv,
    filters: filtersSv,
    forecast: forecastSv,
    formula: formulaSv,
    goals: goalsSv,
    grid: gridSv,
    insights: insightsSv,
    overview: overviewSv,
    report: { ...reportSv, numbers: reportNumbersSv },
    kpis: KPI_WORDS.sv,
  },
  'en-GB': {
    charts: chartsEn,
    clv: clvEn,
    dashboards: dashboardsEn,
    fields: fieldsEn,
    filters: filtersEn,
    forecast: forecastEn,
    formula: formulaEn,
    goals: goalsEn,
    grid: gridEn,
    insights: insightsEn,
    overview: overviewEn,
    report: { ...reportEn, numbers: reportNumbersEn },
    kpis: KPI_WORDS.en,
  },
} as const satisfies Readonly<Record<Locale, Readonly<Record<string, unknown>>>>;

type Values = Readonly<Record<string, string | number>>;

/**
 * Sentences for the files that the host writes: by `namespace:key.of.it`, by `count` in the singular or plural, with the values in
 * their places; '' where there is none. Example: `sentencesIn('sv-SE')('grid:total')` is 'Totalt'.
 */
export function sentencesIn(locale: Locale): (key: string, values?: Values) => string {
  const found = (key: string): string | null => {
    const [namespace = '', path = ''] = key.split(':');
    const text = path.split('.').reduce<unknown>(step, step(CATALOGUES[locale], namespace));
    return typeof text === 'string' ? text : null;
  };
  return (key, values = {}) => {
    const plural = values['count'] === 1 ? 'one' : 'other';
    const text = found(key) ?? found(`${key}_${plural}`) ?? '';
    return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

function step(node: unknown, name: string): unknown {
  return typeof node === 'object' && node !== null && Object.hasOwn(node, name)
    ? (node as Readonly<Record<string, unknown>>)[name]
    : undefined;
}
