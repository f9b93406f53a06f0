import type { StateCreator } from 'zustand';
import type { ChanceBasis, ForecastGrain } from '#shared/forecast-choices.ts';
import type { Filter } from '#shared/question.ts';

export const FORECAST_TABS = ['both', 'pipeline', 'history'] as const;
export type ForecastTab = (typeof FORECAST_TABS)[number];

/** What the forecast shows. */
export interface ForecastView {
  /** Null for what the data allow: both with open deals, else the history. */
  readonly tab: ForecastTab | null;
  /** Of the history; null for the first that can be carried on. */
  readonly kpi: string | null;
  readonly grain: ForecastGrain;
  /** Periods ahead. */
  readonly horizon: number;
  readonly basis: ChanceBasis;
  /** Months that go by the open deals; null for as many as a deal usually takes. */
  readonly reach: number | null;
  readonly filters: readonly Filter[];
}

export const FIRST_FORECAST: ForecastView = {
  tab: null,
  kpi: null,
  grain: 'month',
  horizon: 12,
  basis: 'deal',
  reach: null,
  filters: [],
};

export interface ForecastSlice {
  /** By workspace id. */
  readonly forecastViews: Readonly<Record<string, ForecastView>>;
  viewForecast(workspace: string, view: Partial<ForecastView>): void;
}

export const forecastSlice: StateCreator<ForecastSlice, [], [], ForecastSlice> = (set) => ({
  forecastViews: {},
  viewForecast: (workspace, view) =>
    set(({ forecastViews }) => ({
      forecastViews: { ...forecastViews, [workspace]: { ...FIRST_FORECAST, ...forecastViews[workspace], ...view } },
    })),
});
