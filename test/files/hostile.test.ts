import { describe, expect, it } from 'vitest';
import { identifyFile } from '#files/identify-file.ts';
import { readTable } from '#files/read-table.ts';
import { HOSTILE_FILES, hostileFile, longText } from '../fixtures/hostile-files.ts';
import { quietTask, readBytes, verdict, withFile } from '../fixtures/read-bytes.ts';
import { cellTexts } from '../fixtures/table-cells.ts';
import { workbookOf } from '../fixtures/workbook.ts';

describe('what a hostile file gets', () => {
  it.each(HOSTILE_FILES)('%s', async (_name, expected, bytes) => {
    expect(await verdict(readBytes(bytes()))).toBe(expected);
  });

  it('a cell in each corner of the grid costs two rows', async () => {
    const { table } = await readBytes(hostileFile('a cell in each corner'));
    expect([table.rows, table.columns.length, table.fileRows]).toEqual([2, 16_384, Int32Array.from([1, 1_048_576])]);
  });

  it('empty cells are passed over, a long text is kept', async () => {
    expect(cellTexts((await readBytes(hostileFile('twelve million empty cells'))).table)).toEqual([['55']]);
    const { table } = await readBytes(hostileFile('one text of ten megabytes'));
    expect(table.columns[0]?.texts).toEqual([longText()]);
  });
});

describe('while it is read', () => {
  it.each([
    ['text', Buffer.alloc(20_000_000, 'kund;1,5\n')],
    ['workbook', workbookOf({ sheet: '<row><c><v>1</v></c></row>'.repeat(300_000) })],
  ])('%s: cancel takes effect, other work goes on, progress grows to the size', async (_name, bytes) => {
    await withFile(bytes, async (path) => {
      const facts = await identifyFile(path);
      const seen: number[] = [];
      let turns = 0;
      const timer = setInterval(() => turns++, 1);
      await readTable(path, facts, {}, { progress: (done) => seen.push(done), cancelled: () => false });
      clearInterval(timer);
      expect(turns).toBeGreaterThan(3);
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
      expect(Math.max(...seen)).toBeLessThanOrEqual(facts.size);
      let looks = 0;
      const stopping = { progress: () => undefined, cancelled: () => ++looks > 2 };
      expect(await verdict(readTable(path, facts, {}, stopping))).toBe('E_CANCELLED');
      expect(await verdict(readTable(path, { ...facts, size: facts.size - 1 }, {}, quietTask))).toBe('E_FILE_CHANGED');
    });
  });
});
