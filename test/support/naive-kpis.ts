import type { PlainRow } from './columns-of-rows.ts';

/** Built-in sales KPIs worked out the plain way over row objects, sharing no code with the engine. Null: no value. */
export type NaiveKpi = (rows: readonly PlainRow[], world: NaiveWorld) => number | null;

export interface NaiveWorld {
  /** All sales of the workspace, for first purchases. */
  readonly everything: readonly PlainRow[];
  /** The rows of the same days over all members, for shares. */
  readonly allMembers: readonly PlainRow[];
}

const num = (row: PlainRow, field: string): number | null => (typeof row[field] === 'number' ? row[field] : null);
const text = (row: PlainRow, field: string): string | null => (typeof row[field] === 'string' ? row[field] : null);
const sum = (values: readonly (number | null)[]): number =>
  values.reduce<number>((total, value) => total + Math.round((value ?? 0) * 10_000), 0) / 10_000;
const ratio = (a: number, b: number): number | null => (b === 0 ? null : a / b);
const distinct = (values: readonly (string | null)[]): number => new Set(values.filter((value) => value !== null)).size;
const amount = (rows: readonly PlainRow[]): number => sum(rows.map((row) => num(row, 'amount')));

/** Id, else the one id seen with the name, else the name. */
export function customerOf(row: PlainRow, everything: readonly PlainRow[]): string | null {
  const id = text(row, 'customer_id');
  if (id !== null) return `id ${id}`;
  const name = text(row, 'customer');
  if (name === null) return null;
  const ids = new Set(
    everything.filter((other) => text(other, 'customer') === name).flatMap((other) => text(other, 'customer_id') ?? []),
  );
  return ids.size === 1 ? `id ${[...ids].join('')}` : `name ${name}`;
}

function customerSums(rows: readonly PlainRow[], of: (row: PlainRow) => string | null): number[] {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const key = of(row);
    if (key !== null) sums.set(key, (sums.get(key) ?? 0) + Math.round((num(row, 'amount') ?? 0) * 10_000));
  }
  return [...sums.values()].map((value) => value / 10_000).sort((a, b) => a - b);
}

const withField = (rows: readonly PlainRow[], field: string): readonly PlainRow[] =>
  rows.filter((row) => num(row, field) !== null);
const salesIn = (rows: readonly PlainRow[], everything: readonly PlainRow[]): number =>
  distinct(rows.map((row) => text(row, 'order') ?? `row ${String(everything.indexOf(row))}`));

export const NAIVE_KPIS: Readonly<Record<string, NaiveKpi>> = {
  'revenue net': (rows) => amount(rows),
  'revenue gross': (rows) => sum([amount(rows), ...rows.map((row) => num(row, 'discount'))]),
  'gross-margin gross': (rows) => {
    const known = withField(rows, 'cost');
    const sales = amount(known);
    return ratio(sum([sales, -sum(known.map((row) => num(row, 'cost')))]), sales);
  },
  'gross-profit standard': (rows) => {
    const known = withField(rows, 'cost');
    return sum([amount(known), -sum(known.map((row) => num(row, 'cost')))]);
  },
  'cost-coverage standard': (rows) => ratio(amount(withField(rows, 'cost')), amount(rows)),
  'average-order-value standard': (rows) => ratio(amount(rows), distinct(rows.map((row) => text(row, 'order')))),
  'revenue-per-customer standard': (rows, { everything }) =>
    ratio(amount(rows), distinct(rows.map((row) => customerOf(row, everything)))),
  'orders standard': (rows) => distinct(rows.map((row) => text(row, 'order'))),
  'units standard': (rows) => sum(rows.map((row) => num(row, 'quantity'))),
  'active-customers standard': (rows, { everything }) => distinct(rows.map((row) => customerOf(row, everything))),
  'new-customers standard': (rows, { everything }) =>
    distinct(
      rows.map((row) => {
        const customer = customerOf(row, everything);
        const earlier = everything.some(
          (other) => String(other['date']) < String(row['date']) && customerOf(other, everything) === customer,
        );
        return earlier ? null : customer;
      }),
    ),
  'sales-per-rep mean': (rows) => ratio(amount(rows), distinct(rows.map((row) => text(row, 'rep')))),
  'sales-per-rep median': (rows) => {
    const sums = customerSums(rows, (row) => text(row, 'rep'));
    if (sums.length === 0) return null;
    const [low = 0, high = 0] = [sums[Math.ceil(sums.length / 2) - 1], sums[Math.floor(sums.length / 2)]];
    return (low + high) / 2;
  },
  'sales-by-location share-of-sales': (rows, { everything, allMembers }) =>
    ratio(salesIn(rows, everything), salesIn(allMembers, everything)),
  'sales-by-location share-of-revenue': (rows, { allMembers }) => ratio(amount(rows), amount(allMembers)),
  'discount-rate weighted': (rows) => {
    const known = withField(rows, 'discount');
    const given = sum(known.map((row) => num(row, 'discount')));
    return ratio(given, sum([amount(known), given]));
  },
  'top-10-share standard': (rows, { everything }) =>
    ratio(sum(customerSums(rows, (row) => customerOf(row, everything)).slice(-10)), amount(rows)),
};
