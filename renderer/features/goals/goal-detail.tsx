import { formatDate, formatRange } from '#shared/format-period.ts';
import { smartLines } from '#shared/goal-smart.ts';
import { goalName, scopeText } from '#shared/goal-words.ts';
import type { Goal, GoalStatus } from '#shared/goals.ts';
import { useAppStore } from '../../state/app-store.ts';
import { Chart } from '../../charts/chart.tsx';
import { IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Menu } from '../../ui/menu.tsx';
import { GoalNumber } from './goal-number.tsx';
import { goalChart } from './goal-chart.model.ts';
import { goalFacts, goalNotes } from './goal-facts.model.ts';
import { type GoalWords } from './goal-words.model.ts';
import { SmartList } from './smart-list.tsx';

interface GoalDetailProps {
  readonly goal: Goal;
  readonly status: GoalStatus;
  readonly goals: readonly Goal[];
  readonly words: GoalWords;
  readonly disabled: boolean;
  readonly onEdit: () => void;
  readonly onChild: () => void;
  readonly onSplit: () => void;
  readonly onRemove: () => void;
}

const CHART_HEIGHT = 172;
const FIGURES = { actual: 'actual', previous: 'actual', target: 'expected', forecast: 'projection' } as const;

/** One goal: its course over the period, the numbers, and whether it is a good goal. */
export function GoalDetail(props: GoalDetailProps) {
  const { goal, status, goals, words, disabled, onEdit, onChild, onSplit, onRemove } = props;
  const { t, format, kpiName } = words;
  const openPassport = useAppStore((state) => state.openPassport);
  const name = goalName(goal, words);
  const chart = goalChart(status, kpiName(goal.kpi), words);
  const { locale } = format;
  const scope = scopeText(goal, words) ?? t('goals:detail.company');
  const about = [scope, goal.owner, formatRange(status.period.from, status.period.to, locale)];
  return (
    <>
      <Card
        className="goal-detail"
        title={t('goals:detail.until', { name, day: formatDate(status.period.to, locale) })}
        sub={about.filter((part) => part !== null).join(' · ')}
        actions={
          <Menu
            align="end"
            trigger={<IconButton icon="more" label={t('goals:detail.menu', { name })} />}
            groups={[
              [
                { label: t('goals:detail.edit'), icon: 'pen', disabled, onSelect: onEdit },
                { label: t('goals:detail.child'), icon: 'plus', disabled, onSelect: onChild },
                { label: t('goals:detail.parts'), icon: 'table', disabled: disabled || goal.part, onSelect: onSplit },
              ],
              [{ label: t('goals:detail.remove'), icon: 'trash', disabled, onSelect: onRemove }],
            ]}
          />
        }
      >
        {chart !== null && (
          <Chart
            model={chart}
            height={CHART_HEIGHT}
            onPassport={({ series, category, point: { cell } }) => {
              const [month] = cell?.row ?? [];
              if (month == null) return;
              const figure = FIGURES[series.role];
              const place = [name, category?.name].filter((part) => part !== undefined).join(', ');
              openPassport({ told: { of: 'goal', goal, figure, month }, name: series.name, place });
            }}
          />
        )}
        <dl className="goal-facts">
          {goalFacts(goal, status, words).map((fact) => (
            <div key={fact.name}>
              <dt>{fact.name}</dt>
              <dd>
                <GoalNumber goal={goal} figure={fact.figure} name={fact.name} place={name}>
                  {fact.value}
                </GoalNumber>
              </dd>
            </div>
          ))}
        </dl>
        {goalNotes(goal, status, words).map((note) => (
          <p key={note} className="goal-note muted">
            {note}
          </p>
        ))}
      </Card>
      <Card title={t('goals:smart.title')} sub="SMART">
        <SmartList lines={smartLines(goal, status, goals, words)} />
      </Card>
    </>
  );
}
