import type { WorkspaceMoney } from '#engine/import/import-plan.ts';
import { AppError } from '#shared/errors.ts';
import type { NewImportRecord, ReadingOptions } from '#shared/importing.ts';
import type { WorkspaceStore } from '#store/workspace-store.ts';

/** What a workspace counts in, as the import rules need to know it. */
export function moneyOf(store: WorkspaceStore): WorkspaceMoney {
  const rates = store.rates();
  return {
    base: store.settings().currency,
    rated: new Set(rates.map(({ currency }) => currency)),
    isOpen: store.imports().length === 0 && rates.length === 0,
  };
}

/** The change of what the workspace counts in that is asked for with its first file; undefined for none. */
export function currencyChange(
  store: WorkspaceStore,
  tables: readonly ReadingOptions[],
): NewImportRecord['workspaceCurrency'] {
  const to = tables.flatMap(({ workspaceCurrency }) => workspaceCurrency ?? [])[0];
  const { base: from, isOpen } = moneyOf(store);
  if (to === undefined || to === from) return undefined;
  if (!isOpen) throw new AppError('E_BAD_REQUEST', 'The workspace counts in its currency already.');
  return { from, to };
}
