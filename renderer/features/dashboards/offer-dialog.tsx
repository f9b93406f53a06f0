import { useTranslation } from 'react-i18next';
import { keysAtHand } from '#shared/grouped-fields.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { useHostCommand } from '../../transport/use-host-command.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useSaved } from '../../transport/use-saved.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useChoices } from '../overview/use-overview.ts';
import type { Shared } from '#shared/sharing.ts';
import { additionOf } from './shared-view.model.ts';
import { useDashboardActions } from './use-dashboard-actions.ts';
import { useDashboardChanges, type ListedDashboard } from './use-dashboards.ts';

interface OfferDialogProps {
  readonly shared: Shared;
  readonly list: readonly ListedDashboard[];
  readonly dimensionOf: (dimension: string) => string;
}

/** Says what a shared file adds before it does. */
export function OfferDialog({ shared: sent, list, dimensionOf }: OfferDialogProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { id: workspace, settings } = useWorkspace();
  const [choices, choose] = useChoices();
  const { save: saveView, remove: removeView } = useSaved('view');
  const { add } = useDashboardActions(list);
  const changes = useDashboardChanges();
  const saveKpi = useHostCommand('kpi.save', { quiet: true });
  const removeKpi = useHostCommand('kpi.remove', { quiet: true });
  const catalogue = useHostQuery('catalogue.kpis', {}).data;
  const dimensions = useHostQuery('catalogue.dimensions', {}).data;
  const rowFields = useHostQuery('catalogue.rowFields', {}).data;
  const close = (): void => useAppStore.getState().offerShared(null);
  if (catalogue === undefined || dimensions === undefined || rowFields === undefined) return null;
  const known = keysAtHand(dimensions, rowFields).filters;
  const taken = new Set(catalogue.map(({ kpi }) => kpi));
  const { kpis, shared, unknown } = additionOf(sent, settings.ownKpis, taken, known);
  const listed = (names: readonly string[]): string =>
    new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
  const named = kpis.length === 0 ? '' : 'Kpis';
  const words = { count: kpis.length, kpis: listed(kpis.map(({ name }) => name)) };
  const sentence =
    shared.what === 'view'
      ? t(`dashboards:offer.view${named}`, { name: shared.view.name, ...words })
      : t(`dashboards:offer.${shared.scope === undefined ? 'dashboard' : 'scoped'}${named}`, {
          name: shared.dashboard.name,
          ...words,
        });
  const fail = (error: unknown): void => showToast({ title: failureSentence(t, failureOf(error)), tone: 'bad' });
  const accept = async (): Promise<void> => {
    const id = crypto.randomUUID();
    const { shownDashboards, showDashboard } = useAppStore.getState();
    const made: string[] = [];
    /** Those that others are made of go last, as they came first. */
    const removeMade = async (): Promise<void> => {
      for (const kpi of made.toReversed()) await removeKpi.mutateAsync({ id: kpi });
    };
    const undo = async (): Promise<void> => {
      if (shared.what === 'view') await removeView(id);
      else {
        changes.remove(id);
        if (shared.scope !== undefined) choose(choices);
        showDashboard(workspace, shownDashboards[workspace] ?? '');
      }
      await removeMade();
    };
    close();
    try {
      for (const kpi of kpis) {
        await saveKpi.mutateAsync({ kpi, replaces: false });
        made.push(kpi.id);
      }
      if (shared.what === 'view') await saveView({ ...shared.view, id });
    } catch (error) {
      // All of it or nothing.
      await removeMade().catch(() => undefined);
      return fail(error);
    }
    if (shared.what === 'dashboard') {
      add({ ...shared.dashboard, id });
      if (shared.scope !== undefined) choose(shared.scope);
    }
    showToast({
      title:
        shared.what === 'view'
          ? t('dashboards:viewOpened', { name: shared.view.name })
          : t('dashboards:opened', { name: shared.dashboard.name }),
      tone: 'good',
      action: { label: t('dashboards:undo'), onClick: () => void undo().catch(fail) },
    });
  };
  return (
    <Dialog
      open
      onClose={close}
      title={t('dashboards:open')}
      closeLabel={t('frame:close')}
      actions={
        <>
          <Button onClick={close}>{t('frame:cancel')}</Button>
          <Button look="primary" onClick={() => void accept()}>
            {t('dashboards:add')}
          </Button>
        </>
      }
    >
      <p>{sentence}</p>
      {unknown.length > 0 && (
        <p className="muted">
          {t('dashboards:offer.unknown', { count: unknown.length, names: listed(unknown.map(dimensionOf)) })}
        </p>
      )}
    </Dialog>
  );
}
