import { useTranslation } from 'react-i18next';
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
import type { ListedDashboard } from './use-dashboards.ts';

interface OfferDialogProps {
  readonly shared: Shared;
  readonly list: readonly ListedDashboard[];
  readonly dimensionOf: (dimension: string) => string;
}

/** Says what a shared file adds before it does. */
export function OfferDialog({ shared: sent, list, dimensionOf }: OfferDialogProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { settings } = useWorkspace();
  const [, choose] = useChoices();
  const { save: saveView } = useSaved('view');
  const { add } = useDashboardActions(list);
  const saveKpi = useHostCommand('kpi.save', { quiet: true });
  const removeKpi = useHostCommand('kpi.remove', { quiet: true });
  const catalogue = useHostQuery('catalogue.kpis', {}).data;
  const dimensions = useHostQuery('catalogue.dimensions', {}).data;
  const close = (): void => useAppStore.getState().offerShared(null);
  if (catalogue === undefined || dimensions === undefined) return null;
  const known = new Set(['date', ...dimensions.map(({ key }) => key)]);
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
  const accept = async (): Promise<void> => {
    const made: string[] = [];
    close();
    try {
      for (const kpi of kpis) {
        await saveKpi.mutateAsync({ kpi, replaces: false });
        made.push(kpi.id);
      }
      if (shared.what === 'view') await saveView({ ...shared.view, id: crypto.randomUUID() });
    } catch (error) {
      // All of it or nothing.
      for (const id of made.toReversed()) await removeKpi.mutateAsync({ id }).catch(() => undefined);
      showToast({ title: failureSentence(t, failureOf(error)), tone: 'bad' });
      return;
    }
    if (shared.what === 'view') {
      showToast({ title: t('dashboards:viewOpened', { name: shared.view.name }), tone: 'good' });
      return;
    }
    add({ ...shared.dashboard, id: crypto.randomUUID() });
    if (shared.scope !== undefined) choose(shared.scope);
    showToast({ title: t('dashboards:opened', { name: shared.dashboard.name }), tone: 'good' });
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => {
        if (!open) close();
      }}
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
