import { hasValues, present, text, times, type Row, type Tables } from './rows.ts';

interface Join {
  readonly list: string;
  readonly name: string;
  readonly id: string | null;
  readonly gives: readonly string[];
}

/** In the order they are asked. */
const JOINS: readonly Join[] = [
  {
    list: 'customer_list',
    name: 'customer',
    id: 'customer_id',
    gives: ['customer', 'segment', 'region', 'country', 'city', 'since'],
  },
  {
    list: 'product_list',
    name: 'product',
    id: 'product_id',
    gives: ['product', 'category', 'subcategory', 'list_price'],
  },
  { list: 'rep_list', name: 'rep', id: null, gives: ['team', 'manager', 'region'] },
];

/** The kinds with what lists say of their customers, products and reps; a row's own value first, a field from one list alone. */
export function listed(tables: Tables): Tables {
  const kinds = Object.entries(tables).filter(([kind]) => !kind.endsWith('_list'));
  return Object.fromEntries(
    kinds.map(([kind, rows = []]) => [kind, priced(kind, given(tables, rows), rows, tables['product_list'] ?? [])]),
  );
}

function given(tables: Tables, rows: readonly Row[]): readonly Row[] {
  const fields = new Map<string, (row: Row) => Row[string]>();
  for (const join of JOINS) {
    const list = tables[join.list] ?? [];
    const custom = list.flatMap((row) => Object.keys(row)).filter((field) => field.startsWith('custom:'));
    for (const field of new Set([...join.gives, ...custom])) {
      const said = (row: Row): Row[string] => valueIn(list, join, row, field);
      const reaches = rows.some((row) => (said(row) ?? '') !== '') && linked(rows, list, join);
      if (reaches && !fields.has(field)) fields.set(field, said);
    }
  }
  return rows.map((row) => {
    const added = [...fields].flatMap(([field, said]) => (present(row, field) ? [] : [[field, said(row)] as const]));
    return { ...row, ...Object.fromEntries(added) };
  });
}

const linked = (rows: readonly Row[], list: readonly Row[], { name, id }: Join): boolean =>
  [name, ...(id === null ? [] : [id])].some((key) => hasValues(rows, key) && hasValues(list, key));

/** By number, else by a name that the list has under one number; the last row that says something is right. */
function valueIn(list: readonly Row[], { name, id }: Join, row: Row, field: string): Row[string] {
  const lastOf = (key: string): Row[string] => {
    const own = text(row, key);
    return own === null ? null : list.findLast((one) => text(one, key) === own && present(one, field))?.[field];
  };
  const byId = id === null ? null : lastOf(id);
  if ((byId ?? '') !== '') return byId;
  const own = text(row, name);
  const numbers =
    id === null ? [] : list.filter((one) => text(one, name) === own).flatMap((one) => text(one, id) ?? []);
  return new Set(numbers).size > 1 ? null : lastOf(name);
}

/** An open deal without a value is worth the list price, a sale without a cost the list's cost × quantity. */
function priced(kind: string, rows: readonly Row[], own: readonly Row[], list: readonly Row[]): readonly Row[] {
  const join = JOINS[1];
  if (join === undefined || !linked(own, list, join)) return rows;
  return rows.map((row, i) => {
    const said = (field: string): number | null => {
      const value = valueIn(list, join, own[i] ?? row, field);
      return typeof value === 'number' ? value : null;
    };
    if (kind === 'deal' && row['status'] === 'open' && !present(row, 'value'))
      return { ...row, value: said('list_price') };
    const [cost, quantity] = [said('cost'), row['quantity']];
    if (kind === 'sale' && !present(row, 'cost') && cost !== null && typeof quantity === 'number')
      return { ...row, cost: times(quantity, cost) };
    return row;
  });
}
