import { describe, expect, it } from 'vitest';
import { fieldValues } from '../inspect-rows.ts';
import { amounts, days, disturbed, presetOf, read, type Export } from './exports.ts';

const PIPEDRIVE: Export = [
  ['Deal - ID', 'Deal - Title', 'Deal - Owner', 'Deal - Value', 'Deal - Currency of Value', 'Deal - Weighted value', 'Deal - Probability', 'Deal - Organization', 'Deal - Pipeline', 'Deal - Stage', 'Deal - Status', 'Deal - Deal created', 'Deal - Won time', 'Deal - Lost time', 'Deal - Deal closed on', 'Deal - Lost reason', 'Deal - Expected close date', 'Deal - Product name'],
  ['11', 'Bryggare', 'Anna', '12000', 'SEK', '12000', '', 'Kaffe AB', 'Nykund', 'Offert', 'Won', '2026-01-05 08:30:00', '2026-02-01 09:00:00', '', '2026-02-01 09:00:00', '', '2026-02-10', 'Bryggare X'],
  ['12', 'Kvarn', 'Bo', '8000', 'SEK', '0', '', 'Te AB', 'Nykund', 'Demo', 'Lost', '2026-01-06 10:00:00', '', '2026-02-03 12:00:00', '2026-02-03 12:00:00', 'Pris', '2026-02-20', ''],
  ['13', 'Service', 'Anna', '5000', 'SEK', '2500', '50', 'Kaffe AB', 'Nykund', 'Demo', 'Open', '2026-01-07 10:00:00', '', '', '', '', '2026-04-01', ''],
  ['14', 'Dubblett', 'Anna', '700', 'SEK', '0', '', 'Kaffe AB', 'Nykund', 'Demo', 'Deleted', '2026-01-08 10:00:00', '', '', '', '', '', ''],
]; // prettier-ignore

describe('Pipedrive deals', () => {
  it.each([
    ['as they come', PIPEDRIVE],
    ['disturbed', disturbed(PIPEDRIVE)],
    ['without status', disturbed(PIPEDRIVE.slice(0, 4), ['Deal - Status'])],
    ['without the date of closing', disturbed(PIPEDRIVE, ['Deal - Deal closed on'])],
  ])('%s', (_, file) => {
    const deals = read(file);
    expect(presetOf(deals)).toBe('pipedrive-deals');
    expect(deals.plan).toMatchObject({ kind: 'deal', blockers: [] });
    expect(deals.receipt.rows).toMatchObject({ imported: 3, rejected: 0, skipped: file.length - 4 });
    expect(fieldValues(deals, 'id')).toEqual(['11', '12', '13']);
    expect(fieldValues(deals, 'status')).toEqual(['won', 'lost', 'open']);
    expect(amounts(deals, 'value')).toEqual([12_000, 8000, 5000]);
    expect(amounts(deals, 'probability')).toEqual([null, null, 0.5]);
    expect(days(deals, 'created')).toEqual(['2026-01-05', '2026-01-06', '2026-01-07']);
    expect(days(deals, 'closed')).toEqual(['2026-02-01', '2026-02-03', null]);
    expect(days(deals, 'expected_close')).toEqual(['2026-02-10', '2026-02-20', '2026-04-01']);
    expect(fieldValues(deals, 'customer')).toEqual(['Kaffe AB', 'Te AB', 'Kaffe AB']);
    expect(fieldValues(deals, 'rep')).toEqual(['Anna', 'Bo', 'Anna']);
  });

  it('says which rows its rule leaves out, and what they amount to', () => {
    const { plan, receipt } = read(PIPEDRIVE);
    expect(plan.notices).toContainEqual({
      code: 'preset-rows-left-out',
      details: { rows: 1, rule: 'deleted', column: 'Deal - Status', values: 'Deleted' },
    });
    expect(receipt.sums['value']).toEqual({
      file: 25_000,
      imported: 25_000,
      duplicates: 0,
      rejected: 0,
      control: null,
      leftOut: 700,
    });
  });

  it('with dates as serials, as a spreadsheet leaves them', () => {
    // 46 027 is 2026-01-05; with a fraction it has a time.
    const deals = read([
      ['Deal - Title', 'Deal - Status', 'Deal - Deal created', 'Deal - Won time', 'Deal - Lost time', 'Deal - Expected close date'],
      ['Bryggare', 'Won', '46027.4236111111', '46050.5', '', '46060'],
      ['Kvarn', 'Open', '46028', '', '', '46100'],
      ['Kopp', 'Lost', '46029.25', '', '46070.75', '46100'],
    ]); // prettier-ignore
    expect(deals.plan.blockers).toEqual([]);
    expect(days(deals, 'created')).toEqual(['2026-01-05', '2026-01-06', '2026-01-07']);
    expect(days(deals, 'closed')).toEqual(['2026-01-28', null, '2026-02-17']);
    expect(days(deals, 'expected_close')).toEqual(['2026-02-07', '2026-03-19', '2026-03-19']);
  });

  it('in Swedish', () => {
    const deals = read([
      ['Affär - Titel', 'Affär - Ägare', 'Affär - Värde', 'Affär - Fas', 'Affär - Status', 'Affär - Affär skapad', 'Affär - Vunnen tid'],
      ['Bryggare', 'Anna', '12000', 'Offert', 'Vunnen', '2026-01-05 08:30:00', '2026-02-01 09:00:00'],
      ['Kvarn', 'Bo', '8000', 'Demo', 'Öppen', '2026-01-06 08:30:00', ''],
    ]); // prettier-ignore
    expect(presetOf(deals)).toBe('pipedrive-deals');
    expect(fieldValues(deals, 'status')).toEqual(['won', 'open']);
    expect(days(deals, 'closed')).toEqual(['2026-02-01', null]);
    expect(deals.receipt.derived).toContainEqual({ field: 'closed', from: 'custom:Affär - Vunnen tid' });
  });

  it('in a language nobody has taught it, by how headers are written and what the values are', () => {
    const deals = read([
      ['Kauppa - Otsikko', 'Kauppa - Omistaja', 'Kauppa - Tila', 'Kauppa - Valuutta', 'Kauppa - Arvo'],
      ['Keitin', 'Anna', 'Won', 'EUR', '12000'],
      ['Mylly', 'Bo', 'Open', 'EUR', '8000'],
    ]);
    expect(presetOf(deals)).toBe('pipedrive-deals');
    expect(fieldValues(deals, 'status')).toEqual(['won', 'open']);
    expect(fieldValues(deals, 'currency')).toEqual(['EUR', 'EUR']);
  });
});

