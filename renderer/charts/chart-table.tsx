import type { KeyboardEvent, MouseEvent } from 'react';
import { chartTwin, type ChartTwin } from '#shared/charts/chart-twin.ts';
import type { ChartModel, ChartTarget } from '#shared/charts/model.ts';
import type { Say } from '#shared/charts/point-facts.ts';
import { Table, type TableColumn } from '../ui/table.tsx';
import { VirtualTable } from '../ui/virtual-table.tsx';
import type { ChartProps, MenuPlace } from './chart-props.ts';

interface ChartTableProps {
  readonly model: ChartModel;
  readonly height: number;
  readonly say: Say;
  readonly onNumber: ((target: ChartTarget) => void) | undefined;
  readonly onMenu: ChartProps['onMenu'];
}

type Row = ChartTwin['rows'][number];

/** The menu of a number: by pointer where that is, by key under the number. */
function menuHandlers(open: (place: MenuPlace) => void) {
  const below = (element: Element): MenuPlace => {
    const { left, bottom } = element.getBoundingClientRect();
    return { x: left, y: bottom };
  };
  return {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ContextMenu' && (event.key !== 'F10' || !event.shiftKey)) return;
      event.preventDefault();
      open(below(event.currentTarget));
    },
    onContextMenu: (event: MouseEvent) => {
      event.preventDefault();
      open({ x: event.clientX, y: event.clientY });
    },
  };
}

/** Beyond this many rows only those in sight are drawn. */
const MOST_PLAIN = 200;

/** The numbers of a chart as a table; each opens its passport, or what is behind it. */
export function ChartTable({ model, height, say, onNumber, onMenu }: ChartTableProps) {
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
          {...(onMenu === undefined ? {} : menuHandlers((place) => onMenu(target, place)))}
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
