import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { workshop } from '../cli/cli.ts';
import { dataFile, describeWithData } from '../support/data.ts';
import { askedOf, type Asked } from './kpi-values.ts';

const TELCO = 'telco_churn/derived_telco_21cols.csv';
const RAVEN = 'ravenstack/ravenstack_subscriptions.csv';

/** Figures of ORACLES.md §7: a list of how customers stand now, placed on the day of the import. */
describeWithData("Telco's customers", () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askedOf(TELCO);
  });
  afterAll(() => asked.close());

  it.each([
    ['churn', 0.26536987, 8],
    ['retention', 0.73463013, 8],
    ['mrr', 316_985.75, 9],
    ['arr', 3_803_829, 9],
    ['arpa', 61.265124, 6],
    ['clv', 230.8669, 4],
    ['clv:snapshot', 230.8669, 4],
  ])('%s is %d', async (kpi, expected, digits) => {
    expect(await asked.total(kpi, { period: '2026-10' })).toBeCloseTo(expected, digits);
  });

  it('leave by their contract', async () => {
    const churn = await asked.by('churn', { dimension: 'custom:Contract' }, { period: '2026-10' });
    for (const [contract, rate] of Object.entries({ 'Month-to-month': 42.7097, 'One year': 11.2695, 'Two year': 2.8319 }))
      expect([contract, (churn[contract] ?? NaN) * 100]).toEqual([contract, expect.closeTo(rate, 4)]);
  });
});

interface Subscription {
  readonly start: string;
  readonly end: string;
  readonly mrr: number;
}

/** Read by the test itself: an oracle shares no code with what it judges. */
function subscriptions(): readonly Subscription[] {
  const [header = '', ...lines] = readFileSync(dataFile(RAVEN), 'utf8').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const at = (name: string): string => line.split(',')[names.indexOf(name)] ?? '';
    return { start: at('start_date'), end: at('end_date'), mrr: Number(at('mrr_amount')) };
  });
}

/** Figures of ORACLES.md §7b. Accounts on trial pay nothing: ARPA is over those that pay. */
describeWithData("RavenStack's subscriptions", () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askedOf(RAVEN);
  });
  afterAll(() => asked.close());

  it.each([
    ['2023-12', 1_262_113, 190, 6822.2324],
    ['2024-06', 3_833_405, 337, 11_511.7267],
    ['2024-12', 10_159_608, 500, 20_319.216],
  ])('at the end of %s come to %d a month from %d accounts', async (period, mrr, accounts, arpa) => {
    expect(await asked.total('mrr', { period })).toBe(mrr);
    expect(await asked.total('arr', { period })).toBe(12 * mrr);
    expect(await asked.total('arr:article', { period })).toBeCloseTo(12 * mrr, 6);
    expect(await asked.total('arpa', { period })).toBeCloseTo(arpa, 4);
    expect(await asked.total('arpa:all-accounts', { period })).toBeCloseTo(mrr / accounts, 9);
  });

  it.each([
    ['2024-06', 533_952, 16_796, 0.5065, 0.7299],
    ['2024-12', 1_979_879, 281_095, 3.3223, 2.3974],
  ])('in %s gained %d and lost %d', async (period, fresh, churned, mrrChurn, churn) => {
    expect(await asked.total('mrr:new', { period })).toBeCloseTo(fresh, 6);
    expect(await asked.total('mrr:churned', { period })).toBeCloseTo(churned, 6);
    expect(((await asked.total('churn:mrr', { period })) ?? NaN) * 100).toBeCloseTo(mrrChurn, 4);
    expect(((await asked.total('churn:subscriptions', { period })) ?? NaN) * 100).toBeCloseTo(churn, 4);
  });

  it('start + new − churned = end every month, by account as well', async () => {
    const months = { dimension: 'date', grain: 'month' } as const;
    const kpis = ['mrr', ...['new', 'expansion', 'contraction', 'churned'].flatMap((part) => [`mrr:${part}`, `mrr:${part}-by-account`])]; // prettier-ignore
    const { cells } = await asked.call('question.ask', { kpis, rows: [months], period: '2023..2024' });
    const read = (kpi: string, month: string): number =>
      cells.find((cell) => cell.kpi === kpi && cell.row[0] === month)?.value ?? NaN;
    const rows = subscriptions();
    const names = Array.from({ length: 24 }, (_, i) => `${String(2023 + Math.floor(i / 12))}-${String((i % 12) + 1).padStart(2, '0')}`);
    const standing = (month: string): number =>
      rows.reduce((sum, { start, end, mrr }) => (start <= `${month}-31` && (end === '' || end > `${month}-31`) ? sum + mrr : sum), 0); // prettier-ignore
    names.forEach((month, i) => {
      expect([month, read('mrr', month)]).toEqual([month, standing(month)]);
      const before = names[i - 1];
      // Before the first month nothing is known.
      if (before === undefined) return;
      const [opening, closing] = [`${before}-31`, `${month}-31`];
      const [started, gone] = rows.reduce(
        ([fresh, lost], { start, end, mrr }) => {
          const stood = start <= opening && (end === '' || end > opening);
          const stands = start <= closing && (end === '' || end > closing);
          return [stands && !stood ? fresh + mrr : fresh, stood && !stands ? lost + mrr : lost];
        },
        [0, 0],
      );
      expect([month, read('mrr:new', month)]).toEqual([month, expect.closeTo(started, 6)]);
      expect([month, read('mrr:churned', month)]).toEqual([month, expect.closeTo(gone, 6)]);
      for (const suffix of ['', '-by-account']) {
        const gained = read(`mrr:new${suffix}`, month) + read(`mrr:expansion${suffix}`, month);
        const lost = read(`mrr:contraction${suffix}`, month) + read(`mrr:churned${suffix}`, month);
        expect([month, standing(before) + gained - lost]).toEqual([month, expect.closeTo(standing(month), 6)]);
      }
    });
  });
});

describeWithData('the command line on RavenStack', () => {
  const { json } = workshop();
  it('gives the same', async () => {
    await json(`import ${dataFile(RAVEN)} -w raven.nyckeltal --json`);
    const answered = await json('kpi mrr arr mrr:new mrr:churned --period 2024-06 -w raven.nyckeltal --json');
    expect((answered as { value: unknown }[]).map(({ value }) => value)).toEqual([
      3_833_405,
      46_000_860,
      expect.closeTo(533_952, 6),
      expect.closeTo(16_796, 6),
    ]);
  });
});
