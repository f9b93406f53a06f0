import { addMonths, civilOf, dayOf, type Day } from '#shared/calendar.ts';
import { sampleCustomers, MONTHS } from './customers.ts';
import { pipelineTables } from './pipeline.ts';
import { planTables } from './plans.ts';
import { salesTable } from './sales.ts';
import type { SampleTable } from './sample-table.ts';

/**
 * Every table of the sample company for the 24 complete months before today's month. The same month always gives the
 * same company. Example: on 2026-11-21 it covers 2024-11-01 to 2026-10-31.
 */
export function sampleTables(today: Day): readonly SampleTable[] {
  const { year, month } = civilOf(today);
  const start = addMonths(dayOf(year, month, 1), -MONTHS);
  const customers = sampleCustomers();
  return [salesTable(customers, start), ...pipelineTables(start), ...planTables(customers, start)];
}
