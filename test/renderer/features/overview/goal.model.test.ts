import { describe, expect, test } from 'vitest';
import { goalOf } from '#shared/tiles/goal-of.ts';
import { kpiCard } from '#shared/tiles/kpi-card.ts';
import { targetedKpis, targetsQuestion } from '#shared/tiles/tile-questions.ts';
import type { PlainRow } from '../../../support/columns-of-rows.ts';
import { ask, contextOf } from '../../../support/ask.ts';
import { catalogueIn, ENGLISH, plain, SWEDISH } from '../../catalogue.ts';

const sv = { t: await catalogueIn('sv'), format: SWEDISH };
const en = { t: await catalogueIn('en'), format: ENGLISH };

const sale: readonly PlainRow[] = [
  { date: '2026-01-10', amount: 60_000, customer: 'A' },
  { date: '2026-02-10', amount: 50_000, customer: 'B' },
];
const month = (start: string, value: number, more: PlainRow = {}): PlainRow => ({ start, value, ...more });

function cardOf(kpi: string, target: readonly PlainRow[], period = '2026-01-01..2026-02-28', words = sv) {
  const context = contextOf({ sale, target }, { today: '2026-03-31' });
  const scope = { period, compare: 'none' as const, filters: [] };
  const answer = ask(context, { kpis: [kpi], period });
  const targets = ask(context, targetsQuestion([kpi], scope));
  return { goal: goalOf(kpi, answer, targets), card: kpiCard(kpi, answer, null, words, () => kpi, targets) };
}

describe('a card held against its target', () => {
  test('110 000 of 50 000 + 50 000 is reached: the bar ends at 1 / 1.2, the mark at 100 / 132', () => {
    const { goal, card } = cardOf('revenue', [month('2026-01-01', 50_000), month('2026-02-01', 50_000)]);
    expect(goal).toMatchObject({ target: 100_000, tone: 'good' });
    expect(goal?.bullet?.value).toBeCloseTo(1 / 1.2, 10);
    expect(goal?.bullet?.target).toBeCloseTo(100 / 132, 10);
    expect(plain(card?.state ?? '')).toContain('mål 100,0');
    expect(plain(card?.description ?? '')).toContain('målet är nått');
  });

  test('110 000 of 200 000 is not, and a target in another unit says its own', () => {
    const { goal, card } = cardOf(
      'revenue',
      [month('2026-01-01', 900_000), month('2026-02-01', 900_000)],
      undefined,
      en,
    );
    expect(goal).toMatchObject({ target: 1_800_000, tone: 'bad' });
    expect(plain(card?.state ?? '')).toContain('target 1.80 M SEK');
    expect(plain(card?.description ?? '')).toContain('target not met');
  });

  test('while it goes on, what is within a twentieth is near; before a fifth has passed nothing is judged', () => {
    const spring = ['2026-01-01', '2026-02-01', '2026-03-01'];
    const quarterOf = (value: number) =>
      cardOf(
        'revenue',
        spring.map((start) => month(start, value)),
        '2026-Q1',
      );
    // The data end on 10 February: all of January and 10 of 28 days are due, 114 000 of 84 000 a month and 122 143 of 90 000.
    expect(quarterOf(84_000).goal).toMatchObject({ tone: 'neutral' });
    expect(quarterOf(84_000).goal?.target).toBeCloseTo(114_000, 6);
    expect(plain(quarterOf(84_000).card?.description ?? '')).toContain('nära målet');
    expect(quarterOf(90_000).goal).toMatchObject({ tone: 'bad' });
    // 41 days of 365.
    expect(cardOf('revenue', [month('2026-01-01', 9_000_000, { grain: 'year' })], '2026').goal?.tone).toBeNull();
  });

  test('targets of some months only are no target of all, and that is said', () => {
    const { goal, card } = cardOf('revenue', [month('2026-01-01', 50_000)]);
    expect(goal).toMatchObject({ target: null, bullet: null });
    expect(card?.state).toContain('mål finns bara för en del av perioden');
  });

  test('no target is no bullet and no word of one', () => {
    const { goal, card } = cardOf('revenue', [month('2026-01-01', 50, { kpi: 'calls' })]);
    expect(goal).toBeNull();
    expect(card?.state ?? '').not.toContain('mål');
  });
});

test('targets are asked for the cards that have some: a variant by name has none, a target without a name means revenue', () => {
  expect(targetedKpis(['revenue', 'mrr', 'mrr:new', 'orders'], [null, 'mrr', 'calls'])).toEqual(['revenue', 'mrr']);
});
