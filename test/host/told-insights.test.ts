import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Insight, InsightOpens } from '#shared/insights.ts';
import type { ToldNumberInput, ToldPart } from '#shared/told.ts';
import { hostInFolder, type HostInFolder } from '../support/host-in-folder.ts';

let at: HostInFolder;
let found: readonly Insight[];
beforeAll(async () => {
  at = hostInFolder();
  await at.value('workspace.sample', { taskId: 'sample', name: 'Norrland Kaffe AB' });
  found = await at.value('insight.list', { period: 'latest-year' });
}, 60_000);
afterAll(() => at.remove());

/** Every number of a sentence: what it says and what it opens. */
const numbersOf = ({ words, parts, count, countOpens }: Insight) => [
  ...Object.entries(words).flatMap(([name, word]) =>
    word.as === 'number' || word.as === 'growth' ? [{ name, value: word.value, opens: word.opens }] : [],
  ),
  ...parts.map(({ part, amount, opens }) => ({ name: part, value: amount, opens })),
  ...(countOpens === undefined ? [] : [{ name: 'count', value: count, opens: countOpens }]),
];

const valueOf = async (opens: InsightOpens): Promise<number | null> => {
  if ('told' in opens) return (await at.value('told.explain', { number: opens.told })).value;
  const { question, cell, showsRows } = opens;
  if (showsRows === true) return (await at.value('question.rows', { question, cell, offset: 0, limit: 1 })).total;
  return (await at.value('question.explain', { question, cell })).value;
};

/** Sum of the amounts of all rows of a part. */
async function sumOf(number: ToldNumberInput, part: ToldPart['part']): Promise<number> {
  let sum = 0;
  for (let offset = 0; ; offset += 1000) {
    const page = await at.value('told.rows', { number, part, offset, limit: 1000 });
    const amount = page.fields.findIndex(({ key }) => key === 'amount');
    sum = page.rows.reduce((all, { values }) => all + Number(values[amount] ?? 0), sum);
    if (offset + page.rows.length >= page.total) return sum;
  }
}

describe('the numbers of what to look at', () => {
  it('each say what their passports say, with the sign where the sentence has one', async () => {
    const numbers = found.flatMap((insight) => numbersOf(insight).map((each) => ({ ...each, id: insight.id })));
    expect(numbers.length).toBeGreaterThan(20);
    for (const { id, name, value, opens } of numbers) {
      // The limit of the rule is no number of the data.
      if (name === 'least') continue;
      expect([id, name, opens === undefined], `${id} ${name}`).toEqual([id, name, false]);
      if (opens === undefined) continue;
      const told = await valueOf(opens);
      // The sentence of a change says itself which way it goes.
      const signed = (number: number): number => (name === 'change' ? Math.abs(number) : number);
      expect(signed(told ?? NaN), `${id} ${name}`).toBeCloseTo(signed(value), 4);
    }
  });

  it('of a change of revenue add up from its rows, now less before: members, the rest of them and all', async () => {
    const drivers = found.find(({ id }) => id === 'drivers:customer');
    expect(drivers?.parts.length).toBe(4);
    for (const { amount, opens } of drivers?.parts ?? []) {
      if (opens === undefined || !('told' in opens)) throw new Error('a part without a passport');
      const [now, before] = [await sumOf(opens.told, 'now'), await sumOf(opens.told, 'before')];
      expect(now - before).toBeCloseTo(amount, 4);
    }
  });

  it('of price, volume and mix go by the sales of the products in both times', async () => {
    const parts = found.find(({ id }) => id === 'price-volume-mix')?.parts ?? [];
    for (const { part, opens } of parts) {
      if (opens === undefined || !('told' in opens)) throw new Error('a part without a passport');
      const { inputs } = await at.value('told.explain', { number: opens.told });
      const input = (id: string) => Number(inputs.find((each) => each.id === id)?.value);
      if (part === 'price') expect(await sumOf(opens.told, 'now')).toBeCloseTo(input('revenueNow'), 4);
      if (part === 'mix') expect(await sumOf(opens.told, 'before')).toBeCloseTo(input('revenueBefore'), 4);
    }
    expect(parts.map(({ part }) => part)).toEqual(['price', 'volume', 'mix']);
  });
});
