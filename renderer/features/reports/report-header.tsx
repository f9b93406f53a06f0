import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportContent } from '#shared/report-content.ts';
import type { Report } from '#shared/reports.ts';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import { useAppStore } from '../../state/app-store.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ExportMenu } from './export-menu.tsx';
import { unreadPages } from './headline.model.ts';
import { UnreadDialog } from './unread-dialog.tsx';
import { useFinals } from './use-finals.ts';
import { useReportActions } from './use-report-actions.ts';
import type { useReportEdits } from './use-reports.ts';

interface ReportHeaderProps {
  readonly report: Report;
  /** As it stands; null while other numbers are on their way. */
  readonly content: ReportContent | null;
  /** The sheet that a picture is made of. */
  readonly sheet: number;
  readonly edits: ReturnType<typeof useReportEdits>;
  /** To a page whose headline is to be read. */
  readonly onJump: (page: string) => void;
}

/** The report's name and what is done with all of it. */
export function ReportHeader({ report, content, sheet, edits, onJump }: ReportHeaderProps) {
  const { t } = useTranslation();
  const { id, readonly } = useWorkspace();
  const { viewReports } = useAppStore.getState();
  const { duplicate, remove } = useReportActions();
  const { finish } = useFinals();
  const [refused, setRefused] = useState(false);
  const [finishing, setFinishing] = useState(false);
  const unread = content === null ? [] : unreadPages(report, content);
  const makeFinal = async (): Promise<void> => {
    if (unread.length > 0) {
      setRefused(true);
      return;
    }
    setFinishing(true);
    await finish(report);
    setFinishing(false);
  };
  return (
    <ScreenHeader title={report.name}>
      <Button look="ghost" icon="chevron-left" onClick={() => viewReports(id, { open: null })}>
        {t('report:screen.all')}
      </Button>
      {!readonly && (
        <>
          <span className="report-steps">
            <IconButton icon="undo" label={t('report:screen.undo')} disabled={!edits.canUndo} onClick={edits.undo} />
            <IconButton icon="redo" label={t('report:screen.redo')} disabled={!edits.canRedo} onClick={edits.redo} />
          </span>
          <Button disabled={content === null || finishing} onClick={() => void makeFinal()}>
            {t('report:screen.final.make')}
          </Button>
        </>
      )}
      <ExportMenu source={{ report }} sheet={sheet} />
      {!readonly && (
        <Menu
          align="end"
          trigger={<IconButton icon="more" className="report-more" label={t('report:screen.more')} />}
          groups={[
            [
              { label: t('report:screen.duplicate'), icon: 'copy', onSelect: () => duplicate(report) },
              { label: t('report:screen.remove'), icon: 'trash', onSelect: () => remove(report) },
            ],
          ]}
        />
      )}
      {refused && unread.length > 0 && (
        <UnreadDialog unread={unread} onJump={onJump} onClose={() => setRefused(false)} />
      )}
    </ScreenHeader>
  );
}
