import { describe, expect, it } from 'vitest';
import { daysOfPeriod, isAbout, namesOf, placeOfRemark, type Named } from '#shared/tiles/remarks.ts';

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

describe('where a remark is written', () => {
  const refs = [{ dimension: 'region' }, { dimension: 'date' }];
  const at = (...path: readonly (string | null)[]) => placeOfRemark(namesOf(refs, path, 1), '2026-10-15');

  it('is a date on its last day, the one under way on the last day with data', () => {
    expect(at('Norr', '2026-05')).toEqual({ day: '2026-05-31' });
    expect(at('Norr', '2026-10')).toEqual({ day: '2026-10-15' });
    expect(at('Norr', '2026-Q4')).toEqual({ day: '2026-10-15' });
    expect(at('Norr', '2026-11')).toEqual({ day: '2026-11-30' });
  });
  it('is a member, the unknown one too, on the last day of the dates it stands in', () => {
    expect(at('Norr')).toEqual({ day: '2026-10-15', mark: { dimension: 'region', member: 'Norr' } });
    expect(at(null)).toEqual({ day: '2026-10-15', mark: { dimension: 'region', member: null } });
    const within = namesOf([{ dimension: 'date' }, { dimension: 'region' }], ['2026-05', 'Norr'], 1);
    expect(placeOfRemark(within, '2026-10-15')).toEqual({
      day: '2026-05-31',
      mark: { dimension: 'region', member: 'Norr' },
    });
  });
  it('is nowhere for totals, Other and rows without a date', () => {
    expect([at(), at(''), at('Norr', null)]).toEqual([null, null, null]);
  });
  it('is about what it was written at', () => {
    const period = { from: '2026-01-01', to: '2026-12-31' };
    for (const path of [['Norr'], ['Norr', '2026-05'], ['Norr', '2026-10']]) {
      const place = at(...path);
      expect(
        place === null ||
          isAbout({ ...place, kpi: null }, namesOf(refs, path, 1), { kpis: new Set(), period, filters: [] }),
      ).toBe(true);
    }
  });
});
