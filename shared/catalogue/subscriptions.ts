import type { KpiDefinition, KpiVariant } from '../kpi-definition.ts';
import { auto, result } from './define.ts';

/** What has changed between the period's two ends, member by member: the four parts add up to the difference. */
const movement = (dimension: string, suffix: string): readonly KpiVariant[] => {
  const part = (id: string, value: string): KpiVariant => ({
    id: `${id}${suffix}`,
    formula: `sum_over(${dimension}, ${value}) / 12`,
  });
  return [
    part('new', 'if(period_start(recurring) = 0, recurring, 0)'),
    part('expansion', 'if(period_start(recurring) > 0, max(0, recurring - period_start(recurring)), 0)'),
    { ...part('contraction', 'if(recurring > 0, max(0, period_start(recurring) - recurring), 0)'), direction: 'lower' },
    { ...part('churned', 'if(recurring = 0, period_start(recurring), 0)'), direction: 'lower' },
  ];
};

export const SUBSCRIPTION_KPIS: readonly KpiDefinition[] = [
  result(
    { id: 'mrr', unit: 'money', direction: 'higher', source: 'B15' },
    { id: 'total', formula: 'recurring / 12' },
    ...movement('subscription_key', ''),
    ...movement('customer', '-by-account'),
  ),
  result(
    { id: 'arr', unit: 'money', direction: 'higher', source: 'B15' },
    { id: 'total', formula: 'recurring' },
    {
      id: 'article',
      formula:
        'period_start(recurring-yearly) + begun-yearly + period_start(recurring-other) + begun-other - recurring-ended',
    },
  ),
  result(
    { id: 'arpa', unit: 'money', direction: 'higher', source: 'B16' },
    { id: 'paying', formula: 'recurring / 12 / paying-accounts' },
    { id: 'all-accounts', formula: 'recurring / 12 / accounts' },
    auto('per-active-customer', 'net-sales / buying-customers'),
  ),
];
