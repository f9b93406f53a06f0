import { useCallback, useEffect, useMemo, type KeyboardEvent, type MouseEvent } from 'react';
import { boxHeight } from '../../ui/stretched-scroll.model.ts';
import type { GridPlace } from '../../ui/grid-keys.model.ts';
import {
  columnAt,
  columnStart,
  columnsWidth,
  columnWidth,
  HEAD_ROW_HEIGHT,
  inSight,
  ROW_HEIGHT,
} from './grid-geometry.model.ts';
import { tableAction } from './grid-keys.model.ts';
import { useExploring } from './explore-context.ts';
import { headCellAt, headStop, pinnedRowsOf, type HeadCell } from './lines.model.ts';
import { CHOSEN_HEAD, PivotHead } from './pivot-head.tsx';
import { PivotName, PivotRow } from './pivot-row.tsx';
import { PlaceMenu, type MenuAt } from '../../ui/place-menu.tsx';
import { useTableLook, type TableWords } from './use-table-look.ts';
import { useTableMenus } from './use-table-menus.ts';
import { useTableScroll } from './use-table-scroll.ts';
import type { GridData, useGrid } from './use-grid.ts';
import './pivot.css';

const BEYOND_ROWS = 6;
const BEYOND_COLUMNS = 2;
/** Fetched before they come into sight. */
const AHEAD = 40;

interface PivotTableProps {
  readonly table: GridData;
  readonly words: TableWords;
  readonly busy: boolean;
  readonly show: ReturnType<typeof useGrid>['show'];
  readonly chosen: GridPlace | null;
  readonly onChoose: (place: GridPlace | null) => void;
  readonly onCopy: () => void;
}

