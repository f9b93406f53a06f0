import { formatDayMonth } from '../format-period.ts';
import { formatChange, formatCompact, joined, type Change, type Formatted, type Tone } from '../format.ts';
import type { Answer, AnswerCell, CellRef } from '../question.ts';
import { cellsAt, refOf, totalOf } from './answer-cells.ts';
import { goalOf, type Goal } from './goal-of.ts';
import { compareName, costlessRows, coverageText, openState, reasonSentence, type Words } from './tile-words.ts';

export interface KpiCardModel {
  readonly kpi: string;
  readonly name: string;
  /** Null shows a dash and `reason`. */
  readonly value: Formatted | null;
  readonly reason: string | null;
  readonly change: Change | null;
  /** 'mot 2025'. */
  readonly against: string | null;
  /** Why the change is a difference and no percentage. */
  readonly changeReason: string | null;
  /** Remarks under the value: the target, the open period, a small base. */
  readonly state: string | null;
  /** Of those, what its target is. */
  readonly aim: string | null;
  /** Of those, what to know of how it was counted. */
  readonly remark: string | null;
  /** By month, oldest first; empty when there are too few to draw. */
  readonly trend: readonly (number | null)[];
  /** Null where no target is set for the period. */
  readonly goal: Goal | null;
  readonly cell: CellRef | null;
  /** The card in one sentence. */
  readonly description: string;
}

const FEWEST_TREND = 3;

const MET = { good: 'met', neutral: 'near', bad: 'missed' } as const satisfies Readonly<Record<Tone, string>>;

/** One card: the KPI's total in `answer`, its months in `months` (null while they are on their way), those of `goalOf` in `targets`. */
export function kpiCard(
  kpi: string,
  answer: Answer,
  months: Answer | null,
  words: Pick<Words, 't' | 'format'>,
  titleOf: (kpi: string) => string,
  targets: Answer | null = null,
): KpiCardModel | null {
  const { t, format } = words;
  const cell = totalOf(answer, kpi);
  const info = answer.kpis.find((each) => each.ref === kpi);
  if (cell === null || info === undefined) return null;
  const name = titleOf(kpi);
  const value = cell.value === null ? null : formatCompact(cell.value, info.unit, format);
  const reason = cell.value === null ? reasonSentence(cell.reason, t) : null;
  const found = formatChange(cell.compare, info.unit, info.direction, format);
  // What only a part is compared with is neither good nor bad.
  const isPart = cell.marks.includes('base-starts-late');
  const change = found === null || !isPart ? found : { ...found, tone: 'neutral' as const };
  const against = againstWords(answer, cell, change, words);
  const changeReason = change?.notMeaningful === true ? t('kpis:reasons.base-not-positive') : null;
  const goal = targets === null ? null : goalOf(kpi, answer, targets);
  const aim = goalWords(goal, value, answer, words);
  const remark = remarkOf(cell, answer, words);
  const open = aim === null ? openState(answer.period, t, format) : null;
  const state = joinedParts([aim, open, remark]);
  const values = months === null ? [] : cellsAt(months, kpi, 1).map((month) => month.value);
  const trend = values.filter((each) => each !== null).length >= FEWEST_TREND ? values : [];
  const shown = value === null ? (reason ?? '') : joined(value, format.locale);
  const moved =
    change === null
      ? null
      : t(`overview:change.${change.arrow === '▲' ? 'up' : change.arrow === '▼' ? 'down' : 'none'}`, {
          size: change.text,
        });
  const judged = change === null || change.tone === 'neutral' ? null : t(`overview:tone.${change.tone}`);
  const met = goal?.tone == null ? null : t(`overview:goal.${MET[goal.tone]}`);
  const said = [`${name}: ${shown}`, moved === null ? null : `${moved} ${against ?? ''}`.trim(), judged, state, met];
  const description = said.filter((part) => part !== null).join(', ');
  return {
    kpi,
    name,
    value,
    reason,
    change,
    against,
    changeReason,
    state,
    aim,
    remark,
    trend,
    goal,
    cell: refOf(cell),
    description,
  };
}

function againstWords(
  answer: Answer,
  cell: AnswerCell,
  change: Change | null,
  words: Pick<Words, 't' | 'format'>,
): string | null {
  const name = compareName(answer, words.format);
  if (name === null || cell.value === null) return null;
  if (change === null) return words.t('overview:against.nothing', { period: name });
  return words.t('overview:against.period', { period: name });
}

/** 'mål 18,1', of an open period 'mål 18,1 t.o.m. 31 okt': what is due by then. */
function goalWords(
  goal: Goal | null,
  value: Formatted | null,
  { period }: Answer,
  { t, format }: Pick<Words, 't' | 'format'>,
): string | null {
  if (goal === null) return null;
  if (goal.target === null) return t('overview:goal.partly');
  const target = formatCompact(goal.target, goal.unit, format);
  const isSame = goal.unit === 'money' && target.unit === value?.unit;
  const words = { target: isSame ? target.number : joined(target, format.locale) };
  if (!period.open) return t('overview:goal.target', words);
  return t('overview:goal.through', { ...words, day: formatDayMonth(period.through, format.locale) });
}

function remarkOf(cell: AnswerCell, answer: Answer, { t, format }: Pick<Words, 't' | 'format'>): string | null {
  const { variant = '' } = answer.kpis.find(({ ref }) => ref === cell.kpi) ?? {};
  const costless = costlessRows(cell.kpi, variant);
  const coverage = costless === null ? null : totalOf(answer, 'cost-coverage')?.value;
  const share = cell.value === null ? null : coverageText(coverage, format);
  return joinedParts([
    share === null ? null : t(`overview:state.${costless === 'free' ? 'costKnown' : 'coverage'}`, { share }),
    cell.marks.includes('small-base') ? t('overview:state.smallBase') : null,
    cell.marks.includes('biased-start') ? t('overview:state.biasedStart') : null,
    cell.marks.includes('data-ends-early') ? t('overview:state.dataEndsEarly') : null,
    cell.marks.includes('base-starts-late') ? t('overview:state.baseStartsLate') : null,
  ]);
}

function joinedParts(parts: readonly (string | null)[]): string | null {
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : said.join(' · ');
}
