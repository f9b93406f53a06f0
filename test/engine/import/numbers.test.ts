import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberShape, readNumber } from '#engine/import/number-readings.ts';
import { divideRounded, multiplyDivide } from '#engine/import/scale.ts';
import type { DecimalMark } from '#shared/importing.ts';
import { inspectRows, convertAll, fieldValues, WORKBOOK } from './inspect-rows.ts';
import { textTable } from './table-of.ts';

function read(text: string, mark: DecimalMark): number | null {
  const shape = numberShape(text);
  return shape === null ? null : (readNumber(shape, mark)?.scaled ?? null);
}

describe('a number as text', () => {
  it.each([
    ['1 234,50', ',', 12_345_000],
    ['1\u00a0234,50', ',', 12_345_000],
    ['1\u202f234,50', ',', 12_345_000],
    ['1.234,50', ',', 12_345_000],
    ['1,234.50', '.', 12_345_000],
    ["1'234.50", '.', 12_345_000],
    ['1’234.50', '.', 12_345_000],
    ['1,234,567', '.', 12_345_670_000],
    ['-110.7', '.', -1_107_000],
    ['\u2212110,70', ',', -1_107_000],
    ['110,70-', ',', -1_107_000],
    ['(110.70)', '.', -1_107_000],
    ['$(250.00)', '.', -2_500_000],
    ['-$5.50', '.', -55_000],
    ['$-5.50', '.', -55_000],
    ['1 234 kr', ',', 12_340_000],
    ['1 234,50 SEK', ',', 12_345_000],
    ['SEK 1 234,50', ',', 12_345_000],
    ['€ 12,00', ',', 120_000],
    ['12:-', ',', 120_000],
    ['1 250:-', ',', 12_500_000],
    ['15 %', ',', 1_500],
    ['12,5%', ',', 1_250],
    ['+7', '.', 70_000],
    ['.5', '.', 5_000],
    ['0,00005', ',', 1],
    ['-0,00005', ',', -1],
    ['0,00004', ',', 0],
    ['1.5E+3', '.', 15_000_000],
    ['1.5E-3', '.', 15],
    ['007,50', ',', 75_000],
  ] as const)('%s with decimal mark %s is %i ten-thousandths', (text, mark, scaled) => {
    expect(read(text, mark)).toBe(scaled);
  });

  it.each([
    ['1,23', '.'],
    ['1.23', ','],
    ['12,34,567', '.'],
    ['1234,567.8', '.'],
    ['0,123', '.'],
    ['1 23', '.'],
    ['1.2.3', '.'],
    ['1,234 567', '.'],
    ['2019-01-03', '.'],
    ['12 st', '.'],
    ['abc', '.'],
    ['-', '.'],
    ['', '.'],
    ['--5', '.'],
    ['(-5)', '.'],
  ] as const)('%s is no number with decimal mark %s', (text, mark) => {
    expect(read(text, mark)).toBeNull();
  });

  it('is beyond exact integers above 900 719 925 474.0991', () => {
    expect(read('900719925474,0991', ',')).toBe(Number.MAX_SAFE_INTEGER);
    expect(read('900719925474,0992', ',')).toBe(Infinity);
    expect(read('123456789012345678', ',')).toBe(Infinity);
  });

  it('gives any amount back exactly from any way of writing it', () => {
    const styles = fc.record({
      group: fc.constantFrom('', ' ', '\u00a0', '\u202f', "'", '’', 'other'),
      mark: fc.constantFrom<DecimalMark>('.', ','),
      minus: fc.constantFrom('-', '\u2212', 'trailing', 'parentheses'),
      currency: fc.constantFrom('', ' kr', ' SEK', '$', '€', ':-'),
    });
    fc.assert(
      fc.property(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), styles, (cents, style) => {
        const size = Math.abs(cents);
        const digits = String(Math.floor(size / 100));
        const group = style.group === 'other' ? (style.mark === '.' ? ',' : '.') : style.group;
        const grouped = digits.replace(/\B(?=(\d{3})+$)/g, group);
        const plain = `${grouped}${style.mark}${String(size % 100).padStart(2, '0')}`;
        const priced =
          style.currency === '$' || style.currency === '€' ? style.currency + plain : plain + style.currency;
        const signed =
          cents >= 0
            ? priced
            : style.minus === 'trailing'
              ? `${plain}-`
              : style.minus === 'parentheses'
                ? `(${priced})`
                : style.minus + priced;
        expect(read(signed, style.mark)).toBe(cents * 100);
      }),
      { seed: 7, numRuns: 5000 },
    );
  });
});

