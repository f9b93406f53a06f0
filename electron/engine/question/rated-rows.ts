import type { MeasureDefinition, Source } from '#shared/kpi-definition.ts';
import { countsMoney } from '#shared/measures.ts';
import { ratedField } from '#shared/rates.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import { inputsOf, type Expression } from '../formula/expression.ts';

/**
 * A formula with money in it, over rows that all have a rate: what it counts beside the money (orders, customers, reps) leaves
 * out the rows whose money is left out, so that both sides of a division are about the same rows. Formulas without money stay.
 * Example: average order value over 100 SEK and 10 USD without a rate is 100 ÷ 1 order.
 */
export function overRatedRows(expression: Expression, unrated: (kind: AnyKind) => readonly string[]): Expression {
  const kinds = new Set(
    inputsOf(expression).flatMap(({ measure }) =>
      countsMoney(measure) && unrated(measure.kind).length > 0 ? [measure.kind] : [],
    ),
  );
  if (kinds.size === 0) return expression;
  const ratedIn = <T extends Source>(source: T): T => {
    if (!kinds.has(source.kind)) return source;
    const conditions = unrated(source.kind).map((currency) => ({ field: ratedField(currency), is: 'true' }) as const);
    return { ...source, where: [...source.where, ...conditions] };
  };
  const rated = (measure: MeasureDefinition): MeasureDefinition => {
    if (countsMoney(measure)) return measure;
    const { aggregate } = measure;
    const own = ratedIn(measure);
    if (aggregate.do !== 'distinct' || aggregate.also === undefined) return own;
    return { ...own, aggregate: { ...aggregate, also: aggregate.also.map(ratedIn) } };
  };
  return withMeasures(expression, rated);
}

function withMeasures(node: Expression, change: (measure: MeasureDefinition) => MeasureDefinition): Expression {
  const within = (inner: Expression): Expression => withMeasures(inner, change);
  switch (node.type) {
    case 'number':
    case 'none':
    case 'calendar':
      return node;
    case 'measure':
      return { ...node, measure: change(node.measure) };
    case 'kpi':
    case 'time':
    case 'total':
    case 'over':
      return { ...node, body: within(node.body) };
    case 'negate':
      return { ...node, operand: within(node.operand) };
    case 'binary':
      return { ...node, left: within(node.left), right: within(node.right) };
    case 'function':
      return { ...node, args: node.args.map(within) };
  }
}
