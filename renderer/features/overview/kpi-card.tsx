import { useTranslation } from 'react-i18next';
import { NO_VALUE } from '#shared/format.ts';
import type { CellRef } from '#shared/question.ts';
import type { KpiCardModel } from '#shared/tiles/kpi-card.ts';
import { Sparkline } from '../../charts/sparkline.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

/** Two dates of different years take more room than a narrow card has. */
const LONG = 24;

interface KpiCardProps {
  readonly model: KpiCardModel;
  readonly onOpen: (cell: CellRef) => void;
  /** Sets a goal for it; null where none can be set. */
  readonly onGoal?: (() => void) | null;
  /** Opens the passport of its target. */
  readonly onAim?: () => void;
}

/** Value, change and direction of one KPI. The whole card opens the passport. */
export function KpiCard({ model, onOpen, onGoal = null, onAim }: KpiCardProps) {
  const { t } = useTranslation();
  const { name, value, reason, change, against, changeReason, state, aim, trend, goal, cell, description } = model;
  return (
    <div className="ui-card kpi-card">
      <button
        type="button"
        className="kpi-open"
        aria-label={description}
        title={changeReason ?? undefined}
        disabled={cell === null}
        onClick={() => {
          if (cell !== null) onOpen(cell);
        }}
      />
      <span className="kpi-name">{name}</span>
      {onGoal !== null && (
        <span className="kpi-set-goal">
          <IconButton icon="goals" label={t('goals:setFor', { name })} onClick={onGoal} />
        </span>
      )}
      <span className="kpi-value">
        {value === null ? NO_VALUE : value.number} {value !== null && value.unit !== '' && <small>{value.unit}</small>}
      </span>
      {reason !== null && <span className="kpi-note">{reason}</span>}
      {reason === null && (change !== null || against !== null) && (
        <span className="kpi-change">
          {change !== null && (
            <span className={change.tone === 'neutral' ? undefined : change.tone}>
              {change.arrow} {change.arrow === '' ? t('overview:change.unchanged') : change.text}
            </span>
          )}{' '}
          <span className={against !== null && against.length > LONG ? 'muted kpi-against-long' : 'muted'}>
            {against}
          </span>
        </span>
      )}
      {trend.length > 0 && (
        <span className="kpi-trend">
          <Sparkline values={trend} description={t('overview:sparkline', { name, count: trend.length })} />
        </span>
      )}
      {goal !== null && goal.bullet !== null && (
        <span className={goal.tone === 'bad' ? 'kpi-goal kpi-goal-missed' : 'kpi-goal'} aria-hidden="true">
          <span style={{ width: percent(goal.bullet.value) }} />
          <i style={{ left: percent(goal.bullet.target) }} />
        </span>
      )}
      {state !== null && (
        <span className="kpi-state">
          {aim !== null && goal?.target != null && onAim !== undefined ? (
            <>
              <button
                type="button"
                className="number-button said-number kpi-aim"
                aria-label={t('overview:goal.open', { name, aim })}
                onClick={onAim}
              >
                {aim}
              </button>
              {state.slice(aim.length)}
            </>
          ) : (
            state
          )}
        </span>
      )}
    </div>
  );
}

const percent = (part: number): string => `${String(part * 100)}%`;

export function KpiCardWaiting({ name }: { readonly name: string }) {
  return (
    <div className="ui-card kpi-card">
      <span className="kpi-name">{name}</span>
      <span className="kpi-waiting late">
        <Skeleton width="70%" height="24px" />
        <Skeleton width="50%" />
        <Skeleton height="24px" />
      </span>
    </div>
  );
}
