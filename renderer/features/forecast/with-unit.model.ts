import type { ChartModel } from '#shared/charts/model.ts';
import { moneyUnit } from '#shared/format.ts';
import type { Unit } from '#shared/units.ts';

/** A chart whose title says what its numbers are in. Example: 'Intäkter per månad' is 'Intäkter per månad, tkr'. */
export function withUnit(model: ChartModel, unit: Unit = 'money'): ChartModel {
  if (unit !== 'money') return model;
  return { ...model, title: `${model.title}, ${moneyUnit(model.scale.step, model.format)}` };
}
