import { columnQueries } from '#columns/column-queries.ts';
import type { ColumnQueries } from '#engine/ports/column-queries.ts';
import type { DerivationRules, WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import { isDerivedKind } from '#shared/record-kinds.ts';
import type { CountingRules, Settings } from '#shared/settings.ts';
import { workingCalendar } from '#shared/working-days.ts';
import type { WorkspaceStore } from '#store/workspace-store.ts';

/** The store's columns under whatever revision it has when they are asked for, with the rules of its settings or with `kept` ones. */
export function liveColumns(store: WorkspaceStore, kept: CountingRules | null = null): WorkspaceColumns {
  let known: { readonly settings: Settings; readonly rules: DerivationRules } | null = null;
  return {
    get revision() {
      return store.columns().revision;
    },
    get room() {
      return store.columns().room;
    },
    kinds: () => store.columns().kinds(),
    table: (kind) => (isDerivedKind(kind) ? null : store.columns().table(kind)),
    members: (dimension) => store.columns().members(dimension),
    merged: (dimension) => store.columns().merged(dimension),
    exchange: () => store.columns().exchange(),
    rules: () => {
      const settings = store.settings();
      if (known?.settings !== settings) known = { settings, rules: rulesOf(kept ?? settings) };
      return known.rules;
    },
  };
}

function rulesOf({
  workingDays,
  lapseDays,
  stageWeights,
  acquisitionCategories,
  officeHours,
  fiscalYearStart,
}: CountingRules): DerivationRules {
  return {
    fiscalYearStart,
    lapseDays,
    stageWeights: new Map(Object.entries(stageWeights)),
    acquisitionCategories,
    officeHours: { from: minuteOf(officeHours.from), to: minuteOf(officeHours.to) },
    calendar: workingCalendar(workingDays),
  };
}

/** Example: '08:30' is 510. */
function minuteOf(clockTime: string): number {
  const [hours = 0, minutes = 0] = clockTime.split(':').map(Number);
  return hours * 60 + minutes;
}

/** The column engine over an open workspace; what it has computed lives as long as the revision. */
export function liveQueries(store: WorkspaceStore, kept: CountingRules | null = null): ColumnQueries {
  return columnQueries(liveColumns(store, kept));
}
