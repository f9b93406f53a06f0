import type { TypedValues } from '#engine/ports/import-writer.ts';
import type { BlockValues, FieldRule } from './field-rules.ts';

/**
 * The rules of sales that a known export asks for: an amount less what was paid back of it, and amounts written as negative
 * numbers. Example: amount 100 with 30 refunded is 70; a discount of -0.50 is 0.50.
 */
export function saleRules(
  given: ReadonlySet<string>,
  refunded: string | null,
  positive: readonly string[],
): readonly FieldRule[] {
  const rules = positive.filter((field) => given.has(field)).map(sizeOf);
  return refunded !== null && given.has('amount') ? [lessRefunded(refunded), ...rules] : rules;
}

function lessRefunded(refunded: string): FieldRule {
  return {
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
