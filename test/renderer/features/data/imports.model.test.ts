import { describe, expect, it } from 'vitest';
import type { ImportRecord } from '#shared/importing.ts';
import {
  entryKind,
  importedRows,
  latestFirst,
  mappingLines,
  pageOf,
  withoutFormer,
} from '../../../../renderer/features/data/imports.model.ts';
import { receiptOf } from '../import/receipt-of.ts';
import { wordsIn } from '../words.ts';

function importOf(id: number, importedAt: string, rows: number): ImportRecord {
  return {
    id,
    kind: 'sale',
    file: { name: `file-${String(id)}.csv`, size: 1, sha256: '' },
    sheet: null,
    importedAt,
    rows,
    replaced: 0,
    from: null,
    to: null,
    mapping: { amount: 'Belopp exkl moms', 'custom:Leveranssätt': 'Leveranssätt' },
    format: { encoding: null, separator: null, decimal: null, date: null },
    receipt: receiptOf({}),
  };
}

const imports = [
  importOf(1, '2026-09-02T10:02', 100),
  importOf(3, '2026-10-02T09:14', 20),
  importOf(2, '2026-10-02T09:14', 3),
];

describe('the list of imports', () => {
  it('has the latest first, and of the same minute the last made', () => {
    expect(latestFirst(imports).map(({ id }) => id)).toEqual([3, 2, 1]);
  });

  it('adds up the rows', () => {
    expect(importedRows(imports)).toBe(123);
  });

  it('tells what each column became, a custom one under its own header', async () => {
    const t = await wordsIn('sv');
    expect(imports.slice(0, 1).flatMap((record) => mappingLines(t, record))).toEqual([
      { key: 'amount', header: 'Belopp exkl moms', field: 'Belopp' },
      { key: 'custom:Leveranssätt', header: 'Leveranssätt', field: 'Leveranssätt' },
    ]);
  });

  it('finds the page of a row', () => {
    expect([0, 199, 200, 999].map((row) => pageOf(row, 200))).toEqual([0, 0, 1, 4]);
  });
});

describe('tables written in the app', () => {
  const written = (id: number, kind: 'cost' | 'target') =>
    ({ ...importOf(id, '2026-11-21T09:00', 1), kind, typed: true }) as const;
  const file = { ...importOf(3, '2026-11-21T09:00', 1), kind: 'cost' } as const;

  it('stand with their last state, beside the files', () => {
    const all = [written(1, 'cost'), written(2, 'target'), file, written(4, 'cost')];
    expect(withoutFormer(all).map(({ id }) => id)).toEqual([2, 3, 4]);
    expect(all.map((record) => entryKind(record))).toEqual(['cost', 'target', null, 'cost']);
  });
});
