import { describe, expect, it } from 'vitest';
import { dayOf } from '#shared/calendar.ts';
import { convertAll, fieldValues, TEXT_FILE } from './inspect-rows.ts';
import { textTable, type Cell } from './table-of.ts';

const TODAY = dayOf(2026, 10, 2);
const read = (rows: readonly (readonly Cell[])[], options = {}) =>
  convertAll(textTable(rows), options, { ...TEXT_FILE, today: TODAY });

describe('deals', () => {
  it.each([
    ['Closed Won', 'won'],
    ['closedwon', 'won'],
    ['Vunnen', 'won'],
    ['Closed - Lost to Competition', 'lost'],
    ['closedlost', 'lost'],
    ['Förlorad', 'lost'],
    ['Negotiation', 'open'],
    ['', 'open'],
  ])('at stage %s are %s', (stage, status) => {
    const deals = read([
      ['Deal ID', 'Deal Stage', 'Amount'],
      ['1', stage, '5'],
      ['2', 'Demo', '6'],
    ]);
    expect(fieldValues(deals, 'status')).toEqual([status, 'open']);
    expect(deals.receipt.derived).toEqual([{ field: 'status', from: 'stage' }]);
  });

  it('are what their status says before what their stage says', () => {
    const deals = read([
      ['Deal ID', 'Deal Stage', 'Deal Status', 'Amount'],
      ['1', 'Closed Won', 'Förlorad', '5'],
      ['2', 'Closed Won', '', '6'],
    ]);
    expect(fieldValues(deals, 'status')).toEqual(['lost', 'won']);
  });

  it('that are not won are open or lost, which a column Is Won cannot tell', () => {
    const [won, rest] = ['1', '0'];
    const alone = read([['Opportunity ID', 'Is Won', 'Amount'], ['1', won, '5'], ['2', rest, '6']]); // prettier-ignore
    expect(fieldValues(alone, 'status')).toEqual(['won', null]);
    const staged = read([
      ['Opportunity ID', 'Stage', 'Is Won', 'Amount'],
      ['1', 'Done', won, '5'],
      ['2', 'Closed Lost', rest, '6'],
      ['3', 'Proposal', rest, '6'],
    ]);
    expect(fieldValues(staged, 'status')).toEqual(['won', 'lost', 'open']);
  });

  it('that are open have their close date as the expected one', () => {
    const deals = read([
      ['Deal ID', 'Deal Stage', 'Amount', 'Close Date'],
      ['1', 'Closed Won', '5', '2026-01-31'],
      ['2', 'Demo', '6', '2026-12-31'],
    ]);
    expect(fieldValues(deals, 'closed')).toEqual([dayOf(2026, 1, 31), null]);
    expect(fieldValues(deals, 'expected_close')).toEqual([null, dayOf(2026, 12, 31)]);
  });
});

describe('leads', () => {
  const header = ['Lead ID', 'Lead Source', 'Created', 'Converted'];
  it('are converted by yes and no', () => {
    const leads = read([header, ['1', 'Web', '2026-01-01', 'Ja'], ['2', 'Web', '2026-01-01', 'Nej']]); // prettier-ignore
    expect(fieldValues(leads, 'converted')).toEqual([1, 0]);
  });

  it.each([{}, { columns: { '3': { to: 'field', field: 'converted' } } }])(
    'are converted by a date of it',
    (options) => {
      const leads = read([header, ['1', 'Web', '2026-01-01', '2026-02-01'], ['2', 'Web', '2026-01-01', '']], options); // prettier-ignore
      expect(fieldValues(leads, 'converted')).toEqual([1, 0]);
      expect(fieldValues(leads, 'converted_at')).toEqual([dayOf(2026, 2, 1) * 1440, null]);
      expect(leads.receipt.derived).toEqual([{ field: 'converted', from: 'converted_at' }]);
    },
  );

  it('need a date of creation where the file has dates', () => {
    const leads = read([['Lead ID', 'Lead Source', 'Ändrad'], ['1', 'Web', '2026-01-01']]); // prettier-ignore
    expect(leads.plan.blockers).toEqual([{ code: 'E_MISSING_FIELD', field: 'created', column: null }]);
  });
});

describe('activities', () => {
  it('have the types of the catalogue, and their own where it has none', () => {
    const rows = ['Samtal', 'E-mail', 'Mejl', 'Möte', 'Produktdemo', 'Offert', 'Lunch'].map((type) => [
      type,
      '2026-01-01',
    ]);
    const activities = read([['Aktivitetstyp', 'Datum'], ...rows]);
    expect(fieldValues(activities, 'type')).toEqual(['call', 'email', 'email', 'meeting', 'demo', 'quote', 'Lunch']);
  });

  it('are done by Done and To do', () => {
    const activities = read([
      ['Activity Type', 'Due Date', 'Done'],
      ['Call', '2026-01-01', 'Done'],
      ['Call', '2026-01-02', 'To do'],
    ]);
    expect(fieldValues(activities, 'done')).toEqual([1, 0]);
  });
});

describe('subscriptions', () => {
  it.each([
    ['årligen', 'year'],
    ['Quarterly', 'quarter'],
    ['månad', 'month'],
    ['24', '24 months'],
    ['two years', '24 months'],
    ['6 månader', '6 months'],
    ['12', 'year'],
  ])('billed %s have the interval %s', (text, interval) => {
    const rows = read([
      ['Kund', 'Abonnemang', 'Belopp', 'Startdatum', 'Faktureringsintervall'],
      ['A', 'Bas', '100', '2026-01-01', text],
    ]);
    expect(fieldValues(rows, 'interval')).toEqual([interval]);
  });

  it('have ended where Active says no and where Churn says yes', () => {
    const by = (header: string, flag: string) =>
      fieldValues(read([['Customer', 'MRR', 'Plan', 'Start date', header], ['A', '9', 'Pro', '2026-01-01', flag]]), 'status'); // prettier-ignore
    expect([by('Active', 'No'), by('Churn', '1'), by('Status', 'Uppsagd')]).toEqual([['ended'], ['ended'], ['ended']]);
    expect([by('Active', 'Ja'), by('Churned', 'False')]).toEqual([['active'], ['active']]);
  });

  it('without any date are a snapshot, and marked as one', () => {
    const rows = (header: string, cell: string) =>
      read([['Customer', 'MRR', 'Plan', 'Status', header], ['A', '9', 'Pro', 'Active', cell], ['B', '9', 'Pro', 'Churned', cell]]); // prettier-ignore
    const snapshot = rows('Seats', '3');
    expect([fieldValues(snapshot, 'start'), fieldValues(snapshot, 'end')]).toEqual([[TODAY, TODAY], [null, TODAY]]); // prettier-ignore
    expect(fieldValues(snapshot, 'snapshot')).toEqual([1, 1]);
    expect(snapshot.receipt.derived).not.toContainEqual(expect.objectContaining({ field: 'snapshot' }));
    const dated = rows('Start date', '2026-01-01');
    expect(dated.plan.importHeader.fields.map(({ key }) => key)).not.toContain('snapshot');
  });
});
