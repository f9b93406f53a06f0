import { useTranslation } from 'react-i18next';
import type { Report, ReportPage } from '#shared/reports.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { KINDS_OFFERED, lackOf, newPage, type AtHand } from './kinds.model.ts';
import { MOST_PAGES } from './pages.model.ts';

interface AddPageMenuProps {
  readonly report: Report;
  readonly atHand: AtHand;
  readonly onAdd: (page: ReportPage) => void;
}

/** The kinds of pages there are; one that the data cannot fill says so. */
export function AddPageMenu({ report, atHand, onAdd }: AddPageMenuProps) {
  const { t } = useTranslation();
  return (
    <Menu
      trigger={
        <Button icon="plus" className="report-add" disabled={report.pages.length >= MOST_PAGES}>
          {t('report:screen.pages.add')}
        </Button>
      }
      groups={KINDS_OFFERED.map((kinds) =>
        kinds.map((kind) => {
          const lack = lackOf(kind, atHand);
          return {
            label: t(`report:page.${kind}`),
            ...(lack === null ? {} : { disabled: true, note: t(`report:screen.pages.lack.${lack}`) }),
            onSelect: () => onAdd(newPage(kind, crypto.randomUUID(), report, atHand)),
          };
        }),
      )}
    />
  );
}
