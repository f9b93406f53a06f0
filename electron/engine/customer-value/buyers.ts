import { isoDate, type Day } from '#shared/calendar.ts';
import type { CustomerValue } from '#shared/customer-value.ts';
import { questionSchema, type Filter } from '#shared/question.ts';
import type { RfmSegment } from '#shared/rfm.ts';
import { fromScaled } from '#shared/units.ts';
import type { PurchaseDays, RowFilter } from '../ports/column-queries.ts';
import { dataRange, type QuestionContext } from '../question/context.ts';
import { planQuestion } from '../question/plan.ts';
import { fitBgNbd, type BgNbdFit } from './bg-nbd.ts';
import { fitted } from './fitted.ts';
import { fitGammaGamma, type GammaGammaFit } from './gamma-gamma.ts';
import { holdOut } from './hold-out.ts';
import { purchaseHistory, type PurchaseDay, type SpendingHistory } from './purchase-history.ts';
import { quintiles, rfmSegment, type Quintile } from './rfm.ts';
import { LEAST_REPEATERS, trustNotes } from './trust.ts';

export interface Buyer {
  /** Code of `customer_key`. */
  readonly key: number;
  readonly history: SpendingHistory;
  readonly first: Day;
  readonly last: Day;
  /** Base units, credit notes taken off. */
  readonly revenue: number;
  readonly rfm: readonly [Quintile, Quintile, Quintile];
  readonly rfmSegment: RfmSegment;
}

export interface Models {
  readonly purchases: BgNbdFit;
  readonly spending: GammaGammaFit;
}

/** Everybody who has bought, with what the models make of all of them; null without a model. */
export interface Buyers {
  readonly buyers: readonly Buyer[];
  readonly models: Models | null;
  readonly about: Pick<CustomerValue, 'history' | 'customers' | 'repeaters' | 'nameless' | 'notes' | 'holdOut'>;
}

const NOBODY: Buyers = {
  buyers: [],
  models: null,
  about: { history: null, customers: 0, repeaters: 0, nameless: 0, notes: [], holdOut: null },
};

/**
 * Customers with a purchase among the sales that pass the filters, their histories in weeks through the last day with a sale. Purchases of one day
 * are one; a day that credit notes leave below zero is none. With fewer than ten customers who came back there is no model.
 * The best members that a filter asks for are those of all time. Throws E_UNKNOWN_DIMENSION, E_UNKNOWN_KPI and E_BAD_PERIOD for the filters.
 * Source: issue 6, Predictive CLV. Example: 100 on day 0 and 50 on day 14 of 70 is a buyer of one repeat, recency 2 weeks, age 10.
 */
export function findBuyers(filters: readonly Filter[], context: QuestionContext): Buyers {
  const { queries } = context;
  const range = dataRange(queries, ['sale']);
  if (range === null) return NOBODY;
  const days = queries.purchaseDays(saleFilters(filters, context));
  if (days === null) return NOBODY;
  const found = withHistories(days, range.to);
  if (found.length === 0) return NOBODY;
  const purchases = found.map((each) => each.purchases);
  const histories = found.map(({ history }) => history);
  const repeaters = histories.filter(({ repeats }) => repeats > 0).length;
  const hasModel = repeaters >= LEAST_REPEATERS;
  const fit = hasModel ? fitBgNbd(fitted(histories)) : null;
  const spending = hasModel ? fitGammaGamma(fitted(histories)) : null;
  const from = found.reduce((first, each) => Math.min(first, each.first), range.to);
  const kept = hasModel ? holdOut(purchases, from, range.to) : null;
  const notes = trustNotes({
    weeks: (range.to - from) / 7,
    histories,
    customers: purchases,
    fit,
    p: spending?.p ?? 0,
    settled: fit?.settled === true && spending?.settled === true,
    holdOut: kept,
    unrated: days.unrated,
  });
  return {
    buyers: withRfm(found),
    models: fit === null || spending === null ? null : { purchases: fit, spending },
    about: {
      history: { from: isoDate(from), to: isoDate(range.to) },
      customers: found.length,
      repeaters,
      nameless: days.nameless,
      notes,
      holdOut: kept,
    },
  };
}

/** Filters as sales are tested by them; the best members are those of all time. */
export function saleFilters(filters: readonly Filter[], context: QuestionContext): readonly RowFilter[] {
  return planQuestion(questionSchema.parse({ kpis: ['revenue'], filters, period: 'all' }), context).filters;
}

/** Every customer's days with sales, the earliest first, by code of `customer_key`. */
export function customerDays({ customers, starts, days, amounts }: PurchaseDays): ReadonlyMap<number, PurchaseDay[]> {
  return new Map(
    [...customers].map((key, at) => {
      const [from, to] = [starts[at] ?? 0, starts[at + 1] ?? 0];
      const dayAt = (i: number): PurchaseDay => ({
        day: days[from + i] ?? 0,
        amount: fromScaled(amounts[from + i] ?? 0),
      });
      return [key, Array.from({ length: to - from }, (_, i) => dayAt(i))];
    }),
  );
}

type Found = Omit<Buyer, 'rfm' | 'rfmSegment'> & { readonly purchases: readonly PurchaseDay[] };

function withHistories(days: PurchaseDays, through: Day): readonly Found[] {
  return [...customerDays(days)].flatMap(([key, all], at) => {
    const history = purchaseHistory(all, through);
    if (history === null) return [];
    const bought = all.filter(({ amount }) => amount >= 0);
    const [first, last] = [bought[0]?.day ?? through, bought.at(-1)?.day ?? through];
    const scaled = days.amounts.subarray(days.starts[at], days.starts[at + 1]).reduce((sum, each) => sum + each, 0);
    return [{ key, history, first, last, revenue: fromScaled(scaled), purchases: bought }];
  });
}

function withRfm(found: readonly Found[]): readonly Buyer[] {
  const recency = quintiles(found.map(({ last }) => last));
  const frequency = quintiles(found.map(({ history }) => history.repeats));
  const money = quintiles(found.map(({ revenue }) => revenue));
  return found.map(({ key, history, first, last, revenue }, at) => {
    const [r, f, m] = [recency[at] ?? 1, frequency[at] ?? 1, money[at] ?? 1];
    return { key, history, first, last, revenue, rfm: [r, f, m], rfmSegment: rfmSegment(r, f) };
  });
}
