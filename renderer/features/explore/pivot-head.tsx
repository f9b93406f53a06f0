import { memo } from 'react';
import type { Annotation } from '#shared/annotations.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import {
  columnStart,
  columnsWidth,
  columnWidth,
  HEAD_ROW_HEIGHT,
  type ColumnWidths,
  type Stretch,
} from './grid-geometry.model.ts';
import { headRow, type HeadCell } from './lines.model.ts';
import type { GridPlace } from '../../ui/grid-keys.model.ts';
import type { MenuAt } from '../../ui/place-menu.tsx';
import { RemarkCount } from '../overview/remark-count.tsx';
import { OpenMark } from './pivot-row.tsx';
import type { GridData } from './use-grid.ts';

/** What stands in the head: above the columns, and above the names of rows. */
export interface HeadWords {
  readonly corner: readonly string[];
  readonly nameOf: (name: string | null, depth: number) => string;
  readonly valueNames: readonly string[];
  readonly total: string;
  readonly subtotal: string;
  readonly open: string;
  readonly unfold: string;
  readonly fold: string;
  /** Columns by value stand under the groups; else the values stand under the rows. */
  readonly withValues: boolean;
  readonly depth: number;
}

/** The id of the cell of the head that the keys are at. */
export const CHOSEN_HEAD = 'pv-chosen-head';

interface PivotHeadProps {
  readonly table: GridData;
  readonly across: Stretch;
  readonly columns: ColumnWidths;
  readonly nameWidths: readonly number[];
  readonly words: HeadWords;
  /** Where the keys are, row −1 being the lowest; null where they are elsewhere. */
  readonly chosen: GridPlace | null;
  /** 'descending' or 'ascending' where the rows go by a column. */
  readonly sortOf: (column: number) => 'descending' | 'ascending' | null;
  readonly isOpen: (column: number) => boolean;
  /** The remarks that a group of columns is about. */
  readonly remarksOn: (path: HeadCell['path']) => readonly Annotation[];
  readonly onFold: (path: HeadCell['path'], folded: boolean) => void;
  /** Of a group, or with a value of one column. */
  readonly onMenu: (cell: HeadCell, at: MenuAt) => void;
}

/** Scrolling alone draws no head anew: what it does and says changes with its words, which are made anew with every view. */
function isSame(one: PivotHeadProps, other: PivotHeadProps): boolean {
  return (['table', 'across', 'columns', 'nameWidths', 'words', 'chosen'] as const).every(
    (key) => one[key] === other[key],
  );
}

/** The rows above the table: groups of columns, then the values. They stay while the rows scroll. */
export const PivotHead = memo(function PivotHead(props: PivotHeadProps) {
  const { table, across, columns, nameWidths, words, chosen } = props;
  const lines = Array.from({ length: Math.max(0, across.to - across.from) }, (_, at) => table.column(across.from + at));
  const names = nameWidths.reduce((sum, width) => sum + width, 0);
  const depths = Array.from({ length: words.depth }, (_, depth) => depth);
  const rows = words.depth + (words.withValues ? 1 : 0);
  const last = rows - 1;
  return (
    <div
      role="rowgroup"
      className="pv-head"
      style={{ width: names + columnsWidth(columns), height: rows * HEAD_ROW_HEIGHT }}
    >
      {depths.map((depth) => (
        <div key={depth} role="row" className="pv-head-row" style={{ height: HEAD_ROW_HEIGHT }}>
          <Corner names={depth === last ? words.corner : []} widths={nameWidths} />
          {headRow(lines, across.from, depth).map((cell) => (
            <GroupHead
              key={`${String(cell.from)} ${String(cell.to)}`}
              {...props}
              cell={cell}
              depth={depth}
              left={names}
            />
          ))}
        </div>
      ))}
      {words.withValues && (
        <div role="row" className="pv-head-row" style={{ height: HEAD_ROW_HEIGHT }}>
          <Corner names={words.corner} widths={nameWidths} />
          {lines.map((line, at) => {
            const index = across.from + at;
            const sort = props.sortOf(index);
            const isChosen = chosen?.row === -1 && chosen.column === index;
            const name = line === undefined ? '' : (words.valueNames[line.value ?? 0] ?? '');
            return (
              <div
                key={index}
                role="columnheader"
                aria-colindex={index + 2}
                id={isChosen ? CHOSEN_HEAD : undefined}
                aria-sort={sort ?? undefined}
                className={classNames(
                  'pv-head-cell pv-value-head',
                  line?.path.length === 0 && words.depth > 0 && 'pv-column-total',
                  isChosen && 'pv-chosen',
                )}
                style={{ left: names + columnStart(columns, index), width: columnWidth(columns, index) }}
              >
                <button
                  type="button"
                  tabIndex={-1}
                  className="pv-head-name"
                  title={name}
                  onClick={(event) => {
                    if (line === undefined) return;
                    const { left, bottom } = event.currentTarget.getBoundingClientRect();
                    const cell: HeadCell = {
                      from: index,
                      to: index + 1,
                      path: line.path,
                      kind: 'group',
                      parent: false,
                      folded: false,
                    };
                    props.onMenu(cell, { x: left, y: bottom });
                  }}
                >
                  {name}
                </button>
                <SortMark sort={sort} />
              </div>
            );
          })}
        </div>
      )}
    </div>
  );
}, isSame);

