import { useTranslation } from 'react-i18next';
import type { Report } from '#shared/reports.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { showToast } from '../../ui/toast.tsx';
import { freeName } from '../dashboards/tiles.model.ts';
import { useReports } from './use-reports.ts';

/** What is done with a whole report, from its menu and from the list. */
export function useReportActions() {
  const { t } = useTranslation();
  const { id } = useWorkspace();
  const { reports = [], put, remove } = useReports();
  const { viewReports } = useAppStore.getState();
  return {
    duplicate: (report: Report): void => {
      const names = reports.map(({ name }) => name);
      const copy = { ...report, id: crypto.randomUUID(), name: freeName(report.name, names) };
      put(copy);
      viewReports(id, { open: { report: copy.id }, page: null });
    },
    remove: (report: Report): void => {
      remove(report);
      viewReports(id, { open: null });
      showToast({
        title: t('report:screen.removed', { name: report.name }),
        action: { label: t('report:screen.undo'), onClick: () => put(report) },
      });
    },
  };
}
