import { describe, expect, it } from 'vitest';
import { parseIsoDate } from '#shared/calendar.ts';
import { periodLabel } from '#engine/import/tables/period-labels.ts';
import { unpivotMonths } from '#engine/import/tables/unpivot-months.ts';
import { superstoreRows } from '../../../support/superstore.ts';
import { describeWithData } from '../../../support/data.ts';
import { inspectTable } from '#engine/import/inspect.ts';
import { convertAll, fieldValues, NOTHING_STORED, WORKBOOK } from '../inspect-rows.ts';
import { textTable } from '../table-of.ts';
import { linesOf, tableOf } from './rows-of.ts';

describe('a column name', () => {
  it.each([
    ['2026-01', 2026, 1, 1],
    ['202612', 2026, 12, 1],
    ['2026/3', 2026, 3, 1],
    ['03/2026', 2026, 3, 1],
    ['2026-01-01', 2026, 1, 1],
    ['2026-01-31', 2026, 1, 1],
    ['Jan 2026', 2026, 1, 1],
    ['2026 jan', 2026, 1, 1],
    ['okt-26', 2026, 10, 1],
    ["Dec '25", 2025, 12, 1],
    ['maj', null, 5, 1],
    ['Sept.', null, 9, 1],
    ['Q2 2026', 2026, 4, 3],
    ['2026Q4', 2026, 10, 3],
    ['Kv 3', null, 7, 3],
  ])('%s is a period', (text, year, month, months) => {
    expect(periodLabel(text)).toEqual({ year, month, months });
  });

  it.each(['Region', '2026', '13/2026', '2026-01-15', 'Marsvin', 'Q5', 'Total', '1200-01', ''])(
    '%s is none',
    (text) => {
      expect(periodLabel(text)).toBeNull();
    },
  );
});

