import type { ChartKind } from '#shared/charts/model.ts';
import type { Tile } from '#shared/dashboards.ts';
import type { DimensionRef } from '#shared/question.ts';
import type { TileContent } from './tiles.model.ts';

type ChartTile = Extract<Tile, { show: 'chart' }>;

const MOST_BARS = 8;
const RANKED = 10;

const question = (kpis: readonly string[], rows: readonly DimensionRef[]): ChartTile['question'] => ({
  kpis: [...kpis],
  rows: [...rows],
  columns: [],
  filters: [],
  variants: {},
});

/** KPIs by month. */
export function timeTile(kind: ChartKind, kpis: readonly string[]): TileContent {
  return { show: 'chart', kind, question: question(kpis, [{ dimension: 'date', grain: 'month' }]) };
}

/** A KPI by the members of a dimension, the highest first and the rest united. */
export function barTile(kpi: string, dimension: string): TileContent {
  const rows = [{ dimension, order: { by: kpi, descending: true }, top: { n: MOST_BARS } }];
  return { show: 'chart', kind: 'bar', question: question([kpi], rows) };
}

/** What each member contributed to a KPI's change against the comparison. */
export function waterfallTile(kpi: string, dimension: string): TileContent {
  const rows = [{ dimension, order: { by: kpi, descending: true } }];
  return { show: 'chart', kind: 'waterfall', question: question([kpi], rows) };
}

const ranked = (kpi: string, dimension: string): DimensionRef => ({
  dimension,
  order: { by: kpi, descending: true },
  top: { n: RANKED },
});

/** Everything a table can be told and ours leave as it is. */
const PLAIN = {
  valuesOn: 'columns',
  foldedRows: [],
  foldedColumns: [],
  subtotals: 'above',
  totals: { row: true, column: true },
} as const satisfies Partial<Extract<Tile, { show: 'table' }>['view']>;

type TableValue = Extract<Tile, { show: 'table' }>['view']['values'][number];

const changeOf = (kpi: string): TableValue => ({ kpi, show: { as: 'difference-ratio', from: { what: 'last-year' } } });

/** The largest by a KPI, with share of the whole and change. */
export function rankingTile(kpi: string, dimension: string): TileContent {
  return {
    show: 'table',
    view: {
      ...structuredClone(PLAIN),
      question: question([kpi], [ranked(kpi, dimension)]),
      values: [{ kpi, show: { as: 'value' } }, { kpi, show: { as: 'share', of: 'total' } }, changeOf(kpi)],
    },
  };
}

/** Several KPIs by the members of a dimension, the highest by the first KPI on top, with its change. */
export function tableTile(kpis: readonly string[], dimension: string): TileContent {
  return {
    show: 'table',
    view: {
      ...structuredClone(PLAIN),
      question: question(kpis, [ranked(kpis[0] ?? '', dimension)]),
      values: kpis.flatMap((kpi, index): TableValue[] => [
        { kpi, show: { as: 'value' } },
        ...(index === 0 ? [changeOf(kpi)] : []),
      ]),
    },
  };
}
