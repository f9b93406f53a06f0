import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Annotation } from '../../shared/annotations.ts';
import { dashboardSchema, type DashboardInput } from '../../shared/dashboards.ts';
import { savedViewSchema, type SavedViewInput } from '../../shared/saved-views.ts';
import type { Asked } from './asked.ts';

const DASHBOARD: DashboardInput = {
  id: 'ledning',
  name: 'Ledning / 2026',
  order: 3,
  tiles: [
    { id: 'a', title: null, show: 'kpi', kpi: 'revenue', place: { x: 0, y: 0, width: 2, height: 3 } },
    {
      id: 'b',
      title: 'Regioner',
      show: 'chart',
      kind: 'bar',
      question: { kpis: ['revenue'], rows: [{ dimension: 'region', top: { n: 5 } }] },
      place: { x: 2, y: 0, width: 10, height: 6 },
    },
    { id: 'c', title: null, show: 'text', text: '<img onerror=x>', place: { x: 0, y: 6, width: 12, height: 2 } },
  ],
};
const VIEW: SavedViewInput = {
  id: 'per-region',
  name: 'Per region',
  chart: 'bar',
  view: { question: { kpis: ['revenue'], rows: [{ dimension: 'region' }] }, values: [{ kpi: 'revenue' }] },
};
const REMARK: Annotation = { id: 'r1', day: '2026-08-15', kpi: null, text: 'Ny prislista', author: 'Åsa' };

const OWN_KPI = {
  id: 'net-after-freight',
  name: 'Netto',
  definition: '',
  category: 'result' as const,
  direction: 'higher' as const,
  unit: 'money' as const,
  formula: 'revenue * 0.9',
};

const TILE = { id: 'z', title: null, show: 'kpi', kpi: 'revenue' };
const withTile = (tile: object): object => ({ ...DASHBOARD, tiles: [{ ...TILE, ...tile }] });

