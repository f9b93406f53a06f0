import { isoDate } from '#shared/calendar.ts';
import type {
  CustomerPageInput,
  CustomerValue,
  CustomerValueInput,
  CustomerWorth,
  ValuedCustomer,
} from '#shared/customer-value.ts';
import { AppError } from '#shared/errors.ts';
import { questionSchema, type Reason } from '#shared/question.ts';
import { BY_RFM, RFM_SEGMENTS } from '#shared/rfm.ts';
import { answer } from '../question/answer.ts';
import type { QuestionContext } from '../question/context.ts';
import { chanceActive, expectedPurchases } from './bg-nbd.ts';
import type { Buyers, Models } from './buyers.ts';
import { customerMembers } from './customer-member.ts';
import { expectedSpend } from './gamma-gamma.ts';
import { lifetimeValue, WEEKS_A_MONTH } from './lifetime-value.ts';

const collator = new Intl.Collator('sv', { numeric: true });

export interface CustomerValues {
  readonly summary: CustomerValue;
  /** In the order of their codes. */
  readonly customers: readonly ValuedCustomer[];
}

/**
 * What every customer has been worth and is expected to be over the horizon, with sums by segment. Expected purchases, the chance of being
 * active and their value in today's money come from the models; without a model they are null. A segment's sums are those of its customers.
 * Throws E_UNKNOWN_DIMENSION for a segment that customers do not have.
 * Source: Fader, Hardie and Lee 2005; kpis.md, clv. Example: CDNOW over 12 months at 12.68 % a year (1 % a month) is worth 71 509.90 in all.
 */
export function customerValues(
  { buyers, models, about }: Buyers,
  { months, discount, segment, filters }: CustomerValueInput,
  context: QuestionContext,
): CustomerValues {
  const { columns } = context.queries;
  const table = columns.table('customer');
  const dimensions = (table?.fields ?? []).flatMap(({ key, type, identifier }) =>
    type === 'text' && !identifier && key !== 'customer' ? [key] : [],
  );
  if (segment !== BY_RFM && !dimensions.includes(segment) && table !== null)
    throw new AppError('E_UNKNOWN_DIMENSION', `Customers have no field "${segment}".`, { dimension: segment });
  const memberOf = customerMembers(columns);
  const segmentOf = segmentsOf(segment, context);
  const monthly = (1 + discount) ** (1 / 12) - 1;
  const customers = buyers.map((buyer): ValuedCustomer => {
    const { key, history, first, last, revenue, rfm, rfmSegment } = buyer;
    return {
      ...memberOf(key),
      first: isoDate(first),
      last: isoDate(last),
      purchases: history.repeats + 1,
      revenue,
      rfm: [...rfm],
      rfmSegment,
      segment: segment === BY_RFM ? rfmSegment : segmentOf(key),
      ...predicted(models, history, months, monthly),
    };
  });
  const formulas = formulaBySegment(segment === BY_RFM ? null : segment, filters, context);
  const segments = [...Map.groupBy(customers, (customer) => customer.segment)].map(([name, members]) => ({
    segment: name,
    ...worth(members, formulas.of.get(name) ?? null),
  }));
  const rank = (name: string | null): number => RFM_SEGMENTS.findIndex((each) => each === name);
  segments.sort((a, b) =>
    segment === BY_RFM
      ? rank(a.segment) - rank(b.segment)
      : (b.value ?? b.revenue) - (a.value ?? a.revenue) || ((a.segment ?? '') < (b.segment ?? '') ? -1 : 1),
  );
  const summary: CustomerValue = {
    ...about,
    model: models === null ? null : modelOf(models),
    formulaReason: formulas.reason,
    total: worth(customers, formulas.total),
    segments,
    dimensions,
  };
  return { summary, customers };
}

