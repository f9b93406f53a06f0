import type { Filter } from '#shared/question.ts';
import { num, present, text, type Row } from './rows.ts';
import { periodOf } from './time.ts';
import type { World } from './world.ts';

const DECIMALS = 10_000;

/** Whether a row passes a filter, value by value. The members of a `top` have been found before: it is an `in` by now. */
export function passes(row: Row, filter: Filter, { clock }: Pick<World, 'clock'>): boolean {
  switch (filter.op) {
    case 'in':
      return filter.values.includes(text(row, filter.dimension));
    case 'not-in':
      return !filter.values.includes(text(row, filter.dimension));
    case 'contains':
      return lower(row, filter.dimension)?.includes(filter.text.toLowerCase()) ?? false;
    case 'not-contains':
      return !(lower(row, filter.dimension)?.includes(filter.text.toLowerCase()) ?? false);
    case 'starts-with':
      return lower(row, filter.dimension)?.startsWith(filter.text.toLowerCase()) ?? false;
    case 'ends-with':
      return lower(row, filter.dimension)?.endsWith(filter.text.toLowerCase()) ?? false;
    case 'blank':
      return !present(row, filter.dimension);
    case 'not-blank':
      return present(row, filter.dimension);
    case 'between': {
      const value = num(row, filter.dimension);
      if (value === null) return false;
      const scaled = Math.round(value * DECIMALS);
      return (
        (filter.from === null || scaled >= Math.round(filter.from * DECIMALS)) &&
        (filter.to === null || scaled <= Math.round(filter.to * DECIMALS))
      );
    }
    case 'period': {
      const day = num(row, filter.dimension);
      const { from, to } = periodOf(filter.period, clock);
      return day !== null && day >= from && day <= to;
    }
    case 'top':
      throw new Error('a top is found before rows are tested');
  }
}

function lower(row: Row, field: string): string | null {
  return text(row, field)?.toLowerCase() ?? null;
}
