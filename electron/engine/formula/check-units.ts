import type { Unit } from '#shared/units.ts';
import type { AggregateNode, Formula } from './formula.ts';
import { badFormula } from './formula-error.ts';
import { productUnit, quotientUnit, sharedUnit, type Inferred } from './unit-rules.ts';

export interface UnitsOf {
  name(name: string): Inferred;
  /** Null where the values may be anything. */
  aggregate(node: AggregateNode): Unit | null;
}

/**
 * The unit a formula comes to, whose names and aggregates are known.
 * Throws E_BAD_FORMULA ('units', with the two units in `names`) at the part whose units do not go together.
 * Example: `net-sales / working-days` is money; `net-sales + distinct-orders` is refused.
 */
export function unitOfFormula(formula: Formula, text: string, units: UnitsOf): Inferred {
  const inner = (node: Formula): Inferred => unitOfFormula(node, text, units);
  const together = (
    a: Inferred,
    b: Inferred,
    rule: (a: Inferred, b: Inferred) => Inferred | null,
    place: Formula,
  ): Inferred => {
    const unit = rule(a, b);
    if (unit === null) throw badFormula(text, place, 'units', [a, b]);
    return unit;
  };
  const shared = (nodes: readonly Formula[], place: Formula): Inferred =>
    nodes.map(inner).reduce((a, b) => together(a, b, sharedUnit, place), 'number');
  switch (formula.type) {
    case 'number':
      return 'number';
    case 'name':
      return units.name(formula.name);
    case 'aggregate':
      return units.aggregate(formula) ?? 'any';
    case 'negate':
      return inner(formula.operand);
    case 'over': {
      const unit = inner(formula.body);
      return formula.reduce === 'count' ? 'count' : unit;
    }
    case 'binary': {
      const { operator, left, right } = formula;
      if (operator === '*') return together(inner(left), inner(right), productUnit, formula);
      if (operator === '/') return together(inner(left), inner(right), quotientUnit, formula);
      const unit = shared([left, right], formula);
      return operator === '+' || operator === '-' ? unit : 'number';
    }
    case 'call': {
      const [first, ...others] = formula.args;
      if (first === undefined) return 'number';
      switch (formula.name) {
        case 'if':
          inner(first);
          return shared(others, formula);
        case 'min':
        case 'max':
          return shared(formula.args, formula);
        case 'growth':
          shared(formula.args, formula);
          return 'ratio';
        case 'abs':
        case 'total':
        case 'prev':
        case 'same_period_last_year':
        case 'period_start':
        case 'ytd':
        case 'mtd':
        case 'whole':
        case 'ever':
        case 'trailing_year':
        case 'rolling':
        case 'lag':
          return inner(first);
      }
    }
  }
}
