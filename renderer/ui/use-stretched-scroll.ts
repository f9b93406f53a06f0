import type { Virtualizer } from '@tanstack/react-virtual';
import { useCallback, useReducer, useRef } from 'react';
import { afterScroll, boxHeight, type ScrollState } from './stretched-scroll.model.ts';

type ScrollElement = Virtualizer<HTMLDivElement, Element>;

const SCROLLING_MS = 150;

/** The browser would travel there in steps, which must not be taken for a person's. */
function goToEnd(event: KeyboardEvent): void {
  const { key, target, currentTarget } = event;
  if (!(currentTarget instanceof Element) || target !== currentTarget || (key !== 'Home' && key !== 'End')) return;
  event.preventDefault();
  currentTarget.scrollTo({ top: key === 'Home' ? 0 : currentTarget.scrollHeight, behavior: 'instant' });
}

/** Tells a virtualizer where in the list the box stands. `offset` is what rows are drawn further up by. */
export function useStretchedScroll() {
  const state = useRef<ScrollState>({ top: 0, offset: 0 });
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const observeElementOffset = useCallback(
    (virtual: ScrollElement, moved: (at: number, scrolling: boolean) => void) => {
      const element = virtual.scrollElement;
      if (element === null) return undefined;
      let rest: ReturnType<typeof setTimeout> | undefined;
      const onScroll = (): void => {
        const before = state.current;
        const list = virtual.getTotalSize();
        const head = element.scrollHeight - boxHeight(list);
        const now = afterScroll(before, element.scrollTop, { list, view: element.clientHeight - head });
        state.current = now;
        if (now.top !== element.scrollTop) element.scrollTop = now.top;
        if (now.offset !== before.offset) redraw();
        moved(now.top + now.offset, true);
        clearTimeout(rest);
        rest = setTimeout(() => moved(state.current.top + state.current.offset, false), SCROLLING_MS);
      };
      moved(element.scrollTop + state.current.offset, false);
      element.addEventListener('scroll', onScroll, { passive: true });
      element.addEventListener('keydown', goToEnd);
      return () => {
        clearTimeout(rest);
        element.removeEventListener('scroll', onScroll);
        element.removeEventListener('keydown', goToEnd);
      };
    },
    [],
  );
  return { observeElementOffset, offset: () => state.current.offset };
}
