import { basename } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dataFile, describeWithData } from '../support/data.ts';
import { importedWorkspace, type ImportedWorkspace } from '../support/imported.ts';

const file = (name: string): string => dataFile(`crm_sales_opportunities/${name}.csv`);

/**
 * The pipeline writes GTXPro (1 480 deals: 729 won, 418 lost, 333 open) where the product list has GTX Pro.
 */
describeWithData('the Maven pipeline and its product list', () => {
  let workspace: ImportedWorkspace;
  let id = 0;

  beforeAll(async () => {
    workspace = await importedWorkspace(file('sales_pipeline'));
    for (const name of ['products', 'accounts', 'sales_teams']) await workspace.add(file(name));
  });
  afterAll(() => workspace.close());

  const dealsByProduct = async (): Promise<Readonly<Record<string, number>>> => {
    const { members } = await workspace.call('catalogue.members', { dimension: 'product', search: '', limit: 100 });
    return Object.fromEntries(members.map(({ name, rows }) => [name ?? 'unknown', rows]));
  };
  const unmatched = async () =>
    (await workspace.call('list.unmatched', {})).flatMap(({ names }) => names.map(({ name, rows }) => [name, rows]));
  const openDeals = async () => {
    const { fields, rows, total } = await workspace.call('data.rows', {
      kind: 'deal',
      search: '',
      filters: [
        { field: 'status', is: 'in', values: ['open'] },
        { field: 'product', is: 'in', values: ['GTXPro'] },
      ],
      sort: null,
      offset: 0,
      limit: 3,
    });
    return { total, products: rows.map(({ values }) => values[fields.findIndex(({ key }) => key === 'product')]), rows };
  };

  it('are suggested one merge, and only that one in all dimensions', async () => {
    const dimensions = await workspace.call('names.dimensions', {});
    expect(dimensions.filter(({ suggestions }) => suggestions !== 0).map(({ key, suggestions }) => [key, suggestions])).toEqual([
      ['product', 1],
    ]);
    expect(await workspace.call('names.suggestions', { dimension: 'product', limit: 10 })).toEqual({
      total: 1,
      suggestions: [
        {
          from: { name: 'GTXPro', rows: 1480, listed: false },
          into: { name: 'GTX Pro', rows: 0, listed: true },
          because: 'spacing',
        },
      ],
    });
    expect(await unmatched()).toEqual([['GTXPro', 1480]]);
    expect(await dealsByProduct()).toMatchObject({ GTXPro: 1480, 'GTX Basic': 1866 });
  });

  it('after it every deal has its product', async () => {
    ({ id } = await workspace.call('names.merge', { dimension: 'product', names: ['GTXPro'], into: 'GTX Pro' }));
    const deals = await dealsByProduct();
    expect(deals).toMatchObject({ 'GTX Pro': 1480, 'GTX Basic': 1866 });
    expect(deals).not.toHaveProperty('GTXPro');
    expect(await unmatched()).toEqual([]);
    const open = await openDeals();
    expect(open).toMatchObject({ total: 333, products: ['GTX Pro', 'GTX Pro', 'GTX Pro'] });
    expect(open.rows[0]?.written).toEqual({ product: 'GTXPro' });
    expect(await workspace.call('names.suggestions', { dimension: 'product', limit: 10 })).toEqual({
      total: 0,
      suggestions: [],
    });
  });

  it('undone, everything is as it was, also when the list came and went meanwhile', async () => {
    const list = (await workspace.call('import.list', {})).find(({ file: { name } }) => name === basename(file('products')));
    await workspace.call('import.undo', { id: list?.id ?? 0 });
    expect(await dealsByProduct()).toMatchObject({ 'GTX Pro': 1480 });
    await workspace.add(file('products'));
    await workspace.call('names.undoMerge', { id });
    expect(await unmatched()).toEqual([['GTXPro', 1480]]);
    expect(await dealsByProduct()).toMatchObject({ GTXPro: 1480 });
  });

  it('kept apart, they are not suggested again', async () => {
    const pair = { dimension: 'product', names: ['GTXPro', 'GTX Pro'] as [string, string] };
    await workspace.call('names.keepApart', { ...pair, apart: true });
    expect((await workspace.call('names.suggestions', { dimension: 'product', limit: 10 })).total).toBe(0);
    await workspace.call('names.keepApart', { ...pair, apart: false });
    expect((await workspace.call('names.suggestions', { dimension: 'product', limit: 10 })).total).toBe(1);
  });
});
