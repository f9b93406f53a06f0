import { memo, type CSSProperties, type ReactNode } from 'react';
import { IconButton } from './button.tsx';
import { classNames } from './class-names.ts';
import type { GridColumn } from './edit-grid.tsx';

interface EditGridRowProps {
  readonly row: number;
  readonly cells: readonly string[];
  readonly columns: readonly GridColumn[];
  readonly track: CSSProperties;
  readonly faults: ReadonlyMap<number, string> | undefined;
  /** The column with the cursor, null where it is in another row. */
  readonly active: number | null;
  readonly editor: ReactNode;
  /** Null where the cursor is in another row, or there is nothing to remove. */
  readonly removeLabel: string | null;
}

/** A row of the grid; drawn again only when something of it is new, so it gets no functions: the grid hears its buttons. */
export const EditGridRow = memo(function EditGridRow(props: EditGridRowProps) {
  const { row, cells, columns, track, faults, active, editor, removeLabel } = props;
  return (
    <div
      className={classNames('ui-grid-row', active !== null && 'ui-grid-current')}
      role="row"
      aria-rowindex={row + 2}
      style={track}
    >
      <span className="ui-grid-number" role="rowheader">
        {row + 1}
      </span>
      {columns.map(({ key, label, number = false }, column) => {
        const isActive = column === active;
        const isEdited = isActive && editor !== null;
        const fault = faults?.get(column);
        return (
          <span
            key={key}
            role="gridcell"
            data-row={row}
            data-column={column}
            tabIndex={isActive && !isEdited ? 0 : -1}
            className={classNames('ui-grid-cell', number && 'num', fault !== undefined && 'ui-grid-wrong')}
            aria-label={cells[column] === '' ? label : undefined}
            aria-invalid={fault !== undefined}
            title={fault}
          >
            {isEdited ? editor : <span className="ui-grid-text">{cells[column]}</span>}
            {isActive && !isEdited && fault !== undefined && (
              <span className="ui-grid-fault" aria-hidden="true">
                {fault}
              </span>
            )}
          </span>
        );
      })}
      <span className="ui-grid-remove" role="gridcell">
        {removeLabel !== null && <IconButton icon="close" label={removeLabel} tabIndex={-1} data-remove={row} />}
      </span>
    </div>
  );
});
