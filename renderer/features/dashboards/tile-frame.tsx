import type { KeyboardEvent, PointerEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tile } from '#shared/dashboards.ts';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import type { Direction } from './grid.model.ts';
import { placeWords } from './tiles.model.ts';

export interface TileActions {
  readonly onRename: (tile: Tile) => void;
  readonly onDuplicate: (tile: Tile) => void;
  readonly onRemove: (tile: Tile) => void;
  readonly onStep: (tile: Tile, direction: Direction) => void;
  readonly onGrow: (tile: Tile, direction: Direction) => void;
}

interface TileFrameProps {
  readonly tile: Tile;
  readonly name: string;
  readonly editing: boolean;
  readonly dragged: boolean;
  /** By pointer; by keyboard it always is. */
  readonly movable: boolean;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
  readonly onDragStart: (event: PointerEvent<HTMLElement>) => void;
  readonly onResizeStart: (event: PointerEvent<HTMLElement>) => void;
  readonly actions: TileActions;
  readonly children: ReactNode;
}

const MOVES = ['left', 'right', 'up', 'down'] as const;
const GROWS = { wider: 'right', narrower: 'left', taller: 'down', lower: 'up' } as const;

/** A tile's place on the grid, and while editing what can be done with it. Its content then rests. */
export function TileFrame(props: TileFrameProps) {
  const { t } = useTranslation();
  const { tile, name, editing, dragged, movable, onKeyDown, onDragStart, onResizeStart, actions, children } = props;
  const { x, y, width, height } = tile.place;
  const place = {
    gridColumn: `${String(x + 1)} / span ${String(width)}`,
    gridRow: `${String(y + 1)} / span ${String(height)}`,
  };
  if (!editing) {
    return (
      <div className={`tile tile-${tile.show}`} style={place}>
        {children}
      </div>
    );
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys and the pointer that move a tile go to the tile
    <div
      className={classNames('tile', `tile-${tile.show}`, dragged && 'tile-dragged')}
      style={place}
      data-tile={tile.id}
      role="group"
      aria-roledescription={t('dashboards:tile.role')}
      aria-label={t('dashboards:tile.at', { name, ...placeWords(tile.place) })}
      aria-describedby="tile-keys"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keys that move a tile go to the tile
      tabIndex={0}
      onKeyDown={onKeyDown}
      {...(movable ? { onPointerDown: onDragStart } : {})}
    >
      <div className="tile-content" inert>
        {children}
      </div>
      <div className="tile-tools" onPointerDown={(event) => event.stopPropagation()}>
        <Menu
          align="end"
          trigger={<IconButton icon="more" label={t('dashboards:tile.menu', { name })} />}
          groups={[
            [
              {
                label: t(tile.show === 'text' ? 'dashboards:tile.editText' : 'dashboards:tile.rename'),
                icon: 'pen',
                onSelect: () => actions.onRename(tile),
              },
              { label: t('dashboards:tile.duplicate'), icon: 'copy', onSelect: () => actions.onDuplicate(tile) },
            ],
            MOVES.map((direction) => ({
              label: t(`dashboards:tile.${direction}`),
              onSelect: () => actions.onStep(tile, direction),
            })),
            Object.entries(GROWS).map(([word, direction]) => ({
              label: t(`dashboards:tile.${word}`),
              onSelect: () => actions.onGrow(tile, direction),
            })),
            [{ label: t('dashboards:tile.remove'), icon: 'trash', onSelect: () => actions.onRemove(tile) }],
          ]}
        />
      </div>
      {movable && (
        <span
          className="tile-resize"
          title={t('dashboards:tile.resize', { name })}
          aria-hidden="true"
          onPointerDown={onResizeStart}
        />
      )}
    </div>
  );
}
