import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import './table-head.css';
import './table.css';

export interface TableColumn<T> {
  readonly key: string;
  readonly header: ReactNode;
  readonly cell: (row: T, index: number) => ReactNode;
  /** Numbers stand to the right with equal figures. */
  readonly number?: boolean;
  /** CSS length. */
  readonly width?: string;
  /** The rows stand in the order of this column. */
  readonly sort?: 'ascending' | 'descending' | undefined;
  /** The cell that names its row. */
  readonly rowHeader?: boolean;
}

interface TableProps<T> {
  /** What the table holds, for screen readers. */
  readonly caption: string;
  readonly columns: readonly TableColumn<T>[];
  readonly rows: readonly T[];
  readonly rowKey: (row: T, index: number) => string | number;
  /** Set as the total: bold under a line. */
  readonly isTotal?: (row: T) => boolean;
  /** Hides the header row from sight. */
  readonly hideHeader?: boolean;
  readonly className?: string;
}

/** A plain table: header sticks, numbers align. For thousands of rows take `VirtualTable`. */
export function Table<T>(props: TableProps<T>) {
  const { caption, columns, rows, rowKey, isTotal, hideHeader = false, className } = props;
  return (
    <table className={classNames('ui-table', className)}>
      <caption className="visually-hidden">{caption}</caption>
      <thead className={hideHeader ? 'visually-hidden' : undefined}>
        <tr>
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={column.number === true ? 'num' : undefined}
              style={column.width === undefined ? undefined : { width: column.width }}
            >
              {column.header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={rowKey(row, index)} className={isTotal?.(row) === true ? 'ui-total' : undefined}>
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} index={index} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps<T> {
  readonly column: TableColumn<T>;
  readonly row: T;
  readonly index: number;
}

function Cell<T>({ column, row, index }: CellProps<T>) {
  const className = column.number === true ? 'num' : undefined;
  const content = column.cell(row, index);
  return column.rowHeader === true ? (
    <th scope="row" className={className}>
      {content}
    </th>
  ) : (
    <td className={className}>{content}</td>
  );
}