/** What people make beside their data, over the small sales: kept, taken back, and as files of their own. */
export async function savedThings({ way, ok, fails }: Asked): Promise<void> {
  const before = await ok('workspace.current', {});
  const dashboard = dashboardSchema.parse(DASHBOARD);
  expect(await ok('dashboard.list', {})).toEqual([]);
  expect(await ok('dashboard.save', DASHBOARD)).toEqual([dashboard]);
  const renamed = { ...dashboard, name: 'Säljteam' };
  expect(await ok('dashboard.save', renamed)).toEqual([renamed]);
  expect(await ok('dashboard.remove', { id: 'ledning' })).toEqual([]);
  await fails('dashboard.remove', { id: 'ledning' }, 'E_NOT_FOUND');
  expect(await ok('dashboard.save', dashboard)).toEqual([dashboard]);
  expect(await ok('dashboard.list', {})).toEqual([dashboard]);

  const view = savedViewSchema.parse(VIEW);
  const looks = { ...VIEW, looks: [{ as: 'heat' as const, plainTotals: true }] };
  expect(await ok('view.save', looks)).toEqual([{ ...view, looks: looks.looks }]);
  expect(await ok('view.save', VIEW)).toEqual([view]);
  expect(await ok('view.list', {})).toEqual([view]);
  expect(await ok('annotation.save', REMARK)).toEqual([REMARK]);
  expect(await ok('annotation.list', {})).toEqual([REMARK]);
  const marked = { ...REMARK, id: 'r2', mark: { dimension: 'region', member: null } };
  expect(await ok('annotation.save', marked)).toEqual([REMARK, marked]);
  expect(await ok('annotation.remove', { id: 'r2' })).toEqual([REMARK]);
  expect(await ok('workspace.current', {})).toEqual(before);

  for (const wrong of [
    { ...DASHBOARD, id: '../up' },
    { ...DASHBOARD, name: ' ' },
    { ...DASHBOARD, tiles: [...DASHBOARD.tiles, ...DASHBOARD.tiles] },
    withTile({ place: { x: 11, y: 0, width: 2, height: 1 } }),
    withTile({ place: { x: 0, y: -1, width: 2, height: 1 } }),
    withTile({ place: { x: 0, y: 0, width: 2, height: 1 }, sql: 'DROP TABLE' }),
    withTile({ show: 'page', place: { x: 0, y: 0, width: 2, height: 1 } }),
  ])
    await fails('dashboard.save', wrong, 'E_BAD_REQUEST');
  await fails('annotation.save', { ...REMARK, day: '2026-02-30' }, 'E_BAD_REQUEST');
  await fails('annotation.save', { ...REMARK, author: '' }, 'E_BAD_REQUEST');
  await fails('annotation.save', { ...REMARK, mark: { dimension: '', member: 'Väst' } }, 'E_BAD_REQUEST');
  await fails('view.save', { ...VIEW, chart: 'toaster' }, 'E_BAD_REQUEST');

  const svg = '<svg xmlns="http://www.w3.org/2000/svg"></svg>';
  const data = Buffer.from(svg).toString('base64');
  const picture = await ok('picture.write', { name: 'Intäkter: "per" region', type: 'svg', data });
  expect([picture.name, picture.type, picture.size]).toEqual([
    'Intäkter- -per- region.svg',
    'image/svg+xml',
    svg.length,
  ]);
  expect((await way.fetch(picture.downloadId))?.toString()).toBe(svg);
  await fails('picture.write', { name: 'a', type: 'png', data }, 'E_BAD_REQUEST');
  await fails('picture.write', { name: 'a', type: 'svg', data: '%' }, 'E_BAD_REQUEST');

  const write = async (shared: Parameters<typeof ok<'share.write'>>[1]): Promise<Buffer> => {
    const { downloadId, name, type } = await ok('share.write', shared);
    expect([name, type]).toEqual([
      shared.what === 'view' ? 'Per region.view.json' : 'Ledning - 2026.dashboard.json',
      'application/json',
    ]);
    return (await way.fetch(downloadId)) ?? Buffer.alloc(0);
  };
  const add = async (name: string, bytes: string | Buffer): Promise<{ fileId: string }> => {
    writeFileSync(join(way.root, name), bytes);
    return { fileId: ((await way.addFile(join(way.root, name))) as { value: { fileId: string } }).value.fileId };
  };
  const filters = [{ op: 'in' as const, dimension: 'region', values: ['Väst'] }];
  const scope = { period: null, compare: 'last-year' as const, filters };
  for (const shared of [
    { what: 'dashboard' as const, dashboard },
    { what: 'dashboard' as const, dashboard, kpis: [OWN_KPI], scope },
    { what: 'view' as const, view },
  ]) {
    const bytes = await write(shared);
    expect(await ok('share.read', await add('delad.json', bytes))).toEqual(shared);
  }
  const shared = JSON.stringify({ what: 'dashboard', dashboard });
  const hostile: readonly (readonly [string | Buffer, string])[] = [
    ['', 'E_FILE_EMPTY'],
    ['{', 'E_FILE_TYPE'],
    ['null', 'E_FILE_TYPE'],
    [Buffer.from([0xff, 0xfe, 0x7b, 0x7d]), 'E_FILE_TYPE'],
    [`{"nyckeltal":2,"shared":${shared}}`, 'E_FILE_TYPE'],
    [`{"nyckeltal":1,"shared":${shared.replace('{', '{"__proto__":{"admin":true},')}}`, 'E_FILE_TYPE'],
    [`{"nyckeltal":1,"shared":${shared.replace('"order":3', '"order":1e999')}}`, 'E_FILE_TYPE'],
    [`{"nyckeltal":1,"shared":${'['.repeat(200_000)}${']'.repeat(200_000)}}`, 'E_FILE_TYPE'],
    [' '.repeat(1_000_001), 'E_FILE_TOO_LARGE'],
  ];
  for (const [bytes, code] of hostile) await fails('share.read', await add('delad.json', bytes), code);
  expect(Object.keys(Object.prototype)).toEqual([]);
  await fails('share.read', { fileId: 'unknown' }, 'E_NOT_FOUND');

  expect(await ok('silence.save', { id: 'drivers:customer' })).toEqual([{ id: 'drivers:customer' }]);
  expect(await ok('silence.list', {})).toEqual([{ id: 'drivers:customer' }]);
  await fails('silence.save', { id: '' }, 'E_BAD_REQUEST');
  expect(await ok('silence.remove', { id: 'drivers:customer' })).toEqual([]);
  expect(await ok('annotation.remove', { id: 'r1' })).toEqual([]);
  expect(await ok('view.remove', { id: 'per-region' })).toEqual([]);
  expect(await ok('dashboard.remove', { id: 'ledning' })).toEqual([]);
}
