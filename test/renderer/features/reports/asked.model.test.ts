import { describe, expect, test } from 'vitest';
import { askedReport, countedPages } from '../../../../renderer/features/reports/asked.model.ts';
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
      brand: { ...written.brand, logo: null, colour: '#000000', confidentiality: null },
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
      { ...base, brand: { ...base.brand, company: null } },
      { ...base, pages: base.pages.toReversed() },
    ];
    for (const other of others) expect(JSON.stringify(askedReport(other))).not.toBe(asked);
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
