import type { DimensionRef, QuestionInput } from '#shared/question.ts';
import { valuesByName } from '../support/ask.ts';
import { isAbsolute } from 'node:path';
import { dataFile } from '../support/data.ts';
import { importedWorkspace, type ImportedWorkspace } from '../support/imported.ts';

/** A workspace with real files, and short words for asking it. */
export interface Asked extends Pick<ImportedWorkspace, 'call' | 'close'> {
  /** The grand total. */
  total(kpi: string, question?: Partial<QuestionInput>): Promise<number | null | undefined>;
  /** By the members of a dimension, the total under ''. */
  by(kpi: string, dimension: DimensionRef, question?: Partial<QuestionInput>): Promise<Record<string, number | null>>;
}

/** Imports files of the real data, or others by their whole path, one after another as they are guessed. */
export async function askedOf(first: string, ...others: readonly string[]): Promise<Asked> {
  const pathOf = (file: string): string => (isAbsolute(file) ? file : dataFile(file));
  const workspace = await importedWorkspace(pathOf(first));
  for (const file of others) await workspace.add(pathOf(file));
  const by: Asked['by'] = async (kpi, dimension, question = {}) =>
    valuesByName(await workspace.call('question.ask', { kpis: [kpi], rows: [dimension], ...question }), kpi);
  const total: Asked['total'] = async (kpi, question = {}) => {
    const { cells } = await workspace.call('question.ask', { kpis: [kpi], ...question });
    return cells.at(-1)?.value;
  };
  return { call: workspace.call, close: workspace.close, total, by };
}
