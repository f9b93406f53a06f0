import { useTranslation } from 'react-i18next';
import { formatPercent, NO_VALUE } from '#shared/format.ts';
import type { AnswerCell } from '#shared/question.ts';
import { useShownAnswer } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { useAppStore } from '../../state/app-store.ts';
import { NumberButton } from '../overview/number-button.tsx';
import { Badge } from '../../ui/badge.tsx';
import { FoldButton } from './goal-table.tsx';
import { BLANK, valueText, type GoalWords } from './goal-words.model.ts';
import { OnPaceBadge } from './on-pace-badge.tsx';
import { PaceBar } from './pace-bar.tsx';

interface QuotaGroupProps {
  readonly period: string;
  readonly folded: boolean;
  readonly words: GoalWords;
  readonly onFold: () => void;
}

/** Pace and quota, and what the pace is of: invoiced, or won where the pace goes by deals. */
const KPIS = ['pace', 'quota', 'revenue-target', 'revenue', 'won-value'];
const BY_DEALS = 'won-deals';

/** Quotas that came with files: each rep's pace against it, and how many are on pace by the 60 % rule. */
export function QuotaGroup({ period, folded, words, onFold }: QuotaGroupProps) {
  const { t } = useTranslation();
  const { format } = words;
  const hasTargets = (useWorkspace().rows.target ?? 0) > 0;
  const openPassport = useAppStore((state) => state.openPassport);
  const chosen = { kpis: KPIS, rows: [{ dimension: 'rep' }], period };
  const { data, asked: question } = useShownAnswer('question.ask', chosen, hasTargets);
  const isByDeals = data?.kpis.find(({ ref }) => ref === 'pace')?.variant === BY_DEALS;
  const cells = data?.cells.filter(({ row }) => row.length === 1 && row[0] !== null) ?? [];
  const at = (kpi: string, rep: string): AnswerCell | undefined =>
    cells.find((cell) => cell.kpi === kpi && cell.row[0] === rep);
  const reps = [...new Set(cells.map(({ row }) => row[0] ?? ''))].flatMap((rep) => {
    const [pace, quota] = [at('pace', rep)?.value ?? null, at('quota', rep)?.value ?? null];
    return pace === null || quota === null || quota <= 0 ? [] : [{ rep, pace }];
  });
  const paceText = (name: string, pace: number): string =>
    t('goals:paceText', { name, share: formatPercent(pace, format.locale, 0) });
  const number = (kpi: string, rep: string, name: string) => {
    const value = at(kpi, rep)?.value ?? null;
    return (
      <NumberButton
        cell={value === null ? null : { kpi, row: [rep], column: [] }}
        name={`${rep}, ${name}`}
        onOpen={(cell) => openPassport({ question, cell })}
      >
        {value === null ? NO_VALUE : valueText(value, 'money', format)}
      </NumberButton>
    );
  };
  if (data === undefined || reps.length < 2) return null;
  const name = t('goals:quotas', { count: reps.length });
  const onPace = reps.filter(({ pace }) => pace >= 1).length;
  const share = onPace / reps.length;
  const over = !data.period.open;
  return (
    <>
      <tr className="goals-objective goals-parts">
        <th scope="row">
          <span className="goals-name">
            <FoldButton folded={folded} name={name} onFold={onFold} />
            {name}
          </span>
        </th>
        <td className="num">{t('goals:parts.onPace', { count: onPace, of: reps.length })}</td>
        <td colSpan={4}>{BLANK}</td>
        <td>
          <OnPaceBadge share={share} over={over} words={words} />
        </td>
      </tr>
      {!folded &&
        reps
          .toSorted((a, b) => b.pace - a.pace)
          .map(({ rep, pace }) => (
            <tr key={rep}>
              <th scope="row" style={{ paddingLeft: '30px' }}>
                <span className="goals-name">
                  <span className="goals-no-fold" />
                  {rep}
                </span>
              </th>
              <td className="num">{number(isByDeals ? 'won-value' : 'revenue', rep, t('goals:column.actual'))}</td>
              <td className="num muted">{number('revenue-target', rep, t('goals:column.expected'))}</td>
              <td>
                <button
                  type="button"
                  className="number-button"
                  aria-label={paceText(rep, pace)}
                  onClick={() => openPassport({ question, cell: { kpi: 'pace', row: [rep], column: [] } })}
                >
                  <PaceBar attained={pace} tone={pace >= 0.95 ? 'actual' : 'bad'} label={paceText(rep, pace)} />
                </button>
              </td>
              <td colSpan={2}>{BLANK}</td>
              <td>
                <Badge tone={pace >= 1 ? 'good' : pace >= 0.95 ? 'warn' : 'bad'}>
                  {t(
                    `goals:state.${pace >= 1 ? (over ? 'reached' : 'ahead') : over ? 'missed' : pace >= 0.95 ? 'near' : 'behind'}`,
                  )}
                </Badge>
              </td>
            </tr>
          ))}
    </>
  );
}
