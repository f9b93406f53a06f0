import type { KpiEntry } from '#shared/contract.ts';
import type { Locale } from '#shared/format.ts';
import type { SavedView } from '#shared/saved-views.ts';
import { barTile, rankingTile, timeTile } from './ready-tiles.model.ts';
import type { DimensionWithKpis } from './ready.model.ts';
import { isTileView } from './table-tile.model.ts';
import type { TileContent } from './tiles.model.ts';

/** What can be put on a dashboard. */
export type Addable =
  { readonly what: 'kpi'; readonly kpi: string } | { readonly what: 'view'; readonly view: SavedView };

/** KPIs that the data can answer and saved questions whose name holds the search text; questions first, as they are fewer. */
export function addables(
  search: string,
  kpis: readonly Pick<KpiEntry, 'kpi' | 'possible' | 'problem'>[],
  views: readonly SavedView[],
  nameOf: (kpi: string) => string,
  locale: Locale,
): readonly Addable[] {
  const wanted = search.trim().toLocaleLowerCase(locale);
  const isFound = (name: string): boolean => name.toLocaleLowerCase(locale).includes(wanted);
  return [
    ...views
      .filter((view) => (view.chart !== null || isTileView(view.view)) && isFound(view.name))
      .map((view): Addable => ({ what: 'view', view })),
    ...kpis
      .filter(({ kpi, possible, problem }) => possible && problem === null && isFound(nameOf(kpi)))
      .map(({ kpi }): Addable => ({ what: 'kpi', kpi })),
  ];
}

export interface KpiForm {
  readonly form: 'card' | 'time' | 'by' | 'table';
  /** The dimension, empty for none. */
  readonly by: string;
  readonly content: TileContent;
}

const TOLD_BY = ['region', 'category', 'rep', 'customer', 'product', 'segment', 'country', 'channel'];
const MOST_FORMS = 3;

/** The forms a KPI can take on a dashboard: a card, by month, and by the dimensions that it can be split by. */
export function kpiForms(kpi: string, dimensions: readonly DimensionWithKpis[]): readonly KpiForm[] {
  const [id = kpi] = kpi.split(':');
  const splits = TOLD_BY.filter((key) =>
    dimensions.some((here) => here.key === key && here.members > 1 && !here.identifier && here.kpis.includes(id)),
  ).slice(0, MOST_FORMS);
  return [
    { form: 'card', by: '', content: { show: 'kpi', kpi } },
    { form: 'time', by: '', content: timeTile('column', [kpi]) },
    ...splits.flatMap((by): readonly KpiForm[] => [
      { form: 'by', by, content: barTile(kpi, by) },
      { form: 'table', by, content: rankingTile(kpi, by) },
    ]),
  ];
}

/** A saved question as a tile: its chart, else its table. What the dashboard says of period and comparison goes for it too. */
export function viewContent({ view, chart }: SavedView): TileContent {
  const { period: _period, compare: _compare, ...question } = view.question;
  return chart === null || chart === 'table'
    ? { show: 'table', view: { ...view, question } }
    : { show: 'chart', kind: chart, question };
}
