import type { Answer, AnswerCell, CellRef } from '../question.ts';

/** The cells of one KPI at a depth of rows: 0 is the grand total, 1 the groups of the first dimension. In the answer's order. */
export function cellsAt(answer: Answer, kpi: string, depth: number): readonly AnswerCell[] {
  return answer.cells.filter((cell) => cell.kpi === kpi && cell.row.length === depth && cell.column.length === 0);
}

/** The grand total of a KPI, null when the answer has none. */
export function totalOf(answer: Answer, kpi: string): AnswerCell | null {
  return cellsAt(answer, kpi, 0)[0] ?? null;
}

/** The address of a cell for its passport. */
export function refOf(cell: AnswerCell): CellRef {
  return { kpi: cell.kpi, row: cell.row, column: cell.column };
}

/** The same group's cell of another KPI. */
export function sameRow(answer: Answer, kpi: string, row: AnswerCell): AnswerCell | null {
  const key = JSON.stringify(row.row);
  return (
    answer.cells.find((cell) => cell.kpi === kpi && cell.other === row.other && JSON.stringify(cell.row) === key) ??
    null
  );
}
