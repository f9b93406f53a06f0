import { describe, expect, it } from 'vitest';
import { moneyScale } from '#shared/format.ts';
import { cellText, unitOf, valueFormat } from '../../../../renderer/features/explore/cell-text.model.ts';
import { asHtml, asText } from '../../../../renderer/features/explore/clipboard.model.ts';
import { textTable } from '../../../../renderer/features/explore/text-table.model.ts';

const format = { locale: 'sv-SE', currency: 'SEK' } as const;
const line = (path: readonly string[], value: number | null = null, parent = false) => ({
  path: [...path],
  other: false,
  parent,
  folded: false,
  value,
});
const cell = (value: number | null, hasReason = false) => ({ value, hasReason });

describe('numbers of a cell', () => {
  const money = { unit: 'money', direction: 'higher' } as const;
  const ratio = { unit: 'ratio', direction: 'higher' } as const;

  it('stand on the scale of their total: 27 436 000 in thousands, 5 865 in kronor', () => {
    const revenue = valueFormat({ as: 'value' }, money, 27_436_000, format);
    expect(revenue.scale).toEqual(moneyScale(27_436_000));
    expect([cellText(517_872.55, revenue), unitOf(revenue)]).toEqual(['518', 'tkr']);
    expect(cellText(19_192.4, valueFormat({ as: 'value' }, money, 5865, format))).toBe('19\u00a0192');
  });

  it('are told by the way they are shown', () => {
    const shown = (show: Parameters<typeof valueFormat>[0], value: number, unit: typeof money | typeof ratio = money) =>
      cellText(value, valueFormat(show, unit, 1_000_000, format));
    expect(shown({ as: 'share', of: 'row' }, 0.25)).toBe('25,0\u00a0%');
    expect(shown({ as: 'difference', from: { what: 'last-year' } }, -820_000)).toBe('\u2212820,0');
    expect(shown({ as: 'difference', from: { what: 'last-year' } }, 0.012, ratio)).toBe('+1,2\u00a0pe');
    expect(shown({ as: 'difference-ratio', from: { what: 'target' } }, 0.083)).toBe('+8,3\u00a0%');
    expect([shown({ as: 'rank', along: 'rows' }, 3), shown({ as: 'index' }, 1.234)]).toEqual(['3', '1,23']);
  });
});

describe('a copied table', () => {
  const revenue = valueFormat({ as: 'value' }, { unit: 'money', direction: 'higher' }, 9000, format);
  const words = {
    rowName: (name: string | null) => name ?? '(saknas)',
    valueNames: ['Intäkter, kr'],
    head: {
      corner: ['Region', 'Produkt'],
      nameOf: (name: string | null) => name ?? '',
      valueNames: ['Intäkter'],
      total: 'Totalt',
      subtotal: 'Delsumma',
      open: '',
      fold: '',
      unfold: '',
      withValues: true,
      depth: 1,
    },
  };
  const whole = {
    rows: [line(['Norr'], null, true), line(['Norr', '<img onerror=x>']), line([])],
    columns: [line(['2026'], 0), line([], 0)],
    cells: [cell(4000), cell(9000), cell(-4000), cell(null, true), cell(null), cell(9000)],
  };
  const table = textTable(whole, [revenue], words, { rows: 2, valuesBelow: false });

  it('has a row of head a dimension and one of values, names in columns of their own', () => {
    expect(asText(table).split('\r\n')).toEqual([
      '\t\t2026\tTotalt',
      'Region\tProdukt\tIntäkter, kr\tIntäkter, kr',
      'Norr\t\t4\u00a0000\t9\u00a0000',
      'Norr\t<img onerror=x>\t-4\u00a0000\t–',
      'Totalt\t\t\t9\u00a0000',
    ]);
  });

  it('keeps its shape whatever a name holds, and never makes markup of it', () => {
    const broken = { head: [['a\tb']], body: [[{ text: 'c\nd', header: true, strong: false }]] };
    expect(asText(broken)).toBe('a b\r\nc d');
    const html = asHtml(table, 'Intäkter & mer');
    expect(html).toContain('<caption>Intäkter &amp; mer</caption>');
    expect(html).toContain('<th align="left">&lt;img onerror=x&gt;</th><td align="right">-4\u00a0000</td>');
    expect(html).not.toContain('<img');
    expect(html).toContain('<th align="left"><b>Totalt</b></th>');
  });

  it('names each value beside its row where values stand below each other', () => {
    const below = textTable(
      { rows: [line(['Norr'], 0), line(['Norr'], 0)], columns: [line([])], cells: [cell(1), cell(2)] },
      [revenue],
      { ...words, head: { ...words.head, corner: ['Region'], withValues: false } },
      { rows: 1, valuesBelow: true },
    );
    expect(below.body[0]?.map(({ text }) => text)).toEqual(['Norr', 'Intäkter, kr', '1']);
  });
});
