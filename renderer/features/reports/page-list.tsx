import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PageContent } from '#shared/report-content.ts';
import { isToBeRead, takesSheet } from '#shared/report-text.ts';
import type { Report, ReportPage } from '#shared/reports.ts';
import { AddPageMenu } from './add-page-menu.tsx';
import { headlineOf } from './headline.model.ts';
import type { AtHand } from './kinds.model.ts';
import { PageLine } from './page-line.tsx';
import { withMoved, withPage } from './pages.model.ts';
import { usePageActions } from './use-page-actions.ts';
import type { useReportEdits } from './use-reports.ts';

interface PageListProps {
  readonly report: Report;
  /** What stands on the pages, as far as it is known. */
  readonly made: ReadonlyMap<string, PageContent>;
  readonly chosen: string;
  readonly atHand: AtHand;
  /** Null where nothing can be changed. */
  readonly edits: ReturnType<typeof useReportEdits> | null;
  readonly onChoose: (page: string) => void;
}

/** The report's pages in order: chosen, moved, taken out and added here, by pointer or by keyboard. */
export function PageList({ report, made, chosen, atHand, edits, onChoose }: PageListProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const from = report.pages.findIndex(({ id }) => id === dragged);
  const nameOf = (page: ReportPage): string => {
    const headline = headlineOf(page, made.get(page.id)?.draft ?? '');
    return headline === '' ? t(`report:page.${page.show}`) : headline;
  };
  const [said, actions] = usePageActions(report, edits, nameOf, onChoose);
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
    // Headlines that came are higher than the names of kinds.
  }, [chosen, report.pages, made.size]);
  const stateOf = (page: ReportPage): 'unread' | 'empty' | null => {
    const shown = made.get(page.id);
    if (shown === undefined) return null;
    if (!takesSheet(page, shown)) return 'empty';
    return edits !== null && isToBeRead(page, shown) ? 'unread' : null;
  };
  const focus = (at: number): void => {
    const page = report.pages[at];
    if (page === undefined) return;
    onChoose(page.id);
    list.current?.querySelectorAll<HTMLElement>('.report-page-choose')[at]?.focus();
  };
  return (
    <section className="report-pages" aria-label={t('report:screen.pages.label')}>
      <ol ref={list}>
        {report.pages.map((page, at) => (
          <PageLine
            key={page.id}
            number={at + 1}
            name={nameOf(page)}
            kind={t(`report:page.${page.show}`)}
            state={stateOf(page)}
            chosen={page.id === chosen}
            dropping={over !== at || from < 0 || from === at ? null : at > from ? 'below' : 'above'}
            actions={edits === null ? null : actions(page, at)}
            onChoose={() => onChoose(page.id)}
            onStep={(by) => focus(at + by)}
            onDrag={() => setDragged(page.id)}
            onOver={() => setOver(at)}
            onEnd={() => {
              setDragged(null);
              setOver(null);
            }}
            onDrop={() => {
              if (dragged !== null) edits?.edit((now) => withMoved(now, dragged, at));
            }}
          />
        ))}
      </ol>
      {edits !== null && (
        <AddPageMenu
          report={report}
          atHand={atHand}
          onAdd={(page) => {
            edits.edit((now) => withPage(now, page, chosen));
            onChoose(page.id);
          }}
        />
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </section>
  );
}
