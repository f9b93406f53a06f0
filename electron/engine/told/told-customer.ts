import type { CustomerWorth, ValuedCustomer } from '#shared/customer-value.ts';
import { AppError } from '#shared/errors.ts';
import type { ToldInput, ToldOf } from '#shared/told.ts';
import type { Unit } from '#shared/units.ts';
import type { Buyer, Buyers } from '../customer-value/buyers.ts';
import type { CustomerValues } from '../customer-value/customer-values.ts';
import type { SpendingHistory } from '../customer-value/purchase-history.ts';
import type { QuestionContext } from '../question/context.ts';
import { customerRows } from './customer-rows.ts';
import { BARE, input, type ToldAnswer } from './told-answer.ts';

type CustomerNumber = ToldOf<'customer'>;
type Figure = CustomerNumber['figure'];

const UNIT: Readonly<Record<Figure, Unit>> = {
  customers: 'count',
  repeaters: 'count',
  mean: 'money',
  recency: 'count',
  frequency: 'count',
  monetary: 'count',
  purchases: 'count',
  revenue: 'money',
  active: 'quantity',
  expected: 'quantity',
  value: 'money',
};

/**
 * A customer's value by the models, or a sum of it over a segment or everybody: of one customer how often and how lately he bought and
 * for how much, what the models make of it, and their numbers; of a sum how many customers it is over. The rows are the sales it goes by.
 * Throws E_NOT_FOUND for a customer or a segment that has not bought.
 * Example: 100 on day 0 and 50 on day 14 of 70 is 1 repeat, recency 2 weeks, age 10 weeks, mean purchase 50, of two rows.
 */
export function toldCustomer(
  number: CustomerNumber,
  { buyers, about }: Buyers,
  { summary, customers }: CustomerValues,
  context: QuestionContext,
): ToldAnswer {
  const { figure, customer, group, filters } = number;
  const at = customers.findIndex(
    ({ dimension, member }) => dimension === customer?.dimension && member === customer.member,
  );
  const one = customers[at];
  const history = buyers[at]?.history;
  const isAll = customer === undefined && group === undefined && figure !== 'repeaters';
  const isTheirs = (each: ValuedCustomer): boolean =>
    customer === undefined
      ? (group === undefined || each.segment === group) && (figure !== 'repeaters' || each.purchases > 1)
      : each === one;
  const members = customers.filter(isTheirs);
  const keys = new Set(
    customers.flatMap((each, i) => {
      const key = buyers[i]?.key;
      return key !== undefined && isTheirs(each) ? [key] : [];
    }),
  );
  const worth = group === undefined ? summary.total : summary.segments.find(({ segment }) => segment === group);
  const value = customer === undefined ? sumOf(figure, worth, members.length) : ownOf(figure, one);
  if (members.length === 0 || value === undefined)
    throw new AppError('E_NOT_FOUND', 'No such customer has bought anything.', { figure });
  const to = about.history?.to ?? '';
  return {
    ...BARE,
    value,
    unit: customer !== undefined && figure === 'active' ? 'ratio' : UNIT[figure],
    inputs: [
      ...(customer === undefined
        ? sumInputs(number, members, worth)
        : isFifth(figure)
          ? fifthInputs(figure, buyers[at], buyers, history?.age ?? 0)
          : ownInputs(number, one, history)),
      ...modelInputs(figure, summary.model),
    ],
    period: { from: members.reduce((first, { first: day }) => (day < first ? day : first), to), to },
    filters,
    ...customerRows({ customers: members.map(({ member }) => member), keys, isAll, filters }, context),
  };
}

/** Of a sum; undefined for a group that nobody is in. */
function sumOf(figure: Figure, worth: CustomerWorth | undefined, customers: number): number | null | undefined {
  if (worth === undefined) return undefined;
  switch (figure) {
    case 'repeaters':
      return customers;
    case 'mean':
      return worth.customers === 0 ? null : worth.revenue / worth.customers;
    case 'purchases':
    case 'recency':
    case 'frequency':
    case 'monetary':
      return null;
    case 'customers':
    case 'revenue':
    case 'active':
    case 'expected':
    case 'value':
      return worth[figure];
  }
}