/** The member of a dimension that a customer's latest purchase has, by his code; null for the unknown one. */
function segmentsOf(dimension: string, { queries: { columns } }: QuestionContext): (key: number) => string | null {
  const table = columns.table('customer');
  const codes = table?.codes(dimension) ?? null;
  const names = columns.members(dimension);
  const ofKey = new Map([...(table?.codes('customer_key') ?? [])].map((key, row) => [key, codes?.[row] ?? 0]));
  return (key) => {
    const code = ofKey.get(key) ?? 0;
    return code === 0 ? null : (names[code] ?? null);
  };
}

function predicted(
  models: Models | null,
  history: Buyers['buyers'][number]['history'],
  months: number,
  monthly: number,
): Pick<ValuedCustomer, 'active' | 'expected' | 'spend' | 'value'> {
  if (models === null) return { active: null, expected: null, spend: null, value: null };
  const { purchases, spending } = models;
  return {
    active: chanceActive(purchases, history),
    expected: expectedPurchases(purchases, history, months * WEEKS_A_MONTH),
    spend: expectedSpend(spending, history),
    value: lifetimeValue(purchases, spending, history, months, monthly),
  };
}

/** Sums over customers; null where one of them has no value. */
function worth(customers: readonly ValuedCustomer[], formula: number | null): CustomerWorth {
  const sum = (of: (customer: ValuedCustomer) => number | null): number | null =>
    customers.reduce<number | null>((total, customer) => {
      const value = of(customer);
      return total === null || value === null ? null : total + value;
    }, 0);
  return {
    customers: customers.length,
    revenue: Math.round(customers.reduce((total, { revenue }) => total + revenue, 0) * 1e4) / 1e4,
    formula,
    active: sum(({ active }) => active),
    expected: sum(({ expected }) => expected),
    value: sum(({ value }) => value),
  };
}

interface Formulas {
  readonly total: number | null;
  readonly of: ReadonlyMap<string | null, number | null>;
  readonly reason: Reason | null;
}

/** The KPI `clv` in the variant in force, over everything and for the members of a dimension. */
function formulaBySegment(
  dimension: string | null,
  filters: CustomerValueInput['filters'],
  context: QuestionContext,
): Formulas {
  const rows = dimension === null ? [] : [{ dimension }];
  const { cells } = answer(questionSchema.parse({ kpis: ['clv'], rows, filters }), context);
  const total = cells.find(({ row }) => row.length === 0);
  return {
    total: total?.value ?? null,
    of: new Map(cells.flatMap(({ row, value }) => (row.length === 1 ? [[row[0] ?? null, value]] : []))),
    reason: total?.reason ?? null,
  };
}

function modelOf({ purchases, spending }: Models): CustomerValue['model'] {
  const { r, alpha, a, b, logLikelihood } = purchases;
  const { p, q, v, customers } = spending;
  return { r, alpha, a, b, logLikelihood, p, q, v, customers };
}

/**
 * A page of them, ordered by a column; equal ones and those without value by member, no value last.
 * Example: the second page of ten by value has the customers ranked 11 to 20.
 */
export function customerPage(
  customers: readonly ValuedCustomer[],
  { order, descending, search, only, offset, limit }: CustomerPageInput,
): { readonly total: number; readonly customers: ValuedCustomer[] } {
  const part = search.trim().toLocaleLowerCase('sv');
  const found = customers.filter(
    ({ name, member, segment }) =>
      (only === undefined || segment === only) &&
      (part === '' || name.toLocaleLowerCase('sv').includes(part) || member.toLocaleLowerCase('sv').includes(part)),
  );
  const turn = descending ? -1 : 1;
  const ranked = found.toSorted((a, b) => {
    const [x, y] = [a[order], b[order]];
    if (x === null || y === null) return Number(x === null) - Number(y === null) || byMember(a, b);
    if (typeof x === 'string' && typeof y === 'string' && order === 'name')
      return turn * collator.compare(x, y) || byMember(a, b);
    return x === y ? byMember(a, b) : turn * (x < y ? -1 : 1);
  });
  return { total: ranked.length, customers: ranked.slice(offset, offset + limit) };
}

const byMember = (a: ValuedCustomer, b: ValuedCustomer): number =>
  a.member < b.member ? -1 : a.member > b.member ? 1 : 0;
