import type { StateCreator } from 'zustand';
import type { Dashboard } from '#shared/dashboards.ts';
import type { Shared } from '#shared/sharing.ts';
import type { RemarkPlace } from '#shared/tiles/remarks.ts';

/** A mark that was clicked, or a stretch of marks: the other tiles show only its rows. */
export interface CrossFilter {
  /** The tile it was clicked in, which stays whole. */
  readonly tile: string;
  /** `date` for a period. */
  readonly dimension: string;
  /** Periods' texts for a date, in the order of time; null for the unknown member. */
  readonly members: readonly (string | null)[];
}

/** The stored dashboards before each change, the last one last, and those taken back. */
export interface DashboardHistory {
  readonly past: readonly (readonly Dashboard[])[];
  readonly future: readonly (readonly Dashboard[])[];
}

export const NO_HISTORY: DashboardHistory = { past: [], future: [] };

export type DashboardDialog = 'add' | 'rename';

/** What a new remark is to be about, as far as it is known: a day, a member. */
export type RemarkWish = Partial<RemarkPlace>;

export interface DashboardsSlice {
  /** The dashboard on screen, by workspace id. */
  readonly shownDashboards: Readonly<Record<string, string>>;
  readonly dashboardHistories: Readonly<Record<string, DashboardHistory>>;
  readonly crossFilter: CrossFilter | null;
  /** Tiles can be moved, added and removed. */
  readonly editing: boolean;
  /** Nothing but the dashboard is shown. */
  readonly meeting: boolean;
  /** The dialog that is open over the dashboard. */
  readonly dashboardDialog: DashboardDialog | null;
  /** Of the remark that is being written, on a dashboard or in Explore; null while none is. */
  readonly remarkPlace: RemarkWish | null;
  /** What a file that was opened holds, until it is taken or left. */
  readonly offeredShare: Shared | null;
  /** Who signed the last remark. */
  readonly author: string;
  showDashboard(workspace: string, dashboard: string): void;
  setDashboardHistory(workspace: string, history: DashboardHistory): void;
  crossFilterBy(filter: CrossFilter | null): void;
  setEditing(editing: boolean): void;
  setMeeting(meeting: boolean): void;
  openDashboardDialog(dialog: DashboardDialog | null): void;
  writeRemark(place: RemarkWish | null): void;
  offerShared(shared: Shared | null): void;
  setAuthor(author: string): void;
}

export const dashboardsSlice: StateCreator<DashboardsSlice, [], [], DashboardsSlice> = (set) => ({
  shownDashboards: {},
  dashboardHistories: {},
  crossFilter: null,
  editing: false,
  meeting: false,
  dashboardDialog: null,
  remarkPlace: null,
  offeredShare: null,
  author: '',
  showDashboard: (workspace, dashboard) =>
    set(({ shownDashboards }) => ({
      shownDashboards: { ...shownDashboards, [workspace]: dashboard },
      crossFilter: null,
    })),
  setDashboardHistory: (workspace, history) =>
    set(({ dashboardHistories }) => ({ dashboardHistories: { ...dashboardHistories, [workspace]: history } })),
  crossFilterBy: (crossFilter) => set({ crossFilter }),
  setEditing: (editing) => set({ editing }),
  setMeeting: (meeting) => set(meeting ? { meeting, editing: false } : { meeting }),
  openDashboardDialog: (dashboardDialog) => set({ dashboardDialog }),
  writeRemark: (remarkPlace) => set({ remarkPlace }),
  offerShared: (offeredShare) => set({ offeredShare }),
  setAuthor: (author) => set({ author }),
});
