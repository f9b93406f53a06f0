import { isoDate, parseIsoDate, type Day } from '#shared/calendar.ts';
import {
  DATE_DIMENSION,
  type AnswerCell,
  type AnswerKpi,
  type Filter,
  type Grain,
  type Question,
  type Reason,
  type ResolvedPeriod,
} from '#shared/question.ts';
import type { DayRange } from '../ports/column-queries.ts';
import { answer } from '../question/answer.ts';
import type { QuestionContext } from '../question/context.ts';

interface Asked {
  readonly kpi: string;
  readonly filters: readonly Filter[];
}

export interface AskedTotal {
  readonly value: number | null;
  readonly reason: Reason | null;
  readonly marks: AnswerCell['marks'];
  readonly period: ResolvedPeriod;
  /** How it is counted; null for a question of another KPI. */
  readonly kpi: AnswerKpi | null;
}

export const spec = ({ from, to }: DayRange): string => `${isoDate(from)}..${isoDate(to)}`;

function question({ kpi, filters }: Asked, period: string, grain: Grain | null): Question {
  return {
    kpis: [kpi],
    rows: grain === null ? [] : [{ dimension: DATE_DIMENSION, grain }],
    columns: [],
    filters: [...filters],
    period,
    compare: 'none',
    variants: {},
  };
}

/** A KPI over a period, given as its text. */
export function askTotal(asked: Asked, period: string, context: QuestionContext): AskedTotal {
  const answered = answer(question(asked, period, null), context);
  const cell = answered.cells.find(({ row }) => row.length === 0);
  return {
    value: cell?.value ?? null,
    reason: cell?.reason ?? null,
    marks: cell?.marks ?? [],
    period: answered.period,
    kpi: answered.kpis[0] ?? null,
  };
}

export interface AskedUnit extends DayRange {
  readonly value: number | null;
  readonly marks: AnswerCell['marks'];
}

/** The same by month, quarter, year, each as far as the period holds it; those ahead of the data are not among them. */
export function askUnits(asked: Asked, days: DayRange, grain: Grain, context: QuestionContext): readonly AskedUnit[] {
  if (days.to < days.from) return [];
  const { cells } = answer(question(asked, spec(days), grain), context);
  return cells
    .filter(({ row }) => row.length === 1)
    .map(({ period, value, marks }) => ({ from: dayOfIso(period.from), to: dayOfIso(period.to), value, marks }));
}

/** A day as an answer writes it. */
export function dayOfIso(iso: string): Day {
  return parseIsoDate(iso) ?? 0;
}