const FIFTHS = ['recency', 'frequency', 'monetary'] as const;
const isFifth = (figure: Figure): figure is (typeof FIFTHS)[number] => FIFTHS.some((each) => each === figure);

/** Of one customer; undefined for nobody. */
function ownOf(figure: Figure, one: ValuedCustomer | undefined): number | null | undefined {
  if (one === undefined) return undefined;
  if (isFifth(figure)) return one.rfm[FIFTHS.indexOf(figure)];
  return figure === 'customers' || figure === 'repeaters' || figure === 'mean' ? null : one[figure];
}

/** What a customer is put into his fifth by, and between which of it the customers of that fifth lie. */
function fifthInputs(
  figure: (typeof FIFTHS)[number],
  one: Buyer | undefined,
  buyers: readonly Buyer[],
  age: number,
): readonly ToldInput[] {
  if (one === undefined) return [];
  const place = FIFTHS.indexOf(figure);
  const through = one.first + Math.round(age * 7);
  const of = ({ last, history, revenue }: Buyer): number =>
    figure === 'recency' ? through - last : figure === 'frequency' ? history.repeats : revenue;
  const unit = figure === 'recency' ? 'days' : figure === 'frequency' ? 'count' : 'money';
  const same = buyers.filter(({ rfm }) => rfm[place] === one.rfm[place]).map(of);
  const [lowest, highest] = same.reduce(
    ([low, high], each) => [Math.min(low, each), Math.max(high, each)],
    [Infinity, -Infinity],
  );
  return [
    input(`by-${figure}`, of(one), unit),
    input('fifthFrom', lowest, unit),
    input('fifthTo', highest, unit),
    input('inFifth', same.length, 'count'),
    input('ofCustomers', buyers.length, 'count'),
  ];
}

/** What the models know of a customer, and what they make of it. */
function ownInputs(
  { figure, months, discount }: CustomerNumber,
  customer: ValuedCustomer | undefined,
  history: SpendingHistory | undefined,
): readonly ToldInput[] {
  if (customer === undefined || history === undefined || !isPredicted(figure)) return [];
  const { active, expected, spend } = customer;
  return [
    input('repeats', history.repeats, 'count'),
    input('recency', history.recency, 'weeks'),
    input('age', history.age, 'weeks'),
    ...(figure === 'value' ? [input('meanSpent', history.meanSpent, 'money')] : []),
    ...(figure === 'active' ? [] : [input('chance', active, 'ratio'), input('horizon', months, 'months')]),
    ...(figure === 'value'
      ? [input('expected', expected, 'quantity'), input('spend', spend, 'money'), input('discount', discount, 'ratio')]
      : []),
  ];
}

function sumInputs(
  { figure, months, discount }: CustomerNumber,
  members: readonly ValuedCustomer[],
  worth: CustomerWorth | undefined,
): readonly ToldInput[] {
  const count = input('customers', members.length, 'count');
  if (figure === 'customers' || figure === 'repeaters') return [];
  if (figure === 'mean') return [input('bought', worth?.revenue ?? null, 'money'), count];
  if (figure === 'revenue' || figure === 'purchases') return [count];
  return [
    count,
    ...(figure === 'active' ? [] : [input('horizon', months, 'months')]),
    ...(figure === 'value' ? [input('discount', discount, 'ratio')] : []),
  ];
}

const isPredicted = (figure: Figure): boolean => figure === 'active' || figure === 'expected' || figure === 'value';

/** BG/NBD for how often, and for money Gamma-Gamma. */
function modelInputs(figure: Figure, model: CustomerValues['summary']['model']): readonly ToldInput[] {
  if (model === null || !isPredicted(figure)) return [];
  const named = (['r', 'alpha', 'a', 'b', ...(figure === 'value' ? (['p', 'q', 'v'] as const) : [])] as const).map(
    (id) => input(id, model[id], 'parameter'),
  );
  return [...named, input('fittedTo', model.customers, 'count')];
}