function SortMark({ sort }: { readonly sort: 'descending' | 'ascending' | null }) {
  if (sort === null) return null;
  return (
    <span className="pv-sort" aria-hidden="true">
      {sort === 'descending' ? '↓' : '↑'}
    </span>
  );
}

function Corner({ names, widths }: { readonly names: readonly string[]; readonly widths: readonly number[] }) {
  const width = widths.reduce((sum, each) => sum + each, 0);
  return (
    <div
      role={names.length === 0 ? 'presentation' : 'columnheader'}
      aria-colindex={names.length === 0 ? undefined : 1}
      className="pv-corner"
      style={{ width }}
    >
      {names.length > 0 && widths.length === 1 && <span className="pv-text">{names.join(' / ')}</span>}
      {names.length > 0 &&
        widths.length > 1 &&
        names.map((name, depth) => (
          <span key={name} className="pv-text" style={{ width: widths[depth] }}>
            {name}
          </span>
        ))}
    </div>
  );
}

interface GroupHeadProps extends PivotHeadProps {
  readonly cell: HeadCell;
  readonly depth: number;
  /** Where the columns begin. */
  readonly left: number;
}

function GroupHead(props: GroupHeadProps) {
  const { cell, depth, left, columns, words, chosen, isOpen, remarksOn, sortOf, onFold, onMenu } = props;
  const { from, to, path, kind, parent, folded } = cell;
  if (kind === 'blank') return null;
  const [start, end] = [columnStart(columns, from), columnStart(columns, to)];
  const text =
    kind === 'total' ? words.total : kind === 'subtotal' ? words.subtotal : words.nameOf(path.at(-1) ?? null, depth);
  const isInner = depth === words.depth - 1;
  const row = depth - words.depth - (words.withValues ? 1 : 0);
  const isChosen = chosen?.row === row && from <= chosen.column && chosen.column < to;
  return (
    <div
      role="columnheader"
      aria-colindex={from + 2}
      aria-colspan={to - from}
      id={isChosen ? CHOSEN_HEAD : undefined}
      className={classNames(
        'pv-head-cell',
        isInner ? 'pv-inner' : 'pv-outer',
        kind === 'total' && 'pv-column-total',
        isChosen && 'pv-chosen',
      )}
      style={{ left: left + start, width: end - start }}
    >
      <span className="pv-group" style={{ left: left + 8 }}>
        {kind === 'group' && parent && depth < words.depth - 1 && (
          <button
            type="button"
            tabIndex={-1}
            className="pv-fold"
            aria-label={`${folded ? words.unfold : words.fold}: ${text}`}
            onClick={() => onFold(path, !folded)}
          >
            <Icon name={folded ? 'chevron-right' : 'chevron-down'} size={12} />
          </button>
        )}
        <button
          type="button"
          tabIndex={-1}
          className="pv-head-name"
          title={text}
          onClick={(event) => {
            const { left: x, bottom: y } = event.currentTarget.getBoundingClientRect();
            onMenu(cell, { x, y });
          }}
        >
          {text}
        </button>
        {kind === 'group' && isOpen(from) && <OpenMark name={words.open} />}
        {kind === 'group' && <RemarkCount remarks={remarksOn(path)} />}
        {isInner && !words.withValues && <SortMark sort={sortOf(from)} />}
      </span>
    </div>
  );
}
