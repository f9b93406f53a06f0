import { multiplyDivide } from '#engine/import/scale.ts';
import type { DecimalColumn } from '#engine/ports/workspace-columns.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import { decimalAt } from '../decimal-at.ts';
import type { Fields } from '../fields.ts';
import type { DerivedColumn } from './derived-column.ts';

/** Weights are typed by hand: six decimals are more than anybody means. */
const WEIGHT_SCALE = 1_000_000;

/**
 * Value × chance of the deals that are neither won nor lost, rounded once; the chance is the row's, else its stage's by name, whatever its
 * case. Missing without a chance. Example: 100 000 at 20 % is 20 000.
 */
export function weightedValue(fields: Fields): DerivedColumn | null {
  return weightedBy(fields, fields.decimals('deal', 'probability'));
}

/** The same by the weight of the stage alone. */
export function stageWeightedValue(fields: Fields): DerivedColumn | null {
  return weightedBy(fields, null);
}

function weightedBy(fields: Fields, chances: DecimalColumn | null): DerivedColumn | null {
  const values = fields.decimals('deal', 'value');
  const stages = fields.codes('deal', 'stage')?.codes ?? null;
  if (values === null || (chances === null && stages === null)) return null;
  const weights = stageWeights(fields);
  const statuses = fields.codes('deal', 'status')?.codes ?? null;
  const isDone = fields.names('deal', 'status').map((name) => name === 'won' || name === 'lost');
  const decimals = new Float64Array(values.length);
  for (let row = 0; row < decimals.length; row++) {
    const [value, chance] = [decimalAt(values, row), decimalAt(chances, row)];
    const [factor, scale] = chance === chance ? [chance, DECIMAL_SCALE] : [weights[stages?.[row] ?? 0], WEIGHT_SCALE];
    const isOpen = isDone[statuses?.[row] ?? 0] !== true;
    const weighted = isOpen && value === value && factor !== undefined ? multiplyDivide(value, factor, scale) : null;
    decimals[row] = weighted ?? NaN;
  }
  return { type: 'decimals', decimals };
}

/** By code of the stage, in millionths. */
function stageWeights(fields: Fields): readonly (number | undefined)[] {
  const weights = new Map([...fields.columns.rules().stageWeights].map(([stage, weight]) => [folded(stage), weight]));
  return fields.names('deal', 'stage').map((stage) => {
    const weight = stage === '' ? undefined : weights.get(folded(stage));
    return weight === undefined ? undefined : Math.round(weight * WEIGHT_SCALE);
  });
}

const folded = (text: string): string => text.trim().toLocaleLowerCase('sv');
