import { z } from 'zod';
import { customerValueInputSchema } from './customer-value.ts';
import { historyAskSchema, movementAskSchema, pipelineAskSchema } from './forecast.ts';
import { goalSchema } from './goals.ts';
import { cellRefSchema, questionSchema } from './question.ts';
import { toldParts } from './told.ts';

/**
 * What the numbers of a report's table open: a row and a column name the number together, so that a question stands once and every
 * member once. Null for a row or a column that opens nothing.
 */
const columns = <T extends z.ZodType>(figure: T) => z.array(figure.nullable());

/** Which number of a cell: its value, that of the comparison, or what lies between them. */
const CELL_PARTS = ['value', 'compared', 'difference', 'ratio'] as const;

const cellsSchema = z.strictObject({
  of: z.literal('cells'),
  questions: z.array(questionSchema).min(1),
  rows: z.array(z.strictObject({ path: cellRefSchema.shape.row, kpi: z.string().optional() }).nullable()),
  columns: columns(
    z.strictObject({
      /** Which of the questions. */
      question: z.int().min(0),
      kpi: z.string().optional(),
      path: cellRefSchema.shape.column,
      part: z.enum(CELL_PARTS),
      /** Of a number worked out from another of its row, such as a share: the column of that one, whose passport it opens. */
      from: z.int().min(0).optional(),
    }),
  ),
});

export const tableOpensSchema = z.discriminatedUnion('of', [
  cellsSchema,
  z.strictObject({
    of: z.literal('pipeline'),
    asked: pipelineAskSchema,
    rows: z.array(toldParts.pipeline.part),
    columns: columns(toldParts.pipeline.figure),
  }),
  z.strictObject({
    of: z.literal('movement'),
    asked: movementAskSchema,
    rows: z.array(toldParts.movement.step),
    columns: columns(toldParts.movement.figure),
  }),
  z.strictObject({
    of: z.literal('customer'),
    asked: customerValueInputSchema,
    /** Segments; absent for all customers. */
    rows: z.array(z.strictObject({ group: z.string().max(65_536).nullable().optional() })),
    columns: columns(toldParts.customer.figure),
  }),
  z.strictObject({
    of: z.literal('history'),
    asked: historyAskSchema,
    /** Keys of periods; null for all of them together. */
    rows: z.array(z.string().max(20).nullable()),
    columns: columns(z.enum(['value', 'low80', 'high80'])),
  }),
  z.strictObject({ of: z.literal('goal'), rows: z.array(goalSchema), columns: columns(toldParts.goal.figure) }),
]);
export type TableOpens = z.infer<typeof tableOpensSchema>;
export type CellsOpen = z.infer<typeof cellsSchema>;
