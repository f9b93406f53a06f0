import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NO_VALUE } from '#shared/format.ts';
import { goalName, targetText } from '#shared/goal-words.ts';
import type { Goal, GoalStatus } from '#shared/goals.ts';
import { dimensionName } from '../../i18n/names.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { Table } from '../../ui/table.tsx';
import { valueText, type GoalWords } from './goal-words.model.ts';

interface SplitDialogProps {
  readonly goal: Goal;
  readonly status: GoalStatus;
  readonly words: GoalWords;
  readonly onSave: (parts: readonly Goal[]) => void;
  readonly onClose: () => void;
}

const NONE: readonly never[] = [];
const MOST_MEMBERS = 200;

/** A goal shared out over reps or the members of another dimension, seen before it is made. */
export function SplitDialog({ goal, status, words, onSave, onClose }: SplitDialogProps) {
  const { t } = useTranslation();
  const dimensions = useHostQuery('catalogue.dimensions', {}, { keep: true }).data ?? NONE;
  const usable = dimensions.filter(
    ({ kpis, members, identifier }) =>
      kpis.includes(goal.kpi.split(':')[0] ?? '') && members > 1 && members <= MOST_MEMBERS && !identifier,
  );
  const [wanted, setWanted] = useState('rep');
  const dimension = usable.find(({ key }) => key === wanted)?.key ?? usable[0]?.key ?? null;
  const [by, setBy] = useState<'even' | 'last-year'>('last-year');
  const { data: parts = NONE } = useHostQuery(
    'goal.parts',
    { goal, dimension: dimension ?? 'rep', by },
    { enabled: dimension !== null, keep: true },
  );
  const made = parts.map(({ name, value, upTo }): Goal => ({
    ...goal,
    id: crypto.randomUUID(),
    name: null,
    filters: [...goal.filters, { op: 'in', dimension: dimension ?? '', values: [name] }],
    target: { ...goal.target, value },
    upTo,
    owner: dimension === 'rep' ? name : goal.owner,
    parent: goal.id,
    part: true,
    supporting: false,
    definition: null,
    history: [],
  }));
  const isSame = parts.length > 1 && parts.every(({ value }) => value === goal.target.value);
  const money = (value: number | null): string =>
    value === null ? NO_VALUE : valueText(value, status.unit, words.format);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('goals:split.title', { name: goalName(goal, words) })}
      closeLabel={t('frame:close')}
      actions={
        <>
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button look="primary" disabled={made.length === 0} onClick={() => onSave(made)}>
            {t('goals:split.save', { count: made.length })}
          </Button>
        </>
      }
    >
      <div className="goal-split-choices">
        <Select
          label={t('goals:split.dimension')}
          showLabel
          value={dimension}
          onChange={setWanted}
          groups={[{ options: usable.map(({ key }) => ({ value: key, label: dimensionName(t, key, dimensions) })) }]}
        />
        <Select
          label={t('goals:split.by')}
          showLabel
          value={by}
          onChange={setBy}
          groups={[
            {
              options: (['last-year', 'even'] as const).map((value) => ({
                value,
                label: t(`goals:split.bys.${value}`),
              })),
            },
          ]}
        />
      </div>
      {isSame && <p className="muted">{t('goals:split.same')}</p>}
      {parts.length === 0 ? (
        <p className="muted">{t('goals:split.nobody')}</p>
      ) : (
        <div className="goal-split-table">
          <Table
            caption={t('goals:split.title', { name: goalName(goal, words) })}
            rows={parts}
            rowKey={({ name }) => name}
            columns={[
              { key: 'name', header: t('goals:split.member'), rowHeader: true, cell: ({ name }) => name },
              { key: 'before', header: t('goals:split.lastYear'), number: true, cell: (part) => money(part.lastYear) },
              {
                key: 'target',
                header: t('goals:split.target'),
                number: true,
                cell: ({ value, upTo }) =>
                  targetText({ ...goal, target: { ...goal.target, value }, upTo }, status.unit, words),
              },
            ]}
          />
        </div>
      )}
    </Dialog>
  );
}
