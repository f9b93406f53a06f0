import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { importedWorkspace } from '../support/imported.ts';

const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-orders-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEADER =
  'Name,Financial Status,Created at,Lineitem name,Lineitem quantity,Lineitem price,Discount Amount,Subtotal,Total,Refunded Amount';
function file(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, [HEADER, ...lines].join('\n'));
  return path;
}

it('an order that a later export has paid back counts once, less what was paid back', async () => {
  const first = file(
    'january.csv',
    '#1,paid,2026-01-05 10:00:00 +0100,Kvarn,1,60.00,10.00,90.00,90.00,0.00',
    '#1,,2026-01-05 10:00:00 +0100,Kopp,2,20.00,,,,',
  );
  const later = file(
    'february.csv',
    '#1,partially_refunded,2026-01-05 10:00:00 +0100,Kvarn,1,60.00,10.00,90.00,90.00,45.00',
    '#1,,2026-01-05 10:00:00 +0100,Kopp,2,20.00,,,,',
    '#2,paid,2026-02-05 10:00:00 +0100,Kvarn,1,60.00,0.00,60.00,60.00,0.00',
  );
  const workspace = await importedWorkspace(first);
  const revenue = async (): Promise<number | null | undefined> =>
    (await workspace.call('question.ask', { kpis: ['revenue'] })).cells[0]?.value;
  expect(await revenue()).toBe(90);
  await workspace.add(later);
  expect(await revenue()).toBe(90 - 45 + 60);
  expect((await workspace.call('question.ask', { kpis: ['orders'] })).cells[0]?.value).toBe(2);
  await workspace.close();
});
