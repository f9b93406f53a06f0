import { useTranslation } from 'react-i18next';
import { SHOWN_NAMES } from '#shared/report-choices.ts';
import type { Report } from '#shared/reports.ts';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/select.tsx';

interface ShownNamesFieldsProps {
  readonly names: Report['names'];
  readonly onChange: (names: Report['names']) => void;
}

/** Whether readers see who customers and reps are. */
export function ShownNamesFields({ names, onChange }: ShownNamesFieldsProps) {
  const { t } = useTranslation();
  return (
    <Card title={t('report:screen.names.title')} className="report-card">
      <div className="report-pair">
        {(['customer', 'rep'] as const).map((who) => (
          <Select
            key={who}
            label={t(`report:screen.names.${who}`)}
            showLabel
            value={names[who]}
            groups={[{ options: SHOWN_NAMES.map((value) => ({ value, label: t(`report:screen.names.as.${value}`) })) }]}
            onChange={(value) => onChange({ ...names, [who]: value })}
          />
        ))}
      </div>
      <p className="ui-field-note">{t('report:people.privacyHint')}</p>
    </Card>
  );
}
