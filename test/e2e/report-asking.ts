import { expect } from 'vitest';
import { sentencesIn } from '#host/sentences.ts';
import { formatCompact, joined, NO_VALUE } from '../../shared/format.ts';
import type { Answer, AnswerCell, QuestionInput } from '../../shared/question.ts';
import type { BlockOf, PageContent } from '../../shared/report-content.ts';
import { numberText } from '../../shared/report-text.ts';
import type { Unit } from '../../shared/units.ts';
import type { HostInFolder } from '../support/host-in-folder.ts';
import type { MadeReport } from './report-desk.ts';
import type { ReportLine } from './report-rows.ts';

/** A name with what stands to its right: numbers in base units or words. */
export type Row = readonly [name: string, ...values: (number | string | null)[]];

/** What the screens' own questions say of a page. */
export type Asker = (page: PageContent) => Promise<readonly ReportLine[]>;

export function chartOf({ id, blocks }: PageContent) {
  const found = blocks.find((block) => block.is === 'chart');
  return found?.is === 'chart' ? found.chart : expect.fail(`${id}: no chart`);
}

/** A member, or whoever has none. */
export const only = (dimension: string, name: string | null) => ({ dimension, op: 'in' as const, values: [name] });

export const totalIn = ({ cells }: Answer, id: string): AnswerCell | undefined =>
  cells.find((cell) => cell.kpi === id && cell.row.length === 0 && cell.column.length === 0);

export const memberIn = ({ cells }: Answer, id: string, name: string | null, column?: string): number | null =>
  cells.find(
    (cell) =>
      cell.kpi === id &&
      cell.row.length === 1 &&
      cell.row[0] === name &&
      (column === undefined || cell.column[0] === column),
  )?.value ?? null;

/** Questions as the screens ask them, and what is looked for on paper, written as the columns it belongs to. */
export function asking({ report, content }: Pick<MadeReport, 'report' | 'content'>, call: HostInFolder['value']) {
  const say = sentencesIn(report.locale);
  const { locale } = content;
  return {
    say,
    locale,
    kpi: (id: string): string => say(`kpis:${id}.name`),
    ask: ({ period = report.period, filters = report.filters, ...question }: QuestionInput): Promise<Answer> =>
      call('question.ask', {
        rows: [],
        columns: [],
        variants: {},
        compare: 'none',
        ...question,
        period,
        filters,
      } as never),
    compact: (value: number | null, unit: Unit): string =>
      value === null ? NO_VALUE : joined(formatCompact(value, unit, content), locale),
    /** Rows of a page's nth table, which has no others. */
    table: ({ id, blocks }: PageContent, nth: number, rows: readonly Row[]): readonly ReportLine[] => {
      const found = blocks.filter((block): block is BlockOf<'table'> => block.is === 'table')[nth];
      if (found === undefined) return expect.fail(`${id}: no table ${String(nth)}`);
      expect([id, nth, found.rows.length]).toEqual([id, nth, rows.length]);
      return rows.map(([name, ...values]) => ({
        where: `${id}: ${name}`,
        name,
        shown: values.map((value, at) => {
          if (typeof value === 'string') return value;
          const written = found.columns[at + 1]?.written;
          return written == null ? expect.fail(`${id}: ${name} ${String(at)}`) : numberText(value, written, locale);
        }),
        values: [],
      }));
    },
    says: ({ id }: PageContent, ...texts: readonly string[]): readonly ReportLine[] =>
      texts.map((text) => ({ where: id, name: '', shown: [text], values: [] })),
  };
}
