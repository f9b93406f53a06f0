import { useTranslation } from 'react-i18next';
import { formatPeriodText } from '#shared/format-period.ts';
import { goalName } from '#shared/goal-words.ts';
import type { Goal, GoalSpread, GoalStatus } from '#shared/goals.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { FilterBar } from '../overview/filter-bar.tsx';
import type { TypedGoal } from './goal-form.model.ts';
import { BaselineField } from './goal-period-field.tsx';
import { useGoalWords } from './use-goals.ts';

interface GoalFormMoreProps {
  readonly goal: Goal;
  readonly goals: readonly Goal[];
  /** That it has where none is given. */
  readonly name: string;
  readonly unit: string;
  readonly typed: TypedGoal;
  /** What is wrong with the upper end. */
  readonly error: string | null;
  /** The months of its period, as far as they are known. */
  readonly months: readonly Pick<GoalStatus['months'][number], 'from'>[];
  readonly onTyped: (typed: TypedGoal) => void;
  readonly onChange: (change: Partial<Goal>) => void;
}

const NONE: readonly never[] = [];
const NO_PARENT = '-';

/** Everything about a goal beyond the four fields. */
export function GoalFormMore({ goal, goals, name, unit, typed, error, months, onTyped, onChange }: GoalFormMoreProps) {
  const { t } = useTranslation();
  const words = useGoalWords();
  const dimensions = useHostQuery('catalogue.dimensions', {}, { keep: true }).data ?? NONE;
  const option = <T extends string>(values: readonly T[], say: (value: T) => string) => [
    { options: values.map((value) => ({ value, label: say(value) })) },
  ];
  const { target, better } = goal;
  return (
    <>
      <TextField
        label={t('goals:form.name')}
        value={goal.name ?? ''}
        maxLength={200}
        hint={t('goals:form.nameHint', { name })}
        onChange={(next) => onChange({ name: next.trim() === '' ? null : next })}
      />
      <Select
        label={t('goals:form.better')}
        showLabel
        value={better}
        onChange={(next) => onChange({ better: next })}
        groups={option<Goal['better']>(['higher', 'lower', 'range'], (value) => t(`goals:form.betters.${value}`))}
      />
      {better === 'range' && (
        <TextField
          label={t('goals:form.upTo', { unit })}
          value={typed.upTo}
          onChange={(upTo) => onTyped({ ...typed, upTo })}
          inputMode="decimal"
          error={error}
        />
      )}
      {'from' in target && (
        <BaselineField from={target.from} onChange={(from) => onChange({ target: { ...target, from } })} />
      )}
      {target.shape !== 'percentage' && (
        <Select
          label={t('goals:form.per')}
          showLabel
          value={goal.per}
          onChange={(per) => onChange({ per })}
          groups={option<Goal['per']>(['period', 'month'], (value) => t(`goals:form.pers.${value}`))}
        />
      )}
      <Select
        label={t('goals:form.kind')}
        showLabel
        value={goal.kind}
        onChange={(kind) => onChange({ kind })}
        groups={option<Goal['kind']>(['result', 'activity'], (value) => t(`goals:form.kinds.${value}`))}
      />
      <Select
        label={t('goals:form.parent')}
        showLabel
        value={goal.parent ?? NO_PARENT}
        onChange={(next) => onChange({ parent: next === NO_PARENT ? null : next })}
        groups={[
          { options: [{ value: NO_PARENT, label: t('goals:form.noParent') }] },
          {
            options: goals
              .filter(({ id, part }) => id !== goal.id && !part)
              .map((each) => ({ value: each.id, label: goalName(each, words) })),
          },
        ]}
      />
      <Spread goal={goal} months={months} onChange={(spread) => onChange({ spread })} />
      {goal.parent !== null && (
        <label className="goal-form-check">
          <Checkbox
            label={t('goals:form.supporting')}
            checked={goal.supporting}
            onChange={(supporting) => onChange({ supporting })}
          />
          <span aria-hidden="true">{t('goals:form.supporting')}</span>
        </label>
      )}
      <div className="goal-form-filters" role="group" aria-label={t('goals:form.filters')}>
        <span className="ui-field-label">{t('goals:form.filters')}</span>
        <span className="goal-form-chips">
          <FilterBar
            dimensions={dimensions}
            filters={goal.filters}
            onChange={(filters) => onChange({ filters: [...filters] })}
          />
        </span>
      </div>
    </>
  );
}

const SPREADS = ['last-year', 'working-days', 'even', 'hand'] as const;

interface SpreadProps extends Pick<GoalFormMoreProps, 'goal' | 'months'> {
  readonly onChange: (spread: GoalSpread) => void;
}

/** How the target lies over the months; by hand with a weight for each. */
function Spread({ goal, months, onChange }: SpreadProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { spread } = goal;
  const weights = months.map((_, i) => (spread.by === 'hand' ? (spread.weights[i] ?? 1) : 1));
  return (
    <>
      <Select
        label={t('goals:form.spread')}
        showLabel
        value={spread.by}
        onChange={(by) => onChange(by === 'hand' ? { by, weights } : { by })}
        groups={[{ options: SPREADS.map((value) => ({ value, label: t(`goals:form.spreads.${value}`) })) }]}
      />
      {spread.by === 'hand' && (
        <div className="goal-form-weights">
          {months.map(({ from }, i) => (
            <TextField
              key={from}
              label={t('goals:form.weight', { month: formatPeriodText(from.slice(0, 7), locale, true) })}
              type="number"
              min={0}
              step="any"
              value={String(weights[i] ?? 1)}
              onChange={(text) => {
                const next = Number(text);
                if (Number.isFinite(next) && next >= 0) onChange({ by: 'hand', weights: weights.with(i, next) });
              }}
            />
          ))}
        </div>
      )}
    </>
  );
}
