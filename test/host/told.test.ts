import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ToldNumberInput, ToldOf, ToldPart } from '#shared/told.ts';
import { goalOf } from '../engine/goals/small-goals.ts';
import { hostInFolder, type HostInFolder } from '../support/host-in-folder.ts';
import { importDealsTwice } from './two-imports-of-deals.ts';

let at: HostInFolder;
let imports: readonly number[] = [];

beforeAll(async () => {
  at = hostInFolder();
  imports = await importDealsTwice(at, ['D-6;Rönn;Rönn AB;Need;Open;;20%;2026-09-29;2026-10-30;']);
});
afterAll(() => at.remove());

const movement = (
  more: Pick<ToldOf<'movement'>, 'step'> & Partial<Pick<ToldOf<'movement'>, 'figure' | 'deal'>>,
): ToldNumberInput => ({
  of: 'movement',
  filters: [],
  from: { importId: imports[0] ?? 0 },
  to: { importId: imports[1] ?? 0 },
  figure: 'value',
  ...more,
});
const explain = (number: ToldNumberInput) => at.value('told.explain', { number });
const inputs = async (number: ToldNumberInput) =>
  Object.fromEntries((await explain(number)).inputs.map(({ id, value }) => [id, value]));
/** File, row of it and value of the rows of a part. */
async function rowsOf(number: ToldNumberInput, part?: ToldPart['part']) {
  const page = await at.value('told.rows', { number, ...(part === undefined ? {} : { part }), offset: 0, limit: 50 });
  const value = page.fields.findIndex(({ key }) => key === 'value');
  return page.rows.map(({ file, fileRow, values }) => [file, fileRow, values[value]]);
}

describe('a step of the pipeline between two imports', () => {
  it('has its rows as both files had them: won for 1 100, left with 1 000', async () => {
    const won = movement({ step: 'won' });
    const told = await explain(won);
    expect([told.value, told.parts]).toEqual([
      -1000,
      [
        { part: 'before', kind: 'deal', total: 1 },
        { part: 'after', kind: 'deal', total: 1 },
      ],
    ]);
    expect(await inputs(won)).toEqual({ deals: 1, valueBefore: 1000 });
    expect(await rowsOf(won, 'before')).toEqual([['augusti.csv', 2, 1000]]);
    expect(await rowsOf(won, 'after')).toEqual([['september.csv', 2, 1100]]);
    expect(told.sources.map(({ file, rows }) => [file, rows])).toEqual([
      ['augusti.csv', 1],
      ['september.csv', 1],
    ]);
  });

  it('of raised values says both: 2 500 − 2 000', async () => {
    const up = movement({ step: 'value-up' });
    expect((await explain(up)).value).toBe(500);
    expect(await inputs(up)).toEqual({ deals: 1, valueBefore: 2000, valueAfter: 2500 });
  });

  it('counts deals without a value and leaves them out of the sum', async () => {
    const added = await explain(movement({ step: 'added' }));
    expect([added.value, added.leftOut]).toEqual([300, [{ reason: 'deal.value', count: 1 }]]);
    expect(await rowsOf(movement({ step: 'added' }))).toEqual([['september.csv', 5, 300]]);
    expect((await explain(movement({ step: 'added', figure: 'deals' }))).value).toBe(2);
  });

  it('start and end add up from their rows', async () => {
    for (const step of ['start', 'end'] as const) {
      const { value } = await explain(movement({ step }));
      const rows = await rowsOf(movement({ step }));
      expect(rows.reduce((sum, [, , each]) => sum + Number(each), 0)).toBe(value);
    }
    expect((await explain(movement({ step: 'start' }))).value).toBe(3500);
    expect((await explain(movement({ step: 'end' }))).value).toBe(2800);
  });

  it('is told of one deal by its key, and of no other', async () => {
    const { deals } = await at.value('forecast.movement', {
      filters: [],
      from: { importId: imports[0] ?? 0 },
      to: { importId: imports[1] ?? 0 },
    });
    const lost = deals.find(({ move }) => move === 'lost');
    const one = movement({ step: 'lost', deal: lost?.key });
    expect((await explain(one)).value).toBe(-500);
    const gone = await at.host.call('told.explain', { number: movement({ step: 'won', deal: lost?.key }) });
    expect(gone).toMatchObject({ ok: false, error: { code: 'E_NOT_FOUND' } });
  });
});

