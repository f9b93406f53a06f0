import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/dashboards.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useAppStore } from '../../state/app-store.ts';
import { failureOf, valueOf } from '../../transport/host-failure.ts';
import { useHost } from '../../transport/host-context.tsx';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { showToast } from '../../ui/toast.tsx';
import { useChoices } from '../overview/use-overview.ts';
import { carriedKpis, referredIn } from './shared-view.model.ts';

/** Dashboards to files of their own, with the KPIs of one's own that they use and what they are set to; and such files back, to be offered. */
export function useSharing() {
  const { t } = useTranslation();
  const host = useHost();
  const { settings } = useWorkspace();
  const [{ period, compare, filters }] = useChoices();
  const offerShared = useAppStore((state) => state.offerShared);
  const told = async (action: () => Promise<string | null>): Promise<void> => {
    try {
      const title = await action();
      if (title !== null) showToast({ title, tone: 'good' });
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code !== 'E_CANCELLED') showToast({ title: failureSentence(t, failure), tone: 'bad' });
    }
  };
  return {
    share: (dashboard: Dashboard): void =>
      void told(async () => {
        const kpis = carriedKpis(referredIn(dashboard), settings.ownKpis);
        const scope = {
          period,
          compare,
          filters: filters.filter((each) => !('values' in each) || each.values.length > 0),
        };
        const file = valueOf(await host.call('share.write', { what: 'dashboard', dashboard, kpis, scope }));
        valueOf(await host.save(file));
        return t('dashboards:shared');
      }),
    open: (file: File): void =>
      void told(async () => {
        const { fileId } = valueOf(await host.addFile(file));
        offerShared(valueOf(await host.call('share.read', { fileId })));
        return null;
      }),
  };
}
