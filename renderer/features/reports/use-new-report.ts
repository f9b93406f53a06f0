import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard } from '#shared/dashboards.ts';
import type { ReportTemplate } from '#shared/report-choices.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { paperFor } from '../../print/paper.model.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useHost } from '../../transport/host-context.tsx';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { showToast } from '../../ui/toast.tsx';
import { freeName } from '../dashboards/tiles.model.ts';
import { useReports } from './use-reports.ts';

/** Makes a report from a template under a name that no other has, and opens it. */
export function useNewReport(names: readonly string[]) {
  const { t } = useTranslation();
  const host = useHost();
  const locale = useLocale();
  const { id } = useWorkspace();
  const { put } = useReports();
  const [starting, setStarting] = useState<ReportTemplate | null>(null);
  const start = async (template: ReportTemplate, dashboard: Dashboard | null): Promise<void> => {
    setStarting(template);
    const paper = { size: paperFor(navigator.languages), turn: 'landscape' } as const;
    const made = await host.call('report.fromTemplate', { template, dashboard, locale, paper });
    setStarting(null);
    if (!made.ok) {
      showToast({ title: failureSentence(t, made.error), tone: 'bad' });
      return;
    }
    put({ ...made.value, name: freeName(made.value.name, names) });
    useAppStore.getState().viewReports(id, { open: { report: made.value.id }, page: null, side: 'page' });
  };
  return { start, starting };
}
