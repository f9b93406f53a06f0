import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowFinder } from '#columns/rows/row-finder.ts';
import type { WorkspaceColumns } from '#engine/ports/workspace-columns.ts';
import type { RowFilter, RowSelection } from '#shared/stored-rows.ts';
import { columnsOfRows, type PlainRow } from '../../support/columns-of-rows.ts';

const SALES: readonly PlainRow[] = [
  { date: '2026-01-02', amount: 100.5, customer: 'Björk AB', product: 'GTX Pro', order: '007' },
  { date: '2026-03-31', amount: -20, customer: 'Ek & Co', product: 'GTX Basic', order: '008' },
  { date: null, amount: null, customer: null, product: 'MG Special', order: null },
  { date: '2026-03-01', amount: 9_000_000.25, customer: 'björkens café', product: null, order: '009' },
  { date: '2025-12-31', amount: 0, customer: 'Björk AB', product: 'GTX Pro', order: '0077' },
];
const LEADS: readonly PlainRow[] = [
  { created: '2026-05-04T23:59', qualified: true },
  { created: '2026-05-05T00:00', qualified: false },
  { created: null, qualified: null },
];
const columns = columnsOfRows({ sale: SALES, lead: LEADS });
const sales = (part: Partial<RowSelection>): RowSelection => ({
  kind: 'sale',
  search: '',
  filters: [],
  sort: null,
  ...part,
});
const find = (part: Partial<RowSelection>, over: WorkspaceColumns = columns): readonly number[] => [
  ...rowFinder(over).positions(sales(part)),
];

describe('rows of a kind', () => {
  it('are all of them in file order without a wish', () => {
    expect(find({})).toEqual([0, 1, 2, 3, 4]);
    expect(find({ kind: 'deal' })).toEqual([]);
  });

  it.each([
    ['björk', [0, 3, 4]],
    ['BJÖRK pro', [0, 4]],
    ['gtx basic ek', [1]],
    ['007', [0, 4]],
    ['björk basic', []],
    ['  ', [0, 1, 2, 3, 4]],
  ])('with %j in their texts', (search, expected) => {
    expect(find({ search })).toEqual(expected);
  });

  it.each<[RowFilter, readonly number[]]>([
    [{ field: 'customer', is: 'contains', text: 'ÖRK' }, [0, 3, 4]],
    [{ field: 'customer', is: 'in', values: ['Björk AB', null] }, [0, 2, 4]],
    [{ field: 'customer', is: 'in', values: ['Nobody'] }, []],
    [{ field: 'amount', is: 'number', from: 0, to: 100.5 }, [0, 4]],
    [{ field: 'amount', is: 'number', from: null, to: -0.0001 }, [1]],
    [{ field: 'amount', is: 'number', from: null, to: null }, [0, 1, 3, 4]],
    [{ field: 'date', is: 'date', from: '2026-01-02', to: '2026-03-01' }, [0, 3]],
    [{ field: 'date', is: 'date', from: null, to: '2025-12-31' }, [4]],
    [{ field: 'date', is: 'blank' }, [2]],
    [{ field: 'product', is: 'filled' }, [0, 1, 2, 4]],
    [{ field: 'amount', is: 'filled' }, [0, 1, 3, 4]],
  ])('that pass %j', (filter, expected) => {
    expect(find({ filters: [filter] })).toEqual(expected);
  });

  it('of leads: an instant by its day, a flag by what it says', () => {
    const lead = (filter: RowFilter) => find({ kind: 'lead', filters: [filter] });
    expect(lead({ field: 'created', is: 'date', from: '2026-05-04', to: '2026-05-04' })).toEqual([0]);
    expect(lead({ field: 'created', is: 'date', from: '2026-05-05', to: null })).toEqual([1]);
    expect(lead({ field: 'qualified', is: 'flag', value: false })).toEqual([1]);
    expect(lead({ field: 'qualified', is: 'blank' })).toEqual([2]);
  });

  it('pass every filter and the search', () => {
    const filters: readonly RowFilter[] = [
      { field: 'customer', is: 'contains', text: 'björk' },
      { field: 'amount', is: 'number', from: 1, to: null },
    ];
    expect(find({ filters: [...filters] })).toEqual([0, 3]);
    expect(find({ filters: [...filters], search: 'gtx' })).toEqual([0]);
  });

  it.each([
    ['amount', false, [1, 4, 0, 3, 2]],
    ['amount', true, [3, 0, 4, 1, 2]],
    ['date', false, [4, 0, 3, 1, 2]],
    ['customer', false, [0, 4, 3, 1, 2]],
    ['product', true, [2, 0, 4, 1, 3]],
  ] as const)('sort by %s, descending %s, those without last', (field, descending, expected) => {
    expect(find({ sort: { field, descending } })).toEqual(expected);
  });

  it.each<Partial<RowSelection>>([
    { filters: [{ field: 'nothing', is: 'blank' }] },
    { filters: [{ field: 'amount', is: 'contains', text: 'x' }] },
    { filters: [{ field: 'customer', is: 'number', from: 1, to: null }] },
    { sort: { field: 'nothing', descending: false } },
  ])('are refused for %j', (part) => {
    expect(() => find(part)).toThrow(expect.objectContaining({ code: 'E_UNKNOWN_DIMENSION' }));
  });

  it('are refused for a day that is none', () => {
    const filter: RowFilter = { field: 'date', is: 'date', from: '2026-02-30', to: null };
    expect(() => find({ filters: [filter] })).toThrow(expect.objectContaining({ code: 'E_BAD_REQUEST' }));
  });

  it('are found by what the import rules wrote, in the words of either language', () => {
    const deals = columnsOfRows({ deal: [{ status: 'won' }, { status: 'lost' }, { status: null }, { status: 'won' }] });
    const found = (search: string) => find({ kind: 'deal', search }, deals);
    expect([found('Vunnen'), found('won'), found('förlorad'), found('öppen')]).toEqual([[0, 3], [0, 3], [1], []]);
  });

  it('are found by the names their files have and by those they are shown as', () => {
    const merged: WorkspaceColumns = {
      ...columns,
      merged: (dimension) => new Map(dimension === 'product' ? [['GTXPro', 'GTX Pro']] : []),
    };
    expect(find({ search: 'gtxpro' }, merged)).toEqual([0, 4]);
    expect(find({ filters: [{ field: 'product', is: 'in', values: ['GTXPro'] }] }, merged)).toEqual([0, 4]);
    expect(find({ filters: [{ field: 'product', is: 'contains', text: 'gtxp' }] }, merged)).toEqual([0, 4]);
    expect(find({ filters: [{ field: 'product', is: 'contains', text: 'gtxp' }] })).toEqual([]);
  });

  it('keep the last selection, until the data changes', () => {
    const live = { ...columns, revision: 1 };
    const finder = rowFinder(live);
    const first = finder.positions(sales({ search: 'björk' }));
    expect(finder.positions(sales({ search: 'björk' }))).toBe(first);
    live.revision = 2;
    expect(finder.positions(sales({ search: 'björk' }))).not.toBe(first);
  });
});

