import { useTranslation } from 'react-i18next';
import { formatPercent, NO_VALUE } from '#shared/format.ts';
import { goalName, targetText } from '#shared/goal-words.ts';
import type { Goal, GoalStatus } from '#shared/goals.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { failureOf } from '../../transport/host-failure.ts';
import { Badge } from '../../ui/badge.tsx';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { ToldOf } from '#shared/told.ts';
import { GoalNumber } from './goal-number.tsx';
import { partsKey, partsSummary, type GoalLine } from './goal-tree.model.ts';
import { BLANK, barTone, stateBadge, valueText, type GoalWords } from './goal-words.model.ts';
import { OnPaceBadge } from './on-pace-badge.tsx';
import { PaceBar } from './pace-bar.tsx';

interface GoalTableProps {
  readonly lines: readonly GoalLine[];
  readonly statuses: ReadonlyMap<string, GoalStatus>;
  /** Goals that cannot be told any longer. */
  readonly failures: ReadonlyMap<string, unknown>;
  readonly selected: string | null;
  readonly words: GoalWords;
  readonly dimensionName: (dimension: string) => string;
  readonly onSelect: (goal: Goal) => void;
  readonly onFold: (key: string) => void;
  readonly onProposal: (goal: Goal, status: GoalStatus) => void;
  /** Lines after the tree. */
  readonly children?: React.ReactNode;
}

/** The tree of goals. */
export function GoalTable(props: GoalTableProps) {
  const { t } = useTranslation();
  const { lines, statuses, failures, words, dimensionName, selected, onSelect, onFold, onProposal, children } = props;
  const isAllDays = [...statuses.values()].some(({ days }) => days === 'all');
  return (
    <table className="goals-table">
      <caption className="visually-hidden">{t('goals:table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('goals:column.goal')}</th>
          <th scope="col" className="num">
            {t('goals:column.actual')}
          </th>
          <th scope="col" className="num">
            {t('goals:column.expected')}
          </th>
          <th scope="col">{t('goals:column.pace')}</th>
          <th scope="col" className="num">
            {t('goals:column.projection')}
          </th>
          <th scope="col" className="num goals-required">
            {t(isAllDays ? 'goals:column.requiredAll' : 'goals:column.required')}
          </th>
          <th scope="col">
            <span className="visually-hidden">{t('goals:column.state')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) =>
          line.type === 'parts' ? (
            <PartsLine
              key={partsKey(line.of)}
              line={line}
              statuses={statuses}
              name={t('goals:parts.name', {
                dimension: dimensionName(line.parts[0]?.filters.at(-1)?.dimension ?? '').toLocaleLowerCase(
                  words.format.locale,
                ),
                count: line.parts.length,
              })}
              words={words}
              onFold={() => onFold(partsKey(line.of))}
            />
          ) : (
            <GoalRow
              key={line.goal.id}
              line={line}
              status={statuses.get(line.goal.id)}
              failure={failures.get(line.goal.id)}
              selected={line.goal.id === selected}
              words={words}
              onSelect={() => onSelect(line.goal)}
              onFold={() => onFold(line.goal.id)}
              onProposal={onProposal}
            />
          ),
        )}
        {children}
      </tbody>
    </table>
  );
}

interface GoalRowProps extends Pick<GoalTableProps, 'words' | 'onProposal'> {
  readonly line: Extract<GoalLine, { type: 'goal' }>;
  readonly status: GoalStatus | undefined;
  readonly failure: unknown;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onFold: () => void;
}

