import { expect, test } from 'vitest';
import { lastOnly } from '../../../../renderer/features/reports/last-only.model.ts';

test('one at a time, and of those that wait only the last', async () => {
  const said: string[] = [];
  const { promise: first, resolve: end } = Promise.withResolvers<undefined>();
  const run = lastOnly();
  const say = (word: string, until: Promise<undefined> = Promise.resolve(undefined)): void =>
    run(async () => {
      said.push(`${word} begins`);
      await until;
      said.push(`${word} ends`);
    });
  say('a', first);
  say('b');
  say('c');
  expect(said).toEqual(['a begins']);
  end(undefined);
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(said).toEqual(['a begins', 'a ends', 'c begins', 'c ends']);
  say('d');
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(said.slice(-2)).toEqual(['d begins', 'd ends']);
});
