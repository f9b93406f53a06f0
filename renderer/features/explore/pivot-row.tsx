import { memo, type CSSProperties } from 'react';
import type { Annotation } from '#shared/annotations.ts';
import type { GridLine } from '#shared/grid.ts';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { RemarkCount } from '../overview/remark-count.tsx';
import { cellText, cellTone, emptyText, type ValueFormat } from './cell-text.model.ts';
import { isNoted } from './cell-words.model.ts';
import { columnStart, columnWidth, ROW_HEIGHT, type ColumnWidths, type Stretch } from './grid-geometry.model.ts';
import { isTotalLine, rowHead } from './lines.model.ts';
import { bar, heat, scaleKey, type Scale, type Shade } from './shade.model.ts';
import type { GridCell, GridData } from './use-grid.ts';
import { INDENT } from './widths.model.ts';
import type { ExploreValue } from '../../state/explore-slice.ts';

/** What all rows of a table share. */
export interface RowShared {
  readonly table: GridData;
  readonly columns: ColumnWidths;
  /** Of the names at the left: one for all depths, or one a dimension. */
  readonly nameWidths: readonly number[];
  readonly formats: readonly (ValueFormat | null)[];
  readonly looks: readonly Pick<ExploreValue, 'look' | 'plainTotals'>[];
  readonly scales: ReadonlyMap<string, Scale>;
  /** Groups stand above their members. */
  readonly above: boolean;
  /** Room for the marks of folds beside the names. */
  readonly folds: boolean;
  /** Rows of totals stand beside others. */
  readonly totalRows: boolean;
  /** Columns of the total stand beside others. */
  readonly totalColumns: boolean;
  readonly nameOf: (name: string | null, depth: number) => string;
  readonly valueNames: readonly string[];
  readonly totalName: string;
  readonly subtotalName: (name: string) => string;
  readonly openName: string;
  /** The remarks that a line of the rows is about. */
  readonly remarksOn: (path: readonly (string | null)[]) => readonly Annotation[];
  /** What there is to know of a cell besides its number; empty for nothing. */
  readonly remarks: (cell: GridCell) => string;
}

interface LineProps {
  readonly index: number;
  readonly line: GridLine | undefined;
  /** CSS pixels from the top of the box. */
  readonly top: number;
  readonly shared: RowShared;
}

interface PivotRowProps extends LineProps {
  readonly across: Stretch;
  /** The chosen column, null for none in this row. */
  readonly chosen: number | null;
}

interface PivotNameProps extends LineProps {
  /** Of the line before; undefined at the top of what is in sight. */
  readonly before: GridLine | undefined;
  readonly chosen: boolean;
  /** Its period is not over. */
  readonly open: boolean;
}

/** A line of the table: the cells in sight. Its header is seen in a layer of its own, which stays where it is. */
export const PivotRow = memo(function PivotRow(props: PivotRowProps) {
  const { index, line, top, across, chosen, shared } = props;
  const { columns, nameWidths } = shared;
  const names = nameWidths.reduce((sum, width) => sum + width, 0);
  const isTotal = line !== undefined && line.path.length === 0;
  const places = Array.from({ length: Math.max(0, across.to - across.from) }, (_, at) => across.from + at);
  return (
    <div
      role="row"
      aria-rowindex={index + 1}
      className={classNames('pv-row', line !== undefined && isTotalLine(line) && 'pv-strong', isTotal && 'pv-total')}
      style={{ top, height: ROW_HEIGHT }}
    >
      <div role="rowheader" aria-colindex={1} id={`pv-${String(index)}-h`} className="visually-hidden">
        {line === undefined ? '' : spokenName(line, shared)}
        {line !== undefined && line.path.length > 0 && <RemarkCount remarks={shared.remarksOn(line.path)} />}
      </div>
      {places.map((at) => (
        <PivotCell
          key={at}
          row={index}
          column={at}
          line={line}
          left={names + columnStart(columns, at)}
          width={columnWidth(columns, at)}
          chosen={chosen === at}
          shared={shared}
        />
      ))}
    </div>
  );
});

/** What a line is called by those who read it out: every name down to its own, and the value it shows. */
function spokenName({ path, value }: GridLine, { nameOf, totalName, valueNames }: RowShared): string {
  const names = path.length === 0 ? [totalName] : path.map(nameOf);
  return [...names, ...(value === null ? [] : [valueNames[value] ?? ''])].join(', ');
}

