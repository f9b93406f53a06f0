import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { Skeleton } from './skeleton.tsx';
import type { TableColumn } from './table.tsx';
import { boxHeight } from './stretched-scroll.model.ts';
import { useStretchedScroll } from './use-stretched-scroll.ts';
import './table-head.css';
import './virtual-table.css';

const ROW_HEIGHT = 30;

interface VirtualTableProps<T> {
  readonly caption: string;
  readonly columns: readonly TableColumn<T>[];
  readonly count: number;
  /** Undefined while the row is on its way. */
  readonly row: (index: number) => T | undefined;
  /** The rows in sight, to fetch those that are missing. */
  readonly onRange?: (first: number, last: number) => void;
  /** CSS length the scrolling part may reach. */
  readonly height: string;
  /** Other rows are on their way; those shown are the ones before. */
  readonly busy?: boolean;
  /** Changes with what the rows are: another selection is shown from its top. */
  readonly selection?: string;
}

/** Any number of rows; only those in sight are drawn, between two empty rows of the others' height. */
export function VirtualTable<T>(props: VirtualTableProps<T>) {
  const { caption, columns, count, row, onRange, height, busy = false, selection = '' } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const { observeElementOffset, offset } = useStretchedScroll();
  // oxlint-disable-next-line react/incompatible-library -- its functions are called here and passed to nobody
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
    observeElementOffset,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (count > 0) onRange?.(first, last);
  }, [count, first, last, onRange]);
  useEffect(() => {
    scroller.current?.scrollTo(0, 0);
  }, [selection]);
  const above = Math.max(0, (items[0]?.start ?? 0) - offset());
  const below = boxHeight(virtual.getTotalSize()) - ((items.at(-1)?.end ?? 0) - offset());
  return (
    <section
      ref={scroller}
      className="ui-virtual"
      style={{ maxHeight: height }}
      aria-label={caption}
      aria-busy={busy}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys scroll what has focus
      tabIndex={0}
    >
      <table className="ui-virtual-table" aria-rowcount={count + 1}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={column.number === true ? 'num' : undefined}
                aria-sort={column.sort}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr aria-hidden="true" style={{ height: above }} />
          {items.map((item) => {
            const data = row(item.index);
            return (
              <tr key={item.key} aria-rowindex={item.index + 2} style={{ height: item.size }}>
                {columns.map((column) => (
                  <td key={column.key} className={column.number === true ? 'num' : undefined}>
                    {data === undefined ? <Skeleton width="60%" /> : column.cell(data, item.index)}
                  </td>
                ))}
              </tr>
            );
          })}
          <tr aria-hidden="true" style={{ height: Math.max(0, below) }} />
        </tbody>
      </table>
    </section>
  );
}
