import { useCallback, useMemo, useState } from 'react';
import type { CellRef } from '#shared/question.ts';
import type { GridPlace } from '../../ui/grid-keys.model.ts';
import { headRowsOf } from './lines.model.ts';
import type { GridData, useGrid } from './use-grid.ts';

/** The place in the table that was gone to last, and the number it stands for. */
export interface Chosen {
  /** Column −1 is the header of a row, row −1 the head just above the cells; null for none. */
  readonly place: GridPlace | null;
  readonly choose: (place: GridPlace | null) => void;
  /** Of a header the total of its line, of no place the grand total; null while the table is not there. */
  readonly cell: CellRef | null;
  /** Which of the view's values it is of. */
  readonly value: number;
}

/** Follows the chosen place as long as the table keeps its shape. */
export function useChosenCell({ shown, table }: Pick<ReturnType<typeof useGrid>, 'shown' | 'table'>): Chosen {
  const { rows, columns, values, valuesOn } = shown;
  const shape = useMemo(
    () => JSON.stringify([rows, columns, values.length, valuesOn]),
    [rows, columns, values.length, valuesOn],
  );
  const [chosen, setChosen] = useState<{ readonly of: string; readonly place: GridPlace } | null>(null);
  const choose = useCallback(
    (place: GridPlace | null) => setChosen(place === null ? null : { of: shape, place }),
    [shape],
  );
  const place = chosen?.of === shape ? within(chosen.place, table) : null;
  const row = place === null || place.row < 0 ? undefined : table?.row(place.row);
  const column = place === null || place.column < 0 ? undefined : table?.column(place.column);
  const value = row?.value ?? column?.value ?? 0;
  const kpi = values[value]?.kpi;
  const depth = place !== null && place.row < 0 ? headRowsOf(shown).heads + place.row + 1 : Infinity;
  const name =
    table === null || kpi === undefined
      ? ''
      : JSON.stringify([kpi, row?.path ?? [], column?.path.slice(0, depth) ?? []]);
  const cell = useMemo((): CellRef | null => {
    if (name === '') return null;
    const [known, down, across] = JSON.parse(name) as [string, CellRef['row'], CellRef['column']];
    return { kpi: known, row: down, column: across };
  }, [name]);
  return { place, choose, cell, value };
}

function within(place: GridPlace, table: GridData | null): GridPlace | null {
  return table !== null && place.row < table.rowCount && place.column < table.columnCount ? place : null;
}