const ACTIVITIES: Export = [
  ['Activity - Type', 'Activity - Due date', 'Activity - Done', 'Activity - Assigned to user', 'Activity - Deal', 'Activity - Subject'],
  ['Call', '2026-03-02', 'Done', 'Anna', 'Bryggare', 'Ring'],
  ['Meeting', '2026-03-03', 'To do', 'Bo', 'Kvarn', 'Möte'],
  ['Email', '2026-03-03', 'Done', 'Bo', 'Kvarn', 'Svar'],
]; // prettier-ignore

it.each([
  ['as they come', ACTIVITIES],
  ['disturbed', disturbed(ACTIVITIES, ['Activity - Subject'])],
])('Pipedrive activities %s', (_, file) => {
  const activities = read(file);
  expect(presetOf(activities)).toBe('pipedrive-activities');
  expect(activities.receipt.rows).toMatchObject({ imported: 3, rejected: 0, skipped: 0 });
  expect(fieldValues(activities, 'type')).toEqual(['call', 'meeting', 'email']);
  expect(fieldValues(activities, 'done')).toEqual([1, 0, 1]);
  expect(fieldValues(activities, 'rep')).toEqual(['Anna', 'Bo', 'Bo']);
  expect(fieldValues(activities, 'deal')).toEqual(['Bryggare', 'Kvarn', 'Kvarn']);
});

const HUBSPOT: Export = [
  ['Record ID', 'Deal Name', 'Deal Stage', 'Pipeline', 'Amount', 'Deal owner', 'Close Date', 'Create Date', 'Last Activity Date', 'Associated Company', 'Date entered "Demo (Sales Pipeline)"', 'Date entered "Demo (Partner)"'],
  ['901', 'Bryggare', 'Closed Won', 'Sales Pipeline', '12000', 'Anna', '2026-02-01 09:00', '2026-01-05 08:30', '2026-02-01 09:00', 'Kaffe AB', '2026-01-10 10:00', ''],
  ['902', 'Kvarn', 'closedlost', 'Partner', '8000.50', 'Bo', '2026-02-03 12:00', '2026-01-06 10:00', '', 'Te AB', '', '2026-01-20 10:00'],
  ['903', 'Service', 'appointmentscheduled', 'Sales Pipeline', '', 'Anna', '2026-06-30 12:00', '2026-01-07 10:00', '', 'Kaffe AB', '', ''],
]; // prettier-ignore

