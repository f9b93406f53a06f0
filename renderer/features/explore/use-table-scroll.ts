import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import { afterScroll, boxHeight, type ScrollState } from '../../ui/stretched-scroll.model.ts';

/** Where the table stands: from the top and left of its cells, and the room for them. CSS pixels. */
export interface TableScroll {
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** How much further down the lines stand than the box that is scrolled: rows are drawn so much further up. */
  readonly offset: number;
}

const NOWHERE: TableScroll = { top: 0, left: 0, width: 0, height: 0, offset: 0 };

/** Follows the scrolling of a table whose lines are `list` pixels high in all, however many these are, below a head of `head` pixels. */
export function useTableScroll(list: number, head: number) {
  const scroller = useRef<HTMLDivElement>(null);
  const [scroll, setScroll] = useState(NOWHERE);
  const state = useRef<ScrollState>({ top: 0, offset: 0 });
  const read = useCallback((): void => {
    const element = scroller.current;
    if (element === null) return;
    const { scrollTop, scrollLeft, clientWidth: width } = element;
    const height = Math.max(0, element.clientHeight - head);
    const now = afterScroll(state.current, scrollTop, { list, view: height });
    state.current = now;
    if (now.top !== scrollTop) element.scrollTo({ top: now.top });
    setScroll((before) => {
      const next = { top: now.top + now.offset, left: scrollLeft, width, height, offset: now.offset };
      const isSame = (['top', 'left', 'width', 'height', 'offset'] as const).every((key) => before[key] === next[key]);
      return isSame ? before : next;
    });
  }, [list, head]);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(read);
    observer.observe(element);
    element.addEventListener('scroll', read, { passive: true });
    read();
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', read);
    };
  }, [read]);
  /** Brings a stretch of lines and one of columns into sight, no further than needed. */
  const reveal = useCallback(
    (
      down: { readonly from: number; readonly to: number },
      across: { readonly from: number; readonly to: number } | null,
      room: { readonly width: number; readonly height: number },
    ): void => {
      const element = scroller.current;
      if (element === null) return;
      const at = element.scrollTop + state.current.offset;
      const top = down.from < at ? down.from : down.to > at + room.height ? down.to - room.height : at;
      if (top !== at) {
        const near = Math.abs(top - at) <= room.height;
        // A far place is gone to in proportion, as a jump of the scroll bar is.
        const box = boxHeight(list);
        const to =
          near || box === list ? top - state.current.offset : (top / (list - room.height)) * (box - room.height);
        element.scrollTo({ top: to });
      }
      if (across === null) return;
      const left = element.scrollLeft;
      const to = across.from < left ? across.from : across.to > left + room.width ? across.to - room.width : left;
      if (to !== left) element.scrollTo({ left: to });
    },
    [list],
  );
  return { scroller, scroll, reveal };
}
