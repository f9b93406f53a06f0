import { useEffect, useState, type KeyboardEvent, type RefObject } from 'react';
import { useAppStore } from '../../state/app-store.ts';
import { NO_REPORT } from '../../state/reports-slice.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { scaleOf, zoomOfKey, type Zoom } from './zoom.model.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}
const NOTHING: Size = { width: 0, height: 0 };
/** Around the sheets, each side. */
const MARGIN = 14;

/** How large the paper is, how large it is shown, and the keys that change that. */
export function usePaper(room: RefObject<HTMLElement | null>, paper: RefObject<HTMLElement | null>) {
  const { id } = useWorkspace();
  const zoom = useAppStore((state) => state.reportsViews[id]?.zoom ?? NO_REPORT.zoom);
  const { viewReports } = useAppStore.getState();
  const [width, setWidth] = useState(0);
  const [natural, setNatural] = useState(NOTHING);
  useEffect(() => {
    const watched = new ResizeObserver(() => {
      setWidth((room.current?.clientWidth ?? 0) - 2 * MARGIN);
      const { offsetWidth, offsetHeight } = paper.current ?? {};
      setNatural((now) =>
        now.width === offsetWidth && now.height === offsetHeight
          ? now
          : { width: offsetWidth ?? 0, height: offsetHeight ?? 0 },
      );
    });
    for (const { current } of [room, paper]) if (current !== null) watched.observe(current);
    return () => watched.disconnect();
  }, [room, paper]);
  const scale = scaleOf(zoom, width, natural.width);
  const setZoom = (next: Zoom): void => viewReports(id, { zoom: next });
  return {
    zoom,
    scale,
    natural,
    setZoom,
    onKeyDown: (event: KeyboardEvent): void => {
      const next = event.ctrlKey || event.metaKey ? zoomOfKey(event.key, scale) : null;
      if (next === null) return;
      event.preventDefault();
      setZoom(next);
    },
  };
}
