import { useTranslation } from 'react-i18next';
import type { ReportsView } from '../../state/reports-slice.ts';

const SIDES = ['page', 'report'] as const;

interface SideTabsProps {
  readonly side: ReportsView['side'];
  readonly onChange: (side: ReportsView['side']) => void;
}

/** Whether the side is about the chosen page or about the whole report. */
export function SideTabs({ side, onChange }: SideTabsProps) {
  const { t } = useTranslation();
  return (
    <div className="report-sides" role="group" aria-label={t('report:screen.side.of')}>
      {SIDES.map((each) => (
        <button key={each} type="button" aria-pressed={each === side} onClick={() => onChange(each)}>
          {t(`report:screen.side.${each}`)}
        </button>
      ))}
    </div>
  );
}