describe('a cross-tab', () => {
  const table = tableOf(`
Försäljning 2026
Region|Säljare|jan|feb|mar|Totalt
Norr|Anna|10|20||30
Syd|Bo|1,5|2,5|3|7
Totalt||11,5|22,5|3|37`);

  it('becomes a row a month, its totals checked and not added', () => {
    const made = unpivotMonths(table, 'Blad1');
    expect(linesOf(made)).toEqual([
      'Region|Säljare|Datum|Belopp',
      'Norr|Anna|2026-01-01|10',
      'Norr|Anna|2026-02-01|20',
      'Syd|Bo|2026-01-01|1,5',
      'Syd|Bo|2026-02-01|2,5',
      'Syd|Bo|2026-03-01|3',
    ]);
    expect(made.layout?.notices).toEqual([{ code: 'unpivoted', details: { rows: 2, months: 3, made: 5 } }]);
  });

  it('is accounted for: rows made, header, title and total, with the grand total as control', () => {
    const { plan, receipt, blocks } = convertAll(unpivotMonths(table, 'Blad1'));
    expect(plan.kind).toBe('sale');
    expect(receipt.rows).toEqual({
      read: 8,
      header: 1,
      skipped: 1,
      totals: 1,
      duplicates: 0,
      rejected: 0,
      imported: 5,
    });
    expect(receipt.sums['amount']).toEqual({ file: 37, imported: 37, duplicates: 0, rejected: 0, control: 37 });
    expect([...(blocks[0]?.fileRows ?? [])]).toEqual([3, 3, 4, 4, 4]);
  });

  it('of targets is a table of targets, of quarters one of quarters', () => {
    const made = unpivotMonths(tableOf('Säljare|Q1|Q2|Q3|Q4\nAnna|10|20|30|40\nBo|1|2|3|4'), 'Budget 2026');
    expect(linesOf(made).slice(0, 3)).toEqual([
      'Säljare|Datum|Budget|Periodtyp',
      'Anna|2026-01-01|10|quarter',
      'Anna|2026-04-01|20|quarter',
    ]);
    const read = convertAll(made, {}, WORKBOOK);
    expect(read.plan.kind).toBe('target');
    expect(read.plan.blockers).toEqual([]);
    expect(fieldValues(read, 'start').slice(0, 2)).toEqual(['2026-01-01', '2026-04-01'].map(parseIsoDate));
    expect(read.receipt.sums['value']?.imported).toBe(110);
  });

  it('may be chosen to be targets or costs', () => {
    const made = unpivotMonths(tableOf('Kostnadsslag|2026-01|2026-02|2026-03\nHyra|10|10|10\nLön|50|50|55'), '');
    expect(convertAll(made).plan).toMatchObject({ kind: 'cost', blockers: [] });
    expect(convertAll(made, { kind: 'target' }).plan.blockers).toEqual([]);
  });

  it('finds years over the months, in a column and in the titles of a broken year', () => {
    const over = tableOf('|2025|||2026||\nRegion|nov|dec||jan|feb|\nNorr|1|2||3|4|');
    expect(linesOf(unpivotMonths(over, '')).slice(1)).toEqual([
      'Norr|2025-11-01|1',
      'Norr|2025-12-01|2',
      'Norr|2026-01-01|3',
      'Norr|2026-02-01|4',
    ]);
    const column = tableOf('År|Region|jan|feb|mar\n2025|Norr|1|2|3\n2026|Norr|4|5|6');
    expect(linesOf(unpivotMonths(column, '')).slice(1, 5)).toEqual([
      'Norr|2025-01-01|1',
      'Norr|2025-02-01|2',
      'Norr|2025-03-01|3',
      'Norr|2026-01-01|4',
    ]);
    const broken = tableOf('Försäljning 2025/2026\nRegion|nov|dec|jan\nNorr|1|2|3');
    expect(linesOf(unpivotMonths(broken, '')).slice(1)).toEqual([
      'Norr|2025-11-01|1',
      'Norr|2025-12-01|2',
      'Norr|2026-01-01|3',
    ]);
  });

  it('without a year is rows all the same, and asks for it', () => {
    const made = unpivotMonths(tableOf('Region|jan|feb|mar\nNorr|1|2|3'), 'Blad1');
    expect(made.layout?.year).toEqual({ value: null, from: null, text: '' });
    const { plan, receipt } = convertAll(made);
    expect(plan.blockers).toEqual([{ code: 'E_NO_YEAR', field: null, column: null }]);
    expect(receipt.sums['amount']?.file).toBe(6);
    const { columns, year } = inspectTable(made, {}, NOTHING_STORED, WORKBOOK);
    expect(columns.map(({ header, examples }) => [header, examples[0]])).toEqual([
      ['Region', 'Norr'],
      ['Datum', '????-01-01'],
      ['Belopp', '1'],
    ]);
    expect(year?.value).toBeNull();
  });

  it('takes the year of its first month from the user, and goes on into the next', () => {
    const broken = tableOf('Region|nov|dec|jan\nNorr|1|2|3');
    const made = unpivotMonths(broken, 'Blad1', { said: 2025 });
    expect(made.layout?.year).toEqual({ value: 2025, from: 'user', text: '' });
    expect(linesOf(made).slice(1)).toEqual(['Norr|2025-11-01|1', 'Norr|2025-12-01|2', 'Norr|2026-01-01|3']);
    expect(convertAll(made).plan.blockers).toEqual([]);
  });

  it.each([
    [{ title: 'Budget 2026' }, '', { value: 2026, from: 'sheet', text: 'Budget 2026' }],
    [{ title: 'Blad1' }, 'Utfall för 2025', { value: 2025, from: 'title', text: 'Utfall för 2025' }],
    [{ title: 'Blad1', file: 'budget-2026.xlsx' }, '', { value: 2026, from: 'file', text: 'budget-2026.xlsx' }],
    [{ title: 'Blad1', file: 'budget_2024_v2.csv' }, '', { value: 2024, from: 'file', text: 'budget_2024_v2.csv' }],
    [{ title: 'Blad1', file: 'uttag 2026-09-30.xlsx' }, '', { value: null, from: null, text: '' }],
    [{ title: 'Blad1', file: 'uttag 20260930.xlsx' }, '', { value: null, from: null, text: '' }],
    [{ title: 'Budget 2026', file: '2024.xlsx' }, '', { value: 2026, from: 'sheet', text: 'Budget 2026' }],
    [{ title: '2024', file: '2026.xlsx' }, 'Prognos 2026', { value: null, from: null, text: '' }],
    [{ title: 'Budget 2026', said: 2027 }, '', { value: 2027, from: 'user', text: '' }],
    [{ title: 'Budget 2026', said: 2027, fillsOnly: true }, '', { value: 2026, from: 'sheet', text: 'Budget 2026' }],
  ] as const)(
    'proposes a year from %j with the title “%s” and says who says it',
    ({ title: sheet, ...sources }, title, year) => {
      const lines = 'Region|jan|feb|mar\nNorr|1|2|3';
      const table = tableOf(title === '' ? lines : `${title}\n${lines}`);
      expect(unpivotMonths(table, sheet, sources).layout?.year).toEqual(year);
    },
  );

  it('says nothing of a year that its own header says', () => {
    const made = unpivotMonths(tableOf('Region|jan 2026|feb 2026|mar 2026\nNorr|1|2|3'), '', { said: 1999 });
    expect(linesOf(made)[1]).toBe('Norr|2026-01-01|1');
    expect(made.layout?.year).toBeUndefined();
  });

  it('leaves quarters between months, shares and subtotals out, and reports a total that is wrong', () => {
    const mixed = tableOf(`
Grupp|Region|2026-01|2026-02|2026-03|Q1 2026|2026-04|Helår|Andel %
A|Norr|1|2|3|6|4|10|50
A|Syd|1|1|1|3|1|4|20
Delsumma A||2|3|4|9|5|14|70
B|Öst|5|5|5|15|5|20|30
Summa||7|8|9|24|11|36|100`);
    const made = unpivotMonths(mixed, '');
    expect(made.rows).toBe(1 + 12);
    expect(linesOf(made)[4]).toBe('A|Norr|2026-04-01|4');
    expect(made.layout?.rows).toEqual({ header: 0, skipped: 0, totals: 2 });
    // The months of Summa are 7, 8, 9 and 11 = 35, where the rows above have 7, 8, 9 and 10 = 34.
    expect(made.layout?.notices.slice(1)).toEqual([
      { code: 'total-mismatch', details: { row: 6, total: 35, sum: 34 } },
    ]);
    expect(made.layout?.control.size).toBe(0);
  });

  it('is not seen in dates, in a list of months or in words', () => {
    for (const text of [
      'Namn|Start|Slut|Förnyas\nA|2026-01-01|2026-02-01|2026-03-01\nB|2026-01-01|2026-02-01|2026-03-01',
      'Månad|Belopp\njan|1\nfeb|2\nmar|3',
      'Namn|jan|feb|mar\nAnna|ledig|ledig|jobbar\nBo|jobbar|ledig|ledig',
    ]) {
      const table = tableOf(text);
      expect(unpivotMonths(table, 'Försäljning 2026')).toBe(table);
    }
  });
});