describe('values to filter by', () => {
  const values = (field: string, search: string) => rowFinder(columns).values('sale', field, search);

  it('are those of the kind, most rows first, the missing one without a search', () => {
    expect(values('customer', '')).toEqual([
      { name: 'Björk AB', rows: 2 },
      { name: null, rows: 1 },
      { name: 'björkens café', rows: 1 },
      { name: 'Ek & Co', rows: 1 },
    ]);
    expect(values('customer', ' BJÖRK ').map(({ name }) => name)).toEqual(['Björk AB', 'björkens café']);
  });

  it('are none of a field that is no text', () => {
    expect(() => values('amount', '')).toThrow(expect.objectContaining({ code: 'E_UNKNOWN_DIMENSION' }));
  });
});

describe('any selection', () => {
  const names = ['Ek', 'ek AB', 'Åberg', 'ö', ''];
  const row = fc.record({
    amount: fc.option(fc.oneof(fc.integer({ min: -5, max: 5 }), fc.constantFrom(-3_000_000.5, 4_000_000_000, 1e10))),
    customer: fc.option(fc.constantFrom(...names.slice(0, 4))),
    product: fc.option(fc.constantFrom('Te', 'Öl AB', 'Ek')),
    date: fc.option(fc.constantFrom('2024-02-29', '2026-10-01', '1899-12-31')),
  });
  const key = fc.constantFrom('amount' as const, 'customer' as const, 'date' as const);
  type Row = Readonly<Record<'amount' | 'customer' | 'product' | 'date', string | number | null>>;

  const holds = ({ customer, product }: Row, search: string): boolean =>
    search
      .split(' ')
      .every((word) => [customer, product].some((text) => text !== null && String(text).toLowerCase().includes(word)));

  /** Sorted the way a person would, by comparing rows. */
  function sorted(rows: readonly Row[], positions: readonly number[], by: keyof Row, descending: boolean): number[] {
    const order = new Intl.Collator('sv', { numeric: true });
    const compare = (a: Row[keyof Row], b: Row[keyof Row]): number =>
      typeof a === 'number' || typeof b === 'number' ? Number(a) - Number(b) : order.compare(String(a), String(b));
    return positions.toSorted((a, b) => {
      const [left, right] = [rows[a]?.[by] ?? null, rows[b]?.[by] ?? null];
      if (left === null || right === null) return Number(left === null) - Number(right === null);
      return descending ? compare(right, left) : compare(left, right);
    });
  }

  it('is what a plain filter and sort give', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        key,
        fc.boolean(),
        fc.constantFrom('', 'e', 'ab', 'ek te', 'ö ab', 'ab e b'),
        (rows, by, descending, search) => {
          // A field without any value is not there at all.
          fc.pre(rows.some((each) => each[by] !== null));
          const expected = sorted(
            rows,
            [...rows.entries()].flatMap(([i, each]) => (search === '' || holds(each, search) ? [i] : [])),
            by,
            descending,
          );
          expect(find({ search, sort: { field: by, descending } }, columnsOfRows({ sale: rows }))).toEqual(expected);
        },
      ),
      { numRuns: 300, seed: 20_261_121 },
    );
  });
});
