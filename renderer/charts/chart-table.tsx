import { chartTwin, type ChartTwin } from '#shared/charts/chart-twin.ts';
import type { ChartModel, ChartTarget } from '#shared/charts/model.ts';
import type { Say } from '#shared/charts/point-facts.ts';
import { Table, type TableColumn } from '../ui/table.tsx';
import { VirtualTable } from '../ui/virtual-table.tsx';

interface ChartTableProps {
  readonly model: ChartModel;
  readonly height: number;
  readonly say: Say;
  readonly onNumber: ((target: ChartTarget) => void) | undefined;
}

type Row = ChartTwin['rows'][number];

/** Beyond this many rows only those in sight are drawn. */
const MOST_PLAIN = 200;

/** The numbers of a chart as a table; each opens its passport, or what is behind it. */
export function ChartTable({ model, height, say, onNumber }: ChartTableProps) {
  const { columns, rows } = chartTwin(model, say);
  const cells = columns.map(({ key, label, number }, index): TableColumn<Row> => ({
    key,
    header: label,
    number,
    rowHeader: index === 0,
    cell: (row) => {
      const { text = '', target = null } = row.cells[index] ?? {};
      if (target === null || onNumber === undefined || target.point.cell === null) return text;
      return (
        <button
          type="button"
          className="chart-number"
          aria-label={`${row.cells[0]?.text ?? ''}, ${label}: ${text}`}
          onClick={() => onNumber(target)}
        >
          {text}
        </button>
      );
    },
  }));
  if (rows.length > MOST_PLAIN) {
    return (
      <VirtualTable
        caption={model.title}
        columns={cells}
        count={rows.length}
        row={(index) => rows[index]}
        height={`${String(height)}px`}
      />
    );
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys scroll what has focus
    <section className="chart-table" style={{ maxHeight: height }} aria-label={model.title} tabIndex={0}>
      <Table caption={model.title} columns={cells} rows={rows} rowKey={(row) => row.key} isTotal={(row) => row.total} />
    </section>
  );
}
