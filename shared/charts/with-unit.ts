import { moneyUnit } from '../format.ts';
import type { Unit } from '../units.ts';
import type { ChartModel } from './model.ts';

/** A chart whose title says what its numbers are in. Example: 'Intäkter per månad' is 'Intäkter per månad, tkr'. */
export function withUnit(model: ChartModel, unit: Unit = 'money'): ChartModel {
  if (unit !== 'money') return model;
  return { ...model, title: `${model.title}, ${moneyUnit(model.scale.step, model.format)}` };
}
