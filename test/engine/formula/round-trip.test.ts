import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Formula } from '#engine/formula/formula.ts';
import { FUNCTION_WORDS, FUNCTIONS, type FunctionName } from '#engine/formula/formula.ts';
import { parseFormula } from '#engine/formula/parse-formula.ts';
import { printFormula } from '#engine/formula/print-formula.ts';
import { AppError } from '#shared/errors.ts';
import { checked } from './formulas.ts';

const withoutPlaces = (formula: Formula): unknown =>
  JSON.parse(JSON.stringify(formula, (key, value: unknown) => (key === 'at' || key === 'end' ? undefined : value)));

const NAMES = [
  'a',
  'b',
  'net-sales',
  'deals',
  'share',
  'mrr',
  'days',
  'working-days',
  'unknown-one',
  'prev',
  'by',
  'not',
];
const NUMBERS = ['0', '1', '12.5', '0.0000001', '1000000', '0.3'];
const TEXTS = ['"custom:Frakt"', '"N ""x"" / (y, z)"', '""', '"by"', 'rep', 'status', 'closed'];

/** Formulas as text, parentheses and spaces strewn in. */
const { formula: formulas } = fc.letrec<{ readonly formula: string }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.constantFrom(...NAMES, ...NUMBERS),
    tie('formula').map((inner) => `(${inner})`),
    tie('formula').map((inner) => `- ${inner}`),
    fc
      .tuple(tie('formula'), fc.constantFrom('+', '-', '*', '/'), tie('formula'))
      .map(([left, sign, right]) => `${left} ${sign}  ${right}`),
    fc
      .tuple(tie('formula'), fc.constantFrom('<', '>=', '!='), tie('formula'))
      .map(([l, sign, r]) => `((${l})${sign}(${r}))`),
    fc
      .tuple(
        fc.constantFrom<FunctionName>('if', 'min', 'abs', 'growth', 'prev', 'whole', 'lag'),
        fc.array(tie('formula'), { minLength: 3, maxLength: 3 }),
      )
      .map(
        ([name, args]) =>
          `${name}(${name === 'lag' ? `${args[0] ?? 'a'}, 3` : args.slice(0, FUNCTIONS[name][0]).join(',')})`,
      ),
    fc
      .tuple(fc.constantFrom('count_over', 'median_over'), fc.constantFrom(...TEXTS), tie('formula'))
      .map(([name, dimension, body]) => `${name}(${dimension}, ${body})`),
    fc
      .tuple(
        fc.constantFrom('sum', 'count'),
        fc.constantFrom('sale', 'deal'),
        fc.constantFrom(...TEXTS),
        fc.constantFrom(...TEXTS),
        fc.constantFrom('', ' = "x"', ' != ""'),
      )
      .map(([name, kind, field, other, is]) => `${name}(${kind}.${field} by ${field}, ${other}${is}, not ${other})`),
  ),
}));

describe('a formula as text', () => {
  it.each([
    ['((a)+b )*2', '(a + b) * 2'],
    ['a-(b - c)-d', 'a - (b - c) - d'],
    ['a*(b/c)', 'a * (b / c)'],
    ['(a*b)/c', 'a * b / c'],
    ['-(-a) * (-2)', '-(-a) * -2'],
    ['(a < b) = 1', '(a < b) = 1'],
    ['0.0000001', '0.0000001'],
    ['sum_over("rep",a)', 'sum_over(rep, a)'],
    ['count( sale , "not"="x",not  "by" )', 'count(sale, "not" = "x", not "by")'],
  ])('%s is printed %s', (text, expected) => {
    expect(printFormula(parseFormula(text))).toBe(expected);
  });

  it('means the same printed and read again', () => {
    fc.assert(
      fc.property(formulas, (text) => {
        const formula = parseFormula(text);
        const printed = printFormula(formula);
        const again = parseFormula(printed);
        expect(withoutPlaces(again)).toEqual(withoutPlaces(formula));
        expect(printFormula(again)).toBe(printed);
      }),
      { seed: 20_261_122, numRuns: 500 },
    );
  });

  it('fails in no other way than as a formula, whatever it says', () => {
    const words = fc.constantFrom(
      ...NAMES,
      ...NUMBERS,
      ...TEXTS,
      ...FUNCTION_WORDS,
      ...'+-*/()<>=!,."åß🙂\\\n'.split(''),
      'sale.',
      ' ',
    );
    const texts = fc.oneof(
      formulas,
      fc.array(words, { maxLength: 40 }).map((all) => all.join('')),
      fc.array(words, { maxLength: 40 }).map((all) => all.join(' ')),
      fc.string({ unit: 'binary', maxLength: 60 }),
    );
    fc.assert(
      fc.property(texts, (text) => {
        try {
          checked(text);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          if (!(error instanceof AppError)) return;
          const { position, length, word } = error.details;
          expect(error.code).toBe('E_BAD_FORMULA');
          expect(text.slice(Number(position), Number(position) + Number(length))).toBe(word);
        }
      }),
      { seed: 20_261_122, numRuns: 1000 },
    );
  });
});
