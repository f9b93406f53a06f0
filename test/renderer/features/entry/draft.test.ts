import { describe, expect, it } from 'vitest';
import {
  changed,
  draftOf,
  inserted,
  isAsSent,
  normalised,
  redone,
  removed,
  shownRows,
  undone,
  written,
} from '../../../../renderer/features/entry/draft.model.ts';

/** A rep list has six columns. */
const row = (rep: string, team = ''): readonly string[] => [rep, team, '', '', '', ''];
const [anna, bo] = [row('Anna', 'Nord'), row('Bo')];

describe('a table being written', () => {
  it('takes cells from a place on and leaves the others', () => {
    expect(written('rep_list', [anna, bo], 1, [[undefined, 'Syd'], ['Cilla']])).toEqual([
      anna,
      row('Bo', 'Syd'),
      row('Cilla'),
    ]);
    expect(written('rep_list', [], 2, [['Anna']])).toEqual([row(''), row(''), row('Anna')]);
  });

  it('has no blank rows at its end, and some to write in below on screen', () => {
    const draft = changed(draftOf([anna], ','), [anna, row(''), bo, row('')]);
    expect(draft.rows).toEqual([anna, row(''), bo]);
    expect(shownRows('rep_list', draft.rows)).toHaveLength(15);
    expect(
      shownRows(
        'rep_list',
        Array.from({ length: 40 }, () => anna),
      ),
    ).toHaveLength(45);
    expect(
      shownRows(
        'rep_list',
        Array.from({ length: 2000 }, () => anna),
      ),
    ).toHaveLength(2000);
  });

  it('goes back and forth step by step', () => {
    const one = changed(draftOf([], ','), [anna]);
    const two = changed(one, inserted('rep_list', one.rows, 0));
    const three = changed(two, removed(two.rows, 1));
    expect(three.rows).toEqual([]);
    expect(undone(three).rows).toEqual([row(''), anna]);
    expect(undone(undone(three)).rows).toEqual([anna]);
    expect(redone(undone(three)).rows).toEqual([]);
    expect(undone(undone(undone(undone(three)))).rows).toEqual([]);
    // Writing after a step back forgets what was taken back.
    expect(redone(changed(undone(three), [bo])).rows).toEqual([bo]);
    expect(changed(one, [[...anna]])).toBe(one);
  });

  it('takes what the host has read only in place of what it was sent', () => {
    const draft = draftOf([row('anna')], ',');
    expect(normalised(draft, draft.rows, [anna]).rows).toEqual([anna]);
    expect(normalised(draft, [row('anna')], [anna])).toBe(draft);
  });

  it('knows what has been written while it was being saved', () => {
    const sent = [row('anna'), row(''), bo];
    const read = [anna, row(''), bo];
    expect([sent, read, [anna, bo]].map((rows) => isAsSent(draftOf(rows, ','), sent, read))).toEqual([
      true,
      true,
      true,
    ]);
    expect(isAsSent(draftOf([...sent, anna], ','), sent, read)).toBe(false);
    expect(isAsSent(draftOf([anna], ','), sent, read)).toBe(false);
  });
});
