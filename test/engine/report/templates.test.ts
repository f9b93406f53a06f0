import { describe, expect, it } from 'vitest';
import { reportFromTemplate } from '#engine/report/templates.ts';
import { dashboardSchema } from '#shared/dashboards.ts';
import { reportSchema } from '#shared/reports.ts';
import type { PlainTables } from '../../support/columns-of-rows.ts';
import { composed, reportContextOf, reportOf, textsOf } from './people-report.ts';

const PAPER = { size: 'a4', turn: 'landscape' } as const;
const pagesOf = (template: 'board' | 'monthly' | 'team' | 'customers', tables: PlainTables): string => {
  const context = reportContextOf(tables);
  const report = reportFromTemplate({ template, dashboard: null, paper: PAPER }, 'r', context, context.words);
  expect(reportSchema.parse(report)).toEqual(report);
  return report.pages.map(({ id }) => id).join(' ');
};
const month = (m: number): string => `${String(2025 + Math.floor(m / 12))}-${String((m % 12) + 1).padStart(2, '0')}-15`;

describe('templates', () => {
  it('leave out what the data cannot fill', () => {
    const bare: PlainTables = { sale: [{ date: '2026-01-15', amount: 100 }] };
    expect(pagesOf('board', bare)).toBe('cover contents summary revenue actions changes definitions');
    expect(pagesOf('monthly', bare)).toBe('summary revenue definitions');
    expect(pagesOf('customers', bare)).not.toContain('customers');
    expect(pagesOf('team', bare)).not.toContain('list');
    // One region is no structure, two are; half a year and more can be carried on.
    const months = Array.from({ length: 8 }, (_, m) => ({
      date: month(m),
      amount: 100,
      region: m < 4 ? 'Syd' : 'Norr',
    }));
    expect(pagesOf('board', { sale: months })).toBe(
      'cover contents summary revenue structure-region forecast actions changes definitions',
    );
    expect(pagesOf('board', { sale: months.map((row) => ({ ...row, region: 'Syd' })) })).not.toContain('structure');
  });

  it('report the last month that is over, or the only one there is', () => {
    const periodOf = (dates: readonly string[], today: string): string => {
      const context = reportContextOf({ sale: dates.map((date) => ({ date, amount: 100 })) }, { today });
      return reportFromTemplate({ template: 'monthly', dashboard: null, paper: PAPER }, 'r', context, context.words)
        .period;
    };
    expect(periodOf(['2026-09-15', '2026-10-01'], '2026-10-02')).toBe('last-month');
    expect(periodOf(['2026-10-01'], '2026-10-02')).toBe('latest-month');
    // Data that end before this month began: the month that holds the last of them.
    expect(periodOf(['2026-07-15', '2026-08-20'], '2026-10-02')).toBe('latest-month');
  });

  it('begin with headlines from numbers unread, and those of no numbers read', () => {
    const context = reportContextOf({ sale: [{ date: '2026-01-15', amount: 100 }] });
    const { pages } = reportFromTemplate(
      { template: 'board', dashboard: null, paper: PAPER },
      'r',
      context,
      context.words,
    );
    expect(pages.filter(({ read }) => !read).map(({ id }) => id)).toEqual(['summary', 'revenue', 'changes']);
  });

  it('put a dashboard on pages by its rows, what stands beside each other together', () => {
    const tile = (id: string, x: number, y: number, height: number) => ({
      id,
      title: null,
      show: 'kpi' as const,
      kpi: 'revenue',
      place: { x, y, width: 4, height },
    });
    const tiles = [
      tile('c', 0, 8, 6),
      tile('a', 0, 0, 8),
      tile('b', 4, 0, 20),
      tile('d', 4, 20, 3),
      tile('e', 0, 36, 2),
    ];
    const dashboard = dashboardSchema.parse({ id: 'd', name: 'Panel', order: 0, tiles });
    const context = reportContextOf({ sale: [{ date: '2026-01-15', amount: 100 }] });
    const report = reportFromTemplate({ template: 'own', dashboard, paper: PAPER }, 'r', context, context.words);
    expect(report.name).toBe('Panel');
    expect(
      report.pages.map((page) => (page.show === 'tiles' ? page.tiles.map(({ id }) => id).join('') : page.id)),
    ).toEqual(['cover', 'abc', 'd', 'e', 'definitions']);
  });
});

describe('the page of a forecast', () => {
  it('carries a level on and says how it is made, how it would have done and what it lacks', () => {
    const sale = Array.from({ length: 36 }, (_, m) => ({ date: month(m), amount: 100_000 }));
    const report = reportOf([{ show: 'forecast', kpi: 'revenue' }]);
    const [made] = composed(report, reportContextOf({ sale }, { today: '2028-01-02' })).pages;
    const [head, ...lines] = textsOf(made?.blocks ?? []);
    expect(head?.map((text) => text.replaceAll('\u00a0', ' '))).toEqual([
      '',
      'Prognos, tkr',
      'Lägst, tkr',
      'Högst, tkr',
    ]);
    // What never varied stays as it is, without spread: 12 × 100 tkr.
    expect(lines).toHaveLength(13);
    expect(lines.map(([, value]) => value?.replaceAll('\u00a0', ' '))).toEqual([
      ...Array<string>(12).fill('100'),
      '1 200',
    ]);
    const text = made?.blocks.find(({ is }) => is === 'text');
    expect(text?.is === 'text' ? text.paragraphs.length : 0).toBeGreaterThanOrEqual(1);
  });

  it('says why there is none', () => {
    const report = reportOf([{ show: 'forecast', kpi: 'gross-margin' }]);
    const sale = [{ date: '2026-01-15', amount: 100, cost: 60 }];
    const [made] = composed(report, reportContextOf({ sale })).pages;
    expect(made?.draft).toBe('Ingen prognos för Täckningsgrad');
    expect(made?.blocks).toMatchObject([{ is: 'text', paragraphs: [expect.stringContaining('läggs inte ihop')] }]);
  });
});

describe('the page of customers', () => {
  it('tells who came and who is new against the year before, and the groups that add up to all', () => {
    const buy = (customer: string, date: string, amount = 100) => ({ customer, date, amount });
    const sale = [
      buy('Asp', '2025-02-01'),
      buy('Bok', '2025-03-01'),
      buy('Asp', '2026-02-01', 150),
      buy('Ek', '2026-03-01', 50),
      buy('Fur', '2026-12-01', 200),
    ];
    const [made] = composed(
      reportOf([{ show: 'customers' }]),
      reportContextOf({ sale }, { today: '2027-01-05' }),
    ).pages;
    const [, ...lines] = textsOf(made?.blocks ?? []);
    // Three bought, two of them for the first time; two and two the year before.
    expect(lines.find(([name]) => name === 'Aktiva kunder')?.slice(1, 3)).toEqual(['3', '2']);
    expect(lines.find(([name]) => name === 'Nya kunder')?.slice(1, 3)).toEqual(['2', '2']);
    const segments = textsOf(made?.blocks ?? [], 1);
    const customers = segments.slice(1, -1).reduce((sum, [, n]) => sum + Number(n), 0);
    expect([customers, segments.at(-1)?.[1]]).toEqual([4, '4']);
    // 100 + 100 + 150 + 50 + 200.
    expect(segments.at(-1)?.[2]).toBe('600');
  });
});
