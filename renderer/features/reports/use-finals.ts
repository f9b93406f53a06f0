import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract.ts';
import type { Report } from '#shared/reports.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useHost } from '../../transport/host-context.tsx';
import { failureOf, valueOf } from '../../transport/host-failure.ts';
import { hostQuery, useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { showToast } from '../../ui/toast.tsx';

export type Final = Output<'report.finals'>[number];

/** Reports that were made final, the last first, and what is done with them. */
export function useFinals() {
  const { t } = useTranslation();
  const host = useHost();
  const client = useQueryClient();
  const workspace = useWorkspace();
  const { viewReports } = useAppStore.getState();
  const { data, error, refetch } = useHostQuery('report.finals', {}, { keep: true });
  const { queryKey } = hostQuery(host, workspace, 'report.finals', {});
  const take = async (finals: Output<'report.finals'>): Promise<void> => {
    client.setQueryData(queryKey, finals);
    // What has changed since the last final report goes by them.
    await client.invalidateQueries({ queryKey: ['report.content'] });
  };
  const failed = (failure: unknown): void => showToast({ title: failureSentence(t, failureOf(failure)), tone: 'bad' });
  const restore = async (id: string): Promise<void> => take(valueOf(await host.call('report.restoreFinal', { id })));
  const remove = async (id: string): Promise<void> => take(valueOf(await host.call('report.removeFinal', { id })));
  return {
    finals: data,
    error,
    retry: () => void refetch(),
    /** Keeps the report as it is now. */
    finish: async (report: Report): Promise<void> => {
      try {
        const known = new Set((data ?? []).map(({ id }) => id));
        const finals = valueOf(await host.call('report.finish', { report }));
        await take(finals);
        const made = finals.find(({ id }) => !known.has(id));
        showToast({
          title: t('report:screen.final.made', { name: report.name }),
          tone: 'good',
          ...(made === undefined
            ? {}
            : {
                action: {
                  label: t('report:screen.final.show'),
                  onClick: () => viewReports(workspace.id, { open: { final: made.id }, page: null }),
                },
              }),
        });
      } catch (failure) {
        failed(failure);
      }
    },
    remove: async ({ id, report }: Final): Promise<void> => {
      try {
        await remove(id);
        showToast({
          title: t('report:screen.final.removed', { name: report.name }),
          action: { label: t('report:screen.undo'), onClick: () => void restore(id).catch(failed) },
        });
      } catch (failure) {
        failed(failure);
      }
    },
  };
}
