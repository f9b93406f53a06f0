import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ExportProgress } from '../overview/export-progress.tsx';
import { REPORT_FILES, useReportExport, type ReportSource } from './use-export.ts';

interface ExportMenuProps {
  readonly source: ReportSource;
  /** The one that a picture is made of, counted from 1. */
  readonly sheet: number;
}

/** The report as a file: paper, numbers, slides, or a picture of one sheet. */
export function ExportMenu({ source, sheet }: ExportMenuProps) {
  const { t } = useTranslation();
  const { make, running, state, cancel } = useReportExport(source, sheet);
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button look="primary" disabled={running !== null}>
            {t('report:screen.export.button')}
          </Button>
        }
        groups={[
          REPORT_FILES.map((format) => ({
            label: t(`report:screen.export.${format}`),
            onSelect: () => void make(format),
          })),
        ]}
      />
      {running !== null && (
        <ExportProgress
          label={t('report:screen.export.running', { format: running.toUpperCase() })}
          state={state}
          onCancel={() => void cancel()}
        />
      )}
    </>
  );
}
