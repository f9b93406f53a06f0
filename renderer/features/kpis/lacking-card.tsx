import { useTranslation } from 'react-i18next';
import { needsText } from '#shared/needs-words.ts';
import { Card } from '../../ui/card.tsx';
import type { Rule } from './rules.model.ts';

interface LackingCardProps {
  readonly rules: readonly { readonly rule: Rule; readonly needs: readonly string[] }[];
}

/** Settings that no KPI goes by with the data at hand, each with what to import. */
export function LackingCard({ rules }: LackingCardProps) {
  const { t } = useTranslation();
  return (
    <Card title={t('library:settings.lacking')} sub={t('library:settings.lackingSub')} className="kpi-rule-card">
      <dl className="passport-lines">
        {rules.map(({ rule, needs }) => (
          <div key={rule}>
            <dt>{t(`library:rule.${rule}.title`)}</dt>
            <dd className="kpi-lacking">{t('library:needs', { needs: needsText(needs, t) })}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
