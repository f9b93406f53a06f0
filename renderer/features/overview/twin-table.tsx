import type { Tone } from '#shared/format.ts';
import type { CellRef } from '#shared/question.ts';
import { Table, type TableColumn } from '../../ui/table.tsx';
import { NumberButton } from './number-button.tsx';

/** The numbers of a chart as a table, one click away. Texts are finished; `cell` opens the passport. */
export interface TwinTable {
  readonly columns: readonly { readonly label: string; readonly number: boolean }[];
  readonly rows: readonly { readonly key: string; readonly total: boolean; readonly cells: readonly TwinCell[] }[];
}

interface TwinCell {
  readonly text: string;
  readonly tone: Tone;
  readonly cell: CellRef | null;
}

interface TwinTableViewProps {
  readonly caption: string;
  readonly table: TwinTable;
  /** Null on paper. */
  readonly onCell: ((cell: CellRef) => void) | null;
}

type Row = TwinTable['rows'][number];

/** A chart's numbers as a table; every one that has a passport opens it. */
export function TwinTableView({ caption, table, onCell }: TwinTableViewProps) {
  const columns = table.columns.map(({ label, number }, index): TableColumn<Row> => ({
    key: label,
    header: label,
    number,
    rowHeader: index === 0,
    cell: (row) => {
      const shown = row.cells[index];
      if (shown === undefined) return null;
      return (
        <span className={shown.tone}>
          <NumberButton cell={shown.cell} onOpen={onCell} name={`${row.cells[0]?.text ?? ''}, ${label}`}>
            {shown.text}
          </NumberButton>
        </span>
      );
    },
  }));
  return (
    <div className="twin-table">
      <Table
        caption={caption}
        columns={columns}
        rows={table.rows}
        rowKey={(row) => row.key}
        isTotal={(row) => row.total}
      />
    </div>
  );
}