describe('exact arithmetic', () => {
  it('divides half away from zero', () => {
    expect([5, -5, 4, -4, 7, 0].map((n) => divideRounded(n, 2))).toEqual([3, -3, 2, -2, 4, 0]);
  });

  it('multiplies and divides as whole numbers of any size do', () => {
    const size = fc.integer({ min: -(10 ** 12), max: 10 ** 12 });
    fc.assert(
      fc.property(
        size,
        fc.integer({ min: -(10 ** 6), max: 10 ** 6 }),
        fc.integer({ min: 1, max: 10 ** 8 }),
        (a, b, c) => {
          const doubled = (2n * BigInt(a) * BigInt(b)) / BigInt(c);
          const expected = Number(doubled / 2n + (doubled % 2n));
          expect(multiplyDivide(a, b, c)).toBe(Number.isSafeInteger(expected) ? expected + 0 : null);
        },
      ),
      { seed: 11, numRuns: 2000 },
    );
  });
});

/** A sales file with the given texts as amounts. */
const sales = (amounts: readonly string[], extra: readonly string[] = []) => [
  ['Datum', 'Kund', 'Belopp', ...(extra.length > 0 ? ['Antal'] : [])],
  ...amounts.map((amount, i) => [
    '2026-01-05',
    `Kund ${String(i)}`,
    amount,
    ...(extra.length > 0 ? [extra[i] ?? ''] : []),
  ]),
];

describe('the decimal mark of a column', () => {
  it('is settled by one value that fits only one', () => {
    const { columns, receipt } = inspectRows(sales(['1,234', '2,5']));
    expect(columns[2]?.decimal).toBe(',');
    expect(receipt.sums['amount']?.file).toBe(3.734);
  });

  it('is asked for when both fit every value', () => {
    const { columns, blockers } = inspectRows(sales(['1,234', '5,678', '500']));
    expect(columns[2]?.alternatives).toEqual([
      { decimal: '.', dateFormat: null, example: '1234' },
      { decimal: ',', dateFormat: null, example: '1.234' },
    ]);
    expect(blockers).toEqual([{ code: 'E_AMBIGUOUS', field: 'amount', column: 'Belopp' }]);
  });

  it('is settled by the answer', () => {
    const options = { columnDecimal: { '2': '.' as const } };
    const { blockers, receipt } = inspectRows(sales(['1,234', '5,678']), options);
    expect(blockers).toEqual([]);
    expect(receipt.sums['amount']?.file).toBe(6912);
  });

  it('is settled by another column of the same file', () => {
    const { columns, blockers, receipt } = inspectRows(sales(['1,234', '5,678'], ['0,5', '2,25']));
    expect(blockers).toEqual([]);
    expect(columns[2]?.decimal).toBe(',');
    expect(receipt.sums['amount']?.file).toBe(6.912);
  });

  it('is asked for when values of one column contradict each other', () => {
    expect(inspectRows(sales(['1,5', '2.5'])).blockers[0]?.code).toBe('E_AMBIGUOUS');
  });

  it('needs no question for whole numbers, nor for the numbers of a workbook', () => {
    expect(inspectRows(sales(['1234', '-5'])).blockers).toEqual([]);
    const rows = [
      ['Datum', 'Belopp'],
      ['2026-01-05', { number: '1.234' }],
    ] as const;
    const read = convertAll(textTable(rows), {}, WORKBOOK);
    expect(read.plan.blockers).toEqual([]);
    expect(fieldValues(read, 'amount')).toEqual([12_340]);
  });

  it('is never guessed: a thousand columns that fit both', () => {
    const ambiguous = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 999 }), fc.constantFrom('', '-')),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(ambiguous, fc.constantFrom('.', ','), (values, mark) => {
        const texts = values.map(
          ([whole, rest, sign]) => `${sign}${String(whole)}${mark}${String(rest).padStart(3, '0')}`,
        );
        const { columns, blockers } = inspectRows(sales(texts));
        expect(columns[2]?.alternatives).toHaveLength(2);
        expect(blockers).toContainEqual({ code: 'E_AMBIGUOUS', field: 'amount', column: 'Belopp' });
      }),
      { seed: 3, numRuns: 1000 },
    );
  });
});
