import { afterEach, beforeEach, expect, it } from 'vitest';
import { liveColumns } from '#host/live-columns.ts';
import { parseIsoDate } from '#shared/calendar.ts';
import { createWorkspace, type WorkspaceStore } from '#store/workspace-store.ts';
import { newFolder } from '../store/plain-import.ts';

let place: ReturnType<typeof newFolder>;
let store: WorkspaceStore;
beforeEach(() => {
  place = newFolder();
  store = createWorkspace(place.file, { name: 'x' });
});
afterEach(() => {
  store.close();
  place.remove();
});

it('the rules of derived fields follow the settings with the revision', () => {
  const columns = liveColumns(store);
  const { revision } = columns;
  const christmasEve = parseIsoDate('2026-12-24') ?? 0;
  expect(columns.rules()).toMatchObject({ lapseDays: null, officeHours: { from: 480, to: 1020 } });
  expect(columns.rules().calendar?.isWorkingDay(christmasEve)).toBe(false);
  expect(columns.rules()).toBe(columns.rules());
  store.setSettings({
    fiscalYearStart: 5,
    lapseDays: 90,
    stageWeights: { Demo: 0.4 },
    officeHours: { from: '09:30', to: '16:00' },
    workingDays: { country: null, weekdays: [0], extra: [] },
  });
  expect(columns.revision).toBe(revision + 1);
  expect(columns.rules()).toEqual({
    fiscalYearStart: 5,
    lapseDays: 90,
    stageWeights: new Map([['Demo', 0.4]]),
    acquisitionCategories: null,
    officeHours: { from: 570, to: 960 },
    calendar: null,
  });
});
