import type { TypedValues } from '#engine/ports/import-writer.ts';
import { textsOf, type BlockValues, type FieldRule } from './field-rules.ts';

/** What a known export says of its sales. */
export interface SaleExport {
  /** Field of what was paid back. */
  readonly refunded: string | null;
  /** Fields written as negative numbers. */
  readonly positive: readonly string[];
  /** Orders have several lines, and a row of their own for what was paid back. */
  readonly hasOrders: boolean;
}

/**
 * The rules of sales that a known export asks for: an amount less what was paid back of it, amounts written as negative
 * numbers, and lines told apart within their order, so that a later export of the same order meets them again.
 * Example: amount 100 with 30 refunded is 70; a discount of -0.50 is 0.50; the lines of an order are 1, 2 and refund.
 */
export function saleRules(
  given: ReadonlySet<string>,
  { refunded, positive, hasOrders }: SaleExport,
): readonly FieldRule[] {
  const rules = positive.filter((field) => given.has(field)).map(sizeOf);
  if (hasOrders && given.has('order') && !given.has('line')) rules.push(lineInOrder(refunded));
  if (refunded === null) return rules;
  if (hasOrders && !given.has('type')) rules.push(refundType(refunded));
  return [lessRefunded(refunded, !given.has('amount')), ...rules];
}

/** Places of the lines of each order; a refund is no line. Orders may go on from one block to the next. */
function lineInOrder(refunded: string | null): FieldRule {
  return {
    field: 'line',
    from: 'order',
    ofRow: true,
    start: () => {
      const texts = ['', REFUND];
      let [order, line] = ['', 0];
      return (values, rows) => {
        const orders = textsOf(values, 'order');
        const back = refunded === null ? null : decimalsOf(values, refunded);
        const codes = new Int32Array(rows);
        for (let i = 0; i < rows; i++) {
          const text = orders?.texts[orders.codes[i] ?? 0] ?? '';
          if (text === '') continue;
          line = text === order ? line : 0;
          order = text;
          const isRefund = (back?.[i] ?? 0) > 0;
          if (!isRefund) line++;
          codes[i] = isRefund ? 1 : line + 1;
          if (texts.length < line + 2) texts.push(String(line));
        }
        return { type: 'text', codes, texts };
      };
    },
  };
}

const REFUND = 'refund';

function refundType(refunded: string): FieldRule {
  const texts = ['', REFUND];
  return {
    field: 'type',
    from: refunded,
    ofRow: true,
    start: () => (values, rows) => {
      const back = decimalsOf(values, refunded);
      return {
        type: 'text',
        codes: Int32Array.from({ length: rows }, (_, i) => ((back?.[i] ?? 0) > 0 ? 1 : 0)),
        texts,
      };
    },
  };
}

function lessRefunded(refunded: string, isLate: boolean): FieldRule {
  return {
    ...(isLate ? { isLate } : {}),
    field: 'amount',
    from: `amount - ${refunded}`,
    ofRow: true,
    start: () => (values, rows) => {
      const [amount, back] = [decimalsOf(values, 'amount'), decimalsOf(values, refunded)];
      const scaled = new Float64Array(rows);
      for (let i = 0; i < rows; i++) scaled[i] = (amount?.[i] ?? NaN) - (back?.[i] || 0);
      return { type: 'decimal', scaled };
    },
  };
}

function sizeOf(field: string): FieldRule {
  return {
    field,
    from: null,
    ofRow: true,
    start:
      () =>
      (values): TypedValues => {
        const scaled = decimalsOf(values, field) ?? new Float64Array(0);
        return { type: 'decimal', scaled: scaled.map((value) => Math.abs(value)) };
      },
  };
}

function decimalsOf(values: BlockValues, field: string): Float64Array | null {
  const column = values.get(field);
  return column?.type === 'decimal' ? column.scaled : null;
}
