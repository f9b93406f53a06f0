import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '#shared/reports.ts';
import { useWholeFrame } from '../../frame/use-whole-frame.ts';
import { useAppStore } from '../../state/app-store.ts';
import { NO_REPORT } from '../../state/reports-slice.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { useExploreKeys } from '../explore/use-explore-keys.ts';
import { TileFailure } from '../overview/tile.tsx';
import { PageInspector } from './page-inspector.tsx';
import { PageList } from './page-list.tsx';
import { Preview } from './preview.tsx';
import { ReportHeader } from './report-header.tsx';
import { ReportInspector } from './report-inspector.tsx';
import { SideTabs } from './side-tabs.tsx';
import { useAtHand } from './use-at-hand.ts';
import { useReportContent } from './use-content.ts';

import { useReportEdits } from './use-reports.ts';

/** One report: its pages at the left, as they print in the middle, and what can be changed at the right. */
export function ReportRoom({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const { id, readonly } = useWorkspace();
  const view = useAppStore((state) => state.reportsViews[id]) ?? NO_REPORT;
  const { viewReports } = useAppStore.getState();
  const edits = useReportEdits(report.id);
  const atHand = useAtHand();
  const [sheets, setSheets] = useState<readonly string[]>([]);
  const [sheet, setSheet] = useState<number | null>(null);
  const page = report.pages.find((each) => each.id === view.page) ?? report.pages[0];
  const { content, counted, error, retry, isCounting } = useReportContent(report, page?.id ?? '', edits.isWriting);
  const choose = useCallback(
    (chosen: string, nth: number | null = null) => {
      setSheet(nth);
      viewReports(id, { page: chosen, side: 'page' });
    },
    [id, viewReports],
  );
  useWholeFrame();
  useExploreKeys(edits);
  useEffect(() => document.getElementById('main')?.focus({ preventScroll: true }), []);
  if (page === undefined) return null;
  const made = new Map(content?.pages.map((each) => [each.id, each]));
  return (
    <>
      <ReportHeader
        report={report}
        content={isCounting ? null : (content ?? null)}
        sheet={sheet ?? Math.max(0, sheets.indexOf(page.id)) + 1}
        edits={edits}
        onJump={choose}
      />
      <div className="report-room">
        <PageList
          report={report}
          made={made}
          chosen={page.id}
          atHand={atHand}
          edits={readonly ? null : edits}
          onChoose={choose}
        />
        {error === null ? (
          <Preview
            counted={counted}
            chosen={page.id}
            sheets={sheets}
            isCounting={isCounting}
            onSheets={setSheets}
            onChoose={choose}
          />
        ) : (
          <div className="report-preview">
            <TileFailure error={error} retry={retry} />
          </div>
        )}
        <aside className="report-side" aria-label={t('report:screen.side.label')}>
          <SideTabs side={view.side} onChange={(side) => viewReports(id, { side })} />
          <fieldset className="report-fields" disabled={readonly}>
            {view.side === 'page' ? (
              <PageInspector
                key={page.id}
                page={page}
                draft={made.get(page.id)?.draft ?? ''}
                atHand={atHand}
                edit={edits.edit}
              />
            ) : (
              <ReportInspector report={report} content={content ?? null} atHand={atHand} edit={edits.edit} />
            )}
          </fieldset>
        </aside>
      </div>
    </>
  );
}
