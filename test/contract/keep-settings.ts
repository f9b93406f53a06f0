import { expect } from 'vitest';
import { defaultSettings, type Settings } from '../../shared/settings.ts';
import type { Asked } from './asked.ts';

/** What a workspace is told once, over the small sales. */
export async function keepSettings({ ok, fails }: Asked): Promise<void> {
  const patch = { fiscalYearStart: 5, variants: { revenue: 'gross' }, lapseDays: 90, stageWeights: { Demo: 0.4 } };
  const info = await ok('workspace.settings', patch);
  expect(info.settings).toEqual({ ...defaultSettings('SEK'), ...patch });
  await ok('workspace.settings', { fiscalYearStart: 1, variants: {}, lapseDays: null, stageWeights: {} });
  const other: Partial<Settings> = {
    workingDays: { country: 'NO', weekdays: [0, 1, 2, 3], extra: ['2026-12-24'] },
    acquisitionCategories: ['Annonser'],
    officeHours: { from: '07:30', to: '16:00' },
    references: {
      'gross-margin': { value: 0.42, source: 'Branschen 2025' },
      'sales-growth:previous': { value: 0.1, source: 'Plan' },
    },
    overviewCards: ['revenue', 'sales-growth:previous'],
  };
  const { settings } = await ok('workspace.settings', other);
  expect(settings).toEqual({ ...defaultSettings('SEK'), ...other });
  const { workingDays, acquisitionCategories, officeHours, references, overviewCards } = defaultSettings('SEK');
  await ok('workspace.settings', { workingDays, acquisitionCategories, officeHours, references, overviewCards });
  const week = (weekdays: readonly number[]) => ({ workingDays: { country: 'SE', weekdays, extra: [] } });
  for (const wrong of [
    { officeHours: { from: '17:00', to: '08:00' } },
    { officeHours: { from: '8', to: '17:00' } },
    { lapseDays: 0 },
    { stageWeights: { Demo: 1.1 } },
    { workingDays: { ...workingDays, country: 'XX' } },
    { workingDays: { ...workingDays, extra: ['2026-02-30'] } },
    week([]),
    week([0, 0]),
    { variants: { revenue: 'nope' } },
    { references: { revenue: { value: 1, source: ' ' } } },
    { references: { 'revenue:nope': { value: 1, source: 'Plan' } } },
    { overviewCards: ['revenue:nope'] },
  ])
    await fails('workspace.settings', wrong, 'E_BAD_REQUEST');
  await fails('workspace.settings', { variants: { nope: 'net' } }, 'E_UNKNOWN_KPI');
  await fails('workspace.settings', { references: { nope: { value: 1, source: 'Plan' } } }, 'E_UNKNOWN_KPI');
  await fails('workspace.settings', { overviewCards: ['nope'] }, 'E_UNKNOWN_KPI');
}
