import { describe, expect, it } from 'vitest';
import { readPasted } from '#engine/import/entry/read-pasted.ts';
import { entryFields, type EntryKind } from '#shared/entry-kinds.ts';
import type { PastedInput } from '#shared/entry.ts';

/** Lines with cells between bars, as they lie on the clipboard. */
const blockOf = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) =>
      line
        .trim()
        .split('|')
        .map((cell) => cell.trim()),
    );

/** Pasted on the kind's first field by a Swede, unless `more` says otherwise. */
function paste(kind: EntryKind, text: string, more: Partial<PastedInput> = {}) {
  const keys = entryFields(kind).map(({ key }) => key);
  const pasted = readPasted(
    { kind, mark: ',', labels: keys.map(() => ''), at: 0, block: blockOf(text), ...more },
    'SEK',
  );
  const named = (cells: readonly string[]) =>
    Object.fromEntries(cells.flatMap((cell, at) => (cell === '' ? [] : [[keys[at] ?? '', cell]])));
  return { ...pasted, rows: pasted.rows.map(named), fields: pasted.fields.map((at) => keys[at]) };
}

describe('a block with a header', () => {
  it('goes where its names say, in Swedish as in English, and what has no place is said', () => {
    const rows = [{ date: '2026-01-31', amount: '1200,5', category: 'Hyra' }];
    expect(paste('cost', 'Kommentar|Belopp|Kostnadsslag|Datum\nja|1 200,50|Hyra|2026-01-31')).toMatchObject({
      rows,
      fields: ['date', 'category', 'amount'],
      leftOut: ['Kommentar'],
    });
    expect(paste('cost', 'Category|Date|Amount\nHyra|31/01/2026|1,200.50')).toMatchObject({ rows, leftOut: [] });
  });

  it('is known by the names on screen too', () => {
    const labels = entryFields('rep_list').map(({ key }) =>
      key === 'start' ? 'Började' : key === 'end' ? 'Slutade' : key,
    );
    expect(paste('rep_list', 'rep|Började|Slutade\nAnna|2024-01-01|', { labels }).rows).toEqual([
      { rep: 'Anna', start: '2024-01-01' },
    ]);
  });

  it('has no sum among its rows: 100 + 50', () => {
    const { rows, totals } = paste(
      'cost',
      'Datum|Kostnadsslag|Belopp\n2026-01-31|Hyra|100\n2026-01-31|El|50\n|Summa|150',
    );
    expect([rows.map(({ amount }) => amount), totals]).toEqual([['100', '50'], 1]);
  });
});

describe('a block without a header', () => {
  it('goes side by side from the field it is pasted on', () => {
    const { rows, fields } = paste('cost', '2026-01-31|Hyra|1 200\n2026-02-28|El|900');
    expect(rows).toEqual([
      { date: '2026-01-31', amount: '1200', category: 'Hyra' },
      { date: '2026-02-28', amount: '900', category: 'El' },
    ]);
    expect(fields).toEqual(['date', 'category', 'amount']);
    expect(paste('cost', 'Anna|Nord\nBo|Syd', { at: 4 }).rows).toEqual([
      { rep: 'Anna', region: 'Nord' },
      { rep: 'Bo', region: 'Syd' },
    ]);
  });

  it('keeps a last row that has a name alone', () => {
    expect(paste('rep_list', 'Anna|A\nBo|')).toMatchObject({
      rows: [{ rep: 'Anna', team: 'A' }, { rep: 'Bo' }],
      totals: 0,
    });
  });

  it('keeps what cannot be read as it is written', () => {
    expect(paste('cost', '2026-01-31|Hyra|mycket\ni maj|El|5').rows).toEqual([
      { date: '2026-01-31', amount: 'mycket', category: 'Hyra' },
      { date: 'i maj', amount: '5', category: 'El' },
    ]);
  });

  it('says which columns are too many', () => {
    expect(paste('cost', 'Webb|x\nButik|y', { at: 6 })).toMatchObject({
      rows: [{ channel: 'Webb' }, { channel: 'Butik' }],
      leftOut: ['Kolumn 2'],
    });
  });
});

describe('a column that two readings fit', () => {
  it('is settled by another cell of it', () => {
    expect(paste('cost', '2026-01-31|Hyra|1,234\n2026-01-31|El|1,5').rows.map(({ amount }) => amount)).toEqual([
      '1,234',
      '1,5',
    ]);
    // American: no day is above twelve in the first place, one is in the second.
    expect(paste('cost', '01/02/2026|Hyra|1\n01/31/2026|El|2').rows.map(({ date }) => date)).toEqual([
      '2026-01-02',
      '2026-01-31',
    ]);
  });

  it('is asked about, and read as answered', () => {
    const text = '2026-01-31|Hyra|1,234\n2026-01-31|El|5,678';
    const asked = paste('cost', text);
    expect(asked.questions).toEqual([
      {
        index: 2,
        header: 'amount',
        alternatives: [
          { decimal: '.', dateFormat: null, example: '1234' },
          { decimal: ',', dateFormat: null, example: '1.234' },
        ],
      },
    ]);
    const amounts = (decimal: '.' | ',') =>
      paste('cost', text, { columnDecimal: { 2: decimal } }).rows.map(({ amount }) => amount);
    expect([amounts('.'), amounts(',')]).toEqual([
      ['1234', '5678'],
      ['1,234', '5,678'],
    ]);
    const days = '01/02/2026|Hyra|1\n03/04/2026|El|2';
    expect(paste('cost', days).questions.map(({ index }) => index)).toEqual([0]);
    expect(paste('cost', days, { columnDateFormat: { 0: 'mdy' } }).rows.map(({ date }) => date)).toEqual([
      '2026-01-02',
      '2026-03-04',
    ]);
  });
});

describe('months as columns', () => {
  it('become a target a month, sums left out: 2 reps × 2 months of 3', () => {
    const pasted = paste(
      'target',
      'Säljare|jan 2026|feb 2026|mar 2026|Summa\nAnna|100 000|120 000||220 000\nBo|80 000||90 000|170 000',
    );
    expect(pasted.rows).toEqual([
      { rep: 'Anna', start: '2026-01-01', value: '100000', grain: 'month' },
      { rep: 'Anna', start: '2026-02-01', value: '120000', grain: 'month' },
      { rep: 'Bo', start: '2026-01-01', value: '80000', grain: 'month' },
      { rep: 'Bo', start: '2026-03-01', value: '90000', grain: 'month' },
    ]);
    expect(pasted.leftOut).toEqual([]);
  });

  it('become costs, the blank corner being what they are for', () => {
    const { rows } = paste('cost', '|2026-01|2026-02|2026-03\nHyra|10 000|10 000|10 500\nAnnonser|500,50||');
    expect(rows).toEqual([
      { date: '2026-01-01', amount: '10000', category: 'Hyra' },
      { date: '2026-02-01', amount: '10000', category: 'Hyra' },
      { date: '2026-03-01', amount: '10500', category: 'Hyra' },
      { date: '2026-01-01', amount: '500,5', category: 'Annonser' },
    ]);
  });

  it('without a year ask for it', () => {
    const text = 'Region|nov|dec|jan\nNord|1|2|3';
    expect(paste('target', text)).toMatchObject({ needsYear: true, rows: [] });
    expect(paste('target', text, { year: 2025 })).toMatchObject({
      needsYear: false,
      rows: [{ start: '2025-11-01' }, { start: '2025-12-01' }, { start: '2026-01-01', region: 'Nord', value: '3' }],
    });
  });
});
