import { NO_DAY, type KindTable } from '#engine/ports/workspace-columns.ts';
import type { Fields } from '../fields.ts';
import { customerTexts } from './customer-texts.ts';
import { derivedTable } from './derived-table.ts';
import { spanFacts } from './span-facts.ts';
import { OPEN, spans } from './spans.ts';

/** One row an unbroken stretch of a customer's activity; null without any. */
export function spanTable(fields: Fields): KindTable | null {
  const { count, keys, starts, ends } = fields.once(spans);
  if (count === 0) return null;
  const { latestSale, latestSubscription, monthlyValue, years } = fields.once(spanFacts);
  const texts = customerTexts(fields, 'customer_span', { keys, sale: latestSale, subscription: latestSubscription });
  return derivedTable('customer_span', count, texts, {
    start: { type: 'days', days: starts },
    end: { type: 'days', days: ends.map((day) => (day === OPEN ? NO_DAY : day)) },
    first: { type: 'flags', flags: Uint8Array.from(keys, (key, span) => Number(key !== keys[span - 1])) },
    monthly_value: { type: 'decimals', decimals: monthlyValue },
    years: { type: 'decimals', decimals: years },
  });
}
