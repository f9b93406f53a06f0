import { keysAtHand } from '#shared/grouped-fields.ts';
import { describe, expect, test } from 'vitest';
import type { Dashboard } from '#shared/dashboards.ts';
import { chartQuestion, cardKpis, totalsQuestion } from '#shared/tiles/tile-questions.ts';
import { savedViewSchema } from '#shared/saved-views.ts';
import { tileSchema } from '#shared/dashboards.ts';
import { wholeScope, scopeOf, toggled } from '../../../../renderer/features/dashboards/scope.model.ts';
import { timeTile } from '../../../../renderer/features/dashboards/ready-tiles.model.ts';
import {
  freeName,
  isAnswerable,
  stepsBetween,
  withDuplicate,
  withoutTile,
  withTile,
} from '../../../../renderer/features/dashboards/tiles.model.ts';
import { viewContent } from '../../../../renderer/features/dashboards/addables.model.ts';

const EMPTY: Dashboard = { id: 'd', name: 'Min', order: 0, tiles: [] };
const whole = wholeScope({
  period: '2026',
  compare: 'last-year',
  filters: [
    { op: 'in', dimension: 'region', values: ['Väst'] },
    { op: 'in', dimension: 'rep', values: [] },
  ],
});

describe('tiles', () => {
  const two = withTile(withTile(EMPTY, 'a', { show: 'kpi', kpi: 'revenue' }), 'b', timeTile('line', ['orders']));

  test('are added beside each other where they fit, duplicated, and removed without leaving a hole', () => {
    expect(two.tiles.map(({ place }) => [place.x, place.y])).toEqual([
      [0, 0],
      [0, 3],
    ]);
    expect(withDuplicate(two, 'a', 'c').tiles.at(-1)).toMatchObject({ id: 'c', kpi: 'revenue', place: { x: 6, y: 0 } });
    expect(withoutTile(two, 'a').tiles).toMatchObject([{ id: 'b', place: { x: 0, y: 0 } }]);
  });

  test('are what the schema of the store takes', () => {
    for (const tile of two.tiles) expect(tileSchema.parse(tile)).toEqual(tile);
  });

  test('undo saves and removes only what differs', () => {
    const other: Dashboard = { ...EMPTY, id: 'e' };
    expect(stepsBetween([EMPTY, other], [two])).toEqual({ saved: [two], removed: ['e'] });
    expect(stepsBetween([EMPTY], [EMPTY])).toEqual({ saved: [], removed: [] });
  });

  test('a name is made free by a number', () => {
    expect(freeName('Ledning', ['Ledning', 'Ledning 2'])).toBe('Ledning 3');
    expect(freeName('Ledning', [])).toBe('Ledning');
  });

  test('of another workspace are not asked for what is not here', () => {
    const known = {
      knownKpis: new Set(['orders']),
      atHand: keysAtHand(
        [],
        [
          { key: 'amount', is: 'number' },
          { key: 'created', is: 'day' },
        ],
      ),
    };
    const [, line] = two.tiles;
    expect(line?.show === 'chart' && isAnswerable(line.question, known)).toBe(true);
    expect(line?.show === 'chart' && isAnswerable({ ...line.question, kpis: ['nope:x'] }, known)).toBe(false);
    expect(line?.show === 'chart' && isAnswerable({ ...line.question, rows: [{ dimension: 'x' }] }, known)).toBe(false);
    const dated = [{ dimension: 'cohort', grain: 'month' as const }, { dimension: 'week:created' }];
    const above = [{ op: 'between' as const, dimension: 'amount', from: 10, to: null }];
    expect(line?.show === 'chart' && isAnswerable({ ...line.question, rows: dated, filters: above }, known)).toBe(true);
  });

  test('a saved question becomes its chart, else its table, without a period of its own', () => {
    const view = savedViewSchema.parse({
      id: 'v',
      name: 'Per region',
      chart: 'pie',
      view: {
        question: { kpis: ['revenue'], rows: [{ dimension: 'region' }], period: '2020' },
        values: [{ kpi: 'revenue' }],
      },
    });
    const place = { x: 0, y: 0, width: 4, height: 4 };
    expect(tileSchema.parse({ ...viewContent(view), id: 't', title: null, place })).toMatchObject({
      show: 'chart',
      kind: 'pie',
    });
    const table = tileSchema.parse({ ...viewContent({ ...view, chart: null }), id: 't', title: null, place });
    expect(table).toMatchObject({ show: 'table', view: { question: { rows: [{ dimension: 'region' }] } } });
    // What a tile would draw otherwise than Explore stays a table: nested rows, parts of a total, a KPI that only orders.
    const { question, values } = view.view;
    for (const more of [
      { question: { ...question, rows: [...question.rows, { dimension: 'category' }] } },
      { values: values.map(({ kpi }) => ({ kpi, show: { as: 'share' as const, of: 'total' as const } })) },
      { question: { ...question, kpis: [...question.kpis, 'orders'] } },
    ]) {
      const content = viewContent(savedViewSchema.parse({ ...view, view: { ...view.view, ...more } }));
      expect(tileSchema.parse({ ...content, id: 't', title: null, place }).show).toBe('table');
    }
  });
});

