import fc from 'fast-check';
import { expect, it } from 'vitest';
import { columnQueries } from '#columns/column-queries.ts';
import { TAKEN_WHOLE } from '#columns/streamed/streamable.ts';
import type { ColumnQueries } from '#engine/ports/column-queries.ts';
import { answer } from '#engine/question/answer.ts';
import { rowPositions } from '#engine/question/row-positions.ts';
import { questionSchema, type Answer, type QuestionInput } from '#shared/question.ts';
import { columnsInBlocks } from '../support/columns-in-blocks.ts';
import { columnsOfRows } from '../support/columns-of-rows.ts';
import type { Row, Settings, Tables } from '../support/reference/rows.ts';
import { contextIn, dimensionsOf, inForce } from './reference-check.ts';
import { askable, questions, rulesOf, settings, worlds } from './worlds.ts';

const SEED = 20_261_122;
const RUNS = Number(process.env['NYCKELTAL_STREAMED'] ?? 600);

/** Customers have a name, a number or both. */
function left(tables: Tables, without: string): Tables {
  const shorn = (row: Row): Row => Object.fromEntries(Object.entries(row).filter(([key]) => key !== without));
  return Object.fromEntries(Object.entries(tables).map(([kind, rows = []]) => [kind, rows.map(shorn)]));
}

it(`${String(RUNS)} random questions are answered block by block as they are in memory, to the last digit`, () => {
  let blocks = 0;
  let streamed = 0;
  const whole = new Set<string>();
  const without = fc.constantFrom('', 'customer_id', 'customer');
  fc.assert(
    fc.property(
      worlds,
      settings,
      questions(inForce),
      fc.integer({ min: 1, max: 7 }),
      without,
      (world, rules, input, rows, key) => {
        const tables = left(world, key);
        const asked = askable(input, dimensionsOf(tables, rules));
        const before = blocks;
        const inMemory = outcome(tables, rules, asked, null);
        const inBlocks = outcome(tables, rules, asked, (columns) =>
          columnQueries(
            columnsInBlocks(
              columns,
              rows,
              () => blocks++,
              (column) => whole.add(column),
            ),
          ),
        );
        if (blocks > before) streamed++;
        expect(inBlocks).toEqual(inMemory);
      },
    ),
    { seed: SEED, numRuns: RUNS },
  );
  expect(streamed).toBeGreaterThan(RUNS * 0.9);
  // The doctor names the kinds of which whole columns are read all the same.
  const kinds = new Set([...whole].map((column) => column.split('.')[0] ?? ''));
  expect([...kinds].filter((kind) => !TAKEN_WHOLE.some((known) => known === kind))).toEqual([]);
}, 120_000);

type Columns = ReturnType<typeof columnsOfRows>;

/** The answer with the rows behind its first and last numbers, or why there is none. */
function outcome(
  tables: Tables,
  rules: Settings,
  input: QuestionInput,
  queriesOf: ((columns: Columns) => ColumnQueries) | null,
): unknown {
  const context = contextIn(tables, rules);
  const columns = columnsOfRows(tables, 1, { base: rules.base, rates: rules.rates }, rulesOf(rules));
  const asked = { ...context, queries: (queriesOf ?? columnQueries)(columns) };
  const question = questionSchema.parse(input);
  try {
    const answered: Answer = answer(question, asked);
    const rows = [answered.cells[0], answered.cells.at(-1)].flatMap((cell) => {
      if (cell === undefined || cell.other) return [];
      const { kpi, row, column } = cell;
      const { kinds: _, ...found } = rowPositions(question, { kpi, row, column }, asked, undefined);
      return [found];
    });
    return { answered, rows };
  } catch (error) {
    return String(error);
  }
}
