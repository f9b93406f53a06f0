import { describe, expect, test } from 'vitest';
import {
  askedReport,
  contentNow,
  countedPages,
  pageInSight,
} from '../../../../renderer/features/reports/asked.model.ts';
import type { PageContent, ReportContent } from '../../../../shared/report-content.ts';
import { reportSchema } from '../../../../shared/reports.ts';
import { content, page, report } from './reports.ts';

describe('what the numbers are asked for', () => {
  const base = report(page('a'), page('b'));
  const asked = JSON.stringify(askedReport(base));

  test('is the same whatever is typed over them, and however it looks', () => {
    const written = report(page('a', { headline: 'Eget', comment: 'Hej', read: true, readAs: 'Utkast' }), page('b'));
    const looks = {
      ...written,
      paper: { ...written.paper, size: 'a4' as const },
      brand: { company: 'En annan', logo: null, colour: '#000000', confidentiality: null },
    };
    expect(JSON.stringify(askedReport(looks))).toBe(asked);
    expect(reportSchema.safeParse(askedReport(looks)).success).toBe(true);
  });

  test('is another for all that the host counts by', () => {
    const others = [
      { ...base, name: 'Kvartalsrapport' },
      { ...base, period: '2025' },
      { ...base, compare: 'none' as const },
      { ...base, locale: 'en-GB' as const },
      { ...base, filters: [{ op: 'in' as const, dimension: 'region', values: ['Syd'] }] },
      { ...base, names: { customer: 'numbers' as const, rep: 'initials' as const } },
      { ...base, pages: base.pages.toReversed() },
    ];
    for (const other of others) expect(JSON.stringify(askedReport(other))).not.toBe(asked);
  });
});

describe('the page that is looked at', () => {
  test('is asked for alone, but not where it tells of the others', () => {
    const whole = report(page('a'), page('b'), { ...page('c'), show: 'contents' });
    expect(pageInSight(whole, 'b')?.pages.map(({ id }) => id)).toEqual(['b']);
    expect(pageInSight(whole, 'b')?.period).toBe(whole.period);
    expect(pageInSight(whole, 'c')).toBeNull();
    expect(pageInSight(whole, 'gone')).toBeNull();
  });

  const NONE = new Map<string, PageContent>();
  const pagesOf = (made: ReportContent | undefined) => new Map(made?.pages.map((each) => [each.id, each]));
  const before = contentNow(NONE, content(['a', 'A'], ['b', 'B']), undefined, null);

  test('stands among the others as they were until these come', () => {
    const now = contentNow(pagesOf(before), content(['a', 'A'], ['b', 'B']), content(['b', 'B 2025']), null);
    expect(now?.pages.map(({ draft }) => draft)).toEqual(['A', 'B 2025']);
    expect(now?.pages[0]).toBe(before?.pages[0]);
    const fresh = contentNow(pagesOf(before), content(['a', 'A']), content(['new', 'New']), null);
    expect(fresh?.pages.map(({ draft }) => draft)).toEqual(['A', 'New']);
    expect(contentNow(NONE, undefined, undefined, null)).toBeUndefined();
  });

  test('is the same object when it comes again with all of them, and they where they read as before', () => {
    const now = contentNow(pagesOf(before), content(['a', 'A'], ['b', 'B']), content(['b', 'B 2025']), null);
    const all = contentNow(pagesOf(now), content(['b', 'B 2025'], ['a', 'A'], ['c', 'C']), undefined, null);
    expect(all?.pages.map(({ draft }) => draft)).toEqual(['B 2025', 'A', 'C']);
    expect(all?.pages[0]).toBe(now?.pages[1]);
    expect(all?.pages[1]).toBe(before?.pages[0]);
  });

  test('has the company’s name as it is typed, without being counted again', () => {
    const { pages, ...rest } = content(['a', 'A'], ['b', 'B']);
    const subs = ['Arbetsyta · Mål · 2026', 'Arbetsytan'];
    const made = {
      ...rest,
      company: 'Arbetsyta',
      pages: pages.map((each, at) => ({ ...each, sub: subs[at] ?? '' })),
    };
    const named = contentNow(NONE, made, undefined, 'Norrland');
    expect(named?.company).toBe('Norrland');
    expect(named?.pages.map(({ sub }) => sub)).toEqual(['Norrland · Mål · 2026', 'Arbetsytan']);
    expect(contentNow(NONE, made, undefined, null)?.company).toBe('Arbetsyta');
  });
});

describe('what can be drawn while other numbers are on their way', () => {
  test('is all of it where it fits', () => {
    const [whole, made] = [report(page('a'), page('b')), content(['a', 'A'], ['b', 'B'])];
    const counted = countedPages(whole, made);
    expect(counted.report).toBe(whole);
    expect(counted.content).toBe(made);
  });

  test('is without pages that are not counted yet or taken out, in the report’s order', () => {
    const counted = countedPages(
      report(page('c'), page('new'), page('a')),
      content(['a', 'A'], ['b', 'B'], ['c', 'C']),
    );
    expect(counted.report.pages.map(({ id }) => id)).toEqual(['c', 'a']);
    expect(counted.content.pages.map(({ draft }) => draft)).toEqual(['C', 'A']);
  });
});
