import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { Report, ReportPage } from '#shared/reports.ts';
import { showToast } from '../../ui/toast.tsx';
import { HEADLINE_FIELD } from './headline-field.tsx';
import { neighbour, withDuplicate, withMoved, withoutPage } from './pages.model.ts';
import type { useReportEdits } from './use-reports.ts';

/** What is done with one page; null for what cannot be. */
export interface PageActions {
  readonly up: (() => void) | null;
  readonly down: (() => void) | null;
  readonly rename: () => void;
  readonly duplicate: () => void;
  readonly remove: (() => void) | null;
}

/** The actions of every page, and what the last of them is told as. */
export function usePageActions(
  report: Report,
  edits: ReturnType<typeof useReportEdits> | null,
  nameOf: (page: ReportPage) => string,
  onChoose: (page: string) => void,
): readonly [said: string, actionsOf: (page: ReportPage, at: number) => PageActions] {
  const { t } = useTranslation();
  const [said, say] = useState('');
  const edit = edits?.edit;
  const move = (page: ReportPage, to: number): void => {
    edit?.((now) => withMoved(now, page.id, to));
    onChoose(page.id);
    say(t('report:screen.pages.moved', { name: nameOf(page), number: to + 1 }));
  };
  const actionsOf = (page: ReportPage, at: number): PageActions => ({
    up: at === 0 ? null : () => move(page, at - 1),
    down: at === report.pages.length - 1 ? null : () => move(page, at + 1),
    rename: () => {
      flushSync(() => onChoose(page.id));
      document.getElementById(HEADLINE_FIELD)?.focus();
    },
    duplicate: () => {
      const copy = crypto.randomUUID();
      edit?.((now) => withDuplicate(now, page.id, copy));
      onChoose(copy);
    },
    remove:
      report.pages.length < 2
        ? null
        : () => {
            const next = neighbour(report, page.id);
            edit?.((now) => withoutPage(now, page.id));
            if (next !== null) onChoose(next);
            showToast({
              title: t('report:screen.pages.removed', { name: nameOf(page) }),
              action: { label: t('report:screen.undo'), onClick: () => edits?.undo() },
            });
          },
  });
  return [said, actionsOf];
}
