import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Insight, InsightOpens } from '#shared/insights.ts';
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

describe('the numbers of what to look at', () => {
  it('each say what their passports say, whichever way they point', async () => {
    const numbers = found.flatMap((insight) => numbersOf(insight).map((each) => ({ ...each, id: insight.id })));
    expect(numbers.length).toBeGreaterThan(20);
    for (const { id, name, value, opens } of numbers) {
      // The limit of the rule is no number of the data.
      if (name === 'least') continue;
      expect([id, name, opens === undefined], `${id} ${name}`).toEqual([id, name, false]);
      if (opens === undefined) continue;
      const told = await valueOf(opens);
      expect(Math.abs(told ?? NaN), `${id} ${name}`).toBeCloseTo(Math.abs(value), 4);
    }
  });
});
