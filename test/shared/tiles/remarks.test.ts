import { describe, expect, it } from 'vitest';
import { daysOfPeriod, isAbout, type Named } from '#shared/tiles/remarks.ts';

describe('the days of a period', () => {
  it('are those of the calendar, of ISO weeks and of the fiscal year', () => {
    expect(daysOfPeriod('2026-02', 1)).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    // Week 1 of 2026 begins on the Monday before New Year.
    expect(daysOfPeriod('2026-W01', 1)).toEqual({ from: '2025-12-29', to: '2026-01-04' });
    expect(daysOfPeriod('FY2026', 5)).toEqual({ from: '2025-05-01', to: '2026-04-30' });
  });
  it('are unknown for what is no period', () => {
    expect([daysOfPeriod(null, 1), daysOfPeriod('Norr', 1)]).toEqual([null, null]);
  });
});

describe('what a remark is about', () => {
  const may = { dimension: 'date', name: '2026-05', days: { from: '2026-05-01', to: '2026-05-31' } };
  const june = { dimension: 'date', name: '2026-06', days: { from: '2026-06-01', to: '2026-06-30' } };
  const norr: Named = { dimension: 'region', name: 'Norr', days: null };
  const syd: Named = { dimension: 'region', name: 'Syd', days: null };
  const scope = { kpis: new Set(['revenue']), period: { from: '2026-01-01', to: '2026-12-31' }, filters: [] };
  const onDay = { day: '2026-05-31', kpi: null };
  const onNorr = { ...onDay, mark: { dimension: 'region', member: 'Norr' } };

  it('is the dates that hold its day, alone or within a member', () => {
    expect(isAbout(onDay, [may], scope)).toBe(true);
    expect(isAbout(onDay, [june], scope)).toBe(false);
    expect(isAbout(onDay, [norr, may], scope)).toBe(true);
    expect(isAbout(onDay, [norr], scope)).toBe(false);
    expect(isAbout(onDay, [may, norr], scope)).toBe(false);
    expect(isAbout(onDay, [], scope)).toBe(false);
  });
  it('is the member, and the dates within it', () => {
    expect(isAbout(onNorr, [norr], scope)).toBe(true);
    expect(isAbout(onNorr, [syd], scope)).toBe(false);
    expect(isAbout(onNorr, [may], scope)).toBe(false);
    expect(isAbout(onNorr, [norr, may], scope)).toBe(true);
    expect(isAbout(onNorr, [syd, may], scope)).toBe(false);
    expect(isAbout(onNorr, [june, norr], scope)).toBe(false);
  });
  it('is the dates where the filters leave the member alone', () => {
    const only = (...values: readonly string[]) => ({
      ...scope,
      filters: [{ op: 'in' as const, dimension: 'region', values: [...values] }],
    });
    expect(isAbout(onNorr, [may], only('Norr'))).toBe(true);
    expect(isAbout(onNorr, [may], only('Norr', 'Syd'))).toBe(false);
  });
  it('is nothing outside the period, and no other KPI', () => {
    expect(isAbout(onDay, [may], { ...scope, period: { from: '2026-06-01', to: '2026-06-30' } })).toBe(false);
    expect(isAbout({ ...onDay, kpi: 'orders' }, [may], scope)).toBe(false);
    expect(isAbout({ ...onDay, kpi: 'revenue' }, [may], scope)).toBe(true);
  });
});
