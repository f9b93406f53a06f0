import { describe, expect, it } from 'vitest';
import { learnStageWeights, stageOrder } from '#engine/forecast/stage-weights.ts';
import { columnsOfRows, type PlainRow } from '../../support/columns-of-rows.ts';

const columns = (deal: readonly PlainRow[]) => columnsOfRows({ deal });
const ORDER = ['Behov', 'Demo', 'Offert'];

describe('what history says of the stages', () => {
  /** 12 won; 8 lost at need, 4 lost after the demo, 3 lost after the quote. */
  const closed = (stage: string, status: string, count: number, name: string): readonly PlainRow[] =>
    Array.from({ length: count }, (_, i) => ({ id: `${name}${String(i)}`, stage, status }));

  it('by the stage in which deals were lost: those lost later have passed it too', () => {
    const rows = [
      ...closed('Vunnen', 'won', 12, 'w'),
      ...closed('Behov', 'lost', 8, 'b'),
      ...closed('demo ', 'lost', 4, 'd'),
      ...closed('Offert', 'lost', 3, 'o'),
    ];
    const learnt = learnStageWeights([columns(rows)], ORDER);
    expect([...learnt]).toEqual([
      ['behov', { won: 12, lost: 15, unknown: 0, weight: 12 / 27 }],
      ['demo', { won: 12, lost: 7, unknown: 0, weight: 12 / 19 }],
      ['offert', { won: 12, lost: 3, unknown: 0, weight: 12 / 15 }],
    ]);
  });

  it('by the stages they were met in at earlier imports', () => {
    const earlier = [...closed('Offert', 'open', 6, 'l'), ...closed('Behov', 'open', 5, 'm')];
    const now = [
      ...closed('Vunnen', 'won', 9, 'w'),
      ...closed('Förlorad', 'lost', 6, 'l'),
      ...closed('Förlorad', 'lost', 5, 'm'),
    ];
    const learnt = learnStageWeights([columns(earlier), columns(now)], ORDER);
    expect(learnt.get('offert')).toEqual({ won: 9, lost: 6, unknown: 0, weight: 9 / 15 });
    expect(learnt.get('behov')).toEqual({ won: 9, lost: 11, unknown: 0, weight: 9 / 20 });
  });

  it('by the dates that go with stages', () => {
    const lost = (id: string, demo: string | null, quoted: string | null): PlainRow => ({
      id,
      stage: 'Förlorad',
      status: 'lost',
      demo,
      quoted,
    });
    const rows = [
      ...closed('Vunnen', 'won', 10, 'w'),
      lost('a', '2026-01-01', '2026-02-01'),
      lost('b', '2026-01-01', null),
      lost('c', null, null),
      lost('d', null, '2026-02-01'),
    ];
    const learnt = learnStageWeights([columns(rows)], ORDER);
    // One with a quote has come past the demo stage, demo or not.
    expect([learnt.get('behov')?.lost, learnt.get('demo')?.lost, learnt.get('offert')?.lost]).toEqual([4, 3, 2]);
    expect(learnt.get('offert')?.weight).toBe(10 / 12);
  });

  it('nothing where too few are decided or nobody knows how far the lost ones came', () => {
    const few = learnStageWeights(
      [columns([...closed('Vunnen', 'won', 6, 'w'), ...closed('Offert', 'lost', 3, 'l')])],
      ORDER,
    );
    expect(few.get('offert')).toEqual({ won: 6, lost: 3, unknown: 0, weight: null });
    const unknown = learnStageWeights(
      [columns([...closed('Vunnen', 'won', 20, 'w'), ...closed('Förlorad', 'lost', 5, 'l')])],
      ORDER,
    );
    expect(unknown.get('offert')).toEqual({ won: 20, lost: 0, unknown: 5, weight: null });
    expect(unknown.get('behov')).toEqual({ won: 20, lost: 5, unknown: 0, weight: 0.8 });
  });
});

describe('the order of stages', () => {
  const deal = (stage: string, probability: number | null, status = 'open'): PlainRow => ({
    stage,
    probability,
    status,
  });
  it('is that of the mean chance of their open deals, else of their weight', () => {
    const rows = [
      deal('Offert', 0.6),
      deal('Behov', 0.1),
      deal('Behov', 0.3),
      deal('Demo', null),
      deal('Okänd', null),
      deal('Vunnen', 1, 'won'),
    ];
    expect(stageOrder(columns(rows), new Map([['demo', 0.4]]))).toEqual(['Behov', 'Demo', 'Offert']);
  });
  it('is empty without deals or stages', () => {
    expect(stageOrder(columnsOfRows({}), new Map())).toEqual([]);
    expect(stageOrder(columns([{ status: 'open' }]), new Map())).toEqual([]);
  });
});
