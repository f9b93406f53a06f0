import type { StateCreator } from 'zustand';
import type { OwnKpi } from '#shared/own-kpi.ts';
import type { Unit } from '#shared/units.ts';

export const KPI_SHELVES = ['all', 'possible', 'missing', 'variants', 'own'] as const;

/** What the KPI library shows. */
export interface KpisView {
  readonly search: string;
  readonly shelf: (typeof KPI_SHELVES)[number];
  /** Null for the first one listed. */
  readonly selected: string | null;
}

export const ALL_KPIS: KpisView = { search: '', shelf: 'all', selected: null };

/** A KPI of the user's own while it is written; it waits while another screen is looked at. */
export interface KpiDraft extends Pick<OwnKpi, 'name' | 'definition' | 'category' | 'direction' | 'formula'> {
  /** As it was saved; null for a new one. */
  readonly saved: OwnKpi | null;
  /** Null for what the formula comes to. */
  readonly unit: Unit | null;
}

export const NEW_KPI: KpiDraft = {
  saved: null,
  name: '',
  definition: '',
  category: 'result',
  direction: 'higher',
  unit: null,
  formula: '',
};

/** What is written in a workspace: a new KPI and changes of saved ones wait beside each other. */
export interface KpiDrafts {
  /** The one in the editor: the id of a saved KPI, empty for the new one. */
  readonly open: string;
  readonly byId: Readonly<Record<string, KpiDraft>>;
}

export const NO_DRAFTS: KpiDrafts = { open: '', byId: {} };

export interface KpisSlice {
  /** By workspace id. */
  readonly kpisViews: Readonly<Record<string, KpisView>>;
  readonly kpiDrafts: Readonly<Record<string, KpiDrafts>>;
  viewKpis(workspace: string, view: Partial<KpisView>): void;
  /** Keeps a draft and opens it. */
  draftKpi(workspace: string, draft: KpiDraft): void;
  /** Opens the new KPI, as far as it is written. */
  openNewKpi(workspace: string): void;
  /** Lets go of a draft; the editor is then at the new KPI. */
  dropDraft(workspace: string, draft: KpiDraft): void;
}

const keyOf = ({ saved }: KpiDraft): string => saved?.id ?? '';

export const kpisSlice: StateCreator<KpisSlice, [], [], KpisSlice> = (set) => {
  const change = (workspace: string, next: (drafts: KpiDrafts) => KpiDrafts): void =>
    set(({ kpiDrafts }) => ({ kpiDrafts: { ...kpiDrafts, [workspace]: next(kpiDrafts[workspace] ?? NO_DRAFTS) } }));
  return {
    kpisViews: {},
    kpiDrafts: {},
    viewKpis: (workspace, view) =>
      set(({ kpisViews }) => ({
        kpisViews: { ...kpisViews, [workspace]: { ...ALL_KPIS, ...kpisViews[workspace], ...view } },
      })),
    draftKpi: (workspace, draft) =>
      change(workspace, ({ byId }) => ({ open: keyOf(draft), byId: { ...byId, [keyOf(draft)]: draft } })),
    openNewKpi: (workspace) => change(workspace, ({ byId }) => ({ open: '', byId })),
    dropDraft: (workspace, draft) =>
      change(workspace, ({ byId }) => ({
        open: '',
        byId: Object.fromEntries(Object.entries(byId).filter(([key]) => key !== keyOf(draft))),
      })),
  };
};
