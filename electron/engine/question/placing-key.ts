import type { MeasureDefinition } from '#shared/kpi-definition.ts';

/** Measures with the same key place the same rows in the same cells. */
export function placingKey(measure: MeasureDefinition): string {
  const { kind, date, nature, until, standing, from, undated, blindTo = [] } = measure;
  return [kind, date, nature, until, standing, from, undated, blindTo.join('+')].join(' ');
}
