import { useTranslation } from 'react-i18next';
import { RoomWaiting } from '../../frame/room-waiting.tsx';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import { useAppStore } from '../../state/app-store.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ImportButton } from '../import/import-button.tsx';
import { TileFailure } from '../overview/tile.tsx';
import { FinalRoom } from './final-room.tsx';
import { ReportRoom } from './report-room.tsx';
import { ReportsStart } from './reports-start.tsx';
import { useFinals } from './use-finals.ts';
import { useReports } from './use-reports.ts';
import './report-fields.css';
import './reports-start.css';
import './reports.css';

/** Reports: those there are and the templates of new ones, or one of them. */
export function ReportsScreen() {
  const { t } = useTranslation();
  const { id, rows } = useWorkspace();
  const open = useAppStore((state) => state.reportsViews[id]?.open ?? null);
  const { reports, error, retry } = useReports();
  const { finals, error: lost, retry: retryFinals } = useFinals();
  const failure = error ?? lost;
  if (failure !== null) {
    const again = error === null ? retryFinals : retry;
    return (
      <>
        <ScreenHeader title={t('report:screen.title')} />
        <TileFailure error={failure} retry={again} />
      </>
    );
  }
  if (reports === undefined || finals === undefined) return <RoomWaiting title={t('report:screen.title')} />;
  const hasRows = Object.values(rows).some((count) => count > 0);
  const report = open !== null && 'report' in open ? reports.find((each) => each.id === open.report) : undefined;
  const final = open !== null && 'final' in open ? finals.find((each) => each.id === open.final) : undefined;
  if (final !== undefined) return <FinalRoom key={final.id} final={final} />;
  if (hasRows && report !== undefined) return <ReportRoom key={report.id} report={report} />;
  return (
    <>
      <ScreenHeader title={t('report:screen.title')} />
      {!hasRows && (
        <EmptyState
          icon="reports"
          title={t('report:screen.empty.title')}
          text={t('report:screen.empty.text')}
          actions={<ImportButton />}
        />
      )}
      {(hasRows || finals.length > 0) && (
        <ReportsStart reports={hasRows ? reports : []} finals={finals} usable={hasRows} />
      )}
    </>
  );
}