describe('a clicked mark', () => {
  const clicked = { tile: 'a', dimension: 'category', members: ['Te'] };

  test('filters every tile but its own, beside what the page filters by', () => {
    expect(scopeOf('b', whole, clicked).filters).toEqual([
      { op: 'in', dimension: 'region', values: ['Väst'] },
      { op: 'in', dimension: 'category', values: ['Te'] },
    ]);
    expect(scopeOf('a', whole, clicked)).toBe(whole);
    expect(scopeOf('b', whole, null)).toBe(whole);
  });

  test('of a period is the others’ period, and of the unknown member asks for it', () => {
    expect(scopeOf('b', whole, { tile: 'a', dimension: 'date', members: ['2026-05'] }).period).toBe('2026-05');
    expect(scopeOf('b', whole, { ...clicked, members: [null] }).filters.at(-1)).toEqual({
      op: 'in',
      dimension: 'category',
      values: [null],
    });
  });

  test('in a stretch of marks is any of them, of periods the days from the first to the last', () => {
    const few = { ...clicked, members: ['Te', 'Kaffe'] };
    expect(scopeOf('b', whole, few).filters.at(-1)).toEqual({
      op: 'in',
      dimension: 'category',
      values: ['Te', 'Kaffe'],
    });
    const months = { tile: 'a', dimension: 'date', members: ['2026-05', '2026-06', '2026-07'] };
    expect(scopeOf('b', whole, months).period).toBe('2026-05..2026-07');
    expect(toggled(few, { ...few })).toBeNull();
    expect(toggled(few, clicked)).toBe(clicked);
  });

  test('clicked again lets all in', () => {
    expect(toggled(null, clicked)).toBe(clicked);
    expect(toggled(clicked, { ...clicked })).toBeNull();
    expect(toggled(clicked, { ...clicked, members: ['Espresso'] })).toMatchObject({ members: ['Espresso'] });
  });
});

describe('what is asked', () => {
  const cards = ['revenue', 'orders', 'orders', 'gross-margin'].map((kpi, x) => ({
    id: `k${String(x)}`,
    title: null,
    show: 'kpi' as const,
    kpi,
    place: { x, y: 0, width: 1, height: 1 },
  }));

  test('all cards are one question, each KPI once, with the known cost beside a margin', () => {
    const kpis = cardKpis(cards, new Set(['revenue', 'orders', 'gross-margin']));
    expect(kpis).toEqual(['revenue', 'orders', 'gross-margin']);
    expect(totalsQuestion(kpis, whole).kpis).toEqual(['revenue', 'orders', 'gross-margin', 'cost-coverage']);
    expect(totalsQuestion(['mrr'], whole).kpis).toEqual(['mrr', 'revenue']);
    expect(cardKpis(cards, new Set(['orders']))).toEqual(['orders']);
  });

  test('a single month is drawn among its eleven neighbours, against the year before', () => {
    const period = { spec: '2026-09', from: '2026-09-01', to: '2026-09-30', open: false, through: '2026-09-30' };
    const clock = { period, dataFrom: '2020-01-01', days: 30 };
    const tile = timeTile('column', ['revenue']);
    const asked =
      tile.show === 'chart' ? chartQuestion(tile, { ...whole, period: '2026-09', compare: 'previous' }, clock) : null;
    expect(asked).toMatchObject({ period: '2025-10-01..2026-09-30', compare: 'last-year' });
    const several = timeTile('line', ['new-customers', 'lost-customers']);
    const lines = several.show === 'chart' ? chartQuestion(several, whole, clock) : null;
    expect(lines).toMatchObject({ compare: 'none' });
  });
});
