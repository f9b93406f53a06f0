import { describe, expect, it } from 'vitest';
import { effectLines, isSameSetting, type Values } from '../../../../renderer/features/kpis/rule-change.model.ts';
import { stageLines, weightsWith } from '../../../../renderer/features/kpis/stage-weights.model.ts';
import { typedNumber } from '../../../../renderer/features/kpis/typed-number.model.ts';
import { typedTime } from '../../../../renderer/features/kpis/typed-time.model.ts';

const valued = (values: Readonly<Record<string, number | null>>): Values =>
  new Map(
    Object.entries(values).map(([kpi, value]) => {
      const period = { from: '2026-01-01', to: '2026-12-31' };
      const none = { other: false, reason: null, marks: [], rows: { used: 0, leftOut: 0 }, compare: null };
      return [kpi, { unit: 'count', cell: { kpi, row: [], column: [], period, value, ...none } }] as const;
    }),
  );

describe('what a setting has done', () => {
  it('is the value before beside the one now, where they differ', () => {
    const lines = effectLines(['lost', 'won', 'new'], valued({ lost: 57, won: 6, new: 61 }), valued({ lost: 628, won: 6 })); // prettier-ignore
    expect(lines.map(({ reference, cell, before }) => [reference, cell.value, before])).toEqual([
      ['lost', 57, 628],
      ['won', 6, undefined],
      ['new', 61, undefined],
    ]);
  });
  it('is told when a value has come or gone', () => {
    expect(effectLines(['a'], valued({ a: null }), valued({ a: 3 }))[0]?.before).toBe(3);
    expect(effectLines(['a'], valued({ a: 3 }), valued({ a: null }))[0]?.before).toBeNull();
  });
  it('leaves out what is on its way', () => expect(effectLines(['a'], new Map(), valued({ a: 3 }))).toEqual([]));
  it('is nothing when a setting is what it was, in whatever order', () => {
    expect(isSameSetting({ Demo: 0.5, Offert: 1 }, { Offert: 1, Demo: 0.5 })).toBe(true);
    expect(isSameSetting({ Demo: 0.5 }, { Demo: 0.4 })).toBe(false);
    expect(isSameSetting([0, 1], [1, 0])).toBe(false);
    expect(isSameSetting(null, 30)).toBe(false);
  });
});

describe('the stages', () => {
  const cell = (name: string | null, used: number, leftOut: number) => ({ row: [name], rows: { used, leftOut } });
  it('are those of open deals, then others with a weight', () => {
    const cells = [cell('Demo', 3, 1), cell('Vunnen', 0, 0), cell(null, 2, 0)];
    expect(stageLines(cells, { demo: 0.5, Gammal: 0.1 })).toEqual([
      { stage: 'Demo', deals: 4, weight: 0.5 },
      { stage: 'Gammal', deals: 0, weight: 0.1 },
    ]);
  });
  it('have one weight each, whatever the case', () => {
    expect(weightsWith({ demo: 0.5 }, 'Demo', 0.7)).toEqual({ Demo: 0.7 });
    expect(weightsWith({ demo: 0.5, Offert: 1 }, 'DEMO', null)).toEqual({ Offert: 1 });
  });
});

describe('what somebody types', () => {
  it('is a number in either language', () => {
    expect(typedNumber('1 234,5', 'sv-SE')).toBe(1234.5);
    expect(typedNumber('1.234,5', 'sv-SE')).toBe(1234.5);
    expect(typedNumber('1,234', 'sv-SE')).toBe(1.234);
    expect(typedNumber('1,234', 'en-GB')).toBe(1234);
    expect(typedNumber('1,234.5', 'en-GB')).toBe(1234.5);
    expect(typedNumber('\u22123 %', 'sv-SE')).toBe(-3);
    for (const none of ['', '–', '1e5', '12a']) expect(typedNumber(none, 'en-GB')).toBeNull();
  });
  it('is a time of day', () => {
    expect(['8', '8:30', '08.30', '0830', ' 17:00 ', '0'].map(typedTime)).toEqual(['08:00', '08:30', '08:30', '08:30', '17:00', '00:00']); // prettier-ignore
    for (const none of ['', '24:00', '12:60', 'åtta', '8:5', '12345']) expect(typedTime(none)).toBeNull();
  });
});
