import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '#shared/reports.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useHost } from '../../transport/host-context.tsx';
import { failureOf, valueOf } from '../../transport/host-failure.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { showToast } from '../../ui/toast.tsx';
import { edited, NO_HISTORY, redone, undone, type Stepped } from '../explore/history.model.ts';
import { lastOnly } from './last-only.model.ts';

/** What is on its way to the host, by report: the last change is the one that stays. */
const queues = new Map<string, ReturnType<typeof lastOnly>>();

/** Every report of the workspace. A change shows at once and is saved as it is made; typing saves its last letter, not every one. */
export function useReports() {
  const { t } = useTranslation();
  const host = useHost();
  const client = useQueryClient();
  const { id } = useWorkspace();
  const { data, error, refetch } = useQuery({
    queryKey: ['saved', 'report', id],
    queryFn: async () => valueOf(await host.call('report.list', {})) as readonly Report[],
    staleTime: Infinity,
  });
  const { put, remove, now } = useMemo(() => {
    const key = ['saved', 'report', id] as const;
    const show = (next: (reports: readonly Report[]) => readonly Report[]): void =>
      void client.setQueryData<readonly Report[]>(key, (reports) => next(reports ?? []));
    const failed = async (failure: unknown): Promise<void> => {
      showToast({ title: failureSentence(t, failureOf(failure)), tone: 'bad' });
      await client.invalidateQueries({ queryKey: key });
    };
    const write = (report: string, run: () => Promise<unknown>): void => {
      const queue = queues.get(report) ?? lastOnly();
      queues.set(report, queue);
      queue(() => run().then(() => undefined, failed));
    };
    return {
      now: (report: string) => client.getQueryData<readonly Report[]>(key)?.find((each) => each.id === report) ?? null,
      /** Adds it, or puts it in the place of the one with its id. */
      put: (report: Report): void => {
        show((reports) =>
          reports.some((each) => each.id === report.id)
            ? reports.map((each) => (each.id === report.id ? report : each))
            : [...reports, report],
        );
        write(report.id, () => host.call('report.save', report).then(valueOf));
      },
      remove: (report: Report): void => {
        show((reports) => reports.filter((each) => each.id !== report.id));
        write(report.id, () => host.call('report.remove', { id: report.id }).then(valueOf));
      },
    };
  }, [client, host, id, t]);
  return { reports: data, error, retry: () => void refetch(), put, remove, now };
}

/** Changes the report; `writing` names the text that is being written. */
export type EditReport = (change: (report: Report) => Report, writing?: string) => void;

/** The changes of one report, each of which can be taken back. */
export function useReportEdits(report: string) {
  const { put, now } = useReports();
  const history = useAppStore((state) => state.reportHistories[report]) ?? NO_HISTORY;
  const edits = useMemo(() => {
    const apply = (step: (stepped: Stepped<Report>) => Stepped<Report>): void => {
      const view = now(report);
      if (view === null) return;
      const { reportHistories, setReportHistory } = useAppStore.getState();
      const next = step({ view, history: reportHistories[report] ?? NO_HISTORY });
      if (next.view === view) return;
      setReportHistory(report, next.history);
      put(next.view);
    };
    const edit: EditReport = (change, writing) => apply((stepped) => edited(stepped, change(stepped.view), writing));
    return { edit, undo: () => apply(undone), redo: () => apply(redone) };
  }, [report, put, now]);
  return {
    ...edits,
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    /** The last change was a letter of a text. */
    isWriting: history.writing !== null,
  };
}