function GoalRow({ line, status, failure, selected, words, onSelect, onFold, onProposal }: GoalRowProps) {
  const { t, format } = words;
  const { goal, depth, folded } = line;
  const name = goalName(goal, words);
  const told = (figure: ToldOf<'goal'>['figure'], column: string, value: number | null | undefined) => (
    <GoalNumber goal={goal} figure={value == null ? null : figure} name={t(`goals:column.${column}`)} place={name}>
      {value == null || status === undefined ? NO_VALUE : valueText(value, status.unit, format)}
    </GoalNumber>
  );
  return (
    <tr className={classNames(depth === 0 && 'goals-objective', selected && 'goals-selected')}>
      <th scope="row" style={{ paddingLeft: `${String(10 + depth * 20)}px` }}>
        <span className="goals-name">
          {folded === null ? (
            <span className="goals-no-fold" />
          ) : (
            <FoldButton folded={folded} name={name} onFold={onFold} />
          )}
          <span>
            <button
              type="button"
              className="goals-open"
              aria-current={selected ? 'true' : undefined}
              onClick={onSelect}
            >
              {name}
            </button>
            {goal.kind === 'activity' && <small className="muted"> {t('goals:activity')}</small>}
            {goal.supporting && <small className="muted"> {t('goals:supporting')}</small>}
          </span>
        </span>
      </th>
      {status === undefined ? (
        <td colSpan={6}>
          {failure === undefined ? (
            <span className="late">
              <Skeleton width="60%" />
            </span>
          ) : (
            <span className="goals-failure">{failureSentence(t, failureOf(failure))}</span>
          )}
        </td>
      ) : (
        <>
          <td className="num goals-actual">{told('actual', 'actual', status.actual)}</td>
          <td className="num muted">{told('expected', 'expected', status.expected)}</td>
          <td>
            {status.target !== null && (
              <PaceBar
                attained={status.attained}
                tone={barTone(status)}
                label={t('goals:paceText', {
                  name,
                  share: status.attained === null ? NO_VALUE : formatPercent(status.attained, format.locale, 0),
                })}
              />
            )}
          </td>
          <td className="num">{told('projection', 'projection', status.projection?.value)}</td>
          <td className="num goals-required">
            {status.required === null || (status.required.value === 0 && status.state === 'reached')
              ? ''
              : told('required', status.days === 'all' ? 'requiredAll' : 'required', status.required.value)}
          </td>
          <td className="goals-state">
            <State goal={goal} status={status} words={words} onProposal={onProposal} />
          </td>
        </>
      )}
    </tr>
  );
}

interface StateProps extends Pick<GoalTableProps, 'words' | 'onProposal'> {
  readonly goal: Goal;
  readonly status: GoalStatus;
}

/** The state, and what to do next as a button of its own. */
function State({ goal, status, words, onProposal }: StateProps) {
  const { tone, text, figure = null } = stateBadge(goal, status, words);
  const { proposal } = status;
  const next =
    proposal === null
      ? null
      : words.t(proposal.do === 'raise' ? 'goals:raise' : 'goals:hold', {
          target: targetText({ ...goal, target: { ...goal.target, value: proposal.value } }, status.unit, words),
        });
  return (
    <span className="goals-states">
      <Badge tone={tone}>
        <GoalNumber goal={goal} figure={figure} name={words.t('goals:detail.chance')} place={goalName(goal, words)}>
          {text}
        </GoalNumber>
      </Badge>
      {next !== null && (
        <button type="button" className="ui-button ui-button-link" onClick={() => onProposal(goal, status)}>
          {next}
        </button>
      )}
    </span>
  );
}

interface PartsLineProps extends Pick<GoalTableProps, 'words' | 'statuses'> {
  readonly line: Extract<GoalLine, { type: 'parts' }>;
  readonly name: string;
  readonly onFold: () => void;
}

function PartsLine({ line, statuses, name, words, onFold }: PartsLineProps) {
  const { t } = words;
  const summary = partsSummary(line.parts.map(({ id }) => statuses.get(id)));
  const count = (n: number): string => t('goals:parts.onPace', { count: n, of: summary?.of ?? 0 });
  return (
    <tr className="goals-parts">
      <th scope="row" style={{ paddingLeft: `${String(10 + line.depth * 20)}px` }}>
        <span className="goals-name">
          <FoldButton folded={line.folded} name={name} onFold={onFold} />
          {name}
        </span>
      </th>
      <td className="num">{summary === null ? '' : count(summary.onPace)}</td>
      <td colSpan={2}>{BLANK}</td>
      <td className="num">{summary?.projected == null ? '' : count(summary.projected)}</td>
      <td>{BLANK}</td>
      <td>
        {summary !== null && (
          <OnPaceBadge share={summary.onPace / summary.of} over={summary.over} early={summary.early} words={words} />
        )}
      </td>
    </tr>
  );
}

interface FoldButtonProps {
  readonly folded: boolean;
  readonly name: string;
  readonly onFold: () => void;
}

export function FoldButton({ folded, name, onFold }: FoldButtonProps) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className="goals-fold"
      aria-expanded={!folded}
      aria-label={t(folded ? 'goals:unfold' : 'goals:fold', { name })}
      onClick={onFold}
    >
      <Icon name={folded ? 'chevron-right' : 'chevron-down'} size={14} />
    </button>
  );
}
