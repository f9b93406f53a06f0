import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownNames, type ShownNames } from '#engine/report/shown-names.ts';
import { buildChart } from '#shared/charts/build-chart.ts';
import { openedInTable } from '#shared/opened-number.ts';
import type { ReportContent } from '#shared/report-content.ts';
import type { Report } from '#shared/reports.ts';
import { composed, reportContextOf, reportOf } from './people-report.ts';

const sale = (customer: string, rep = 'Ann Berg') => ({ date: '2026-01-01', amount: 1, customer, rep });

function namesOf(rows: readonly ReturnType<typeof sale>[], names: Report['names']): ShownNames {
  const { question, words } = reportContextOf({ sale: rows });
  return shownNames(names, question, words);
}

const content = (names: ShownNames, annotation: string): ReportContent => {
  const chart = buildChart({
    kind: 'bar',
    title: 'Intäkter',
    format: { locale: 'sv-SE', currency: 'SEK' },
    unit: 'money',
    categories: ['Asp & Co', 'Norr'].map((key) => ({ key, label: names.words.grid.member(key, 'customer') })),
    series: [
      {
        key: 'actual',
        name: 'Intäkter',
        points: ['Asp & Co', 'Norr'].map((key) => ({ value: 1, cell: { kpi: 'revenue', row: [key], column: [] } })),
      },
    ],
    annotations: [{ id: 'a', at: 'Asp & Co', series: null, text: annotation, author: 'Ann Berg' }],
  });
  const made = composed(reportOf([{ show: 'cover' }]), reportContextOf({ sale: [sale('Asp & Co')] }));
  const blocks: ReportContent['pages'][number]['blocks'] = [{ is: 'chart', place: 'main', height: 'low', chart }];
  return { ...made, pages: [{ id: 'p', draft: '', sub: '', blocks }] };
};

