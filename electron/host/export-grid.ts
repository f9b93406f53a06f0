import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { tableSheet } from '#engine/grid/table-sheet.ts';
import { writeSheetFile } from '#files/grid-out/write-sheet.ts';
import type { AboutLine } from '#files/grid-out/sheet-workbook.ts';
import type { Output, ParsedInput } from '#shared/contract.ts';
import { filterCondition } from '#shared/filter-words.ts';
import { formatRange } from '#shared/format-period.ts';
import type { GridView } from '#shared/grid.ts';
import { valueName } from '#shared/grid-words.ts';
import type { Answer } from '#shared/question.ts';
import type { ExportDesk } from './export-rows.ts';
import type { GridDesk } from './grid-desk.ts';
import { nearestSafeName } from './safe-name.ts';
import { tableWords, type TableWords } from './table-words.ts';
import type { Task } from './tasks.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
/** Room for the extension in a name of 120 characters. */
const LONGEST_NAME = 115;
const NOTHING = { rows: { from: 0, count: 0 }, columns: { from: 0, count: 0 } };

/** A view's whole table as a file, equal to the screen. */
export async function exportGrid(
  { view, format, style, locale, title }: ParsedInput<'question.export'>,
  grids: GridDesk,
  { workspace, files, temporary }: ExportDesk,
  task: Task,
): Promise<Output<'question.export'>> {
  const { store } = workspace;
  const settings = store.settings();
  const { table, context } = grids.table(view);
  await task.breathe();
  const words = tableWords(locale, context.queries.columns, settings);
  const head = table.window(NOTHING);
  const sheet = tableSheet(table, view, head.kpis, words.grid);
  const called = title.trim() === '' ? words.grid.say('grid:table') : title.trim();
  const name = `${nearestSafeName(`${store.info().name} ${called}`).slice(0, LONGEST_NAME)}.${format}`;
  const folder = join(temporary, randomUUID());
  mkdirSync(folder, { mode: 0o700 });
  const path = join(folder, name);
  const about = aboutTable(called, view, head, settings.currency, words);
  const titles = { table: called, about: words.grid.say('grid:about') };
  await writeSheetFile(path, sheet, format === 'csv' ? { format, style } : { format, titles, about }, {
    progress: (done, total) => task.report('writing', done, total),
    cancelled: () => task.signal.aborted,
  });
  return files.addDownload({ path, name }, TYPES[format]);
}

function aboutTable(
  title: string,
  { question, values }: GridView,
  { period, comparePeriod }: Pick<Answer, 'period' | 'comparePeriod'>,
  currency: string,
  { grid, filters }: TableWords,
): readonly AboutLine[] {
  const { say, locale } = grid;
  return [
    [say('grid:table'), title],
    [say('grid:period'), formatRange(period.from, period.open ? period.through : period.to, locale)],
    ...(comparePeriod === null
      ? []
      : ([[say('grid:comparedWith'), formatRange(comparePeriod.from, comparePeriod.to, locale)]] as const)),
    ...question.filters.map((filter): AboutLine => [
      say('grid:filter'),
      `${grid.dimension(filter.dimension)}: ${filterCondition(filter, filters)}`,
    ]),
    ...values.map((value): AboutLine => [say('grid:values'), valueName(value, question, grid)]),
    [say('grid:currency'), currency],
  ];
}
