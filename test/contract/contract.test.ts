import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { METHODS, type Input, type Method, type Output } from '../../shared/contract.ts';
import { failureSchema } from '../../shared/errors.ts';
import type { Inspection } from '../../shared/importing.ts';
import { findings } from './findings.ts';
import { keepSettings } from './keep-settings.ts';
import { mergeNames } from './merge-names.ts';
import { benchmarks, ownKpis } from './own-kpis.ts';
import { SMALL_SALES, TODAY } from './small-sales.ts';
import { prints } from './prints.ts';
import { rememberMapping } from './remember-mapping.ts';
import { reports } from './reports.ts';
import { goals } from './goals.ts';
import { forecasts } from './forecasts.ts';
import { savedThings } from './saved-things.ts';
import { tables } from './tables.ts';
import { typeInCosts } from './type-in-costs.ts';
import { openWay, WAYS, type Way } from './transports.ts';
import { watchFolder } from './watch-folder.ts';

const asked = new Set<string>();

describe.each(WAYS)('the contract %s', (name) => {
  let way: Way & { readonly root: string };
  let fileId = '';
  let stage: Inspection;

  async function ok<M extends Method>(method: M, input: Input<M>): Promise<Output<M>> {
    asked.add(method);
    const result = await way.call(method, input);
    expect(result, method).toMatchObject({ ok: true });
    return (result as { value: Output<M> }).value;
  }
  const fails = async (method: string, input: unknown, code: string): Promise<void> => {
    const result = await way.call(method, input);
    expect(result, method).toMatchObject({ ok: false, error: { code } });
    failureSchema.parse(result.ok ? null : result.error);
  };

  beforeAll(async () => {
    way = await openWay(name);
    writeFileSync(join(way.root, 'försäljning.csv'), SMALL_SALES);
  });
  afterAll(() => way.close());

  it('says what it is', async () => {
    expect(await ok('app.info', {})).toEqual({
      version: '1.2.3',
      today: TODAY,
      shell: 'test',
      sqlite: expect.stringMatching(/^3\.\d+/) as unknown,
      canPrint: true,
    });
  });

  it('knows when no workspace is open', async () => {
    expect(await ok('workspace.recent', {})).toEqual([]);
    expect(await ok('workspace.current', {})).toBeNull();
    for (const [method, input] of [
      ['import.list', {}],
      ['import.undo', { id: 1 }],
      ['catalogue.kpis', {}],
      ['catalogue.lapse', {}],
      ['question.ask', { kpis: ['revenue'] }],
      ['workspace.settings', {}],
      ['report.print', { taskId: 't', source: { final: 'none' }, format: 'pdf' }],
    ] as const)
      await fails(method, input, 'E_NO_WORKSPACE');
  });

  it('makes a workspace', async () => {
    const info = await ok('workspace.create', { name: 'Kafé' });
    expect(info).toMatchObject({ name: 'Kafé', rows: {}, from: null, to: null, readonly: false });
    expect(await ok('workspace.current', {})).toEqual(info);
  });

  it('looks at a file', async () => {
    const added = await way.addFile(join(way.root, 'försäljning.csv'));
    expect(added).toMatchObject({ ok: true, value: { name: 'försäljning.csv', size: Buffer.byteLength(SMALL_SALES) } });
    fileId = (added as { value: { fileId: string } }).value.fileId;
    stage = await ok('import.inspect', { taskId: 'look', fileId, options: {} });
    expect(stage).toMatchObject({
      kind: 'sale',
      file: { name: 'försäljning.csv' },
      format: { encoding: 'utf-8', separator: ';', decimal: ',', date: 'ymd' },
      blockers: [],
      rejected: [{ row: 11, column: 'Fakturadatum', value: 'okänt', reason: 'not-a-date' }],
    });
    const counted = { read: 11, header: 1, skipped: 0, totals: 0, duplicates: 0, rejected: 1, imported: 9 };
    expect(stage.receipt.rows).toEqual(counted);
    expect(stage.receipt.sums['amount']).toMatchObject({ file: 6050, imported: 6000, duplicates: 0, rejected: 50 });
    expect(await ok('task.state', { taskId: 'look' })).toBeNull();
    expect(await ok('task.cancel', { taskId: 'look' })).toBeNull();
  });

  it('gives the whole rows to correct, as they stand in the file', async () => {
    const saved = await ok('import.saveRejected', { stageId: stage.stageId, options: {} });
    const workbook = join(way.root, saved.name);
    writeFileSync(workbook, (await way.fetch(saved.downloadId)) ?? '');
    const added = (await way.addFile(workbook)) as { value: { fileId: string } };
    const again = await ok('import.inspect', { taskId: 'look', fileId: added.value.fileId, options: { kind: 'sale' } });
    expect(again.columns.map(({ header }) => header)).toEqual(SMALL_SALES.split('\n')[0]?.split(';'));
    expect(again.columns.map(({ examples }) => examples[0])).toEqual([
      'okänt',
      '1008',
      'Nya Krogen',
      'Björn',
      'Öst',
      'Ljusrost',
      '1',
      '50,00',
      '30,00',
    ]);
  });

  it('imports it once', async () => {
    const record = await ok('import.commit', { taskId: 'write', stageId: stage.stageId, options: {} });
    expect(record).toMatchObject({ id: 1, kind: 'sale', rows: 9, from: '2025-09-01', to: '2026-09-30' });
    expect(record.importedAt).toMatch(/^2026-11-21T\d\d:\d\d$/);
    expect(record.mapping).toMatchObject({ date: 'Fakturadatum', amount: 'Belopp', customer: 'Kund', rep: 'Säljare' });
    expect(await ok('import.list', {})).toEqual([record]);
    const before = await ok('workspace.current', {});
    const again = await ok('import.inspect', { taskId: 'look', fileId, options: {} });
    expect(again.blockers).toEqual([{ code: 'E_ALREADY_IMPORTED', field: null, column: null }]);
    await fails('import.commit', { taskId: 'write', stageId: again.stageId, options: {} }, 'E_ALREADY_IMPORTED');
    expect(await ok('workspace.current', {})).toEqual(before);
    expect(await ok('import.discard', { stageId: again.stageId })).toBeNull();
    await fails('import.commit', { taskId: 'write', stageId: again.stageId, options: {} }, 'E_NOT_FOUND');
  });

  it('keeps what it could not read', async () => {
    const page = await ok('import.rejected', { id: 1, offset: 0, limit: 10 });
    expect(page).toMatchObject({ total: 1, rows: [{ row: 11, value: 'okänt', reason: 'not-a-date' }] });
    const saved = await ok('import.saveRejected', { id: 1 });
    expect(saved.name).toBe('försäljning-rejected.xlsx');
    const bytes = await way.fetch(saved.downloadId);
    expect(bytes).toHaveLength(saved.size);
    expect(await way.fetch('unknown')).toBeNull();
  });

  it('lists what can be asked', async () => {
    const kpis = await ok('catalogue.kpis', {});
    expect(kpis.find(({ kpi }) => kpi === 'revenue')).toMatchObject({ unit: 'money', possible: true, needs: [] });
    expect(kpis.find(({ kpi }) => kpi === 'gross-margin')).toMatchObject({ possible: true });
    const lapse = await ok('catalogue.lapse', {});
    expect(lapse.days).toBe(Math.max(30, Math.ceil(2 * (lapse.medianGap ?? 0))));
    const dimensions = await ok('catalogue.dimensions', {});
    expect(dimensions.find(({ key }) => key === 'region')).toMatchObject({
      members: 2,
      kinds: ['sale'],
      identifier: false,
    });
    expect(await ok('catalogue.rowFields', {})).toContainEqual({
      key: 'amount',
      label: null,
      kinds: ['sale'],
      is: 'number',
    });
    const members = await ok('catalogue.members', { dimension: 'customer', search: 'ö', limit: 10 });
    expect(members).toEqual({ total: 1, members: [{ name: 'Bageri Öst', rows: 2 }] });
  });

  it('joins a list to the rows and names who is missing from it', async () => {
    expect(await ok('list.unmatched', {})).toEqual([]);
    const path = join(way.root, 'säljare.csv');
    writeFileSync(path, 'Säljare;Team\nAnna;Blå\n');
    const added = (await way.addFile(path)) as { value: { fileId: string } };
    const options = { kind: 'rep_list' } as const;
    const list = await ok('import.inspect', { taskId: 'list', fileId: added.value.fileId, options });
    const record = await ok('import.commit', { taskId: 'list', stageId: list.stageId, options });
    expect(await ok('list.unmatched', {})).toEqual([
      { list: 'rep_list', dimension: 'rep', total: 1, rows: 4, names: [{ name: 'Björn', rows: 4, near: null }] },
    ]);
    const answer = await ok('question.ask', { kpis: ['revenue'], rows: [{ dimension: 'team' }] });
    expect(answer.cells.map(({ row, value }) => [...row, value])).toEqual([['Blå', 3400], [null, 2600], [6000]]);
    await ok('import.undo', { id: record.id });
    expect(await ok('list.unmatched', {})).toEqual([]);
  });

  it('keeps the rates of other currencies', async () => {
    expect(await ok('rates.list', {})).toEqual({ rates: [], missing: [] });
    await fails('rates.save', { rates: [{ currency: 'EUR', from: '2026-02-30', rate: 11 }] }, 'E_BAD_REQUEST');
    const rates = [{ currency: 'EUR', from: '2026-01-01', rate: 11.45 }];
    const { revision } = await ok('workspace.settings', {});
    expect((await ok('rates.save', { rates })).revision).toBeGreaterThan(revision);
    expect(await ok('rates.list', {})).toEqual({ rates, missing: [] });
    await ok('rates.save', { rates: [] });
  });

  it('keeps what is written in the app in place of what was, and takes it back', () => typeInCosts({ way, ok, fails }));

  it('answers and explains', async () => {
    const question = {
      kpis: ['revenue', 'orders'],
      rows: [{ dimension: 'region' }],
      period: '2026',
      compare: 'last-year',
    } as const;
    const answer = await ok('question.ask', { ...question, kpis: [...question.kpis], rows: [...question.rows] });
    expect(answer.cells.map(({ kpi, row, value }) => [kpi, ...row, value])).toEqual([
      ['revenue', 'Nord', 2400],
      ['orders', 'Nord', 3],
      ['revenue', 'Öst', 2099.5],
      ['orders', 'Öst', 2],
      ['revenue', 4499.5],
      ['orders', 5],
    ]);
    const asking = { kpis: ['revenue'], period: '2026-09' };
    const cell = { kpi: 'revenue' };
    const told = await ok('question.explain', { question: asking, cell });
    expect(told).toMatchObject({
      value: 1899.5,
      formula: 'net-sales',
      rows: { used: 4, leftOut: [] },
      sources: [{ importId: 1, file: 'försäljning.csv', rows: 4 }],
    });
    const page = await ok('question.rows', { question: asking, cell, offset: 1, limit: 2 });
    expect(page).toMatchObject({
      total: 4,
      offset: 1,
      kinds: [{ kind: 'sale', total: 4 }],
      rows: [{ fileRow: 8 }, { fileRow: 9 }],
    });
    const amount = page.fields.findIndex(({ key }) => key === 'amount');
    expect(page.rows.map(({ values }) => values[amount])).toEqual([-200, 1199.25]);
  });

  it('shows the rows as they are stored', async () => {
    const selection = {
      kind: 'sale',
      search: 'älgen',
      filters: [{ field: 'date', is: 'date', from: '2026-01-01', to: null }],
      sort: { field: 'amount', descending: true },
    } as const;
    const page = await ok('data.rows', { ...selection, filters: [...selection.filters], offset: 0, limit: 2 });
    expect(page).toMatchObject({ total: 3, offset: 0, rows: [{ fileRow: 4 }, { fileRow: 5 }] });
    const wanted = { ...selection, filters: [...selection.filters] };
    const made = await ok('data.export', { ...wanted, taskId: 'rows', format: 'csv', locale: 'sv-SE' });
    expect(made).toMatchObject({ rows: 3, cut: 0, type: 'text/csv; charset=utf-8' });
    const values = await ok('data.values', { kind: 'sale', field: 'region', search: '', limit: 1 });
    expect(values).toEqual({ total: 2, values: [{ name: 'Nord', rows: 5 }] });
    await fails('data.values', { kind: 'sale', field: 'amount', search: '', limit: 1 }, 'E_UNKNOWN_DIMENSION');
    await fails(
      'data.rows',
      { kind: 'sale', search: '', filters: [], sort: null, offset: 0, limit: 1001 },
      'E_BAD_REQUEST',
    );
  });

  it('shows names as one and takes that back', () => mergeNames({ way, ok, fails }));

  it('keeps KPIs of the user’s own', () => ownKpis({ way, ok, fails }));

  it('holds numbers against others', () => benchmarks({ way, ok, fails }));

  it('prints reports as pages and as a picture of one', async () => {
    await prints({ way, ok, fails });
    // By the printer, of what it prints.
    asked.add('report.printed');
  });

  it('keeps settings', () => keepSettings({ way, ok, fails }));

  it('lays questions out as tables and writes them as files', () => tables({ way, ok, fails }));

  it('keeps goals and tells how they stand', () => goals({ ok, fails }));

  it('composes reports and keeps them as they were made final', () => reports({ way, ok, fails }));

  it('keeps dashboards, views and annotations, and shares them as files', () => savedThings({ way, ok, fails }));

  it('carries numbers on and keeps forecasts', () => forecasts({ way, ok, fails }));

  it('says what to look at and what customers are worth', () => findings({ way, ok, fails }));

  it('undoes the import', async () => {
    const info = await ok('import.undo', { id: 1 });
    expect(info).toMatchObject({ rows: {}, from: null, to: null });
    expect(await ok('import.list', {})).toEqual([]);
    await fails('import.undo', { id: 1 }, 'E_NOT_FOUND');
  });

  it('imports the tables of a file together', async () => {
    const again = await ok('import.inspect', { taskId: 'look', fileId, options: {} });
    expect(again.tables).toEqual([{ id: again.table, name: '', sheets: [], kind: 'sale', rows: 10 }]);
    const tables = [{ table: again.table }];
    const [record] = await ok('import.commitTables', { taskId: 'write', stageId: again.stageId, tables });
    expect(record).toMatchObject({ kind: 'sale', rows: 9 });
    expect(await ok('import.undo', { id: record?.id ?? 0 })).toMatchObject({ rows: {} });
  });

  it('remembers how the file was read, forgets it and takes that back', () =>
    rememberMapping({ way, ok, fails }, fileId));

  it('watches a folder for the next file, and stops', () => watchFolder({ way, ok, fails }));

  it('opens, closes and remembers', async () => {
    expect(await ok('workspace.close', {})).toBeNull();
    expect(await ok('workspace.current', {})).toBeNull();
    const [recent] = await ok('workspace.recent', {});
    expect(recent).toMatchObject({ name: 'Kafé', present: true });
    expect(JSON.stringify(recent)).not.toContain('.nyckeltal');
    const info = await ok('workspace.open', { id: recent?.id ?? '' });
    expect(info.name).toBe('Kafé');
    await fails('workspace.open', { id: 'unknown' }, 'E_NOT_FOUND');
    expect(await ok('workspace.current', {})).toEqual(info);
  });

  it('refuses what is not in it', async () => {
    for (const method of ['nope', '__proto__', 'constructor', 'toString']) await fails(method, {}, 'E_UNKNOWN_METHOD');
    for (const [method, input] of [
      ['app.info', { extra: 1 }],
      ['app.info', []],
      ['app.info', null],
      ['workspace.create', { name: '' }],
      ['workspace.create', { name: 'x'.repeat(121) }],
      ['workspace.create', { name: '../up' }],
      ['workspace.create', { name: 'a', path: '/etc' }],
      ['import.inspect', { taskId: 't', fileId: 'f', options: { kind: 'toaster' } }],
      ['import.rejected', { id: 1, offset: 0, limit: 1001 }],
      ['question.ask', { kpis: [] }],
      ['question.ask', { kpis: Array.from({ length: 121 }, () => 'revenue') }],
      ['question.ask', { kpis: ['revenue'], sql: 'DROP TABLE' }],
    ] as const)
      await fails(method, input, 'E_BAD_REQUEST');
    await fails('import.inspect', { taskId: 't', fileId: '/etc/passwd', options: {} }, 'E_NOT_FOUND');
    await fails('question.ask', { kpis: ['nope'] }, 'E_UNKNOWN_KPI');
    await fails('question.ask', { kpis: ['revenue'], period: 'soon' }, 'E_BAD_PERIOD');
    await fails('question.ask', { kpis: ['revenue'], rows: [{ dimension: 'nope' }] }, 'E_UNKNOWN_DIMENSION');
  });
});

describe('the sample company', () => {
  it('is a workspace like any other', async () => {
    const way = await openWay('in this process');
    asked.add('workspace.sample');
    const made = await way.call('workspace.sample', { taskId: 's', name: 'Norrland Kaffe' });
    expect(made).toMatchObject({ ok: true, value: { name: 'Norrland Kaffe', from: '2024-11-01', to: '2026-10-30' } });
    await way.close();
  });

  it('leaves nothing when it is cancelled', async () => {
    const way = await openWay('in a worker thread');
    const making = way.call('workspace.sample', { taskId: 's', name: 'Norrland Kaffe' });
    await way.call('task.cancel', { taskId: 's' });
    expect(await making).toMatchObject({ ok: false, error: { code: 'E_CANCELLED' } });
    expect(await way.call('workspace.recent', {})).toMatchObject({ ok: true });
    expect(await way.call('workspace.current', {})).toEqual({ ok: true, value: null });
    await way.close();
  });
});

it('has been asked every method there is', () => {
  expect([...asked].toSorted()).toEqual([...METHODS].toSorted());
});
