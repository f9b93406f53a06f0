import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { decimalAt } from '#columns/decimal-at.ts';
import { unmatchedNames } from '#columns/lists/unmatched-names.ts';
import { members } from '#engine/catalogue/dimensions.ts';
import { workspaceNames } from '#engine/names/workspace-names.ts';
import { HostClock } from '#host/host-clock.ts';
import { ImportSession } from '#host/import-session.ts';
import { liveQueries } from '#host/live-columns.ts';
import { Task } from '#host/tasks.ts';
import type { Inspection } from '#shared/importing.ts';
import { fromScaled } from '#shared/units.ts';
import { createWorkspace, type WorkspaceStore } from '#store/workspace-store.ts';
import { dataFile, describeWithData } from '../support/data.ts';

/** Sums by hand from the four files: list prices of the 1 589 + 500 open deals, whose `close_value` is blank. */
const OPEN_WITHOUT_GTXPRO = 3_360_822;
/** And 333 open deals for GTXPro at the 4 821 of GTX Pro: 1 605 393 more. */
const OPEN_WITH_GTXPRO = 4_966_215;

describeWithData('the Maven pipeline with its accounts, products and sales teams', () => {
  const folder = mkdtempSync(join(tmpdir(), 'nyckeltal-test-'));
  const inspections = new Map<string, Inspection>();
  let store: WorkspaceStore;
  const queries = () => liveQueries(store);
  const openDeals = () => {
    const { columns } = queries();
    const deals = columns.table('deal');
    const [status, open] = [deals?.codes('status'), columns.members('status').indexOf('open')];
    const values = deals?.decimals('value') ?? null;
    const rows = Array.from(status ?? [], (code, row) => (code === open ? [decimalAt(values, row)] : [])).flat();
    const priced = rows.filter((value) => !Number.isNaN(value));
    const value = fromScaled(priced.reduce((sum, each) => sum + each, 0));
    return { priced: priced.length, without: rows.length - priced.length, value };
  };

  beforeAll(async () => {
    store = createWorkspace(join(folder, 'crm.nyckeltal'), { name: 'CRM' });
    const session = new ImportSession(new HostClock('2026-10-02'));
    for (const name of ['sales_pipeline', 'accounts', 'products', 'sales_teams']) {
      const path = dataFile(`crm_sales_opportunities/${name}.csv`);
      const target = { store, queries: queries() };
      const inspection = await session.inspect(target, name, { path, name: basename(path) }, {}, new Task());
      inspections.set(name, inspection);
      await session.commit(target, inspection.stageId, {}, new Task());
    }
  });
  afterAll(() => {
    store.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('are recognised by their columns', () => {
    expect([...inspections].map(([name, { kind, receipt }]) => [name, kind, receipt.rows.imported])).toEqual([
      ['sales_pipeline', 'deal', 8800],
      ['accounts', 'customer_list', 85],
      ['products', 'product_list', 7],
      ['sales_teams', 'rep_list', 35],
    ]);
    const becomes = (name: string) =>
      Object.fromEntries(
        inspections.get(name)?.columns.flatMap(({ header, target }) => (target.to === 'field' ? [[header, target.field]] : [])) ??
          [],
      );
    expect(becomes('accounts')).toEqual({ account: 'customer', sector: 'segment', office_location: 'country' });
    expect(becomes('products')).toEqual({ product: 'product', series: 'category', sales_price: 'list_price' });
    expect(becomes('sales_teams')).toEqual({ sales_agent: 'rep', manager: 'manager', regional_office: 'region' });
  });

  it('give every deal the office of its agent', () => {
    expect(members(queries(), 'region', '', 10)).toEqual({
      total: 3,
      members: [
        { name: 'Central', rows: 3512 },
        { name: 'West', rows: 2997 },
        { name: 'East', rows: 2291 },
      ],
    });
  });

  it('name the one product that the list does not have', () => {
    const unmatched = unmatchedNames(store.columns());
    expect(unmatched.map(({ list, names }) => [list, names])).toEqual([
      ['customer_list', []],
      ['product_list', [{ name: 'GTXPro', rows: 1480 }]],
      ['rep_list', []],
    ]);
  });

  it('price the open deals from the product list', () => {
    expect(openDeals()).toEqual({ priced: 1756, without: 333, value: OPEN_WITHOUT_GTXPRO });
  });

  it('have every product once GTXPro is shown as the GTX Pro of the list', () => {
    const [suggestion, ...others] = workspaceNames(store.columns(), () => []).suggestions('product') ?? [];
    expect(others).toEqual([]);
    expect(suggestion).toMatchObject({ from: { name: 'GTXPro', rows: 1480 }, into: { name: 'GTX Pro', listed: true } });
    const { id } = store.names.merge({ dimension: 'product', names: ['GTXPro'], into: 'GTX Pro' });
    expect(unmatchedNames(store.columns()).flatMap(({ names }) => names)).toEqual([]);
    expect(openDeals()).toEqual({ priced: 2089, without: 0, value: OPEN_WITH_GTXPRO });
    store.names.undoMerge(id);
    expect(openDeals().value).toBe(OPEN_WITHOUT_GTXPRO);
  });
});
