import { describe, expect, test } from 'vitest';
import {
  headlineOf,
  unreadPages,
  withDraft,
  withHeadline,
  withoutRead,
  withRead,
} from '../../../../renderer/features/reports/headline.model.ts';
import { isUnread } from '../../../../shared/report-text.ts';
import { content, page, report } from './reports.ts';

const DRAFT = 'Intäkterna ökade 8 %';

describe('a headline', () => {
  test('is the draft until somebody writes another, which they have read', () => {
    const written = withHeadline(page('a'), 'Ett starkt år', DRAFT);
    expect(headlineOf(page('a'), DRAFT)).toBe(DRAFT);
    expect(headlineOf(written, DRAFT)).toBe('Ett starkt år');
    expect(isUnread(written, DRAFT)).toBe(false);
  });

  test('is the draft again without words, and with those of the draft', () => {
    const written = withHeadline(page('a'), 'Ett starkt år', DRAFT);
    for (const text of ['', '  ', DRAFT]) expect(withHeadline(written, text, DRAFT).headline).toBeNull();
    expect(withDraft(written, DRAFT)).toEqual({ ...page('a'), read: true, readAs: DRAFT });
  });

  test('is unread again when the numbers say something else, one of one’s own too', () => {
    const moved = 'Intäkterna ökade 6 %';
    for (const known of [withRead(page('a'), DRAFT), withHeadline(page('a'), 'Ett starkt år', DRAFT)]) {
      expect(isUnread(known, DRAFT)).toBe(false);
      expect(isUnread(known, moved)).toBe(true);
    }
    expect(withoutRead(withRead(page('a'), DRAFT))).toEqual(page('a'));
  });

  test('that a template holds for read needs no draft', () => {
    expect(isUnread(page('a', { read: true }), 'Definitioner')).toBe(false);
  });

  test('unread ones are told by their place and words', () => {
    const made = report(
      page('a', { read: true }),
      page('b'),
      page('c', { read: true, readAs: 'förr' }),
      page('d', { headline: 'Eget' }),
    );
    expect(unreadPages(made, content(['a', 'A'], ['b', 'B'], ['c', 'C'], ['d', 'D']))).toEqual([
      { id: 'b', number: 2, headline: 'B' },
      { id: 'c', number: 3, headline: 'C' },
      { id: 'd', number: 4, headline: 'Eget' },
    ]);
  });

  test('of pages that take no sheet are asked for by nobody', () => {
    const { pages, ...rest } = content(['a', 'A'], ['b', 'B'], ['c', 'C']);
    const empty = { ...rest, pages: pages.map((each) => ({ ...each, blocks: [] })) };
    // A headline of one's own and a comment are to be seen on paper.
    const made = report(page('a'), page('b', { headline: 'Eget' }), page('c', { comment: 'Se nästa sida.' }));
    expect(unreadPages(made, empty).map(({ id }) => id)).toEqual(['b', 'c']);
  });
});