describeWithData('the Superstore of 2022 as a pivot', () => {
  it('gives its published revenue, the total row and column not added again', () => {
    const rows = superstoreRows().filter(
      ({ country, date }) => country === 'United States' && String(date).startsWith('2022'),
    );
    const months = Array.from({ length: 12 }, (_, index) => `2022-${String(index + 1).padStart(2, '0')}`);
    // Ten-thousandths, so that the pivot's own totals are exact.
    const sum = (group: string | null, month: string | null): number =>
      rows.reduce((all, { subcategory, date, amount }) => {
        const isIn = (group === null || subcategory === group) && (month === null || String(date).startsWith(month));
        return isIn ? all + Math.round(Number(amount) * 10_000) : all;
      }, 0);
    const cell = (scaled: number): string | null => (scaled === 0 ? null : (scaled / 10_000).toFixed(4));
    const line = (group: string | null): readonly (string | null)[] => [
      group ?? 'Grand Total',
      ...months.map((month) => cell(sum(group, month))),
      cell(sum(group, null)),
    ];
    const groups = [...new Set(rows.map(({ subcategory }) => String(subcategory)))].toSorted();
    const pivot = textTable([
      ['Sum of Sales'],
      ['Sub-Category', ...months, 'Grand Total'],
      ...groups.map((group) => line(group)),
      line(null),
    ]);
    const { receipt, plan } = convertAll(unpivotMonths(pivot, 'Pivot'));
    expect(plan).toMatchObject({ kind: 'sale', blockers: [] });
    expect(receipt.sums['amount']).toMatchObject({ imported: 733_215.2552, control: 733_215.2552 });
    expect(receipt.rows).toMatchObject({ totals: 1, header: 1, skipped: 1, rejected: 0 });
    expect(plan.notices.map(({ code }) => code)).toEqual(['unpivoted']);
  });
});