describe('open deals', () => {
  const pipeline = (figure: ToldOf<'pipeline'>['figure'], part: ToldOf<'pipeline'>['part']): ToldNumberInput => ({
    of: 'pipeline',
    filters: [],
    figure,
    part,
  });

  it('of a month: two deals, one of them without a value, weighing 300 × 20 %', async () => {
    const october = { month: '2026-10' };
    expect((await explain(pipeline('deals', october))).value).toBe(2);
    const weighted = pipeline('weighted', october);
    const told = await explain(weighted);
    expect([told.value, told.leftOut]).toEqual([60, [{ reason: 'deal.value', count: 1 }]]);
    expect(await inputs(weighted)).toEqual({ deals: 2, dealsValue: 300, chanceFrom: 'basis.deal', meanChance: 0.2 });
    expect(await rowsOf(weighted)).toEqual([['september.csv', 5, 300]]);
  });

  it('of a stage and all together add up from their rows', async () => {
    for (const part of ['total' as const, { stage: 'Quote' }, { stage: 'Need' }]) {
      const number = pipeline('value', part);
      const rows = await rowsOf(number);
      expect(rows.reduce((sum, [, , each]) => sum + Number(each), 0)).toBe((await explain(number)).value);
    }
  });

  it('tells what history says of a stage without rows', async () => {
    const told = await explain(pipeline('learnt', { stage: 'Quote' }));
    expect([told.value, told.parts]).toEqual([null, []]);
    expect(await inputs(pipeline('learnt', { stage: 'Quote' }))).toEqual({ won: 2, lost: 1, unknown: 0 });
  });

  it('without a value are one, and its row', async () => {
    const number = pipeline('without-value', 'total');
    expect((await explain(number)).value).toBe(1);
    expect(await rowsOf(number)).toEqual([['september.csv', 6, null]]);
    expect((await explain(pipeline('without-chance', 'total'))).value).toBe(0);
  });

  it('beyond the months that go by them: November, worth 2 500 × 50 %', async () => {
    const number = pipeline('weighted', { beyond: 1, horizon: 4 });
    expect((await explain(number)).value).toBe(1250);
    expect(await rowsOf(number)).toEqual([['september.csv', 3, 2500]]);
  });
});

describe('both forecasts', () => {
  const both = (figure: ToldOf<'both'>['figure'], period: string | null): ToldNumberInput => ({
    of: 'both',
    filters: [],
    horizon: 4,
    reach: 2,
    figure,
    period,
  });

  it('a month of open deals has their rows, a month beyond those of the history', async () => {
    expect((await explain(both('value', '2026-10'))).value).toBe(60);
    expect(await inputs(both('value', '2026-10'))).toMatchObject({ booked: 0, pipeline: 60, history: 0, deals: 2 });
    const beyond = await explain(both('value', '2026-12'));
    expect([beyond.value, beyond.period]).toEqual([1100, { from: '2026-07-01', to: '2026-09-30' }]);
    // Won: 700 in July and 1 100 in September.
    expect((await rowsOf(both('value', '2026-12'))).map(([, , value]) => value)).toEqual([700, 1100]);
  });

  it('all months have the rows of each sort: 1 310 of deals and 2 200 of history', async () => {
    const told = await explain(both('value', null));
    expect([told.value, told.parts.map(({ part, total }) => [part, total])]).toEqual([
      3510,
      [
        ['open', 2],
        ['history', 2],
      ],
    ]);
    expect((await rowsOf(both('value', null), 'open')).map(([, , value]) => value)).toEqual([2500, 300]);
    // Of September's file two open deals and one won; 700 was won in August's.
    const rowsByFile = Object.fromEntries(told.sources.map(({ file, rows }) => [file, rows]));
    expect(rowsByFile).toEqual({ 'augusti.csv': 1, 'september.csv': 3 });
  });
});

