import { describe, expect, test } from 'vitest';
import {
  MOST_PAGES,
  neighbour,
  withDuplicate,
  withMoved,
  withoutPage,
  withPage,
  withPageAs,
} from '../../../../renderer/features/reports/pages.model.ts';
import { reportSchema, type Report } from '../../../../shared/reports.ts';
import { page, report } from './reports.ts';

const abc = report(page('a'), page('b'), page('c'));
const order = ({ pages }: Report): string => pages.map(({ id }) => id).join('');

describe('the pages of a report', () => {
  test('one more stands after the chosen one, or last', () => {
    expect(order(withPage(abc, page('d'), 'a'))).toBe('adbc');
    expect(order(withPage(abc, page('d'), 'gone'))).toBe('abcd');
    expect(order(withPage(abc, page('d'), null))).toBe('abcd');
  });

  test('are never more than the schema takes', () => {
    const full = report(...Array.from({ length: MOST_PAGES }, (_, i) => page(`p${String(i)}`)));
    expect(reportSchema.safeParse(full).success).toBe(true);
    expect(withPage(full, page('d'), null)).toBe(full);
    expect(reportSchema.safeParse({ ...full, pages: [...full.pages, page('d')] }).success).toBe(false);
  });

  test('move to a place among the others and never outside', () => {
    expect(order(withMoved(abc, 'a', 2))).toBe('bca');
    expect(order(withMoved(abc, 'c', 0))).toBe('cab');
    expect(order(withMoved(abc, 'b', 9))).toBe('acb');
    expect(order(withMoved(abc, 'b', -1))).toBe('bac');
    expect(withMoved(abc, 'gone', 0)).toBe(abc);
  });

  test('come out one by one but for the last', () => {
    expect(order(withoutPage(abc, 'b'))).toBe('ac');
    const one = report(page('a'));
    expect(withoutPage(one, 'a')).toBe(one);
    expect(neighbour(abc, 'b')).toBe('c');
    expect(neighbour(abc, 'c')).toBe('b');
    expect(neighbour(one, 'a')).toBeNull();
  });

  test('are repeated with all that is written on them', () => {
    const written = report(page('a', { headline: 'Bra år', comment: 'Se bilaga' }), page('b'));
    const twice = withDuplicate(written, 'a', 'a2');
    expect(order(twice)).toBe('aa2b');
    expect(twice.pages[1]).toEqual({ ...written.pages[0], id: 'a2' });
    expect(withDuplicate(written, 'gone', 'x')).toBe(written);
  });

  test('change one at a time', () => {
    const changed = withPageAs(abc, 'b', (now) => ({ ...now, comment: 'x' }));
    expect(changed.pages.map(({ comment }) => comment)).toEqual(['', 'x', '']);
  });
});
