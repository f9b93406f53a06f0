import { describe, expect, it } from 'vitest';
import { readEntry } from '#engine/import/entry/read-entry.ts';
import { NOTHING_STORED } from '#engine/import/known-rows.ts';
import { entryFields, type EntryKind } from '#shared/entry-kinds.ts';
import type { DecimalMark } from '#shared/importing.ts';

type Row = Readonly<Record<string, string>>;

/** Rows by field, read as a Swede would write them unless `mark` says otherwise. */
function read(kind: EntryKind, rows: readonly Row[], mark: DecimalMark = ',', stored = NOTHING_STORED) {
  const keys = entryFields(kind).map(({ key }) => key);
  const reader = { kind, mark, currency: 'SEK' };
  const reading = readEntry(
    reader,
    rows.map((row) => keys.map((key) => row[key] ?? '')),
    stored,
  );
  const filled = reading.rows.map((cells) =>
    Object.fromEntries(cells.flatMap((text, at) => (text === '' ? [] : [[keys[at] ?? '', text]]))),
  );
  return { ...reading, filled, faults: reading.faults.map(({ row, field, reason }) => `${row} ${field} ${reason}`) };
}
const cost = (date: string, amount: string, category: string): Row => ({ date, amount, category });

describe('cells as they are read', () => {
  it.each([
    ['1 234,50', ',', '1234,5'],
    ['1 234,50', '.', '1234.5'],
    ['1,234.50', ',', '1234,5'],
    // Both marks fit: the reader's own decides, and the cell shows what was read.
    ['1,234', ',', '1,234'],
    ['1,234', '.', '1234'],
    ['1.234', ',', '1234'],
    ['5 000 kr', ',', '5000'],
    ['(250)', ',', '-250'],
    ['\u22125:-', ',', '-5'],
  ] as const)('the amount %s with the mark %s is %s', (written, mark, text) => {
    const { filled, faults } = read('cost', [cost('2026-01-31', written, 'Hyra')], mark);
    expect([filled[0]?.['amount'], faults]).toEqual([text, []]);
  });

  it.each([
    ['2026-01-31', '2026-01-31'],
    ['20260131', '2026-01-31'],
    ['31/1/2026', '2026-01-31'],
    ['12/31/2026', '2026-12-31'],
    ['26-01-31', '2026-01-31'],
    ['31 jan 2026', '2026-01-31'],
    ['januari 2026', '2026-01-01'],
    ['2026-02', '2026-02-01'],
    ['kv 3 2026', '2026-07-01'],
  ])('the date %s is %s', (written, iso) => {
    const { filled, faults } = read('cost', [cost(written, '1', 'Hyra')]);
    expect([filled[0]?.['date'], faults]).toEqual([iso, []]);
  });

  it('reading what was read changes nothing', () => {
    for (const mark of [',', '.'] as const) {
      const rows = [
        { kpi: 'Omsättning', start: 'mars 2026', value: '1.234,5678', grain: '' },
        { kpi: 'gross-margin', start: '2026-04-01', value: '38,5 %', grain: 'kvartal' },
      ];
      const once = read('target', rows, mark).filled;
      expect(read('target', once as readonly Row[], mark).filled).toEqual(once);
    }
  });

  it('a month says the length of its target, and known words become those of the field', () => {
    const { filled, faults } = read('target', [
      { kpi: 'Omsättning', start: 'mars 2026', value: '100 000' },
      { kpi: 'gross-margin', start: '2026-04-01', value: '38,5 %', grain: 'kvartal' },
    ]);
    expect(faults).toEqual([]);
    expect(filled).toEqual([
      { kpi: 'revenue', start: '2026-03-01', value: '100000', grain: 'month' },
      { kpi: 'gross-margin', start: '2026-04-01', value: '0,385', grain: 'quarter' },
    ]);
  });

  it('a currency beside an amount goes to its column, or is a fault where there is none', () => {
    const { filled, faults } = read('cost', [
      cost('2026-01-31', '€ 120,50', 'Annonser'),
      { ...cost('2026-01-31', '80 EUR', 'Annonser'), currency: 'usd' },
    ]);
    expect(filled[0]).toEqual({ ...cost('2026-01-31', '120,5', 'Annonser'), currency: 'EUR' });
    expect(faults).toEqual(['2 amount other-currency']);
    expect(read('target', [{ start: '2026-01', value: '€500' }]).faults).toEqual(['1 value other-currency']);
  });
});

