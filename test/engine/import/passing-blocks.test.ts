import { expect, it } from 'vitest';
import type { BlockLife } from '#engine/import/block-reader.ts';
import { convertTable } from '#engine/import/convert.ts';
import { KnownRows, NOTHING_STORED } from '#engine/import/known-rows.ts';
import { planImport } from '#engine/import/plan-import.ts';
import { BLOCK_ROWS } from '#engine/import/raw-table.ts';
import { TEXT_FILE } from './inspect-rows.ts';
import { textTable } from './table-of.ts';

it('a passing block says what a kept one does, as long as it lasts', () => {
  const rows = Array.from({ length: BLOCK_ROWS + 20 }, (_, i) => [
    i % 11 === 0 && i < BLOCK_ROWS ? 'soon' : `2026-01-${String((i % 28) + 1).padStart(2, '0')}`,
    i % 3 === 0 ? '' : `Kund ${String(i % 1_000)}`,
    i % 5 === 0 ? '' : String(i),
    i % 2 === 0 ? 'ja' : '',
    String(i),
  ]);
  const table = textTable([['Datum', 'Kund', 'Antal', 'Levererad', 'Belopp'], ...rows]);
  const plan = planImport(table, {}, TEXT_FILE);
  const none = { rule: 'update', key: [], period: null } as const;
  const steps = (life: BlockLife) => convertTable(plan, table, new KnownRows(NOTHING_STORED, none), 'commit', life);
  const kept = [...steps('kept')];
  expect(kept).toHaveLength(2);
  const passing = steps('passing');
  for (const block of kept) expect(passing.next().value).toEqual(block);
});
