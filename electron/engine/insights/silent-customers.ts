import { isoDate, type Day } from '#shared/calendar.ts';
import type { Insight } from '#shared/insights.ts';
import type { QuestionInput } from '#shared/question.ts';
import { customerMembers } from '../customer-value/customer-member.ts';
import type { PurchaseDays } from '../ports/column-queries.ts';
import { rowFilters } from '../question/row-filters.ts';
import { insight, member, number, opensCell, opensCells, placeOf, totalOf, type InsightScope } from './insight.ts';

/** Purchases that make a habit. */
const LEAST_PURCHASES = 4;
/** Times his usual gap, and at least so many days, a customer has been quiet for; and longer than ever before. */
const GAPS = 3;
const LEAST_DAYS = 30;
/** Quiet for longer is no news. */
const A_YEAR = 365;

/**
 * Customers who used to come back and have not for longer than ever before, three times their own middle gap and 30 days, but for less than a year:
 * keys, those quiet for longest first. Days below zero are no purchases. Example: purchases on days 0, 20, 40 and 60 make a customer silent from day 121 on.
 */
export function silentIn({ customers, starts, days, amounts }: PurchaseDays, through: Day): readonly number[] {
  const silent: { readonly key: number; readonly quiet: number }[] = [];
  customers.forEach((key, at) => {
    const bought: Day[] = [];
    for (let i = starts[at] ?? 0; i < (starts[at + 1] ?? 0); i++)
      if ((amounts[i] ?? 0) > 0 && (days[i] ?? 0) <= through) bought.push(days[i] ?? 0);
    const last = bought.at(-1);
    if (last === undefined || bought.length < LEAST_PURCHASES) return;
    const gaps = bought
      .slice(1)
      .map((day, i) => day - (bought[i] ?? 0))
      .toSorted((a, b) => a - b);
    const middle = ((gaps[Math.ceil(gaps.length / 2) - 1] ?? 0) + (gaps[Math.floor(gaps.length / 2)] ?? 0)) / 2;
    const quiet = through - last;
    if (quiet > Math.max(LEAST_DAYS, GAPS * middle, gaps.at(-1) ?? 0) && quiet < A_YEAR) silent.push({ key, quiet });
  });
  return silent.toSorted((a, b) => b.quiet - a.quiet || a.key - b.key).map(({ key }) => key);
}

/** Most that a filter may name. */
const MOST = 10_000;

/** Customers gone silent, with what they bought in the year before. Its share of all customers' revenue of that year is the size. */
export function silentCustomers({ ask, queries, filters, through }: InsightScope): readonly Insight[] {
  const plain = filters.filter(({ op }) => op !== 'top' && op !== 'period');
  if (plain.length < filters.length) return [];
  const clock = { today: through, dataFrom: null, dataTo: null, fiscalYearStart: 1 };
  const days = queries.purchaseDays(rowFilters(plain, queries, clock, () => []));
  const silent = days === null ? [] : silentIn(days, through);
  if (silent.length === 0) return [];
  const members = silent.slice(0, MOST).map(customerMembers(queries.columns));
  // One field for all of them: two filters would leave nobody.
  const byId = members.every(({ dimension }) => dimension === 'customer_id');
  const values = [...new Set(members.map(({ member: id, name }) => (byId ? id : name)))];
  const year: QuestionInput = {
    kpis: ['revenue'],
    period: `${isoDate(through - A_YEAR + 1)}..${isoDate(through)}`,
    filters: [...filters],
  };
  const question: QuestionInput = {
    ...year,
    ...(queries.has('sale', 'customer')
      ? { rows: [{ dimension: 'customer', order: { by: 'revenue', descending: true } }] }
      : {}),
    filters: [...filters, { op: 'in', dimension: byId ? 'customer_id' : 'customer', values }],
  };
  const answer = ask(question);
  const bought = totalOf(answer, 'revenue')?.value ?? 0;
  const all = totalOf(ask(year), 'revenue')?.value ?? 0;
  if (bought <= 0 || all <= 0) return [];
  const first = answer.cells.find(({ row }) => row.length === 1)?.row[0] ?? members[0]?.name ?? null;
  const place = placeOf(question, 'revenue');
  const counted = placeOf({ ...question, kpis: ['active-customers'], rows: [] }, 'active-customers');
  // Others of the same name count among them.
  const isCounted = totalOf(ask(counted.question), 'active-customers')?.value === members.length;
  return [
    insight({
      id: 'silent-customers',
      rule: 'silent-customers',
      form: 'some',
      size: bought / all,
      tone: 'bad',
      words: {
        amount: number(bought, 'money', opensCell(place)),
        first: member('customer', first),
        share: number(bought / all, 'ratio', opensCells('share', place, placeOf(year, 'revenue'))),
      },
      count: members.length,
      ...(isCounted ? { countOpens: opensCell(counted) } : {}),
      question,
      cell: { kpi: 'revenue', row: [], column: [] },
    }),
  ];
}
