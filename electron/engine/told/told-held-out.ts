import { isoDate, parseIsoDate } from '#shared/calendar.ts';
import type { HoldOut } from '#shared/customer-value.ts';
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
 * customer, or the sum over all of them, in purchases or money. The rows are their sales in those days; of what was expected, which knows none of these, their sales before. Throws E_NOT_FOUND where nothing was held out of such customers.
 * Example: 2 customers, 3 days with purchases of theirs: 1.5 happened, of the three days' rows.
 */
export function toldHeldOut(
  { figure, repeats, filters }: ToldOf<'held-out'>,
  { about: { holdOut } }: Buyers,
  context: QuestionContext,
): ToldAnswer {
  const group = repeats === undefined ? holdOut : holdOut?.byRepeats.find((each) => each.repeats === repeats);
  const days = context.queries.purchaseDays(saleFilters(filters, context));
  if (holdOut === null || group == null || days === null)
    throw new AppError('E_NOT_FOUND', 'Nothing was held out of such customers.', { figure });
  const { period, weeks } = holdOut;
  const [from, to] = [parseIsoDate(period.from) ?? 0, parseIsoDate(period.to) ?? 0];
  const nameOf = customerMembers(context.queries.columns);
  const theirs = [...customerDays(days)].filter(([, all]) => {
    const history = purchaseHistory(all, from - 1);
    return history !== null && (repeats === undefined || Math.min(history.repeats, MOST_REPEATS) === repeats);
  });
  const first = theirs.reduce((least, [, all]) => all.reduce((day, each) => Math.min(day, each.day), least), from);
  const isExpected = figure === 'expected' || figure === 'expectedValue';
  const known = isExpected ? { from: first, to: from - 1 } : { from, to };
  return {
    ...BARE,
    ...(repeats === undefined ? sumOf(figure, holdOut) : { value: valueOf(figure, group), unit: 'quantity' as const }),
    inputs: [
      input('customers', group.customers, 'count'),
      input('heldOut', weeks, 'weeks'),
      ...(repeats === undefined
        ? []
        : [
            input('expectedOfAll', group.expected * group.customers, 'quantity'),
            input('happenedOfAll', Math.round(group.happened * group.customers), 'count'),
          ]),
    ],
    period: { from: isoDate(known.from), to: isoDate(known.to) },
    ahead: isExpected ? period : null,
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

type Figure = ToldOf<'held-out'>['figure'];

function sumOf(figure: Figure, holdOut: HoldOut): Pick<ToldAnswer, 'value' | 'unit' | 'form'> {
  const unit = figure === 'happened' ? 'count' : figure === 'expected' ? 'quantity' : 'money';
  return { value: holdOut[figure], unit, form: 'all' };
}

/** Money is told of all of them alone. */
function valueOf(figure: Figure, group: Pick<HoldOut, 'expected' | 'happened'>): number | null {
  return figure === 'expected' || figure === 'happened' ? group[figure] : null;
}
