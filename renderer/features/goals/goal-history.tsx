import { useTranslation } from 'react-i18next';
import { formatMinute, formatPeriodText } from '#shared/format-period.ts';
import { goalName } from '#shared/goal-words.ts';
import type { Goal } from '#shared/goals.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { type GoalWords } from './goal-words.model.ts';

interface GoalHistoryProps {
  readonly goal: Goal;
  readonly words: GoalWords;
  readonly disabled: boolean;
  readonly onRestore: (goal: Goal) => void;
}

/** What a goal was before each change, the latest first, each to go back to. */
export function GoalHistory({ goal, words, disabled, onRestore }: GoalHistoryProps) {
  const { t } = useTranslation();
  const { locale } = words.format;
  return (
    <Card title={t('goals:history.title')}>
      <ul className="goal-history">
        {goal.history.toReversed().map(({ at, before }, index) => (
          <li key={`${at} ${String(index)}`}>
            <span>
              {t('goals:history.change', {
                at: formatMinute(at, locale),
                target: goalName(before, words),
                period: formatPeriodText(before.period, locale),
              })}
            </span>
            <Button
              look="link"
              disabled={disabled}
              aria-label={t('goals:history.restoreAt', { at: formatMinute(at, locale) })}
              onClick={() => onRestore({ ...goal, ...before })}
            >
              {t('goals:history.restore')}
            </Button>
          </li>
        ))}
      </ul>
    </Card>
  );
}
