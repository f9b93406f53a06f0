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

export interface KpisSlice {
  /** By workspace id. */
  readonly kpisViews: Readonly<Record<string, KpisView>>;
  readonly kpiDrafts: Readonly<Record<string, KpiDraft>>;
  viewKpis(workspace: string, view: Partial<KpisView>): void;
  draftKpi(workspace: string, draft: KpiDraft): void;
}

export const kpisSlice: StateCreator<KpisSlice, [], [], KpisSlice> = (set) => ({
  kpisViews: {},
  kpiDrafts: {},
  viewKpis: (workspace, view) =>
    set(({ kpisViews }) => ({
      kpisViews: { ...kpisViews, [workspace]: { ...ALL_KPIS, ...kpisViews[workspace], ...view } },
    })),
  draftKpi: (workspace, draft) => set(({ kpiDrafts }) => ({ kpiDrafts: { ...kpiDrafts, [workspace]: draft } })),
});
