import { isoDate, parseIsoDate } from '#shared/calendar.ts';
import { AppError } from '#shared/errors.ts';
import type { ToldOf } from '#shared/told.ts';
import { customerDays, saleFilters, type Buyers } from '../customer-value/buyers.ts';
import { MOST_REPEATS } from '../customer-value/hold-out.ts';
import { purchaseHistory } from '../customer-value/purchase-history.ts';
import { customerMembers } from '../customer-value/customer-member.ts';
import type { QuestionContext } from '../question/context.ts';
import { customerRows } from './customer-rows.ts';
import { BARE, input, type ToldAnswer } from './told-answer.ts';

/**
 * What the models expected of the customers who had come back so often before the days held out, or what these then bought: a mean a
 * customer. The rows are their sales in those days; of what was expected, which knows none of these, their sales before. Throws E_NOT_FOUND where nothing was held out of such customers.
 * Example: 2 customers, 3 days with purchases of theirs: 1.5 happened, of the three days' rows.
 */
export function toldHeldOut(
  { figure, repeats, filters }: ToldOf<'held-out'>,
  { about: { holdOut } }: Buyers,
  context: QuestionContext,
): ToldAnswer {
  const group = holdOut?.byRepeats.find((each) => each.repeats === repeats);
  const days = context.queries.purchaseDays(saleFilters(filters, context));
  if (holdOut === null || group === undefined || days === null)
    throw new AppError('E_NOT_FOUND', 'Nothing was held out of such customers.', { repeats });
  const { period, weeks } = holdOut;
  const [from, to] = [parseIsoDate(period.from) ?? 0, parseIsoDate(period.to) ?? 0];
  const nameOf = customerMembers(context.queries.columns);
  const theirs = [...customerDays(days)].filter(([, all]) => {
    const history = purchaseHistory(all, from - 1);
    return history !== null && Math.min(history.repeats, MOST_REPEATS) === repeats;
  });
  const first = theirs.reduce((least, [, all]) => all.reduce((day, each) => Math.min(day, each.day), least), from);
  const known = figure === 'expected' ? { from: first, to: from - 1 } : { from, to };
  return {
    ...BARE,
    value: group[figure],
    unit: 'quantity',
    inputs: [
      input('customers', group.customers, 'count'),
      input('heldOut', weeks, 'weeks'),
      input('expectedOfAll', group.expected * group.customers, 'quantity'),
      input('happenedOfAll', Math.round(group.happened * group.customers), 'count'),
    ],
    period: { from: isoDate(known.from), to: isoDate(known.to) },
    ahead: figure === 'expected' ? period : null,
    filters,
    ...customerRows(
      {
        customers: theirs.map(([key]) => nameOf(key).member),
        keys: new Set(theirs.map(([key]) => key)),
        isAll: false,
        filters,
        days: known,
      },
      context,
    ),
  };
}
