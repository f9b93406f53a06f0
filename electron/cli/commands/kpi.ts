import type { Answer, AnswerCell, DimensionRef } from '#shared/question.ts';
import { questionSchema } from '#shared/question.ts';
import { defaultSettings } from '#shared/settings.ts';
import type { Output } from '#shared/contract.ts';
import { JSON_OPTION, printJson, WORKSPACE_OPTION, type Command } from '../command.ts';
import { csv, type CsvValue } from '../csv.ts';
import { answerText } from '../answer-text.ts';
import { QUESTION_OPTIONS, questionOf } from '../question-options.ts';
import { UsageError } from '../usage-error.ts';
import { withWorkspace, workspacePath } from '../workspace-session.ts';

/** A dimension's name in the answer: its own, with the grain where the same one is asked for twice. */
export function keysOf(rows: readonly DimensionRef[]): readonly string[] {
  return rows.map(({ dimension, grain }) => {
    const twice = rows.filter((other) => other.dimension === dimension).length > 1;
    return twice && grain !== undefined ? `${dimension}:${grain}` : dimension;
  });
}

function byOf(cell: AnswerCell, keys: readonly string[]): Record<string, string | null> {
  return Object.fromEntries(cell.row.map((member, i) => [keys[i] ?? '', member]));
}

export function answerJson(answer: Answer, rows: readonly DimensionRef[]): readonly unknown[] {
  const keys = keysOf(rows);
  const units = new Map(answer.kpis.map(({ ref, unit }) => [ref, unit]));
  return answer.cells.map((cell) => ({
    kpi: cell.kpi,
    period: cell.period,
    by: byOf(cell, keys),
    value: cell.value,
    reason: cell.reason === null ? null : { code: cell.reason.code, message: cell.reason.message },
    unit: units.get(cell.kpi) ?? null,
    rows: cell.rows,
    compare:
      cell.compare === null
        ? null
        : { value: cell.compare.value, difference: cell.compare.difference, ratio: cell.compare.ratio },
  }));
}

function answerCsv(answer: Answer, rows: readonly DimensionRef[]): string {
  const keys = keysOf(rows);
  const units = new Map(answer.kpis.map(({ ref, unit }) => [ref, unit]));
  const compared = answer.cells.some(({ compare }) => compare !== null);
  const header = ['kpi', 'from', 'to', ...keys, 'value', 'unit', 'reason', 'rows_used', 'rows_left_out'];
  return csv(
    compared ? [...header, 'compare_value', 'compare_difference', 'compare_ratio'] : header,
    answer.cells.map((cell): readonly CsvValue[] => {
      const members = keys.map((_, i) => cell.row[i] ?? null);
      const { used, leftOut } = cell.rows;
      const { kpi, period, value, reason, compare } = cell;
      const base = [
        kpi,
        period.from,
        period.to,
        ...members,
        value,
        units.get(kpi) ?? null,
        reason?.code ?? null,
        used,
        leftOut,
      ];
      return compared ? [...base, compare?.value ?? null, compare?.difference ?? null, compare?.ratio ?? null] : base;
    }),
  );
}

export interface Asked {
  readonly answer: Answer;
  readonly workspace: Output<'workspace.current'>;
}

export const kpiCommand: Command = {
  options: { ...WORKSPACE_OPTION, ...JSON_OPTION, ...QUESTION_OPTIONS, csv: { type: 'boolean' } },
  run: async (context) => {
    const { args, out } = context;
    const path = workspacePath(args);
    if (args.positionals.length === 0) throw new UsageError('noKpi');
    const question = questionSchema.safeParse(questionOf(args.positionals, args));
    if (!question.success) throw new UsageError('badQuestion');
    const { answer, workspace } = await withWorkspace(path, false, async ({ call }): Promise<Asked> => ({
      answer: await call('question.ask', question.data),
      workspace: await call('workspace.current', {}),
    }));
    if (args.is('json')) printJson(context, answerJson(answer, question.data.rows));
    else if (args.is('csv')) out(answerCsv(answer, question.data.rows));
    else out(answerText(answer, keysOf(question.data.rows), workspace?.settings ?? defaultSettings(), context));
  },
};