describe('what is wrong with a table', () => {
  it('says every wrong cell of a row, and what is needed', () => {
    const { faults, ready } = read('cost', [
      cost('i går', 'mycket', ''),
      cost('2026-01-31', '100', 'Hyra'),
      {},
      cost('', '25 %', 'Hyra'),
      cost('1726-01-31', '1', 'Hyra'),
    ]);
    expect(faults).toEqual([
      '1 date not-a-date',
      '1 category missing',
      '1 amount not-a-number',
      '4 date missing',
      '4 amount not-a-number',
      '5 date date-out-of-range',
    ]);
    expect(ready).toBeNull();
  });

  it('a needed column that is blank all through is missing in every row', () => {
    expect(read('customer_list', [{ segment: 'Stor' }, {}, { region: 'Nord' }]).faults).toEqual([
      '1 customer missing',
      '3 customer missing',
    ]);
    expect(read('customer_list', [{ customer_id: '007' }]).filled).toEqual([{ customer_id: '007' }]);
    expect(read('rep_list', [{ team: 'Nord' }]).faults).toEqual(['1 rep missing']);
    // The last row has a name alone, as a footnote would.
    expect(read('cost', [cost('2026-01-31', '100', 'Hyra'), { category: 'Annonser' }]).faults).toEqual([
      '2 date missing',
      '2 amount missing',
    ]);
  });

  it('a sum of the other rows is no row', () => {
    const rows = [cost('2026-01-31', '100', 'Hyra'), cost('2026-01-31', '50', 'Annonser'), cost('', '150', 'Summa')];
    expect(read('cost', rows).faults).toEqual(['3 category total-row']);
  });

  it('a target is for a KPI that there is, over a period that there is', () => {
    const { faults } = read('target', [
      { start: '2026-01', value: '1', kpi: 'Lycka' },
      { start: '2026-01', value: '1', kpi: 'orders', grain: 'ibland' },
    ]);
    expect(faults).toEqual(['1 kpi unknown-word', '2 grain unknown-word']);
  });

  it('a list that says a name twice says so and can be saved', () => {
    const { notices, ready } = read('rep_list', [
      { rep: 'Anna', team: 'A' },
      { rep: 'Anna', team: 'B' },
    ]);
    expect(notices).toEqual([{ code: 'repeated-keys', details: { rows: 1, example: 'Anna' } }]);
    expect(ready?.receipt.rows.imported).toBe(2);
  });
});

it('a row that a file has brought already is said and not left out in silence', () => {
  const hire = cost('2026-01-31', '100', 'Hyra');
  const stored = read('cost', [hire, hire]).ready;
  const keys = stored?.blocks.map((block) => block.keys) ?? [];
  const inWorkspace = { ...NOTHING_STORED, rows: 2, keys };
  // Two are there, so the first two are those and the third is another.
  const { faults } = read('cost', [hire, cost('2026-01-31', '100', 'El'), hire, hire], ',', inWorkspace);
  expect(faults).toEqual(['1 date already-there', '3 date already-there']);
  expect(read('cost', [hire], ',', { ...inWorkspace, live: new Uint8Array(2) }).faults).toEqual([]);
});

it('is ready to be stored with the receipt of a file: 100 + 50 of two rows, the blank one skipped', () => {
  const { ready } = read('cost', [cost('2026-01-31', '100', 'Hyra'), {}, cost('2026-02-28', '50', 'Annonser')]);
  expect(ready?.receipt).toMatchObject({
    rows: { read: 4, header: 1, skipped: 1, totals: 0, duplicates: 0, rejected: 0, imported: 2 },
    sums: { amount: { file: 150, imported: 150, control: null } },
  });
  expect(ready?.plan.importHeader.fields.map(({ key }) => key)).toEqual(['date', 'amount', 'category']);
  expect(ready?.blocks.flatMap(({ fileRows }) => [...fileRows])).toEqual([1, 3]);
});

it('a table without rows is ready: it replaces the one before by nothing', () => {
  expect(read('cost', []).ready?.receipt.rows.imported).toBe(0);
  expect(read('cost', [{}, {}]).ready?.receipt.rows.imported).toBe(0);
});
