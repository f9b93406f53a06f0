import { expect, test } from 'vitest';
import { needName, needsText } from '#shared/needs-words.ts';
import { catalogueIn } from './catalogue.ts';

const [sv, en] = [await catalogueIn('sv'), await catalogueIn('en')];

test('what a KPI lacks is said by kind', () => {
  expect(needsText(['deal.status', 'deal.closed', 'target.value'], sv)).toBe(
    'affärer (status, avslutad), mål (målvärde)',
  );
  expect(needsText(['lead.created', 'lead.answered'], en)).toBe('leads (created, answered)');
  expect(needsText(['lead', 'sale.custom:Frakt v. 2', 'rate.EUR'], sv)).toBe(
    'leads, försäljningsrader (Frakt v. 2), kurs för EUR',
  );
});

test('a calendar of working days is a need like others', () => {
  expect(needsText(['activity.date', 'calendar.working-days'], sv)).toBe(
    'aktiviteter (datum), helgdagar (välj land under Inställningar)',
  );
  expect(needName('calendar.working-days', en)).toBe('public holidays (choose a country under Settings)');
});
