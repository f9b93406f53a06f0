import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { Report } from '#shared/reports.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Menu } from '../../ui/menu.tsx';
import { usePeriodName } from './use-period-name.ts';
import { useReportActions } from './use-report-actions.ts';

/** The reports that are being worked on. */
export function ReportList({ reports }: { readonly reports: readonly Report[] }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { id, readonly } = useWorkspace();
  const { viewReports } = useAppStore.getState();
  const { duplicate, remove } = useReportActions();
  const period = usePeriodName();
  const shown = reports.toSorted((a, b) => a.name.localeCompare(b.name, locale));
  return (
    <Card title={t('report:screen.start.reports')} className="report-list">
      {shown.length === 0 && <p className="muted">{t('report:screen.start.none')}</p>}
      <ul>
        {shown.map((report) => (
          <li key={report.id}>
            <button
              type="button"
              className="report-list-open"
              onClick={() => viewReports(id, { open: { report: report.id }, page: null, side: 'page' })}
            >
              <span className="report-list-name">{report.name}</span>
              <span className="report-list-about">
                {t('report:screen.start.pages', {
                  count: report.pages.length,
                  n: formatNumber(report.pages.length, locale),
                })}
                {' · '}
                {period(report.period)}
              </span>
            </button>
            {!readonly && (
              <Menu
                align="end"
                trigger={<IconButton icon="more" label={t('report:screen.start.more', { name: report.name })} />}
                groups={[
                  [
                    { label: t('report:screen.duplicate'), icon: 'copy', onSelect: () => duplicate(report) },
                    { label: t('report:screen.remove'), icon: 'trash', onSelect: () => remove(report) },
                  ],
                ]}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
