import { describe, expect, it } from 'vitest';
import type { Inspection, TableInfo } from '#shared/importing.ts';
import {
  afterLook,
  canImportTables,
  firstChoice,
  optionsOf,
  rowsToImport,
  tableState,
  unseenTable,
} from '../../../../renderer/features/import/tables.model.ts';
import { inspectionOf } from './inspection-of.ts';
import { receiptOf } from './receipt-of.ts';

const table = (id: string, kind: TableInfo['kind']): TableInfo => ({ id, name: id, sheets: [id], kind, rows: 3 });
const TABLES = [table('sales', 'sale'), table('budget', 'target'), table('notes', null)];

const seen = (id: string, rows: Partial<Inspection['receipt']['rows']>, part: Partial<Inspection> = {}): Inspection =>
  inspectionOf({ tables: TABLES, table: id, receipt: receiptOf(rows), ...part });

const SALES = seen('sales', { imported: 3 });
const BUDGET = seen('budget', { imported: 2 });
const BLOCKER = { code: 'E_MISSING_FIELD', field: 'date', column: null };

describe('the tables of a file', () => {
  const first = firstChoice(SALES, {});

  it('are all ticked when they say what they hold, else the one looked at', () => {
    expect(first.ticked).toEqual(['sales', 'budget']);
    expect(unseenTable(first)).toBe('budget');
    const unknown = inspectionOf({ tables: [table('a', null), table('b', null)], table: 'a' });
    expect(firstChoice(unknown, {}).ticked).toEqual(['a']);
  });

  it('are imported when each ticked one is known and ready', () => {
    expect(canImportTables(first)).toBe(false);
    const both = afterLook(first, BUDGET, { table: 'budget' });
    expect(canImportTables(both)).toBe(true);
    expect(rowsToImport(both)).toBe(5);
    expect(unseenTable(both)).toBeUndefined();
    const blocked = afterLook(first, seen('budget', { imported: 2 }, { blockers: [BLOCKER] }), { table: 'budget' });
    expect(canImportTables(blocked)).toBe(false);
    expect(canImportTables({ ...blocked, ticked: ['sales'] })).toBe(true);
    expect(canImportTables({ ...both, ticked: [] })).toBe(false);
  });

  it('with nothing new do not stop the others', () => {
    const there = { blockers: [{ code: 'E_ALREADY_IMPORTED', field: null, column: null }] };
    const half = afterLook(first, seen('budget', { duplicates: 2 }, there), { table: 'budget' });
    expect([canImportTables(half), rowsToImport(half)]).toEqual([true, 3]);
    expect(canImportTables({ ...half, ticked: ['budget'] })).toBe(false);
    expect(TABLES.map((each) => tableState(half, each))).toEqual(['ready', 'there', 'open']);
  });

  it('are read each as the user said last, in the encoding of the whole file', () => {
    const changed = afterLook(first, SALES, { kind: 'cost', encoding: 'cp437' });
    expect(optionsOf(changed, 'sales', {})).toEqual({ kind: 'cost', encoding: 'cp437', table: 'sales' });
    expect(optionsOf(changed, 'budget', { kind: 'cost', encoding: 'cp437' })).toEqual({
      encoding: 'cp437',
      table: 'budget',
    });
  });

  it('are chosen anew when the file is read in another way', () => {
    const both = { ...afterLook(first, BUDGET, { table: 'budget' }), ticked: ['sales'] };
    expect(afterLook(both, SALES, { kind: 'sale' }).ticked).toEqual(['sales']);
    const other = afterLook(both, SALES, { encoding: 'cp437' });
    expect([other.ticked, Object.keys(other.seen)]).toEqual([['sales', 'budget'], ['sales']]);
    const fewer = inspectionOf({ tables: [table('sales', 'sale')], table: 'sales' });
    expect(afterLook(both, fewer, { sheet: 'sales' }).ticked).toEqual(['sales']);
  });
});
