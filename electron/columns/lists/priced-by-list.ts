import type { DecimalColumn, FieldInfo, KindTable, StoredColumns } from '#engine/ports/workspace-columns.ts';
import { multiplyDivide } from '#engine/import/scale.ts';
import { LIST_DERIVATIONS, type ListDerivation } from '#shared/lists.ts';
import { fieldOf, type AnyKind } from '#shared/record-kinds.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import { decimalAt } from '../decimal-at.ts';
import { filledDecimals, fillingOf, reaches, type Filling } from './fill.ts';
import type { ListLink } from './list-values.ts';

/** An open deal without a value is worth the list price; a sale without a cost costs the list's cost × quantity. */
export function pricedByList(columns: StoredColumns, table: KindTable, links: readonly ListLink[]): KindTable {
  const field = pricedField(table.kind);
  let priced: DecimalColumn | null = null;
  return {
    kind: table.kind,
    rows: table.rows,
    get fields() {
      const known = field === null || table.fields.some(({ key }) => key === field);
      return known ? table.fields : [...table.fields, fieldInfo(table.kind, field)];
    },
    codes: (key) => table.codes(key),
    days: (key) => table.days(key),
    decimals: (key) => {
      const prices = key === field ? listPrices(columns, table, links) : null;
      if (prices === null) return table.decimals(key);
      priced ??= filledDecimals(table.decimals(key), prices.filling, table.rows);
      return priced;
    },
    flags: (key) => table.flags(key),
  };
}

const pricedField = (kind: AnyKind): string | null => LIST_DERIVATIONS.find((one) => one.kind === kind)?.field ?? null;

/** Whether the product list prices some of these rows. */
export function pricesAny(columns: StoredColumns, table: KindTable, links: readonly ListLink[]): boolean {
  const prices = listPrices(columns, table, links);
  return prices !== null && reaches(table.rows, prices.filling);
}

interface ListPrices {
  readonly field: string;
  readonly filling: Filling;
}

/** The field of a kind that the product list and the row give together; null where there is none. */
export function listPrices(columns: StoredColumns, table: KindTable, links: readonly ListLink[]): ListPrices | null {
  const derivation = LIST_DERIVATIONS.find(({ kind }) => kind === table.kind);
  const link = links.find(({ join }) => join.list === 'product_list');
  const filling = derivation === undefined || link === undefined ? null : pricesOf(columns, table, link, derivation);
  return derivation === undefined || filling === null ? null : { field: derivation.field, filling };
}

function fieldInfo(kind: AnyKind, field: string): FieldInfo {
  const unit = fieldOf(kind, field)?.unit ?? null;
  return { key: field, type: 'decimal', unit, label: null, dimension: null, identifier: false };
}

/** What the list makes a row worth, NaN where it says nothing; null where the rows cannot be priced at all. */
function pricesOf(
  columns: StoredColumns,
  table: KindTable,
  link: ListLink,
  { kind, from }: ListDerivation,
): Filling | null {
  const listed = link.list.fields.find(({ key }) => key === from);
  if (listed === undefined) return null;
  const price = fillingOf(link, listed);
  switch (kind) {
    case 'deal': {
      const status = table.codes('status');
      const open = columns.members('status').indexOf('open');
      if (status === null || open < 1) return null;
      return { missing: NaN, at: (row) => (status[row] === open ? price.at(row) : NaN) };
    }
    case 'sale': {
      const quantities = table.decimals('quantity');
      const amounts = table.decimals('amount');
      if (quantities === null) return null;
      return {
        missing: NaN,
        at: (row) => {
          const [quantity, cost] = [decimalAt(quantities, row), price.at(row)];
          // A sale whose amount has no rate is left out with its cost.
          if (quantity !== quantity || cost !== cost || Number.isNaN(decimalAt(amounts, row))) return NaN;
          return multiplyDivide(quantity, cost, DECIMAL_SCALE) ?? NaN;
        },
      };
    }
  }
}
