import { expect, it } from 'vitest';
import { dayOf } from '#shared/calendar.ts';
import { convertFile, counts, fieldsOf } from '../engine/import/convert-file.ts';
import { fieldValues, type Converted } from '../engine/import/inspect-rows.ts';
import { describeWithData } from '../support/data.ts';

const TODAY = dayOf(2026, 10, 2);

/** Sum of a decimal field in base units over the rows whose other field has a value. */
function sumWhere(read: Converted, field: string, other: string, value: string): number {
  const others = fieldValues(read, other);
  const scaled = fieldValues(read, field).map((each, row) => (others[row] === value ? Number(each ?? 0) : 0));
  return scaled.reduce((sum, each) => sum + each, 0) / 10_000;
}

/** Figures of ORACLES.md §2, §6, §7, §7b and §16, computed there with the Python standard library. */
describeWithData('record kinds in real files', () => {
  it('deals: Maven CRM, open ones without value and date included', async () => {
    const read = await convertFile('crm_sales_opportunities/sales_pipeline.csv', TODAY);
    expect(read.plan).toMatchObject({ kind: 'deal', blockers: [] });
    expect(fieldsOf(read)).toEqual({
      id: 'opportunity_id',
      customer: 'account',
      rep: 'sales_agent',
      product: 'product',
      stage: 'deal_stage',
      created: 'engage_date',
      closed: 'close_date',
      value: 'close_value',
    });
    expect(read.receipt.rows).toMatchObject({ imported: 8800, rejected: 0, skipped: 0 });
    expect(counts(fieldValues(read, 'status'))).toEqual({ won: 4238, lost: 2473, open: 1589 + 500 });
    expect(sumWhere(read, 'value', 'status', 'won')).toBe(10_005_534);
    expect(counts(fieldValues(read, 'value'))['null']).toBe(2089);
    expect(counts(fieldValues(read, 'created'))['null']).toBe(500);
    expect(counts(fieldValues(read, 'customer'))['null']).toBe(1425);
  });

  it('deals: status from the stage, and the close date of an open deal is the expected one', async () => {
    const read = await convertFile('crm_activities/Opportunity.csv', TODAY);
    expect(read.plan).toMatchObject({ kind: 'deal', blockers: [] });
    expect(read.receipt.rows).toMatchObject({ imported: 500, rejected: 0 });
    expect(counts(fieldValues(read, 'status'))).toEqual({ won: 99, lost: 110, open: 103 + 91 + 97 });
    expect(sumWhere(read, 'value', 'status', 'won')).toBe(1_080_249.76);
    expect(fieldValues(read, 'closed').filter((day) => day !== null)).toHaveLength(209);
    expect(fieldValues(read, 'expected_close').filter((day) => day !== null)).toHaveLength(291);
  });

  it('activities by type, done and not', async () => {
    const read = await convertFile('crm_activities/Activity.csv', TODAY);
    expect(read.plan).toMatchObject({ kind: 'activity', blockers: [] });
    expect(read.receipt.rows).toMatchObject({ imported: 500, rejected: 0 });
    expect(counts(fieldValues(read, 'type'))).toEqual({ meeting: 94, 'Follow-up': 91, email: 102, demo: 110, call: 103 });
    const types = fieldValues(read, 'type');
    const done = fieldValues(read, 'done');
    expect(counts(types.filter((_, row) => done[row] === 1))).toEqual({
      email: 46,
      'Follow-up': 44,
      demo: 61,
      call: 62,
      meeting: 37,
    });
  });

  it('leads with a date of creation', async () => {
    const read = await convertFile('crm_activities/Leads.csv', TODAY);
    expect(read.plan).toMatchObject({ kind: 'lead', blockers: [] });
    expect(counts(fieldValues(read, 'status'))).toEqual({ Working: 51, New: 60, Lost: 46, Qualified: 43 });
    expect(read.receipt.derived).toEqual([]);
  });

  it('leads without any date are a snapshot of the day they are read; a list left at Select is no answer', async () => {
    const read = await convertFile('x_education_leads/Leads.csv', TODAY);
    expect(read.plan).toMatchObject({ kind: 'lead', blockers: [] });
    expect(read.receipt.rows).toMatchObject({ imported: 9240, rejected: 0 });
    expect(counts(fieldValues(read, 'converted'))).toEqual({ '1': 3561, '0': 9240 - 3561 });
    expect(counts(fieldValues(read, 'created'))).toEqual({ [TODAY * 1440]: 9240 });
    expect(read.receipt.derived).toEqual([{ field: 'created', from: '2026-10-02' }]);
    expect(counts(fieldValues(read, 'source'))).toMatchObject({ Google: 2868, google: 5, null: 36 });
    expect(counts(fieldValues(read, 'custom:Specialization'))).toMatchObject({ null: 9240 - 7802 + 1942 });
    expect(counts(fieldValues(read, 'region'))).toMatchObject({ null: 9240 - 7820 + 2249 });
    const again = await convertFile('x_education_leads/Leads.csv', TODAY + 30, {}, read.keys);
    expect(again.receipt.rows).toMatchObject({ imported: 0, duplicates: 9240 });
  });

  it('subscriptions: Telco has status and tenure in place of dates, and 11 blank totals that stay blank', async () => {
    const read = await convertFile('telco_churn/derived_telco_21cols.csv', TODAY);
    expect(read.plan).toMatchObject({ kind: 'subscription', blockers: [] });
    expect(read.receipt.rows).toMatchObject({ imported: 7043, rejected: 0 });
    expect(read.receipt.sums['amount']?.imported).toBe(456_116.6);
    expect(counts(fieldValues(read, 'status'))).toEqual({ active: 7043 - 1869, ended: 1869 });
    expect(sumWhere(read, 'amount', 'status', 'ended')).toBe(139_130.85);
    expect(counts(fieldValues(read, 'custom:TotalCharges'))['null']).toBe(11);
    expect(counts(fieldValues(read, 'tenure_months'))['0']).toBe(11);
    expect(counts(fieldValues(read, 'interval'))).toEqual({ month: 7043 });
    expect(counts(fieldValues(read, 'start'))).toEqual({ [TODAY]: 7043 });
    expect(counts(fieldValues(read, 'snapshot'))).toEqual({ '1': 7043 });
    expect(counts(fieldValues(read, 'end'))).toEqual({ [TODAY]: 1869, null: 5174 });
    const again = await convertFile('telco_churn/derived_telco_21cols.csv', TODAY + 1, {}, read.keys);
    expect(again.receipt.rows).toMatchObject({ imported: 0, duplicates: 7043 });
  });

  it('subscriptions: RavenStack’s amounts are a month’s however they are billed', async () => {
    const read = await convertFile('ravenstack/ravenstack_subscriptions.csv', TODAY);
    expect(read.plan).toMatchObject({ kind: 'subscription', blockers: [] });
    expect(fieldsOf(read)).toMatchObject({ customer: 'account_id', amount: 'mrr_amount', start: 'start_date', plan: 'plan_tier' });
    expect(read.receipt.rows).toMatchObject({ imported: 5000, rejected: 0 });
    expect(read.receipt.sums['amount']?.imported).toBe(11_338_747);
    expect(counts(fieldValues(read, 'interval'))).toEqual({ month: 5000 });
    expect(counts(fieldValues(read, 'custom:billing_frequency'))).toEqual({ monthly: 2539, annual: 2461 });
    expect(counts(fieldValues(read, 'status'))).toEqual({ active: 4514, ended: 486 });
    expect(fieldValues(read, 'end').filter((day) => day !== null)).toHaveLength(486);
    expect(sumWhere(read, 'amount', 'status', 'active')).toBe(10_159_608);
  });
});
