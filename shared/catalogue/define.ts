import type { KpiCategory, KpiDefinition, KpiVariant } from '../kpi-definition.ts';

type About = Omit<KpiDefinition, 'category' | 'variants'>;

const inCategory =
  (category: KpiCategory) =>
  (about: About, ...variants: readonly [KpiVariant, ...KpiVariant[]]): KpiDefinition => ({
    category,
    variants,
    ...about,
  });

export const result = inCategory('result');

/** The variant of a KPI that has no other. */
export const standard = (formula: string): KpiVariant => ({ id: 'standard', formula });
