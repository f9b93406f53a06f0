import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import { dashboardsSlice, type DashboardsSlice } from './dashboards-slice.ts';
import { dataSlice, type DataSlice } from './data-slice.ts';
import { entrySlice, type EntrySlice } from './entry-slice.ts';
import { exploreSlice, type ExploreSlice } from './explore-slice.ts';
import { goalsSlice, type GoalsSlice } from './goals-slice.ts';
import { forecastSlice, type ForecastSlice } from './forecast-slice.ts';
import { importSlice, type ImportSlice } from './import-slice.ts';
import { kpisSlice, type KpisSlice } from './kpis-slice.ts';
import { overviewSlice, type OverviewSlice } from './overview-slice.ts';
import { paletteSlice, type PaletteSlice } from './palette-slice.ts';
import { passportSlice, type PassportSlice } from './passport-slice.ts';
import { preferencesSlice, type PreferencesSlice } from './preferences-slice.ts';
import { printSlice, type PrintSlice } from './print-slice.ts';
import { reportsSlice, type ReportsSlice } from './reports-slice.ts';
import { routeSlice, type RouteSlice } from './route-slice.ts';

export type AppState = PreferencesSlice &
  RouteSlice &
  OverviewSlice &
  ExploreSlice &
  DashboardsSlice &
  PassportSlice &
  PaletteSlice &
  ImportSlice &
  DataSlice &
  EntrySlice &
  KpisSlice &
  GoalsSlice &
  ForecastSlice &
  ReportsSlice &
  PrintSlice;

/** Every key says whether it is saved on this machine or lives as long as the page. Actions are neither. */
const KEYS = {
  language: 'saved',
  theme: 'saved',
  overviews: 'saved',
  explores: 'saved',
  exploreHistories: 'page',
  inspector: 'saved',
  shownDashboards: 'saved',
  dashboardHistories: 'page',
  crossFilter: 'page',
  editing: 'page',
  meeting: 'page',
  dashboardDialog: 'page',
  remarkPlace: 'page',
  offeredShare: 'page',
  author: 'saved',
  route: 'page',
  passport: 'page',
  paletteOpen: 'page',
  recentCommands: 'saved',
  wanted: 'page',
  wizard: 'page',
  waiting: 'page',
  rowsViews: 'page',
  namesDimensions: 'page',
  entryKinds: 'page',
  entryDrafts: 'page',
  kpisViews: 'page',
  kpiDrafts: 'page',
  goalsViews: 'page',
  goalDraft: 'page',
  forecastViews: 'page',
  reportsViews: 'page',
  reportHistories: 'page',
  printing: 'page',
} as const satisfies Readonly<Record<DataKey, 'saved' | 'page'>>;

type DataKey = {
  [K in keyof AppState]: AppState[K] extends (...given: never[]) => unknown ? never : K;
}[keyof AppState];
type SavedKey = { [K in DataKey]: (typeof KEYS)[K] extends 'saved' ? K : never }[DataKey];

function savedPart(state: AppState): Pick<AppState, SavedKey> {
  const { language, theme, overviews, explores, inspector, shownDashboards, author, recentCommands } = state;
  return { language, theme, overviews, explores, inspector, shownDashboards, author, recentCommands };
}

export const useAppStore = create<AppState>()(
  persist(
    (...given) => ({
      ...preferencesSlice(...given),
      ...routeSlice(...given),
      ...overviewSlice(...given),
      ...exploreSlice(...given),
      ...dashboardsSlice(...given),
      ...passportSlice(...given),
      ...paletteSlice(...given),
      ...importSlice(...given),
      ...dataSlice(...given),
      ...entrySlice(...given),
      ...kpisSlice(...given),
      ...goalsSlice(...given),
      ...forecastSlice(...given),
      ...reportsSlice(...given),
      ...printSlice(...given),
    }),
    { name: 'nyckeltal.state', version: 1, partialize: savedPart },
  ),
);
