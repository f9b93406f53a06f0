import type { Insight, InsightPart } from '#shared/insights.ts';
import type { Answer, QuestionInput } from '#shared/question.ts';
import { fromScaled } from '#shared/units.ts';
import { comparedWith } from './drivers.ts';
import { growth, insight, nowAndBefore, number, scaled, type InsightScope } from './insight.ts';

/** Revenue in ten-thousandths and units of a product, in the base and now. */
export interface Product {
  readonly before: number;
  readonly unitsBefore: number;
  readonly now: number;
  readonly unitsNow: number;
}

export interface Effects {
  readonly price: number;
  readonly volume: number;
  readonly mix: number;
  readonly new: number;
  readonly gone: number;
  readonly unknown: number;
}

/**
 * A change of revenue in parts that add up to it, whole ten-thousandths. Of products sold both times: price is what today's units cost more than
 * at the old prices, volume what more units would have brought at the old mean price, mix the rest (dearer products sold more). New and gone
 * products are parts of their own, and so is what has no units.
 * Source: the standard three-way variance. Example: 10 at 100 and 10 at 50 become 12 at 110 and 8 at 50: price +120, volume 0, mix +100.
 */
export function effectsOf(products: readonly Product[], change: number): Effects {
  const both = products.filter(({ unitsBefore, unitsNow }) => unitsBefore > 0 && unitsNow > 0);
  const sum = (of: (product: Product) => number, some = both): number =>
    some.reduce((total, product) => total + of(product), 0);
  const [before, unitsBefore] = [sum((each) => each.before), sum((each) => each.unitsBefore)];
  const unitsNow = sum((each) => each.unitsNow);
  const price = sum((each) => each.now - Math.round((each.before / each.unitsBefore) * each.unitsNow));
  const volume = unitsBefore === 0 ? 0 : Math.round((unitsNow - unitsBefore) * (before / unitsBefore));
  const mix = sum((each) => each.now) - before - price - volume;
  const isNew = ({ before: base, unitsBefore: units, unitsNow: sold }: Product): boolean =>
    base === 0 && units === 0 && sold > 0;
  const isGone = ({ now, unitsNow: units, unitsBefore: sold }: Product): boolean =>
    now === 0 && units === 0 && sold > 0;
  const added = sum((each) => each.now, products.filter(isNew));
  const gone = 0 - sum((each) => each.before, products.filter(isGone));
  return { price, volume, mix, new: added, gone, unknown: change - price - volume - mix - added - gone };
}

const LEAST_CHANGE = 0.01;
/** Of the change's parts together. More of it without units, and the others say little. */
const MOST_UNKNOWN = 0.5;

/** Price, volume and mix of the change of revenue by product. Its share of the base is the size. */
export function priceVolumeMix({ ask, queries, period, compare, filters }: InsightScope): readonly Insight[] {
  if (!queries.has('sale', 'product') || !queries.has('sale', 'quantity')) return [];
  const kpis = ['revenue', 'units'];
  const question: QuestionInput = { kpis, rows: [{ dimension: 'product' }], period, compare, filters: [...filters] };
  const answer = ask(question);
  const { now = 0, before = 0 } = nowAndBefore(answer, 'revenue') ?? {};
  if (before <= 0) return [];
  const change = scaled(now) - scaled(before);
  const unitless = ask({
    ...question,
    kpis: ['revenue'],
    filters: [...filters, { op: 'blank', dimension: 'quantity' }],
  });
  const effects = effectsOf(productsOf(answer, new Set(unitless.cells.map(({ row }) => row[0]))), change);
  const parts = (['price', 'volume', 'mix', 'new', 'gone', 'unknown'] as const).flatMap((part): InsightPart[] =>
    effects[part] === 0 ? [] : [{ part, member: null, count: 0, amount: fromScaled(effects[part]) }],
  );
  const moved = parts.reduce((sum, { amount }) => sum + Math.abs(amount), 0);
  const share = fromScaled(change) / before;
  const isKnown = Math.abs(fromScaled(effects.unknown)) <= moved * MOST_UNKNOWN;
  if (Math.abs(share) < LEAST_CHANGE || !isKnown || parts.length < 2) return [];
  return [
    insight({
      id: 'price-volume-mix',
      rule: 'price-volume-mix',
      form: change > 0 ? 'up' : 'down',
      // Just behind the contributions to the same change.
      size: Math.abs(share) * 0.99,
      tone: change > 0 ? 'good' : 'bad',
      words: {
        change: number(Math.abs(fromScaled(change)), 'money'),
        growth: growth(share),
        before: comparedWith(answer),
      },
      parts,
      change: fromScaled(change),
      question,
      cell: { kpi: 'revenue', row: [], column: [] },
    }),
  ];
}

/** Products whose rows all have units; the others, and rows without product, are left to the unknown part. */
function productsOf(answer: Answer, unitless: ReadonlySet<string | null | undefined>): readonly Product[] {
  const units = new Map(answer.cells.flatMap((cell) => (cell.kpi === 'units' ? [[cell.row[0], cell] as const] : [])));
  return answer.cells.flatMap((cell): Product[] => {
    const name = cell.row[0];
    const sold = units.get(name);
    if (cell.kpi !== 'revenue' || typeof name !== 'string' || sold === undefined || unitless.has(name)) return [];
    return [
      {
        before: scaled(cell.compare?.value ?? 0),
        unitsBefore: sold.compare?.value ?? 0,
        now: scaled(cell.value ?? 0),
        unitsNow: sold.value ?? 0,
      },
    ];
  });
}
