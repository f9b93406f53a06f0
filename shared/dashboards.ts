import { z } from 'zod';
import { CHART_KINDS } from './charts/model.ts';
import { GRID_COLUMNS } from './dashboard-grid.ts';
import { gridViewSchema } from './grid.ts';
import { questionSchema } from './question.ts';

const placeSchema = z
  .strictObject({
    x: z
      .int()
      .min(0)
      .max(GRID_COLUMNS - 1),
    y: z.int().min(0).max(1000),
    width: z.int().min(1).max(GRID_COLUMNS),
    height: z.int().min(1).max(40),
  })
  .refine(({ x, width }) => x + width <= GRID_COLUMNS, { error: 'a tile stands within the columns' });
export type Place = z.infer<typeof placeSchema>;

/** What the top of the dashboard says goes for every tile; a tile's own filters come on top of it. */
const unscoped = { period: true, compare: true } as const;
const tileQuestionSchema = questionSchema.omit(unscoped);

const everyTile = {
  id: z.string().regex(/^[\w-]{1,60}$/),
  /** Null for the name that its content gives. */
  title: z.string().trim().min(1).max(200).nullable(),
  place: placeSchema,
};

export const tileSchema = z.discriminatedUnion('show', [
  z.strictObject({ ...everyTile, show: z.literal('kpi'), kpi: z.string().min(1).max(201) }),
  z.strictObject({ ...everyTile, show: z.literal('chart'), kind: z.enum(CHART_KINDS), question: tileQuestionSchema }),
  z.strictObject({
    ...everyTile,
    show: z.literal('table'),
    view: gridViewSchema.extend({ question: tileQuestionSchema }),
  }),
  z.strictObject({ ...everyTile, show: z.literal('text'), text: z.string().max(10_000) }),
]);
export type Tile = z.infer<typeof tileSchema>;

/** A page of tiles. The id of a ready-made one stands for that one as it was changed. */
export const dashboardSchema = z.strictObject({
  id: z.string().regex(/^[\w-]{1,60}$/),
  name: z.string().trim().min(1).max(120),
  /** Dashboards stand in this order. */
  order: z.int().min(0).max(1_000_000),
  tiles: z
    .array(tileSchema)
    .max(60)
    .refine((tiles) => new Set(tiles.map(({ id }) => id)).size === tiles.length, { error: 'each tile once' }),
});
export type Dashboard = z.infer<typeof dashboardSchema>;
export type DashboardInput = z.input<typeof dashboardSchema>;