/** The header of a line, as it is seen. */
export const PivotName = memo(function PivotName({ index, line, before, top, chosen, open, shared }: PivotNameProps) {
  const { nameWidths, above, folds, nameOf, valueNames, totalName, subtotalName, openName, remarksOn } = shared;
  const width = nameWidths.reduce((sum, each) => sum + each, 0);
  const head = line === undefined ? null : rowHead(line, before, above);
  const value = line?.value ?? null;
  const isFirstValue = value === null || value === 0;
  return (
    <div
      className={classNames(
        'pv-name',
        line !== undefined && isTotalLine(line) && 'pv-strong',
        line?.path.length === 0 && 'pv-total',
        chosen && 'pv-chosen',
      )}
      data-row={index}
      data-column={-1}
      style={{ top, width, height: ROW_HEIGHT }}
    >
      {head === null && <span className="pv-wait" />}
      {head?.kind === 'total' && isFirstValue && (
        <span className="pv-label">
          <span className="pv-text">{totalName}</span>
        </span>
      )}
      {isFirstValue &&
        head?.names.map(({ depth, name, path }) => {
          const isOwn = line !== undefined && path.length === line.path.length;
          const isFold = isOwn && line?.parent === true && head.kind === 'member';
          const text = nameOf(name, depth);
          const left = above ? depth * INDENT : nameWidths.slice(0, depth).reduce((sum, each) => sum + each, 0);
          return (
            <span
              key={depth}
              className="pv-label"
              style={{ left, ...(above ? {} : { width: nameWidths[depth] }) }}
              title={text}
            >
              {folds && (above || depth < nameWidths.length - 1) && (
                <span className="pv-fold" data-fold={isFold ? '' : undefined} aria-hidden="true">
                  {isFold && <Icon name={line?.folded === true ? 'chevron-right' : 'chevron-down'} size={12} />}
                </span>
              )}
              <span className="pv-text">{head.kind === 'subtotal' ? subtotalName(text) : text}</span>
              {open && isOwn && <OpenMark name={openName} />}
              {isOwn && head.kind === 'member' && <RemarkCount remarks={remarksOn(path)} />}
            </span>
          );
        })}
      {value !== null && <span className="pv-value-name">{valueNames[value]}</span>}
    </div>
  );
});

/** A period that is not over. */
export function OpenMark({ name }: { readonly name: string }) {
  return <span className="pv-open" title={name} role="img" aria-label={name} />;
}

interface PivotCellProps {
  readonly row: number;
  readonly column: number;
  readonly line: GridLine | undefined;
  readonly left: number;
  readonly width: number;
  readonly chosen: boolean;
  readonly shared: RowShared;
}

function PivotCell({ row, column, line, left, width, chosen, shared }: PivotCellProps) {
  const { table, formats, looks, scales } = shared;
  const cell = table.cell(row, column);
  const over = table.column(column);
  const value = line?.value ?? over?.value ?? 0;
  const format = formats[value] ?? null;
  const isWaiting = cell === undefined || format === null;
  const number = cell?.value ?? null;
  const text = isWaiting ? '' : number === null ? emptyText(cell.reason !== null) : cellText(number, format);
  const tone = number === null || format === null ? 'neutral' : cellTone(number, format);
  const scale = scales.get(scaleKey(value, line?.path.length ?? 0, over?.path.length ?? 0));
  const { look = 'plain', plainTotals = false } = looks[value] ?? {};
  const isRemainder = line?.other === true || over?.other === true;
  const isTotal =
    (shared.totalRows && line !== undefined && isTotalLine(line)) ||
    (shared.totalColumns && over !== undefined && isTotalLine(over));
  const shade =
    number === null ||
    format === null ||
    scale === undefined ||
    look === 'plain' ||
    isRemainder ||
    (plainTotals && isTotal)
      ? null
      : look === 'heat'
        ? heat(number, scale, format)
        : bar(number, scale);
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      id={`pv-${String(row)}-${String(column)}`}
      className={classNames(
        'pv-cell',
        chosen && 'pv-chosen',
        tone !== 'neutral' && tone,
        number === null && 'pv-none',
        over?.path.length === 0 && shared.totalColumns && 'pv-column-total',
        cell !== undefined && isNoted(cell.marks) && 'pv-noted',
        shade !== null && `pv-${shade.as} pv-ink-${shade.ink}`,
      )}
      title={cell === undefined ? undefined : shared.remarks(cell) || undefined}
      data-row={row}
      data-column={column}
      style={{ left, width, ...shadeStyle(shade) }}
    >
      {isWaiting ? <span className="pv-wait" /> : text}
    </div>
  );
}

const percent = (part: number): string => `${String(Math.round(part * 1000) / 10)}%`;
const STRONGEST = 0.34;

function shadeStyle(shade: Shade | null): CSSProperties {
  if (shade === null) return {};
  const variables =
    shade.as === 'heat'
      ? { '--strength': percent(shade.strength * STRONGEST) }
      : { '--from': percent(shade.from), '--to': percent(shade.to) };
  return variables as CSSProperties;
}
