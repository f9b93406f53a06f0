import { use } from 'react';
import { useTranslation } from 'react-i18next';
import type { Locale } from '#shared/format.ts';
import type { BlockOf, ReportCell, ReportColumn } from '#shared/report-content.ts';
import { openedInTable } from '#shared/opened-number.ts';
import { numberText } from '#shared/report-text.ts';
import { barPlace } from './columns.model.ts';
import { NumberOpener, OpeningNumber } from './opening-number.tsx';
import type { TableLayout } from './table-layout.ts';

type Table = BlockOf<'table'>;

export interface TableRows {
  /** Indexes of the rows to draw. */
  readonly rows: readonly number[];
  /** It goes on from another sheet. */
  readonly again: boolean;
  /** Sums over the break above and below, null for none. */
  readonly above: readonly (number | null)[] | null;
  readonly below: readonly (number | null)[] | null;
  /** With what stands under the last row. */
  readonly end: boolean;
}

interface TableViewProps extends TableRows {
  readonly block: Table;
  readonly layout: TableLayout;
  readonly locale: Locale;
}

/** A table of more rows than this is set closer. */
const MANY_ROWS = 9;

/** Rows of a table under its heading, with what is carried over from the sheet before and to the next. */
export function TableView({ block, layout, locale, rows, again, above, below, end }: TableViewProps) {
  const { t } = useTranslation();
  const { title, columns, note } = block;
  const carried = (sums: TableRows['above'], where: string) =>
    sums !== null && (
      <tr className="sheet-carried" data-carried={where}>
        {columns.map((column, index) => {
          const sum = sums[index] ?? null;
          const text = sum === null || column.written === null ? '' : numberText(sum, column.written, locale);
          return (
            <td key={index} className={sideOf(layout, index)}>
              {index === 0 && layout.right[0] !== true ? (
                t('report:print.carried')
              ) : (
                <Number layout={layout} at={index}>
                  {text}
                </Number>
              )}
            </td>
          );
        })}
      </tr>
    );
  return (
    <div className="sheet-table">
      {title !== '' &&
        (again ? (
          <p className="sheet-title">{t('report:print.again', { title })}</p>
        ) : (
          <h2 className="sheet-title">{title}</h2>
        ))}
      <div className="sheet-scaled" style={layout.scale < 1 ? { zoom: layout.scale } : undefined}>
        <table className={block.rows.length > MANY_ROWS ? 'sheet-close' : undefined}>
          <colgroup>
            {layout.widths.map((width, index) => (
              <col key={index} style={{ width }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              {columns.map(({ label }, index) => (
                <th key={index} scope="col" className={sideOf(layout, index)}>
                  {layout.bars[index] == null ? (
                    label
                  ) : (
                    <span style={{ minWidth: layout.numbers[index] }}>{label}</span>
                  )}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {carried(above, 'above')}
            {rows.map((row) => (
              <Row key={row} block={block} layout={layout} at={row} />
            ))}
            {carried(below, 'below')}
          </tbody>
        </table>
      </div>
      {end && note !== null && <p className="sheet-note">{note}</p>}
    </div>
  );
}

function Row({ block, layout, at }: { readonly block: Table; readonly layout: TableLayout; readonly at: number }) {
  const row = block.rows[at];
  if (row === undefined) return null;
  const { kind, cells } = row;
  // The name of a group has the line to itself where nothing else stands in it.
  const alone = kind === 'group' && cells.slice(1).every(({ text }) => text === '');
  return (
    <tr className={`sheet-${kind}`} data-row={at}>
      {(alone ? cells.slice(0, 1) : cells).map((cell, index) => {
        const { as = 'plain' } = block.columns[index] ?? {};
        const className = `${sideOf(layout, index)} sheet-${as} ${cell.tone}`;
        if (index === 0)
          return (
            <th key={index} scope="row" className={className} colSpan={alone ? block.columns.length : 1}>
              {cell.text}
            </th>
          );
        return (
          <td key={index} className={className}>
            {layout.right[index] === true ? (
              <Number cell={kind === 'row' ? cell : null} layout={layout} at={index}>
                <TableNumber block={block} row={at} column={index} />
              </Number>
            ) : (
              cell.text
            )}
          </td>
        );
      })}
    </tr>
  );
}

interface TableNumberProps {
  readonly block: Table;
  readonly row: number;
  readonly column: number;
}

/** A number with what it opens, which only a screen asks for. */
function TableNumber({ block, row, column }: TableNumberProps) {
  const isOpening = use(NumberOpener) !== null;
  const cells = block.rows[row]?.cells;
  const text = cells?.[column]?.text ?? '';
  const opened = isOpening ? openedInTable(block, row, column) : null;
  if (opened === null) return text;
  return (
    <OpeningNumber
      opened={opened}
      name={bareLabel(block.columns[column])}
      title={bareLabel(block.columns[opened.column])}
      place={cells?.[0]?.text.trim() ?? ''}
      text={text}
      scale={block.columns[column]?.written?.scale ?? null}
    />
  );
}

/** A heading without the unit of its money. Example: 'Prognos, tkr' is 'Prognos'. */
const bareLabel = (column: ReportColumn | undefined): string =>
  column?.written?.scale == null ? (column?.label ?? '') : column.label.replace(/, [^,]+$/, '');

const sideOf = (layout: TableLayout, index: number): string => (layout.right[index] === true ? 'sheet-number' : '');

interface NumberProps {
  readonly children: React.ReactNode;
  /** Null draws no bar. */
  readonly cell?: ReportCell | null;
  readonly layout: TableLayout;
  readonly at: number;
}

/** A number, and in a column of bars its bar from the zero that all of them share. */
function Number({ children, cell = null, layout, at }: NumberProps) {
  const range = layout.bars[at] ?? null;
  if (range === null) return children;
  const value = cell?.value ?? null;
  const { left, length, zero } = barPlace(value ?? 0, range);
  const share = (part: number): string => `${String(Math.round(part * 1e4) / 100)}%`;
  return (
    <span className="sheet-barred">
      <span style={{ width: layout.numbers[at] }}>{children}</span>
      <svg aria-hidden="true" className={cell?.tone}>
        {value !== null && (
          <>
            <rect x={share(left)} y="3" width={share(length)} height="9" />
            <line x1={share(zero)} x2={share(zero)} y1="0" y2="15" />
          </>
        )}
      </svg>
    </span>
  );
}
