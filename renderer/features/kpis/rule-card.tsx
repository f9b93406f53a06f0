import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Card } from '../../ui/card.tsx';
import { RuleEffect } from './rule-effect.tsx';
import { referencesBehind, type Rule } from './rules.model.ts';

interface RuleCardProps {
  readonly rule: Rule;
  readonly children: ReactNode;
}

/** One setting, and beneath it the KPIs that go by it with their values as it stands. */
export function RuleCard({ rule, children }: RuleCardProps) {
  const { t } = useTranslation();
  const entries = useHostQuery('catalogue.kpis', {}, { keep: true }).data;
  const behind = referencesBehind(rule, entries ?? []);
  return (
    <Card title={t(`library:rule.${rule}.title`)} sub={t(`library:rule.${rule}.sub`)} className="kpi-rule-card">
      {children}
      {behind.length > 0 && <RuleEffect rule={rule} references={behind} />}
    </Card>
  );
}
