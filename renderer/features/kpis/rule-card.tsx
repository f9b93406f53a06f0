import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Card } from '../../ui/card.tsx';
import { Value } from './kpi-value.tsx';
import { usePeriod } from './period-chip.tsx';
import { referencesBehind, type Rule } from './rules.model.ts';
import { useValues } from './use-values.ts';

const SHOWN = 5;

interface RuleCardProps {
  readonly rule: Rule;
  readonly children: ReactNode;
}

/** One setting, and beneath it the KPIs that go by it with their values as it stands. */
export function RuleCard({ rule, children }: RuleCardProps) {
  const { t } = useTranslation();
  const words = useKpiWords();
  const { period, name: periodText } = usePeriod();
  const entries = useHostQuery('catalogue.kpis', {}, { keep: true }).data;
  const behind = referencesBehind(rule, entries ?? []);
  const shown = behind.slice(0, SHOWN);
  const values = useValues(shown, period);
  return (
    <Card title={t(`library:rule.${rule}.title`)} sub={t(`library:rule.${rule}.sub`)} className="kpi-rule-card">
      {children}
      {entries !== undefined && (
        <section className="kpi-detail-part">
          <h3>
            {t('library:settings.effect')} <span className="kpi-rule-period">{periodText}</span>
          </h3>
          {behind.length === 0 && <p className="muted">{t('library:settings.nobody')}</p>}
          {shown.length > 0 && (
            <dl className="passport-lines">
              {shown.map((reference) => (
                <div key={reference}>
                  <dt>{words.name(reference)}</dt>
                  <dd className="num">
                    <Value
                      reference={reference}
                      name={words.name(reference)}
                      value={values.get(reference)}
                      period={period}
                    />
                  </dd>
                </div>
              ))}
            </dl>
          )}
          {behind.length > shown.length && (
            <p className="muted">{t('library:settings.more', { count: behind.length - shown.length })}</p>
          )}
        </section>
      )}
    </Card>
  );
}
