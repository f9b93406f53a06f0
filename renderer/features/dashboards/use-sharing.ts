import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/dashboards.ts';
import type { Shared } from '#shared/sharing.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf, valueOf } from '../../transport/host-failure.ts';
import { useHost } from '../../transport/host-context.tsx';
import { useSaved } from '../../transport/use-saved.ts';
import { showToast } from '../../ui/toast.tsx';

/** Dashboards to files of their own and back; a file may hold a saved question as well. */
export function useSharing(onDashboard: (dashboard: Dashboard) => void) {
  const { t } = useTranslation();
  const host = useHost();
  const { save } = useSaved('view');
  const told = async (action: () => Promise<string>): Promise<void> => {
    try {
      showToast({ title: await action(), tone: 'good' });
    } catch (error) {
      const failure = failureOf(error);
      if (failure.code !== 'E_CANCELLED') showToast({ title: failureSentence(t, failure), tone: 'bad' });
    }
  };
  return {
    share: (shared: Shared): void =>
      void told(async () => {
        valueOf(await host.save(valueOf(await host.call('share.write', shared))));
        return t('dashboards:shared');
      }),
    open: (file: File): void =>
      void told(async () => {
        const { fileId } = valueOf(await host.addFile(file));
        const shared = valueOf(await host.call('share.read', { fileId }));
        if (shared.what === 'view') {
          await save({ ...shared.view, id: crypto.randomUUID() });
          return t('dashboards:viewOpened', { name: shared.view.name });
        }
        onDashboard({ ...shared.dashboard, id: crypto.randomUUID() });
        return t('dashboards:opened', { name: shared.dashboard.name });
      }),
  };
}
