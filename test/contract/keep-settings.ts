import { expect } from 'vitest';
import { defaultSettings } from '../../shared/settings.ts';
import type { Asked } from './asked.ts';

/** What a workspace is told once, over the small sales. */
export async function keepSettings({ ok, fails }: Asked): Promise<void> {
  const patch = { fiscalYearStart: 5, variants: { revenue: 'gross' }, lapseDays: 90, stageWeights: { Demo: 0.4 } };
  const info = await ok('workspace.settings', patch);
  expect(info.settings).toEqual({ ...defaultSettings('SEK'), ...patch });
  await ok('workspace.settings', { fiscalYearStart: 1, variants: {}, lapseDays: null, stageWeights: {} });
  await fails('workspace.settings', { officeHours: { from: '17:00', to: '08:00' } }, 'E_BAD_REQUEST');
}
