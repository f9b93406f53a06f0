import { AppError } from '#shared/errors.ts';
import { questionSchema, type Filter } from '#shared/question.ts';
import type { ToldOf } from '#shared/told.ts';
import { fromScaled } from '#shared/units.ts';
import { effectsOf, isBoth, isGone, isNew, soldProducts, type NamedProduct } from '../insights/price-volume-mix.ts';
import { answer } from '../question/answer.ts';
import type { QuestionContext } from '../question/context.ts';
import { BARE, input, type ToldAnswer } from './told-answer.ts';
import { rowsOfBoth } from './told-cells.ts';

type Part = ToldOf<'variance'>['part'];

/** Most that a filter may name. */
const MOST = 10_000;

/**
 * A part of a change of revenue: price, volume and mix of the products sold both times, products that are new or gone, and what lacks units or
 * product. The rows are the sales of those products then and now; more products than a filter may name have none.
 * Throws E_NOT_FOUND without a comparison, and what `answer` throws.
 * Example: 10 at 100 become 12 at 110: price 1320 − 1200 = 120, volume (12 − 10) × 100 = 200, mix 1200 − 1000 − 200 = 0.
 */
export function toldVariance({ part, question }: ToldOf<'variance'>, context: QuestionContext): ToldAnswer {
  const sold = soldProducts((asked) => answer(questionSchema.parse(asked), context), question);
  if (sold === null) throw new AppError('E_NOT_FOUND', 'There is nothing to compare with.', { part });
  const { answer: answered, change, products } = sold;
  const effects = effectsOf(products, change);
  const isKnown = (one: NamedProduct): boolean => isBoth(one) || isNew(one) || isGone(one);
  const theirs = products.filter(
    part === 'new' ? isNew : part === 'gone' ? isGone : part === 'unknown' ? isKnown : isBoth,
  );
  const values = theirs.map(({ name }) => name);
  const filter: Filter = { op: part === 'unknown' ? 'not-in' : 'in', dimension: 'product', values };
  const alone = { ...question, kpis: ['revenue'], rows: [], filters: [...question.filters, filter] };
  const place = { question: alone, cell: { kpi: 'revenue', row: [], column: [] } };
  const { from, to, open, through } = answered.period;
  return {
    ...BARE,
    value: fromScaled(effects[part]),
    unit: 'money',
    inputs: inputsOf(part, theirs, effects, change),
    period: { from, to: open ? through : to },
    against: answered.comparePeriod,
    filters: question.filters,
    rows: values.length > MOST ? [] : rowsOfBoth(place, context),
  };
}

function inputsOf(
  part: Part,
  products: readonly NamedProduct[],
  effects: ReturnType<typeof effectsOf>,
  change: number,
): ToldAnswer['inputs'] {
  const sum = (of: (product: NamedProduct) => number): number => products.reduce((all, one) => all + of(one), 0);
  const money = (id: string, amount: number) => input(id, fromScaled(amount), 'money');
  const [now, before] = [sum((one) => one.now), sum((one) => one.before)];
  const unitsBefore = sum((one) => one.unitsBefore);
  const count = input('products', products.length, 'count');
  const atOldPrices = money('atOldPrices', now - effects.price);
  switch (part) {
    case 'price':
      return [count, money('revenueNow', now), atOldPrices];
    case 'volume':
      return [
        count,
        input(
          'unitsNow',
          sum((one) => one.unitsNow),
          'quantity',
        ),
        input('unitsBefore', unitsBefore, 'quantity'),
        input('meanPrice', unitsBefore === 0 ? null : fromScaled(before) / unitsBefore, 'money'),
      ];
    case 'mix':
      return [count, atOldPrices, money('revenueBefore', before), money('volume', effects.volume)];
    case 'new':
      return [count, money('revenueNow', now)];
    case 'gone':
      return [count, money('revenueBefore', before)];
    case 'unknown':
      return [money('all', change), money('named', change - effects.unknown)];
  }
}
