import { isoDate } from '#shared/calendar.ts';
import { derivedLapse, LEAST_LAPSE } from '#shared/lapse.ts';
import type { ToldOf } from '#shared/told.ts';
import type { CellSlot } from '../ports/column-queries.ts';
import type { QuestionContext } from '../question/context.ts';
import { ANY_DAY, saleRows } from './customer-rows.ts';
import { BARE, input, leftOutOf, rowsOf, type ToldAnswer } from './told-answer.ts';

/**
 * The days without a purchase after which a customer is lost: as chosen, else twice the median gap between two days with a purchase of one
 * customer, with the gaps and customers that is of. The rows are all purchases: sales above zero with a customer and a day.
 * Example: purchases on days 0, 40 and 81: two gaps of one customer, 40.5 in the middle, 81 days.
 */
export function toldLapse({ figure }: ToldOf<'lapse'>, { queries }: QuestionContext): ToldAnswer {
  const { days, medianGap, gaps, customers } = queries.lapse();
  const isOwn = figure === 'inForce' && queries.columns.rules().lapseDays !== null;
  if (isOwn) return { ...BARE, value: days, unit: 'days', form: 'own' };
  const placed = (slot: CellSlot, named: boolean): Int32Array =>
    queries.positions(
      saleRows(
        [{ op: named ? 'not-blank' : 'blank', dimension: 'customer_key' }],
        slot,
        queries.breakdown([]),
        queries,
      ),
      0,
      [[{ field: 'amount', is: 'above', than: 0 }]],
    );
  const hasSales = queries.has('sale', 'amount') && queries.has('sale', 'date');
  const range = queries.dateRange('sale', 'date');
  return {
    ...BARE,
    value: derivedLapse(medianGap),
    unit: 'days',
    form: medianGap !== null && 2 * medianGap < LEAST_LAPSE ? 'least' : null,
    inputs: [
      input('medianGap', medianGap, 'days'),
      input('gaps', gaps, 'count'),
      input('comeBack', customers, 'count'),
    ],
    period: range === null ? null : { from: isoDate(range.from), to: isoDate(range.to) },
    leftOut: hasSales
      ? leftOutOf({
          'sale.date': placed('undated', true).length,
          'sale.customer': placed({ ...ANY_DAY, undated: true }, false).length,
        })
      : [],
    rows: hasSales ? [rowsOf('rows', 'sale', placed(ANY_DAY, true))] : [],
  };
}
