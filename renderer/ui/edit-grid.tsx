import { useEffect, useMemo, useRef, useState, type CSSProperties, type ReactNode } from 'react';
import { EditGridRow } from './edit-grid-row.tsx';
import { gridAction, placeWithin, type GridAction, type GridPlace } from './grid-keys.model.ts';
import './edit-grid.css';

export interface GridColumn {
  readonly key: string;
  readonly header: ReactNode;
  /** The header in words: the name of a blank cell. */
  readonly label: string;
  /** Pixels at least. */
  readonly width: number;
  /** Takes its share of the room that is left. */
  readonly grows?: boolean;
  readonly number?: boolean;
}

/** Where the cursor goes when a cell has been written. */
export type AfterEdit = 'down' | 'up' | 'right' | 'left' | 'stay';

export interface CellEdit {
  readonly at: GridPlace;
  /** What was typed to begin with; null to begin with the cell's own text. */
  readonly typed: string | null;
  readonly commit: (text: string, then: AfterEdit) => void;
  readonly cancel: () => void;
}

export interface EditGridProps {
  readonly caption: string;
  readonly columns: readonly GridColumn[];
  /** Texts as they are shown, of equal identity as long as a row is the same. */
  readonly rows: readonly (readonly string[])[];
  /** Rows from the top with something in them. */
  readonly filled: number;
  /** What is wrong, by row and column. */
  readonly faults: ReadonlyMap<number, ReadonlyMap<number, string>>;
  readonly active: GridPlace;
  readonly onActive: (place: GridPlace) => void;
  readonly readOnly: boolean;
  readonly editor: (edit: CellEdit) => ReactNode;
  readonly onWrite: (place: GridPlace, text: string) => void;
  readonly onPaste: (place: GridPlace, text: string) => void;
  readonly onHistory: (step: 'undo' | 'redo') => void;
  /** Escape: the way out for who has no pointer. */
  readonly onLeave: () => void;
  /** Names the column of buttons that remove a row. */
  readonly removeHeader: string;
  readonly removeLabel: (row: number) => string;
  readonly onRemove: (row: number) => void;
  /** Grows each time the cursor is to take the focus. */
  readonly focusAsked: number;
}

const STEPS: Readonly<Record<AfterEdit, GridPlace>> = {
  down: { row: 1, column: 0 },
  up: { row: -1, column: 0 },
  right: { row: 0, column: 1 },
  left: { row: 0, column: -1 },
  stay: { row: 0, column: 0 },
};

/** A table to write in as in a spreadsheet: one cell has the cursor, typing edits it. The keys are in `grid-keys.model.ts`. */
export function EditGrid(props: EditGridProps) {
  const { caption, columns, rows, filled, faults, active, onActive, readOnly, focusAsked } = props;
  const box = useRef<HTMLDivElement>(null);
  const [edited, setEdited] = useState<{ readonly typed: string | null } | null>(null);
  const [moves, setMoves] = useState(0);
  const track = useMemo(() => rowTrack(columns), [columns]);
  const size = { rows: rows.length, columns: columns.length, filled };
  useEffect(() => {
    if (moves + focusAsked === 0) return;
    const cell = box.current?.querySelector<HTMLElement>('.ui-grid-cell[tabindex="0"]');
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [moves, focusAsked]);
  const moveTo = (place: GridPlace): void => {
    setMoves(moves + 1);
    setEdited(null);
    onActive(placeWithin(place, size));
  };
  const act = (action: GridAction): void => {
    switch (action.do) {
      case 'move':
        return moveTo(action.to);
      case 'edit':
        return readOnly ? undefined : setEdited({ typed: action.text });
      case 'clear':
        return readOnly ? undefined : props.onWrite(active, '');
      case 'leave':
        return props.onLeave();
      case 'undo':
      case 'redo':
        return props.onHistory(action.do);
    }
  };
  const commit = (text: string, then: AfterEdit): void => {
    props.onWrite(active, text);
    const step = STEPS[then];
    if (then === 'stay') setEdited(null);
    else moveTo({ row: active.row + step.row, column: active.column + step.column });
  };
  const editor = edited === null ? null : props.editor({ at: active, ...edited, commit, cancel: () => moveTo(active) });
  return (
    <div
      ref={box}
      className="ui-grid"
      role="grid"
      tabIndex={-1}
      aria-label={caption}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 2}
      aria-readonly={readOnly}
      onKeyDown={(event) => {
        if (edited !== null || !isCell(event.target)) return;
        const isText =
          event.key.length === 1 && !event.metaKey && (!event.ctrlKey || event.getModifierState('AltGraph'));
        const command = (event.ctrlKey || event.metaKey) && !isText;
        const action = gridAction({ key: event.key, shift: event.shiftKey, command, isText }, active, size);
        if (action === null) return;
        event.preventDefault();
        act(action);
      }}
      onMouseDown={(event) => {
        const place = placeOf(event.target);
        if (place === null || isSame(place, active)) return;
        event.preventDefault();
        // What is being written is kept: leaving its input commits it.
        if (edited !== null && document.activeElement instanceof HTMLElement) document.activeElement.blur();
        moveTo(place);
      }}
      onClick={(event) => {
        const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-remove]') : null;
        if (button !== null) props.onRemove(Number(button.dataset['remove']));
      }}
      onDoubleClick={(event) => {
        if (placeOf(event.target) !== null && !readOnly) setEdited({ typed: null });
      }}
      onPaste={(event) => {
        if (edited !== null || readOnly) return;
        event.preventDefault();
        props.onPaste(active, event.clipboardData.getData('text/plain'));
      }}
      onCopy={(event) => {
        if (edited !== null) return;
        event.preventDefault();
        event.clipboardData.setData('text/plain', rows[active.row]?.[active.column] ?? '');
      }}
    >
      <div className="ui-grid-row ui-grid-head" role="row" aria-rowindex={1} style={track}>
        <span className="ui-grid-corner" role="columnheader" aria-label="#" />
        {columns.map(({ key, header, number = false }) => (
          <span key={key} role="columnheader" className={number ? 'num' : undefined}>
            {header}
          </span>
        ))}
        <span role="columnheader" aria-label={props.removeHeader} />
      </div>
      {rows.map((cells, row) => (
        <EditGridRow
          key={row}
          row={row}
          cells={cells}
          columns={columns}
          track={track}
          faults={faults.get(row)}
          active={row === active.row ? active.column : null}
          editor={row === active.row ? editor : null}
          removeLabel={!readOnly && row === active.row && row < filled ? props.removeLabel(row) : null}
        />
      ))}
    </div>
  );
}

const NUMBER_WIDTH = 44;
const REMOVE_WIDTH = 34;

/** The same for every row, so that what one holds does not move its cells. */
function rowTrack(columns: readonly GridColumn[]): CSSProperties {
  const tracks = columns.map(({ width, grows = false }) =>
    grows ? `minmax(${String(width)}px, 1fr)` : `${String(width)}px`,
  );
  const all = columns.reduce((sum, { width }) => sum + width, NUMBER_WIDTH + REMOVE_WIDTH);
  return {
    gridTemplateColumns: [`${String(NUMBER_WIDTH)}px`, ...tracks, `${String(REMOVE_WIDTH)}px`].join(' '),
    minWidth: all,
  };
}

const isSame = (a: GridPlace, b: GridPlace): boolean => a.row === b.row && a.column === b.column;

const isCell = (target: EventTarget): boolean =>
  target instanceof HTMLElement && target.classList.contains('ui-grid-cell');

function placeOf(target: EventTarget): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell === null ? null : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}
