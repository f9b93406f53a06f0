import { describe, expect, it } from 'vitest';
import { divides, inputsOf, namesIn, shiftsKey } from '#engine/formula/expression.ts';
import { noValue } from '#engine/formula/outcome.ts';
import { expressionOf, kpi, outcomeOf, readerOf, evaluate, type CellReader } from './formulas.ts';

/** What each measure of a formula is read over: its steps in time, `*` over all members, `@` of the members of a dimension. */
const readings = (formula: string, ...kpis: Parameters<typeof expressionOf>[1][]): readonly string[] =>
  inputsOf(expressionOf(formula, ...kpis)).map(
    ({ measure, shifts, total, over }) =>
      `${measure.id} ${shiftsKey(shifts)}${total ? '*' : ''}${over === null ? '' : `@${over}`}`,
  );

describe('the times of a formula', () => {
  it.each([
    ['mtd(a)', ['a mtd']],
    ['growth(mtd(a), prev(mtd(a)))', ['a mtd', 'a prev/mtd']],
    ['whole(a) / ever(b)', ['a whole', 'b ever']],
    ['trailing_year(a / b)', ['a trailing_year', 'b trailing_year']],
    ['lag(a, 3) / rolling(b, 2)', ['a lag:3', 'b rolling:2']],
    ['prev(lag(a, 3)) + a + a', ['a prev/lag:3', 'a ']],
    ['sum_over(rep, a - prev(b))', ['a @rep', 'b prev@rep']],
    ['a / total(a)', ['a ', 'a *']],
    ['sum_over(rep, a / total(a))', ['a @rep', 'a *']],
    ['total(sum_over("custom:Lag", a))', ['a *@custom:Lag']],
    ['a / working-days', ['a ']],
  ])('%s', (formula, expected) => {
    expect(readings(formula)).toEqual(expected);
  });

  it('reach into the KPIs it names, which stay names otherwise', () => {
    const average = kpi('average', 'a / b');
    expect(readings('mean_over(rep, prev(average))', average)).toEqual(['a prev@rep', 'b prev@rep']);
    const named = namesIn(expressionOf('average / working-days + sum(sale.amount)', average), 'as-names');
    expect(named.map(({ id }) => id)).toEqual(['average', 'working-days', 'sum(sale.amount)']);
  });

  it('divide within members too', () => {
    expect(divides(expressionOf('sum_over(rep, a / b)'))).toBe(true);
    expect(divides(expressionOf('sum_over(rep, max(a, b))'))).toBe(false);
  });
});

/** Five reps; Eva has sold but has no quota, Fia neither. Kim, Lo and Max have 10 000 to reach and have 12 000, 10 000 and 4 000. */
const REPS: readonly Readonly<Record<string, number>>[] = [
  { a: 12_000, b: 10_000 },
  { a: 10_000, b: 10_000 },
  { a: 4_000, b: 10_000 },
  { a: 500, b: 0 },
  { a: 0, b: 0 },
];

describe('the members of a dimension', () => {
  const reader = readerOf({ a: 26_500 }, REPS);
  it.each([
    ['count_over(rep, a >= b)', 4],
    ['count_over(rep, if(b > 0, a >= b, 0)) / count_over(rep, b > 0)', 2 / 3],
    ['sum_over(rep, max(0, a - b))', 2_500],
    ['mean_over(rep, a)', 5_300],
    ['median_over(rep, a)', 4_000],
    // Only three have something to divide by: 1.2, 1 and 0.4.
    ['mean_over(rep, a / b)', 2.6 / 3],
    ['sum_over(rep, 0.1)', 0.5],
    ['a - sum_over(rep, a)', 0],
    // 1 000 over all.
    ['max(0, sum_over(rep, a / total(a)))', 26.5],
    ['prev(sum_over(rep, a))', 26_500],
    ['a / working-days * days / 30 + months', 26_500 / 22 + 1],
  ])('%s is %d', (formula, expected) => {
    expect(outcomeOf(formula, reader).value).toBeCloseTo(expected, 10);
  });

  it('of an even number have a middle between two', () => {
    expect(outcomeOf('median_over(rep, a)', readerOf({}, REPS.slice(0, 4))).value).toBe(7_000);
  });

  it('that are none sum to zero and have no mean', () => {
    const none = readerOf({ a: 0 }, []);
    expect(outcomeOf('count_over(rep, a)', none).value).toBe(0);
    expect(outcomeOf('sum_over(rep, a)', none).value).toBe(0);
    expect(outcomeOf('mean_over(rep, a)', none)).toEqual(noValue('no-data'));
    expect(outcomeOf('median_over(rep, a)', none)).toEqual(noValue('no-data'));
    expect(outcomeOf('sum_over(rep, a / a)', none).value).toBe(0);
  });

  it('that are none are not zero where nothing is known of them', () => {
    expect(outcomeOf('sum_over(rep, a)', readerOf({}, []))).toEqual(noValue('no-data'));
    expect(outcomeOf('count_over(rep, a >= b)', readerOf({ a: 0 }, []))).toEqual(noValue('no-data'));
  });

  it('without a value among them all say why', () => {
    expect(outcomeOf('count_over(rep, a / b)', readerOf({}, REPS.slice(3)))).toEqual(noValue('zero-denominator'));
    expect(outcomeOf('count_over(rep, missing)', reader)).toEqual(noValue('no-data'));
  });

  it('cannot be asked for where the data has no such dimension', () => {
    const refused: CellReader = {
      ...reader,
      members: (dimension) => ({
        value: null,
        reason: { code: 'needs-data', message: '', needs: [`sale.${dimension}`] },
      }),
    };
    expect(outcomeOf('1 + count_over(rep, a)', refused)).toMatchObject({ reason: { needs: ['sale.rep'] } });
  });

  it('are asked for with what is read of them', () => {
    const asked: unknown[] = [];
    const spying: CellReader = {
      ...reader,
      members: (dimension, inputs, { shifts, total, over }) => {
        asked.push([
          dimension,
          inputs.map(({ measure, ...at }) => [measure.id, shiftsKey(at.shifts), at.over]),
          shiftsKey(shifts),
          total,
          over,
        ]);
        return [];
      },
    };
    evaluate(expressionOf('prev(total(sum_over(rep, ytd(a) - b)))'), spying);
    expect(asked).toEqual([
      [
        'rep',
        [
          ['a', 'prev/ytd', 'rep'],
          ['b', 'prev', 'rep'],
        ],
        'prev',
        true,
        'rep',
      ],
    ]);
  });
});
