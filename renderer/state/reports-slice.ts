import type { StateCreator } from 'zustand';
import type { Report } from '#shared/reports.ts';
import type { History } from './history.ts';

/** What the room of reports shows. */
export interface ReportsView {
  /** Of a report or of one that was made final; null for the list of them. */
  readonly open: { readonly report: string } | { readonly final: string } | null;
  /** The chosen page; null for the first. */
  readonly page: string | null;
  readonly side: 'page' | 'report';
  /** Percent of paper, or the width there is. */
  readonly zoom: 'fit' | number;
}

export const NO_REPORT: ReportsView = { open: null, page: null, side: 'page', zoom: 'fit' };

export interface ReportsSlice {
  /** By workspace id. */
  readonly reportsViews: Readonly<Record<string, ReportsView>>;
  /** By report. */
  readonly reportHistories: Readonly<Record<string, History<Report>>>;
  viewReports(workspace: string, view: Partial<ReportsView>): void;
  setReportHistory(report: string, history: History<Report>): void;
}

export const reportsSlice: StateCreator<ReportsSlice, [], [], ReportsSlice> = (set) => ({
  reportsViews: {},
  reportHistories: {},
  viewReports: (workspace, view) =>
    set(({ reportsViews }) => ({
      reportsViews: { ...reportsViews, [workspace]: { ...NO_REPORT, ...reportsViews[workspace], ...view } },
    })),
  setReportHistory: (report, history) =>
    set(({ reportHistories }) => ({ reportHistories: { ...reportHistories, [report]: history } })),
});
