import { parseIsoDate } from '#shared/calendar.ts';
import { AppError } from '#shared/errors.ts';
import { isSameNumber } from '#shared/opened-number.ts';
import { questionSchema, type Answer } from '#shared/question.ts';
import type { FinalReport, ReportFacts } from '#shared/report-content.ts';
import { answer } from '../question/answer.ts';
import type { QuestionContext } from '../question/context.ts';
import type { ReportContext } from './report-context.ts';

type Figure = ReportFacts['figures'][number];

/** A KPI that does not come to the same any more for the time of an earlier report. */
export interface Restated {
  readonly kpi: string;
  readonly unit: Figure['unit'];
  readonly before: number | null;
  readonly now: number | null;
}

export interface Redefined {
  readonly kpi: string;
  readonly before: Pick<Figure, 'variant' | 'formula'>;
  /** Null for one that is gone or cannot be read any longer. */
  readonly now: Pick<Figure, 'variant' | 'formula'> | null;
}

export interface ChangedData {
  readonly file: string;
  readonly change: 'added' | 'undone' | 'changed';
  /** Rows that count. */
  readonly before: number | null;
  readonly now: number | null;
}

export interface Changes {
  readonly restated: readonly Restated[];
  readonly redefined: readonly Redefined[];
  readonly data: readonly ChangedData[];
}

/**
 * What has changed since a report was made final: its KPIs asked again for its own period under its own filters, as of the last day it
 * counted, beside what they came to then; how they are defined; and the files behind with the rows that count. Values in base units; null
 * is no value. What differs by no more than rounding has not changed.
 * Example: revenue of 100 for 2025 in January, and of 104 for 2025 now that a late file is imported, is restated by 4.
 */
export function changesSince(
  { content: { facts }, report }: Pick<FinalReport, 'content' | 'report'>,
  { question, imports }: Pick<ReportContext, 'question' | 'imports'>,
): Changes {
  const told = facts.figures.map((figure) => ({ figure, again: askedAgain(figure, facts, report.filters, question) }));
  return {
    restated: told.flatMap(({ figure: { kpi, unit, value }, again }) => {
      const now = again?.cells.find((cell) => cell.row.length === 0)?.value ?? null;
      return again === null || isSameNumber(value, now) ? [] : [{ kpi, unit, before: value, now }];
    }),
    redefined: told.flatMap(({ figure: { kpi, variant, formula }, again }) => {
      const [now = null] = again?.kpis ?? [];
      const isAlike = now !== null && now.variant === variant && now.formula === formula;
      const defined = now === null ? null : { variant: now.variant, formula: now.formula };
      return isAlike ? [] : [{ kpi, before: { variant, formula }, now: defined }];
    }),
    data: changedData(facts, imports),
  };
}

/** Null for a KPI that is not there any more, and for filters that nothing answers. */
function askedAgain(
  { kpi }: Figure,
  { period }: ReportFacts,
  filters: FinalReport['report']['filters'],
  context: QuestionContext,
): Answer | null {
  // A period that was going on is asked for as of the last day that it counted then.
  const asOf = period.open ? (parseIsoDate(period.through) ?? context.today) : context.today;
  const today = Math.min(asOf, context.today);
  const asked = questionSchema.parse({ kpis: [kpi], period: `${period.from}..${period.to}`, filters });
  try {
    return answer(asked, { ...context, today });
  } catch (error) {
    if (error instanceof AppError && error.code !== 'E_CANCELLED') return null;
    throw error;
  }
}

function changedData({ imports }: ReportFacts, now: ReportContext['imports']): readonly ChangedData[] {
  const rowsNow = new Map(now.map(({ id, rows, replaced }) => [id, rows - replaced]));
  const known = new Set(imports.map(({ id }) => id));
  return [
    ...imports.flatMap(({ id, file, rows }): readonly ChangedData[] => {
      const left = rowsNow.get(id) ?? null;
      if (left === null) return [{ file, change: 'undone', before: rows, now: null }];
      return left === rows ? [] : [{ file, change: 'changed', before: rows, now: left }];
    }),
    ...now.flatMap(({ id, file, rows, replaced }): readonly ChangedData[] =>
      known.has(id) ? [] : [{ file: file.name, change: 'added', before: null, now: rows - replaced }],
    ),
  ];
}
