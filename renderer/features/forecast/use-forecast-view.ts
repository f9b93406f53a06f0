import type { DimensionHere } from '#shared/tiles/overview-plan.ts';
import type { NamedDimension } from '../../i18n/names.ts';
import { useAppStore } from '../../state/app-store.ts';
import { FIRST_FORECAST, type ForecastTab, type ForecastView } from '../../state/forecast-slice.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';

export const PIPELINE_KPI = 'weighted-pipeline';
export const WON_KPI = 'bookings:won';

const NO_KPIS: readonly string[] = [];

interface Seen extends Omit<ForecastView, 'tab'> {
  readonly tab: ForecastTab;
  /** That can be carried on. */
  readonly kpis: readonly string[];
  /** What the tab's numbers can be filtered by, as the filter bar takes them. */
  readonly dimensions: readonly (DimensionHere & NamedDimension)[];
  readonly change: (view: Partial<ForecastView>) => void;
}

/** Which tab is shown, which needs nothing from the host, and the way to the others. */
export function useForecastTab(): readonly [ForecastTab, (tab: ForecastTab) => void] {
  const { id, rows } = useWorkspace();
  const tab = useAppStore((state) => state.forecastViews[id]?.tab ?? null);
  const { viewForecast } = useAppStore.getState();
  return [tab ?? ((rows.deal ?? 0) > 0 ? 'both' : 'history'), (next) => viewForecast(id, { tab: next })];
}

/** What is looked at, with what the data allow; null until that is known. */
export function useForecastView(): Seen | null {
  const { id } = useWorkspace();
  const [tab] = useForecastTab();
  const view = useAppStore((state) => state.forecastViews[id] ?? FIRST_FORECAST);
  const { viewForecast } = useAppStore.getState();
  const kpis = useHostQuery('forecast.kpis', {}, { keep: true }).data;
  const dimensions = useHostQuery('catalogue.dimensions', {}, { keep: true }).data;
  if (kpis === undefined || dimensions === undefined) return null;
  const kpi = view.kpi !== null && kpis.includes(view.kpi) ? view.kpi : (kpis[0] ?? null);
  const asked = tab === 'history' ? kpi : PIPELINE_KPI;
  const here = dimensions.filter((dimension) => asked !== null && dimension.kpis.includes(asked));
  return {
    ...view,
    tab,
    kpi,
    kpis: kpis.length === 0 ? NO_KPIS : kpis,
    dimensions: here.map((dimension) => ({ ...dimension, kinds: ['sale'] })),
    filters: view.filters.filter((filter) => here.some(({ key }) => key === filter.dimension)),
    change: (changed) => viewForecast(id, changed),
  };
}
