import { useTranslation } from 'react-i18next';
import type { Goal } from '#shared/goals.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Select } from '../../ui/select.tsx';
import { hasOneValue } from '../kpis/breakdown.model.ts';
import { ofKpi } from './goal-form.model.ts';

interface KpiFieldProps {
  readonly goal: Goal;
  readonly onChange: (change: Partial<Goal>) => void;
}

const NONE: readonly never[] = [];

/** What a goal is for: every KPI that the data answer. A card has chosen it already. */
export function KpiField({ goal, onChange }: KpiFieldProps) {
  const { t } = useTranslation();
  const { name } = useKpiWords();
  const kpis = useHostQuery('catalogue.kpis', {}, { keep: true }).data ?? NONE;
  const usable = kpis.filter((entry) => entry.possible && hasOneValue(entry));
  const known = usable.some(({ kpi }) => kpi === goal.kpi) ? [] : [{ value: goal.kpi, label: name(goal.kpi) }];
  return (
    <Select
      className="goal-form-kpi"
      label={t('goals:form.kpi')}
      showLabel
      value={goal.kpi}
      onChange={(kpi) => {
        const entry = usable.find((each) => each.kpi === kpi);
        onChange(entry === undefined ? { kpi } : ofKpi(entry, goal));
      }}
      groups={[{ options: [...known, ...usable.map(({ kpi }) => ({ value: kpi, label: name(kpi) }))] }]}
    />
  );
}
