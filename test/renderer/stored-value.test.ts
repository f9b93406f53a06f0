import { describe, expect, it } from 'vitest';
import { standardWords } from '#engine/import/standard-words.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import { storedWord } from '#shared/stored-words.ts';
import { memberName } from '#shared/tiles/tile-words.ts';
import { storedValue } from '#shared/stored-words.ts';
import { filterWords } from '../../renderer/features/rows/filters.model.ts';
import { cellText } from '../../renderer/features/rows/rows.model.ts';
import { catalogueIn, SWEDISH } from './catalogue.ts';

/** As files write it, by kind and field, and how Swedish and English pages show it. */
const WRITTEN: readonly (readonly [RecordKind, string, string, string, string])[] = [
  ['deal', 'status', 'Closed Won', 'vunnen', 'won'],
  ['deal', 'status', 'förlorad', 'förlorad', 'lost'],
  ['deal', 'status', 'Pågående', 'öppen', 'open'],
  ['activity', 'type', 'Samtal', 'samtal', 'call'],
  ['activity', 'type', 'e-post', 'mejl', 'email'],
  ['activity', 'type', 'Kundmöte', 'möte', 'meeting'],
  ['activity', 'type', 'Demo', 'demo', 'demo'],
  ['activity', 'type', 'Offert', 'offert', 'quote'],
  ['activity', 'type', 'Övrigt', 'övrigt', 'other'],
  ['sale', 'type', 'Nykund', 'ny', 'new'],
  ['sale', 'type', 'Returning', 'återköp', 'repeat'],
  ['sale', 'type', 'Up-sell', 'merförsäljning', 'upsell'],
  ['sale', 'type', 'korsförsäljning', 'korsförsäljning', 'cross-sell'],
  ['sale', 'type', 'Recurring', 'återkommande', 'recurring'],
  ['sale', 'type', 'Kreditfaktura', 'återbetalning', 'refund'],
  ['subscription', 'status', 'Past due', 'aktiv', 'active'],
  ['subscription', 'status', 'Churned', 'avslutad', 'ended'],
  ['subscription', 'type', 'Uppgradering', 'uppgradering', 'upgrade'],
  ['subscription', 'type', 'Contraction', 'nedgradering', 'downgrade'],
  ['subscription', 'interval', 'Månadsvis', 'månad', 'month'],
  ['subscription', 'interval', 'Quarterly', 'kvartal', 'quarter'],
  ['subscription', 'interval', 'helår', 'år', 'year'],
  ['subscription', 'interval', 'halvår', '6 månader', '6 months'],
  ['subscription', 'interval', '18 mån', '18 månader', '18 months'],
  ['target', 'kpi', 'Omsättning', 'intäkter', 'revenue'],
  ['target', 'kpi', 'Orderingång', 'försäljningsbokningar', 'bookings'],
  ['target', 'kpi', 'TB', 'täckningsbidrag', 'gross profit'],
  ['target', 'kpi', 'Nykunder', 'nya kunder', 'new customers'],
  ['target', 'grain', 'Vecka', 'vecka', 'week'],
  ['target', 'grain', 'Dag', 'dag', 'day'],
];

describe('a word that the import rules store', () => {
  it.each(WRITTEN)('%s %s: %s is shown as %s and %s', async (kind, field, text, swedish, english) => {
    const stored = standardWords(kind, field, field)?.(text) ?? '';
    expect(storedWord(field, stored)).not.toBeNull();
    expect(storedValue(await catalogueIn('sv'), field, stored)).toBe(swedish);
    expect(storedValue(await catalogueIn('en'), field, stored)).toBe(english);
  });

  it('is no other field’s word, and a text of the file’s own stands as it is', async () => {
    const t = await catalogueIn('sv');
    expect(storedValue(t, 'customer', 'won')).toBe('won');
    expect(storedValue(t, 'type', 'Mässa: höst')).toBe('Mässa: höst');
    expect(storedValue(t, 'status', 'constructor')).toBe('constructor');
    expect(storedValue(t, 'constructor', 'name')).toBe('name');
  });

  it('is shown so in rows, filters and breakdowns', async () => {
    const t = await catalogueIn('sv');
    const field = { key: 'status', label: 'status', type: 'text', unit: null } as const;
    const row = { importId: 1, row: 2, values: ['won'] } as unknown as Parameters<typeof cellText>[1];
    expect(cellText(t, row, 0, field, SWEDISH)).toBe('vunnen');
    expect(filterWords({ field: 'status', is: 'in', values: ['lost'] }, { t, locale: 'sv-SE' })).toBe('förlorad');
    expect(memberName('open', t, 'status')).toBe('öppen');
  });
});
