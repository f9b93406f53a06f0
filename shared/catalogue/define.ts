import type { KpiCategory, KpiDefinition, KpiVariant } from '../kpi-definition.ts';

type About = Omit<KpiDefinition, 'category' | 'variants'>;

const inCategory =
  (category: KpiCategory) =>
  (about: About, ...variants: readonly [KpiVariant, ...KpiVariant[]]): KpiDefinition => ({
    category,
    variants,
    ...about,
  });

export const activity = inCategory('activity');
export const conversion = inCategory('conversion');
export const result = inCategory('result');

/** The variant of a KPI that has no other, or needs no name beside those that stand in for it. */
export const standard = (formula: string): KpiVariant => ({ id: 'standard', formula });

/** A variant that stands in for those before it where they lack data. */
export const auto = (id: string, formula: string): KpiVariant => ({ id, formula, auto: true });
