/**
 * Browsers lay out boxes of some millions of pixels and no more. A longer list scrolls through a shorter box: single steps
 * move it pixel by pixel, a jump of the scroll bar moves it in proportion.
 */
export const TALLEST_BOX = 8_000_000;

export interface ScrollState {
  /** Of the box, in pixels. */
  readonly top: number;
  /** How much further down the list stands: its own top is `top + offset`. */
  readonly offset: number;
}

export interface Heights {
  /** Of the whole list. */
  readonly list: number;
  /** Of what is in sight of it, without a head that stays. */
  readonly view: number;
}

/** Height of the box that stands for a list. */
export function boxHeight(list: number): number {
  return Math.min(list, TALLEST_BOX);
}

/**
 * Where box and list stand after the box was scrolled to `top`. The box may have to be moved to the `top` that comes back.
 * At both ends box and list end together. Example: 10 000 rows of 30 px need no help, so the offset is 0.
 */
export function afterScroll(before: ScrollState, top: number, { list, view }: Heights): ScrollState {
  const box = boxHeight(list);
  if (box === list) return { top, offset: 0 };
  const [lastOfBox, lastOfList] = [box - view, list - view];
  if (top <= 0) return { top: 0, offset: 0 };
  if (top >= lastOfBox) return { top: lastOfBox, offset: list - box };
  const isJump = Math.abs(top - before.top) > view;
  if (isJump) return { top, offset: (top / lastOfBox) * lastOfList - top };
  const at = Math.min(lastOfList, Math.max(0, top + before.offset));
  if (at <= view) return { top: at, offset: 0 };
  if (lastOfList - at <= view) return { top: at - (list - box), offset: list - box };
  // Close to an end of the box that is not yet the end of the list: away from it, to where the list stands in proportion.
  const isAtEnd = top <= view || lastOfBox - top <= view;
  const next = isAtEnd ? Math.min(lastOfBox - view, Math.max(view, (at / lastOfList) * lastOfBox)) : top;
  return { top: next, offset: at - next };
}
