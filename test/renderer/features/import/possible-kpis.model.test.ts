import { describe, expect, it } from 'vitest';
import { possibleKpis } from '../../../../renderer/features/import/possible-kpis.model.ts';
import { wordsIn } from '../words.ts';

describe('KPIs that become possible', () => {
  it('stand before those that lack a column, those that need other files last, and a need of another kind is the kind itself', async () => {
    const kpis = [
      { kpi: 'cac', possible: false, needs: ['cost.amount', 'cost.category'] },
      { kpi: 'revenue', possible: true, needs: [] },
      { kpi: 'clv', possible: false, needs: ['sale.cost', 'sale.customer', 'lead.created'] },
      { kpi: 'gross-margin', possible: false, needs: ['sale.cost'] },
    ];
    expect(possibleKpis(await wordsIn('sv'), { possibleKpis: kpis, kind: 'sale' })).toEqual([
      { kpi: 'revenue', possible: true, needs: '', isNear: true },
      { kpi: 'gross-margin', possible: false, needs: 'kostnad', isNear: true },
      { kpi: 'cac', possible: false, needs: 'kostnader', isNear: false },
      { kpi: 'clv', possible: false, needs: 'kostnad, kund och leads', isNear: false },
    ]);
  });
});
