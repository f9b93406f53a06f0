import type { Insight, InsightPart } from '#shared/insights.ts';
import type { Answer, QuestionInput } from '#shared/question.ts';
import { fromScaled } from '#shared/units.ts';
import { comparedWith } from './drivers.ts';
import {
  growth,
  insight,
  nowAndBefore,
  number,
  opensCells,
  opensTold,
  placeOf,
  scaled,
  type InsightScope,
} from './insight.ts';

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
  const both = products.filter(isBoth);
  const sum = (of: (product: Product) => number, some = both): number =>
    some.reduce((total, product) => total + of(product), 0);
  const [before, unitsBefore] = [sum((each) => each.before), sum((each) => each.unitsBefore)];
  const unitsNow = sum((each) => each.unitsNow);
  const price = sum((each) => each.now - Math.round((each.before / each.unitsBefore) * each.unitsNow));
  const volume = unitsBefore === 0 ? 0 : Math.round((unitsNow - unitsBefore) * (before / unitsBefore));
  const mix = sum((each) => each.now) - before - price - volume;
  const added = sum((each) => each.now, products.filter(isNew));
  const gone = 0 - sum((each) => each.before, products.filter(isGone));
  return { price, volume, mix, new: added, gone, unknown: change - price - volume - mix - added - gone };
}

/** Sold both times. */
export const isBoth = ({ unitsBefore, unitsNow }: Product): boolean => unitsBefore > 0 && unitsNow > 0;
export const isNew = ({ before, unitsBefore, unitsNow }: Product): boolean =>
  before === 0 && unitsBefore === 0 && unitsNow > 0;
export const isGone = ({ now, unitsNow, unitsBefore }: Product): boolean =>
  now === 0 && unitsNow === 0 && unitsBefore > 0;

const LEAST_CHANGE = 0.01;
/** Of the change's parts together. More of it without units, and the others say little. */
const MOST_UNKNOWN = 0.5;

/** Price, volume and mix of the change of revenue by product. Its share of the base is the size. */
export function priceVolumeMix({ ask, queries, period, compare, filters }: InsightScope): readonly Insight[] {
  if (!queries.has('sale', 'product') || !queries.has('sale', 'quantity')) return [];
  const kpis = ['revenue', 'units'];
  const question: QuestionInput = { kpis, rows: [{ dimension: 'product' }], period, compare, filters: [...filters] };
  const sold = soldProducts(ask, question);
  if (sold === null || sold.before <= 0) return [];
  const { answer, before, change, products } = sold;
  const effects = effectsOf(products, change);
  const total = placeOf(question, 'revenue');
  const parts = (['price', 'volume', 'mix', 'new', 'gone', 'unknown'] as const).flatMap((part): InsightPart[] =>
    effects[part] === 0
      ? []
      : [
          {
            part,
            member: null,
            count: 0,
            amount: fromScaled(effects[part]),
            opens: opensTold({ of: 'variance', part, question }),
          },
        ],
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
        change: number(Math.abs(fromScaled(change)), 'money', opensCells('change', total)),
        growth: growth(share, opensCells('growth', total)),
        before: comparedWith(answer),
      },
      parts,
      change: fromScaled(change),
      question,
      cell: { kpi: 'revenue', row: [], column: [] },
    }),
  ];
}

export interface NamedProduct extends Product {
  readonly name: string;
}

/**
 * What revenue was before, its change in ten-thousandths, and the products of a question about revenue and units by product, held against
 * another time. Null where there is none. Products whose rows do not all have units, and rows without product, are left to the unknown part.
 * Example: 'A' with 10 units for 1000 before and 12 for 1320 now is a change of 320.
 */
export function soldProducts(ask: InsightScope['ask'], question: QuestionInput) {
  const answer = ask(question);
  const found = nowAndBefore(answer, 'revenue');
  if (found === null) return null;
  const { now, before } = found;
  const unitless = ask({
    ...question,
    kpis: ['revenue'],
    filters: [...(question.filters ?? []), { op: 'blank', dimension: 'quantity' }],
  });
  const products = productsOf(answer, new Set(unitless.cells.map(({ row }) => row[0])));
  return { answer, before, change: scaled(now) - scaled(before), products };
}

function productsOf(answer: Answer, unitless: ReadonlySet<string | null | undefined>): readonly NamedProduct[] {
  const units = new Map(answer.cells.flatMap((cell) => (cell.kpi === 'units' ? [[cell.row[0], cell] as const] : [])));
  return answer.cells.flatMap((cell): NamedProduct[] => {
    const name = cell.row[0];
    const sold = units.get(name);
    if (cell.kpi !== 'revenue' || typeof name !== 'string' || sold === undefined || unitless.has(name)) return [];
    return [
      {
        name,
        before: scaled(cell.compare?.value ?? 0),
        unitsBefore: sold.compare?.value ?? 0,
        now: scaled(cell.value ?? 0),
        unitsNow: sold.value ?? 0,
      },
    ];
  });
}