it.each([
  ['as they come', HUBSPOT],
  ['disturbed', disturbed(HUBSPOT, ['Last Activity Date', 'Pipeline'])],
])('HubSpot deals %s: stages by label or name, one close date, several pipelines', (_, file) => {
  const deals = read(file);
  expect(presetOf(deals)).toBe('hubspot-deals');
  expect(deals.plan.blockers).toEqual([]);
  expect(deals.receipt.rows).toMatchObject({ imported: 3, rejected: 0 });
  expect(deals.receipt.sums['value']?.imported).toBe(20_000.5);
  expect(fieldValues(deals, 'status')).toEqual(['won', 'lost', 'open']);
  expect(days(deals, 'closed')).toEqual(['2026-02-01', '2026-02-03', null]);
  expect(days(deals, 'expected_close')).toEqual([null, null, '2026-06-30']);
  expect(days(deals, 'demo')).toEqual(['2026-01-10', '2026-01-20', null]);
  expect(fieldValues(deals, 'customer')).toEqual(['Kaffe AB', 'Te AB', 'Kaffe AB']);
});

const SALESFORCE: Export = [
  ['Opportunity ID', 'Opportunity Name', 'Account Name', 'Stage', 'Is Won', 'Amount', 'Close Date', 'Opportunity Owner', 'Type', 'Created Date', 'Probability (%)'],
  ['006A', 'Bryggare', 'Kaffe AB', 'Closed Won', '1', '$1,234,567', '2/13/2026', 'Anna', 'New Business', '1/5/2026', '100'],
  ['006B', 'Kvarn', 'Te AB', 'Closed Lost', '0', '$8,000', '2/14/2026', 'Bo', 'New Business', '1/6/2026', '0'],
  ['006C', 'Service', 'Kaffe AB', 'Proposal/Price Quote', '0', '$5,000.50', '6/30/2026', 'Anna', 'Existing Business', '1/7/2026', '75'],
  ['Grand Totals (3 records)', '', '', '', '', '$1,247,567.50', '', '', '', '', ''],
  ['', '', '', '', '', '', '', '', '', '', ''],
  ['Confidential Information - Do Not Distribute', '', '', '', '', '', '', '', '', '', ''],
  ['Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved.', '', '', '', '', '', '', '', '', '', ''],
]; // prettier-ignore

it.each([
  ['as they come', SALESFORCE],
  ['disturbed', disturbed(SALESFORCE.slice(0, 4), ['Type', 'Opportunity Name'])],
])('Salesforce opportunities %s: amounts with commas, a footer', (_, file) => {
  const deals = read(file);
  expect(presetOf(deals)).toBe('salesforce-opportunities');
  expect(deals.plan.blockers).toEqual([]);
  expect(deals.receipt.rows).toMatchObject({ imported: 3, rejected: 0 });
  expect(amounts(deals, 'value')).toEqual([1_234_567, 8000, 5000.5]);
  expect(fieldValues(deals, 'status')).toEqual(['won', 'lost', 'open']);
  expect(amounts(deals, 'probability')).toEqual([1, 0, 0.75]);
  expect(days(deals, 'closed')).toEqual(['2026-02-13', '2026-02-14', null]);
  expect(days(deals, 'expected_close')).toEqual([null, null, '2026-06-30']);
  expect(days(deals, 'created')).toEqual(['2026-01-05', '2026-01-06', '2026-01-07']);
});

it('Salesforce’s grand total is a control total', () => {
  const { receipt } = read(SALESFORCE);
  expect(receipt.rows).toMatchObject({ totals: 1, skipped: 3 });
  expect(receipt.sums['value']).toMatchObject({ imported: 1_247_567.5, control: 1_247_567.5 });
});

const ZOHO: Export = [
  ['Record Id', 'Deal Name', 'Deal Owner', 'Account Name', 'Amount', 'Stage', 'Closing Date', 'Created Time', 'Probability (%)', 'Lead Source'],
  ['zcrm_1', 'Bryggare', 'Anna', 'Kaffe AB', '12000', 'Closed Won', '2026-02-01', '2026-01-05 08:30:00', '100', 'Mässa'],
  ['zcrm_2', 'Kvarn', 'Bo', 'Te AB', '8000', 'Closed-Lost to Competition', '2026-02-03', '2026-01-06 10:00:00', '0', 'Webb'],
  ['zcrm_3', 'Service', 'Anna', 'Kaffe AB', '5000', 'Negotiation/Review', '2026-06-30', '2026-01-07 10:00:00', '90', 'Webb'],
]; // prettier-ignore

it.each([
  ['as they come', ZOHO],
  ['disturbed', disturbed(ZOHO, ['Record Id', 'Lead Source'])],
])('Zoho deals %s', (_, file) => {
  const deals = read(file);
  expect(presetOf(deals)).toBe('zoho-deals');
  expect(deals.plan.blockers).toEqual([]);
  expect(deals.receipt.sums['value']?.imported).toBe(25_000);
  expect(fieldValues(deals, 'status')).toEqual(['won', 'lost', 'open']);
  expect(days(deals, 'closed')).toEqual(['2026-02-01', '2026-02-03', null]);
  expect(amounts(deals, 'probability')).toEqual([1, 0, 0.9]);
});