it('a month of a history carried on: three closed months, the last repeated, and their rows', async () => {
  const asked = { kpi: 'bookings', filters: [], variants: {}, horizon: 2 };
  const number = { of: 'history' as const, ...asked, period: '2026-10' };
  const told = await explain(number);
  expect(told.value).toBe(1100);
  expect(await inputs(number)).toEqual({ method: 'how.last-again', closedPeriods: 3, lastValue: 1100 });
  expect((await rowsOf(number)).map(([, , value]) => value)).toEqual([700, 1100]);
  const gone = await at.host.call('told.explain', { number: { ...number, period: '2031-01' } });
  expect(gone).toMatchObject({ ok: false, error: { code: 'E_NOT_FOUND' } });
});

it('what is asked of a forecast’s test is of the same test as its screen', async () => {
  const other = hostInFolder();
  try {
    await other.value('workspace.create', { name: 'Order' });
    const path = join(other.folder, 'order.csv');
    // 1 to 6 and then 9 and 9, on the first of each month, the last at its end.
    const months = [1, 2, 3, 4, 5, 6, 9].map((amount, i) => `2026-0${String(i + 2)}-01;${String(amount)}`);
    writeFileSync(path, ['Date;Amount', ...months, '2026-09-30;9'].join('\n'));
    const { stageId } = await other.inspect(path, { kind: 'sale' });
    await other.value('import.commit', { taskId: 'order', stageId, options: { kind: 'sale' } });
    const asked = { kpi: 'revenue', filters: [], variants: {}, horizon: 4 };
    const { ours, rivals } = await other.value('forecast.backTest', asked);
    const number = { of: 'back-test' as const, ...asked, figure: 'mase' as const };
    expect((await other.value('told.explain', { number })).value).toBe(ours?.mase);
    const naive = await other.value('told.explain', { number: { ...number, method: 'last-again' as const } });
    // Errors of 3, 3 and 0 against steps of 1.
    expect([naive.value, rivals[0]?.mase]).toEqual([2, 2]);
    const heldOut = await other.value('told.rows', { number, part: 'held-out', offset: 0, limit: 9 });
    expect(heldOut.rows.map(({ fileRow }) => fileRow)).toEqual([8, 9]);
    const gone = await other.host.call('told.explain', { number: { ...number, kpi: 'gross-profit' } });
    expect(gone).toMatchObject({ ok: false, error: { code: 'E_NOT_FOUND' } });
  } finally {
    await other.remove();
  }
});

it('a goal on a KPI of two kinds gives the rows of each: two costs, and three sales', async () => {
  const other = hostInFolder();
  try {
    await other.value('workspace.create', { name: 'Kostnader' });
    const files = [
      ['cost', 'kostnader.csv', 'Date;Category;Amount\n2026-01-31;Marketing;400\n2026-02-01;Marketing;200'],
      [
        'sale',
        'order.csv',
        'Order id;Date;Customer;Amount\n1;2026-01-05;Ek;100\n2;2026-01-07;Gran;100\n3;2026-02-03;Asp;50',
      ],
    ] as const;
    for (const [kind, name, text] of files) {
      const path = join(other.folder, name);
      writeFileSync(path, text);
      const { stageId } = await other.inspect(path, { kind });
      await other.value('import.commit', { taskId: name, stageId, options: { kind } });
    }
    const goal = goalOf({ kpi: 'cac', period: '2026', better: 'lower', target: { shape: 'level', value: 250 } });
    const number = { of: 'goal' as const, goal, figure: 'actual' as const };
    const { value, parts } = await other.value('told.explain', { number });
    // 600 for three new customers.
    expect([value, Object.fromEntries(parts.map(({ kind, total }) => [kind, total]))]).toEqual([
      200,
      { cost: 2, sale: 3 },
    ]);
    for (const { part, kind, total } of parts) {
      const page = await other.value('told.rows', { number, part, kind, offset: 0, limit: 50 });
      expect([page.total, page.rows[0]?.file]).toEqual([total, kind === 'cost' ? 'kostnader.csv' : 'order.csv']);
    }
  } finally {
    await other.remove();
  }
});
