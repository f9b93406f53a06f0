/** How large the pages are shown, in percent of paper; `fit` fills the width there is. */
export type Zoom = 'fit' | number;

export const ZOOMS = [50, 75, 100, 125, 150, 200] as const;

/** The scale of pages that are `natural` wide in a place of `room`, pixels. Fitted pages are never larger than 200 %, nor than can be read in part. */
export function scaleOf(zoom: Zoom, room: number, natural: number): number {
  if (zoom !== 'fit') return zoom / 100;
  return natural <= 0 || room <= 0 ? 1 : Math.min(2, Math.max(0.2, room / natural));
}

/** The next step larger or smaller than what is shown now. Example: in from fitted pages at 83 % is 100 %. */
export function stepped(scale: number, by: 1 | -1): Zoom {
  const percent = Math.round(scale * 100);
  const next = by > 0 ? ZOOMS.find((each) => each > percent) : ZOOMS.findLast((each) => each < percent);
  return next ?? (by > 0 ? 200 : 50);
}

/** What a key does to the zoom: with Ctrl or ⌘, as in every reader of pages. */
export function zoomOfKey(key: string, scale: number): Zoom | null {
  if (key === '+' || key === '=') return stepped(scale, 1);
  if (key === '-') return stepped(scale, -1);
  return key === '0' ? 'fit' : null;
}
