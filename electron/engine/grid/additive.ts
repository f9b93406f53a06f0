import type { Expression } from '../formula/expression.ts';

/**
 * Whether the values of members add up to the value of all of them: sums and counts, added, subtracted, and times or divided by
 * plain numbers. Distinct counts, means, shares and ratios do not.
 * Example: net-sales − 0.2 × cost-of-goods does, net-sales ÷ distinct-orders does not.
 */
export function addsUp(expression: Expression): boolean {
  switch (expression.type) {
    case 'measure':
      return ['sum', 'count'].includes(expression.measure.aggregate.do) && expression.measure.blindTo === undefined;
    case 'kpi':
    case 'time':
      return addsUp(expression.body);
    case 'negate':
      return addsUp(expression.operand);
    case 'binary': {
      const { operator, left, right } = expression;
      if (operator === '+' || operator === '-') return addsUp(left) && addsUp(right);
      if (operator === '*')
        return (left.type === 'number' && addsUp(right)) || (addsUp(left) && right.type === 'number');
      return operator === '/' && addsUp(left) && right.type === 'number';
    }
    case 'number':
    case 'none':
    case 'calendar':
    case 'total':
    case 'over':
    case 'function':
      return false;
  }
}
