import type { Dashboard, Place, Tile } from '#shared/dashboards.ts';
import { isAtHand, type KeysAtHand } from '#shared/grouped-fields.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import { freePlace, packed } from './grid.model.ts';

/** Columns and rows of the grid. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size a tile comes in and the least that still reads well, by what it shows. */
export const SIZES: Readonly<Record<Tile['show'], { readonly usual: Size; readonly least: Size }>> = {
  kpi: { usual: { width: 2, height: 3 }, least: { width: 2, height: 3 } },
  chart: { usual: { width: 6, height: 6 }, least: { width: 3, height: 4 } },
  table: { usual: { width: 6, height: 8 }, least: { width: 4, height: 3 } },
  text: { usual: { width: 4, height: 3 }, least: { width: 2, height: 1 } },
};

/** In a window this narrow cards stand three in a row and other tiles by themselves. */
export const NARROW_WIDTHS: Readonly<Record<Tile['show'], number>> = { kpi: 4, chart: 12, table: 12, text: 12 };

/** What a tile shows, before it has a place. */
export type TileContent = Tile extends infer T ? (T extends Tile ? Omit<T, 'id' | 'place' | 'title'> : never) : never;

export function withTiles(dashboard: Dashboard, tiles: readonly Tile[]): Dashboard {
  return { ...dashboard, tiles: [...tiles] };
}

/** The dashboard with one more tile, beside the others where it fits. */
export function withTile(
  dashboard: Dashboard,
  id: string,
  content: TileContent,
  title: string | null = null,
): Dashboard {
  const { width, height } = SIZES[content.show].usual;
  return withTiles(dashboard, [
    ...dashboard.tiles,
    { ...content, id, title, place: freePlace(dashboard.tiles, width, height) },
  ]);
}

export function withoutTile(dashboard: Dashboard, id: string): Dashboard {
  return withTiles(dashboard, packed(dashboard.tiles.filter((tile) => tile.id !== id)));
}

/** The tile once more, beside the others where it fits. */
export function withDuplicate(dashboard: Dashboard, id: string, newId: string): Dashboard {
  const tile = dashboard.tiles.find((each) => each.id === id);
  if (tile === undefined) return dashboard;
  const { width, height } = tile.place;
  return withTiles(dashboard, [
    ...dashboard.tiles,
    { ...tile, id: newId, place: freePlace(dashboard.tiles, width, height) },
  ]);
}

/** The tile under another name; null for the name its content gives. */
export function withTitle(dashboard: Dashboard, id: string, title: string | null): Dashboard {
  return withTiles(
    dashboard,
    dashboard.tiles.map((tile) => (tile.id === id ? { ...tile, title } : tile)),
  );
}

export function withText(dashboard: Dashboard, id: string, text: string): Dashboard {
  return withTiles(
    dashboard,
    dashboard.tiles.map((tile) => (tile.id === id && tile.show === 'text' ? { ...tile, text } : tile)),
  );
}

/** As the others are counted: 'column 3, row 1'. */
export function placeWords({
  x,
  y,
  width,
  height,
}: Place): Readonly<Record<'column' | 'row' | 'width' | 'height', number>> {
  return { column: x + 1, row: y + 1, width, height };
}

/** The list with this one in the place of the one with its id, or at its end. */
export function withDashboard(list: readonly Dashboard[], dashboard: Dashboard): readonly Dashboard[] {
  return list.some(({ id }) => id === dashboard.id)
    ? list.map((each) => (each.id === dashboard.id ? dashboard : each))
    : [...list, dashboard];
}

/** What takes one list of stored dashboards to another: those to save and the ids to remove. */
export function stepsBetween(
  before: readonly Dashboard[],
  after: readonly Dashboard[],
): { readonly saved: readonly Dashboard[]; readonly removed: readonly string[] } {
  const known = new Map(before.map((each) => [each.id, each]));
  const kept = new Set(after.map(({ id }) => id));
  return {
    saved: after.filter((each) => JSON.stringify(known.get(each.id)) !== JSON.stringify(each)),
    removed: before.flatMap(({ id }) => (kept.has(id) ? [] : [id])),
  };
}

/** A name that no other dashboard has. Example: 'Ledning' beside 'Ledning' is 'Ledning 2'. */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  let number = 2;
  while (taken.includes(`${name} ${String(number)}`)) number++;
  return `${name} ${String(number)}`;
}

/** Whether this workspace has all that a tile asks for: a dashboard may come from another one. */
export function isAnswerable(
  { kpis, rows, columns, filters }: Extract<Tile, { show: 'chart' }>['question'],
  { knownKpis, atHand }: { readonly knownKpis: ReadonlySet<string>; readonly atHand: KeysAtHand },
): boolean {
  return (
    kpis.every((kpi) => knownKpis.has(parseKpiReference(kpi).kpi)) &&
    [...rows, ...columns].every(({ dimension }) => isAtHand(dimension, atHand.axes)) &&
    filters.every(({ dimension }) => isAtHand(dimension, atHand.filters))
  );
}