/** The table of a view, however long and wide: lines in sight are drawn, heads stay, the keys are those of a grid. */
export function PivotTable({ table, words, busy, show, chosen, onChoose, onCopy }: PivotTableProps) {
  const { view } = useExploring();
  const { menu, close, openAt, openHead, refOf, actions } = useTableMenus(table, words);
  const pinned = Math.min(pinnedRowsOf(view), table.rowCount);
  const scrolled = table.rowCount - pinned;
  const list = scrolled * ROW_HEIGHT;
  const beside = words.headRows * HEAD_ROW_HEIGHT + pinned * ROW_HEIGHT;
  const { scroller, scroll, reveal } = useTableScroll(list, beside);
  const { shared, columns, names } = useTableLook(table, words, scroll.width);
  const width = names + columnsWidth(columns);
  const down = inSight(
    Math.floor(scroll.top / ROW_HEIGHT),
    Math.floor((scroll.top + scroll.height) / ROW_HEIGHT),
    scrolled,
    BEYOND_ROWS,
  );
  const across = inSight(
    columnAt(columns, scroll.left),
    columnAt(columns, scroll.left + Math.max(0, scroll.width - names)),
    table.columnCount,
    BEYOND_COLUMNS,
  );
  const { from: firstRow, to: lastRow } = down;
  const { from: firstColumn, to: lastColumn } = across;
  useEffect(() => {
    show({
      rows: { from: Math.max(0, firstRow - AHEAD), to: lastRow + AHEAD },
      columns: { from: firstColumn, to: lastColumn },
    });
  }, [show, firstRow, lastRow, firstColumn, lastColumn]);
  const acrossKept = useMemo(() => ({ from: firstColumn, to: lastColumn }), [firstColumn, lastColumn]);

  const choose = useCallback(
    (place: GridPlace): void => {
      onChoose(place);
      const across =
        place.column < 0
          ? null
          : {
              from: columnStart(columns, place.column),
              to: columnStart(columns, place.column) + columnWidth(columns, place.column),
            };
      const isFixed = place.row < 0 || place.row >= scrolled;
      reveal(isFixed ? null : { from: place.row * ROW_HEIGHT, to: (place.row + 1) * ROW_HEIGHT }, across, {
        width: scroll.width - names,
        height: scroll.height,
      });
    },
    [columns, names, onChoose, reveal, scroll.width, scroll.height, scrolled],
  );
  const headAt = ({ row, column }: GridPlace): HeadCell =>
    headCellAt(table.column, { depth: row + words.headRows, groups: words.head.depth }, column);
  const openMenuAt = (place: GridPlace, at: MenuAt | null): void => {
    const seen =
      place.row < 0 ? `#${CHOSEN_HEAD}` : `[data-row="${String(place.row)}"][data-column="${String(place.column)}"]`;
    const box = scroller.current?.querySelector(seen)?.getBoundingClientRect();
    const where = at ?? { x: box?.left ?? 0, y: box?.bottom ?? 0 };
    if (place.row < 0) openHead(headAt(place), where);
    else openAt(place, where);
  };
  const foldColumns = (path: HeadCell['path'], folded: boolean): void => actions.onFold('columns', path, folded);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget) return;
    const at = chosen ?? { row: Math.floor(scroll.top / ROW_HEIGHT), column: 0 };
    const page = Math.max(1, Math.floor(scroll.height / ROW_HEIGHT) - 1);
    const size = {
      rows: table.rowCount,
      columns: table.columnCount,
      heads: words.headRows,
      page,
      across: Math.max(1, lastColumn - firstColumn - 2 * BEYOND_COLUMNS),
    };
    const { key, shiftKey: shift, altKey: alt } = event;
    const action = tableAction({ key, shift, alt, command: event.ctrlKey || event.metaKey }, at, size);
    if (action === null) return;
    event.preventDefault();
    const row = table.row(at.row);
    if (action.do === 'move') choose(chosen === null ? at : headStop(headAt, at, action.to, size));
    else if (action.do === 'copy') onCopy();
    else if (action.do === 'menu') openMenuAt(at, null);
    else if (action.do === 'fold' && at.row < 0) {
      const { path, parent, folded } = headAt(at);
      if (parent && folded !== action.folded) foldColumns(path, action.folded);
    } else if (action.do === 'fold') {
      const folded = key === ' ' ? row?.folded !== true : action.folded;
      if (row?.parent === true && row.folded !== folded) actions.onFold('rows', row.path, folded);
    } else if (at.column < 0) openMenuAt(at, null);
    else {
      const cell = refOf(at);
      if (cell !== null) actions.passport(cell);
    }
  };
  const onPointer = (event: MouseEvent<HTMLElement>): void => {
    const place = placeUnder(event.target);
    if (place === null) return;
    if (event.type === 'contextmenu') {
      event.preventDefault();
      onChoose(place);
      openMenuAt(place, { x: event.clientX, y: event.clientY });
      return;
    }
    const row = table.row(place.row);
    const onFold = event.target instanceof Element && event.target.closest('[data-fold]') !== null;
    if (onFold && row !== undefined) actions.onFold('rows', row.path, !row.folded);
    choose(place);
    if (event.type === 'dblclick' && place.column >= 0) {
      const cell = refOf(place);
      if (cell !== null) actions.passport(cell);
    }
  };
  const lines = (from: number, to: number, offset: number) => {
    const places = Array.from({ length: to - from }, (_, at) => from + at);
    return (
      <>
        {places.map((index) => (
          <PivotRow
            key={index}
            index={index}
            line={table.row(index)}
            top={index * ROW_HEIGHT - offset}
            across={acrossKept}
            chosen={chosen?.row === index && chosen.column >= 0 ? chosen.column : null}
            shared={shared}
          />
        ))}
        <div aria-hidden="true" className="pv-names" style={{ width: names }}>
          {places.map((index) => (
            <PivotName
              key={index}
              index={index}
              line={table.row(index)}
              before={index === from ? undefined : table.row(index - 1)}
              top={index * ROW_HEIGHT - offset}
              chosen={chosen?.row === index && chosen.column < 0}
              open={words.isRowOpen(index)}
              shared={shared}
            />
          ))}
        </div>
      </>
    );
  };
  return (
    <>
      <div
        ref={scroller}
        className="pv"
        role="grid"
        aria-label={words.title}
        aria-rowcount={table.rowCount}
        aria-colcount={table.columnCount + 1}
        aria-busy={busy}
        aria-activedescendant={chosen === null ? undefined : idOf(chosen)}
        tabIndex={0}
        style={{ '--pv-names': `${String(names)}px` } as React.CSSProperties}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const isKeys = event.target === event.currentTarget && event.currentTarget.matches(':focus-visible');
          if (isKeys && chosen === null) choose({ row: Math.ceil(scroll.top / ROW_HEIGHT), column: 0 });
        }}
        onClick={onPointer}
        onDoubleClick={onPointer}
        onContextMenu={onPointer}
      >
        <PivotHead
          table={table}
          across={acrossKept}
          columns={columns}
          nameWidths={shared.nameWidths}
          words={words.head}
          chosen={chosen !== null && chosen.row < 0 ? chosen : null}
          sortOf={words.sortOf}
          isOpen={words.isColumnOpen}
          remarksOn={words.remarksOnColumn}
          onFold={foldColumns}
          onMenu={openHead}
        />
        <div role="rowgroup" className="pv-body" style={{ width, height: boxHeight(list) }}>
          {lines(firstRow, lastRow, scroll.offset)}
        </div>
        {pinned > 0 && (
          <div role="rowgroup" className="pv-foot" style={{ width, height: pinned * ROW_HEIGHT }}>
            {lines(scrolled, table.rowCount, scrolled * ROW_HEIGHT)}
          </div>
        )}
      </div>
      {menu !== null && <PlaceMenu {...menu} onClose={close} />}
    </>
  );
}

const idOf = ({ row, column }: GridPlace): string =>
  row < 0 ? CHOSEN_HEAD : `pv-${String(row)}-${column < 0 ? 'h' : String(column)}`;

function placeUnder(target: EventTarget): GridPlace | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell === null ? null : { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}
