import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { classNames } from './class-names.ts';
import { Skeleton } from './skeleton.tsx';
import type { TableColumn } from './table.tsx';
import './virtual-table.css';

const ROW_HEIGHT = 30;

interface VirtualTableProps<T> {
  readonly caption: string;
  /** Widths are grid tracks (`120px`, `minmax(160px, 1fr)`), 1fr by default. */
  readonly columns: readonly TableColumn<T>[];
  readonly count: number;
  /** Undefined while the row is on its way. */
  readonly row: (index: number) => T | undefined;
  /** The rows in sight, to fetch those that are missing. */
  readonly onRange?: (first: number, last: number) => void;
  /** CSS length of the scrolling part. */
  readonly height: string;
}

/** Any number of rows; only those in sight are drawn. Scrolls with the keyboard when focused. */
export function VirtualTable<T>({ caption, columns, count, row, onRange, height }: VirtualTableProps<T>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 8,
  });
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (count > 0) onRange?.(first, last);
  }, [count, first, last, onRange]);
  const tracks = { gridTemplateColumns: columns.map((column) => column.width ?? 'minmax(0, 1fr)').join(' ') };
  return (
    <div
      ref={scroller}
      className="ui-virtual"
      style={{ maxHeight: height }}
      role="table"
      aria-label={caption}
      aria-rowcount={count + 1}
      tabIndex={0}
    >
      <div className="ui-virtual-row ui-virtual-head" role="row" aria-rowindex={1} style={tracks}>
        {columns.map((column) => (
          <span key={column.key} role="columnheader" className={column.number === true ? 'num' : undefined}>
            {column.header}
          </span>
        ))}
      </div>
      <div className="ui-virtual-body" role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {items.map((item) => {
          const data = row(item.index);
          return (
            <div
              key={item.key}
              className="ui-virtual-row"
              role="row"
              aria-rowindex={item.index + 2}
              style={{ ...tracks, height: item.size, transform: `translateY(${item.start}px)` }}
            >
              {columns.map((column) => (
                <span key={column.key} role="cell" className={classNames(column.number === true && 'num')}>
                  {data === undefined ? <Skeleton width="60%" /> : column.cell(data, item.index)}
                </span>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
