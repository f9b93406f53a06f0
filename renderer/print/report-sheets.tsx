import { useEffect } from 'react';
import type { ReportContent } from '#shared/report-content.ts';
import type { Report } from '#shared/reports.ts';
import './sheets.css';

export interface ReportSheetsProps {
  readonly report: Report;
  readonly content: ReportContent;
  /** Called when everything is drawn, and again when something else is. */
  readonly onReady: () => void;
  /** The page of every sheet, in order. */
  readonly onSheets?: (pages: readonly string[]) => void;
}

/** All of a report's sheets at their true size. */
export function ReportSheets({ report, content, onReady, onSheets }: ReportSheetsProps) {
  useEffect(() => {
    onSheets?.(report.pages.map(({ id }) => id));
    onReady();
  }, [report, onSheets, onReady]);
  return (
    <div className="sheets" data-paper={`${report.paper.size}-${report.paper.turn}`}>
      {report.pages.map((page, index) => {
        const made = content.pages.find(({ id }) => id === page.id);
        return (
          <section key={page.id} className="sheet" data-page={page.id} data-sheet={index + 1}>
            <h1>{page.headline ?? made?.draft}</h1>
            <p className="sheet-sub">{made?.sub}</p>
          </section>
        );
      })}
    </div>
  );
}
