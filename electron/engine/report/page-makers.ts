import { actionsPage } from './pages/actions-page.ts';
import { changesPage } from './pages/changes-page.ts';
import { contentsPage } from './pages/contents-page.ts';
import { coverPage } from './pages/cover-page.ts';
import { customersPage } from './pages/customers-page.ts';
import { definitionsPage } from './pages/definitions-page.ts';
import { forecastPage } from './pages/forecast-page.ts';
import { goalsPage } from './pages/goals-page.ts';
import { listPage } from './pages/list-page.ts';
import { pipelinePage } from './pages/pipeline-page.ts';
import { revenuePage } from './pages/revenue-page.ts';
import { structurePage } from './pages/structure-page.ts';
import { summaryPage } from './pages/summary-page.ts';
import { teamPage } from './pages/team-page.ts';
import { tilesPage } from './pages/tiles-page.ts';
import type { PageKind } from '#shared/reports.ts';
import type { PageMaker } from './page-tools.ts';

/** How each kind of page is made. */
export const PAGE_MAKERS: { readonly [K in PageKind]: PageMaker<K> } = {
  cover: coverPage,
  contents: contentsPage,
  summary: summaryPage,
  revenue: revenuePage,
  structure: structurePage,
  list: listPage,
  pipeline: pipelinePage,
  forecast: forecastPage,
  goals: goalsPage,
  team: teamPage,
  customers: customersPage,
  actions: actionsPage,
  tiles: tilesPage,
  changes: changesPage,
  definitions: definitionsPage,
};
