import { describe, expect, test } from 'vitest';
import { kpiCard as cardOf } from '#shared/tiles/kpi-card.ts';
import type { Answer } from '#shared/question.ts';
import { kpiWords } from '../../../../renderer/i18n/kpi-words.ts';
import { ask, contextOf } from '../../../support/ask.ts';
import { catalogueIn, ENGLISH, plain, SWEDISH } from '../../catalogue.ts';
import { COMPANY } from './company.ts';

const sv = { t: await catalogueIn('sv'), format: SWEDISH };
const en = { t: await catalogueIn('en'), format: ENGLISH };

const kpiCard = (kpi: string, answer: Answer, months: Answer | null, words: typeof sv) =>
  cardOf(kpi, answer, months, words, kpiWords(words.t, []).name);

describe('a card', () => {
  const asked = { kpis: ['revenue', 'gross-margin', 'new-customers'], period: '2026', compare: 'last-year' as const };
  const answer = ask(COMPANY, asked);

  test('revenue 230 000 against 200 000 is 15 % up', () => {
    const card = kpiCard('revenue', answer, null, sv);
    expect(card?.value).toEqual({ number: '230,0', unit: 'tkr' });
    expect(card?.change).toMatchObject({ arrow: '▲', tone: 'good' });
    expect(plain(card?.change?.text ?? '')).toBe('15,0 %');
    expect(card?.against).toBe('mot 2025');
    expect(card?.state).toBe('data slutar före perioden');
    expect(plain(card?.description ?? '')).toBe(
      'Intäkter: 230,0 tkr, upp 15,0 % mot 2025, bra, data slutar före perioden',
    );
  });

  test('margin 92 000 of 230 000 is 40 % both years: unchanged, without colour', () => {
    const card = kpiCard('gross-margin', answer, null, en);
    expect(card?.value).toEqual({ number: '40.0', unit: '%' });
    expect(card?.change).toMatchObject({ arrow: '', tone: 'neutral' });
  });

  test('one new customer against three is a difference in number', () => {
    const card = kpiCard('new-customers', answer, null, sv);
    expect(card?.change).toMatchObject({ arrow: '▼', text: '2', tone: 'bad' });
  });

  test('a change from a time of which the data know only a part is neither good nor bad', () => {
    const context = contextOf({
      sale: [
        { date: '2025-09-01', amount: 100 },
        { date: '2026-12-31', amount: 900 },
      ],
    });
    const card = kpiCard('revenue', ask(context, { ...asked, kpis: ['revenue'] }), null, sv);
    expect(card?.change).toMatchObject({ arrow: '▲', tone: 'neutral' });
    expect(card?.state).toBe('ofullständig jämförelse');
  });

  test('the trend has the months in order', () => {
    const rows = [{ dimension: 'date', grain: 'month' as const }];
    const months = ask(COMPANY, { kpis: ['revenue'], rows, period: '2026-01-01..2026-03-31' });
    expect(kpiCard('revenue', answer, months, sv)?.trend).toEqual([0, 130_000, 100_000]);
  });
});

test('no value is a reason and no change', () => {
  const empty = ask(COMPANY, { kpis: ['revenue'], period: '2019', compare: 'last-year' });
  const card = kpiCard('revenue', empty, null, sv);
  expect(card?.value).toBeNull();
  expect(card?.reason).toBe('Inga rader i perioden med de här filtren.');
  expect(card?.change).toBeNull();
  expect(card?.against).toBeNull();
});

test('what is not imported is named', () => {
  const context = contextOf({ sale: [{ date: '2026-01-02', amount: 10 }] });
  const card = kpiCard('gross-margin', ask(context, { kpis: ['gross-margin'], period: '2026' }), null, en);
  expect(card?.reason).toBe('Needs sales lines (cost).');
});

test('an open period says through which day it counts', () => {
  const context = contextOf({ sale: [{ date: '2026-10-31', amount: 10 }] }, { today: '2026-11-21' });
  const card = kpiCard('revenue', ask(context, { kpis: ['revenue'], period: '2026' }), null, sv);
  expect(plain(card?.state ?? '')).toBe('pågår, t.o.m. 31 okt');
});

test('growth from nothing is the difference and says why it has no percentage', () => {
  const context = contextOf({
    sale: [
      { date: '2025-01-02', amount: 100 },
      { date: '2025-01-03', amount: -100 },
      { date: '2026-01-02', amount: 700 },
    ],
  });
  const asked = { kpis: ['revenue'], period: '2026', compare: 'last-year' as const };
  const card = kpiCard('revenue', ask(context, asked), null, sv);
  expect(plain(card?.change?.text ?? '')).toBe('700 kr');
  expect(card?.against).toBe('mot 2025');
  expect(card?.changeReason).toBe(
    'Tidigare period var noll eller negativ, så förändringen går inte att ange i procent.',
  );
});

describe('the part of revenue a margin is counted on', () => {
  const marginOf = (costless: number, variant = 'gross') => {
    const sale = [
      { date: '2026-12-30', amount: 1000 - costless, cost: 100 },
      { date: '2026-12-31', amount: costless },
    ];
    const context = contextOf(
      { sale, cost: [{ date: '2026-12-30', amount: 50 }] },
      { variants: { 'gross-margin': variant } },
    );
    const answer = ask(context, { kpis: ['revenue', 'gross-margin', 'cost-coverage'], period: '2026' });
    return (kpi: string) => plain(kpiCard(kpi, answer, null, sv)?.state ?? '');
  };

  test('stands on the margin’s card alone: 820 of 1 000 is 82 %', () => {
    expect(marginOf(180)('gross-margin')).toBe('för 82 % av intäkterna · litet underlag');
    expect(marginOf(180)('revenue')).not.toContain('av intäkterna');
  });

  test('is said of the net margin too, which takes the rest for free', () => {
    expect(marginOf(180, 'net')('gross-margin')).toContain('kostnaden känd för 82 % av intäkterna');
    expect(marginOf(0, 'net')('gross-margin')).not.toContain('av intäkterna');
  });

  test('is not rounded up to all of it, and all of it is not said', () => {
    expect(marginOf(2)('gross-margin')).toContain('för 99,8 % av intäkterna');
    expect(marginOf(0)('gross-margin')).not.toContain('av intäkterna');
  });
});
