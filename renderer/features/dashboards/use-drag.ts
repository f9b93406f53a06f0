import { useState, type PointerEvent as ReactPointerEvent, type RefObject } from 'react';
import type { Tile } from '#shared/dashboards.ts';
import { movedTo, resized } from './grid.model.ts';
import { cellAt, cellsOf } from './grid-metrics.model.ts';
import { SIZES } from './tiles.model.ts';

type Way = 'move' | 'resize';

interface Drag {
  readonly id: string;
  /** As the tiles stand while the pointer is where it is. */
  readonly tiles: readonly Tile[];
}

/** Moving and resizing by pointer: the tiles give way as it goes, and stay so when it is let go. Escape lets everything be. */
export function useDrag(
  grid: RefObject<HTMLElement | null>,
  tiles: readonly Tile[],
  onDrop: (tiles: readonly Tile[]) => void,
) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const start = (way: Way, tile: Tile) => (event: ReactPointerEvent<HTMLElement>) => {
    const box = event.currentTarget.closest('.tile')?.getBoundingClientRect();
    const whole = grid.current?.getBoundingClientRect();
    if (event.button !== 0 || box === undefined || whole === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const [fromX, fromY] = [event.clientX, event.clientY];
    const { least } = SIZES[tile.show];
    let latest: readonly Tile[] = tiles;
    const follow = (next: PointerEvent): void => {
      const [dx, dy] = [next.clientX - fromX, next.clientY - fromY];
      if (Math.abs(dx) + Math.abs(dy) < 4 && latest === tiles) return;
      latest =
        way === 'move'
          ? movedTo(tiles, tile.id, cellAt(box.left - whole.left + dx, box.top - whole.top + dy, whole.width))
          : resized(tiles, tile.id, cellsOf(box.width + dx, box.height + dy, whole.width), least);
      setDrag({ id: tile.id, tiles: latest });
    };
    const end = (): void => {
      stop.abort();
      setDrag(null);
    };
    const stop = new AbortController();
    const { signal } = stop;
    window.addEventListener('pointermove', follow, { signal });
    window.addEventListener(
      'pointerup',
      () => {
        end();
        if (latest !== tiles) onDrop(latest);
      },
      { signal },
    );
    window.addEventListener('pointercancel', end, { signal });
    window.addEventListener('keydown', (key) => (key.key === 'Escape' ? end() : undefined), { signal });
  };
  return { drag, start };
}
