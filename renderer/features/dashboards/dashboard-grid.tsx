import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Annotation } from '#shared/annotations.ts';
import type { Dashboard, Tile } from '#shared/dashboards.ts';
import { tileTitle } from '#shared/tiles/tile-title.ts';
import { inReadingOrder, reflowed, resized, stepped, type Direction } from './grid.model.ts';
import { NARROW_WIDTH } from './grid-metrics.model.ts';
import { TileFrame, type TileActions } from './tile-frame.tsx';
import { NARROW_WIDTHS, SIZES, placeWords } from './tiles.model.ts';
import { TileView } from './tile-view.tsx';
import { useDrag } from './use-drag.ts';
import { useWidth } from './use-width.ts';
import type { TileNeeds } from './use-tiles.ts';

interface DashboardGridProps {
  readonly dashboard: Dashboard;
  readonly needs: TileNeeds;
  readonly remarks: readonly Annotation[];
  readonly editing: boolean;
  readonly busy: boolean;
  /** Changes the tiles as they stand by then, which may be ahead of those that are drawn; tells whether they are others now. */
  readonly onTiles: (change: (tiles: readonly Tile[]) => readonly Tile[]) => boolean;
  readonly actions: Omit<TileActions, 'onStep' | 'onGrow'>;
}

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};
const GROWTH: Readonly<Record<Direction, readonly [width: number, height: number]>> = {
  left: [-1, 0],
  right: [1, 0],
  up: [0, -1],
  down: [0, 1],
};

/** The tiles at their places. While editing they can be dragged, or stepped by keyboard, which says where they come to stand. */
export function DashboardGrid({ dashboard, needs, remarks, editing, busy, onTiles, actions }: DashboardGridProps) {
  const { t } = useTranslation();
  const ref = useRef<HTMLDivElement>(null);
  const width = useWidth(ref);
  const narrow = width > 0 && width < NARROW_WIDTH;
  const { tiles } = dashboard;
  const { drag, start } = useDrag(ref, tiles, (next) => onTiles(() => next));
  const [moved, setMoved] = useState<string | null>(null);
  const placed = narrow ? reflowed(tiles, (tile) => NARROW_WIDTHS[tile.show]) : (drag?.tiles ?? tiles);
  const shown = inReadingOrder(placed);
  // A tile that changes its place among the elements loses the focus it had. Changes that come from elsewhere take none.
  const losing = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (losing.current === null) return;
    ref.current?.querySelector<HTMLElement>(`[data-tile="${losing.current}"]`)?.focus();
    losing.current = null;
  }, [tiles]);
  const move = ({ id }: Tile, change: (before: readonly Tile[]) => readonly Tile[]): void => {
    setMoved(id);
    if (onTiles(change)) losing.current = id;
  };
  const step = (tile: Tile, direction: Direction): void => move(tile, (before) => stepped(before, tile.id, direction));
  const grow = (tile: Tile, direction: Direction): void => {
    const [wider, taller] = GROWTH[direction];
    move(tile, (before) => {
      const { place } = before.find(({ id }) => id === tile.id) ?? tile;
      const size = { width: place.width + wider, height: place.height + taller };
      return resized(before, tile.id, size, SIZES[tile.show].least);
    });
  };
  const onKeyDown = (tile: Tile) => (event: KeyboardEvent<HTMLElement>) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = ARROWS[event.key];
    const stored = tiles.find(({ id }) => id === tile.id);
    if (stored === undefined) return;
    if (direction !== undefined) {
      event.preventDefault();
      if (event.shiftKey) grow(stored, direction);
      else step(stored, direction);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault();
      actions.onRemove(stored);
    }
  };
  const said = tiles.find(({ id }) => id === moved);
  return (
    <div
      ref={ref}
      className={editing ? 'overview dashboard dashboard-editing' : 'overview dashboard'}
      aria-busy={busy}
      data-narrow={narrow}
    >
      {width > 0 &&
        shown.map((tile) => (
          <TileFrame
            key={tile.id}
            tile={tile}
            name={tileTitle(tile, needs.words, needs.answer ?? null)}
            editing={editing}
            dragged={drag?.id === tile.id}
            movable={!narrow}
            onKeyDown={onKeyDown(tile)}
            onDragStart={start('move', tile)}
            onResizeStart={start('resize', tile)}
            actions={{ ...actions, onStep: step, onGrow: grow }}
          >
            <TileView tile={tile} needs={needs} remarks={remarks} />
          </TileFrame>
        ))}
      <p className="visually-hidden" role="status">
        {said === undefined || !editing
          ? ''
          : t('dashboards:tile.at', {
              name: tileTitle(said, needs.words, needs.answer ?? null),
              ...placeWords(said.place),
            })}
      </p>
    </div>
  );
}
