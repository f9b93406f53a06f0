/** A KPI as a question names it: in the variant in force (`churn`) or in one of its own (`churn:mrr`). */
export interface KpiReference {
  readonly kpi: string;
  /** Null for the one in force. */
  readonly variant: string | null;
}

/** Example: `parseKpiReference('sales-cycle:mean')` is `{kpi: 'sales-cycle', variant: 'mean'}`. */
export function parseKpiReference(reference: string): KpiReference {
  const at = reference.indexOf(':');
  return at < 0 ? { kpi: reference, variant: null } : { kpi: reference.slice(0, at), variant: reference.slice(at + 1) };
}