describe('names as the reader may see them', () => {
  const rows = ['Bo Ek AB', 'Asp & Co', 'Alm Co', 'Norr'].map((name) => sale(name));

  it('are initials, equal ones numbered in the order of the names', () => {
    const { words } = namesOf(rows, { customer: 'initials', rep: 'names' });
    const shown = (name: string): string => words.grid.member(name, 'customer');
    // 'Alm Co' comes before 'Asp & Co'.
    expect(['Alm Co', 'Asp & Co', 'Bo Ek AB', 'Norr'].map(shown)).toEqual(['AC', 'AC 2', 'BEA', 'N']);
    expect(words.grid.member('Ann Berg', 'rep')).toBe('Ann Berg');
    expect(words.filters.member('Asp & Co', 'customer')).toBe('AC 2');
    expect(words.filters.member(null, 'customer')).toBe('Okänt');
  });

  it('are numbers that stay while others join', () => {
    const shown = (all: readonly ReturnType<typeof sale>[]): readonly string[] => {
      const { words } = namesOf(all, { customer: 'numbers', rep: 'numbers' });
      return ['Bo Ek AB', 'Norr'].map((name) => words.grid.member(name, 'customer'));
    };
    expect(shown(rows)).toEqual(['Kund 1', 'Kund 4']);
    expect(shown([...rows, sale('Aaron AB')])).toEqual(['Kund 1', 'Kund 4']);
    const { words, person } = namesOf(rows, { customer: 'names', rep: 'numbers' });
    expect([words.grid.member('Ann Berg', 'rep'), person('Ann Berg'), person('Styrelsen')]).toEqual([
      'Säljare 1',
      'Säljare 1',
      'Styrelsen',
    ]);
  });

  it('do not stay behind the marks of a chart nor in remarks', () => {
    const names = namesOf(rows, { customer: 'numbers', rep: 'initials' });
    const [page] = names.withoutNames(content(names, 'Asp & Co och Ann Berg')).pages;
    const [block] = page?.blocks ?? [];
    if (block?.is !== 'chart') throw new Error('no chart');
    const { categories, series, annotations } = block.chart;
    expect(categories.map(({ key, label }) => [key, label])).toEqual([
      ['hidden 1', 'Kund 2'],
      ['hidden 2', 'Kund 4'],
    ]);
    expect(series[0]?.points.map(({ value, cell }) => [value, cell])).toEqual([
      [1, null],
      [1, null],
    ]);
    expect(annotations).toEqual([{ id: 'a', at: 'hidden 1', series: null, text: 'Kund 2 och AB', author: 'AB' }]);
  });

  it('are replaced in a text where they stand as whole names, of those that begin alike the longest', () => {
    const { inText } = namesOf([sale('Asp'), sale('Asp & Co'), sale('C++ (AB)'), sale('A'), sale('Sol-/[Kaffe]')], {
      customer: 'numbers',
      rep: 'names',
    });
    expect(inText('Asp & Co, Asp, Aspen, C++ (AB) och A, Ann Berg')).toBe(
      'Kund 2, Kund 1, Aspen, Kund 3 och Kund 4, Ann Berg',
    );
    expect(inText('Sol-/[Kaffe] köpte')).toBe('Kund 5 köpte');
    expect(inText('Intäkter 25,6 mkr')).toBe('Intäkter 25,6 mkr');
  });

  it('leave a content without hidden names as it is', () => {
    const names = namesOf(rows, { customer: 'names', rep: 'names' });
    const made = content(names, 'Asp & Co');
    expect(names.withoutNames(made)).toBe(made);
  });

  it('do not say a part of a name that a filter looks for', () => {
    const filters = [{ op: 'contains' as const, dimension: 'customer', text: 'Asp' }];
    const report = reportOf([{ show: 'cover' }], { filters, names: { customer: 'numbers', rep: 'names' } });
    expect(composed(report, reportContextOf({ sale: rows })).filters).toEqual(['Kund: innehåller ”…”']);
  });

  it('are not told by what the numbers of a list open: its total does, its rows do not', () => {
    const list = reportOf(
      [
        { show: 'list', by: 'customer', kpis: ['revenue'] },
        { show: 'summary', kpis: null },
      ],
      {
        names: { customer: 'numbers', rep: 'names' },
      },
    );
    const context = reportContextOf({ sale: rows });
    const made = composed(list, context);
    const [table] = made.pages[0]?.blocks ?? [];
    if (table?.is !== 'table') throw new Error('no list');
    const opened = table.rows.map((_, row) => openedInTable(table, row, 1)?.opens ?? null);
    // Four customers and the total.
    expect(opened.map((each) => each !== null)).toEqual([false, false, false, false, true]);
    expect(rows.filter(({ customer }) => JSON.stringify(made.pages).includes(customer))).toEqual([]);
    const filters = [{ op: 'contains' as const, dimension: 'customer', text: 'Asp' }];
    const filtered = composed({ ...list, filters }, context);
    expect(JSON.stringify(filtered.pages)).not.toMatch(/"opens"|Asp/);
  });

  it('that read like a month leave the passports of whole months alone', () => {
    const numbered = ['01', '09', '2026'].map((customer) => ({ date: '2026-09-12', amount: 10, customer }));
    const report = reportOf([{ show: 'summary', kpis: null }], { names: { customer: 'numbers', rep: 'names' } });
    const made = composed(report, reportContextOf({ sale: numbered }));
    expect(JSON.stringify(made.pages)).toContain('"opens"');
  });

  it('tell any two names apart, whatever they are, and give none away', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 4, maxLength: 30 }).filter((text) => text.trim() === text);
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 30 }), (all) => {
        for (const mode of ['initials', 'numbers'] as const) {
          const { words } = namesOf(
            all.map((one) => sale(one)),
            { customer: mode, rep: 'names' },
          );
          const shown = all.map((one) => words.grid.member(one, 'customer'));
          expect(new Set(shown).size).toBe(all.length);
          const turned = namesOf(
            all.toReversed().map((one) => sale(one)),
            { customer: mode, rep: 'names' },
          );
          if (mode === 'initials') expect(all.map((one) => turned.words.grid.member(one, 'customer'))).toEqual(shown);
        }
      }),
      { seed: 7, numRuns: 60 },
    );
  });
});
