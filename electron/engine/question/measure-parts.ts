import type { MeasureDefinition } from '#shared/kpi-definition.ts';

/** A measure, and each source of rows that it counts `also`, as measures of their own. Most have one part, themselves. */
export function partsOf(measure: MeasureDefinition): readonly [MeasureDefinition, ...MeasureDefinition[]] {
  const { aggregate } = measure;
  if (aggregate.do !== 'distinct' || aggregate.also === undefined) return [measure];
  const { also, ...alone } = aggregate;
  return [{ ...measure, aggregate: alone }, ...also.map((source) => ({ ...measure, ...source, aggregate: alone }))];
}

/** Parts made one measure again: members that any of them has met. */
export function unitedParts([first, ...others]: readonly [
  MeasureDefinition,
  ...MeasureDefinition[],
]): MeasureDefinition {
  const { aggregate } = first;
  if (others.length === 0 || aggregate.do !== 'distinct') return first;
  const also = others.map(({ kind, date, where }) => ({ kind, date, where }));
  return { ...first, aggregate: { ...aggregate, also } };
}
