import { describe, expect, it } from 'vitest';
import type { WorkspaceMoney } from '#engine/import/import-plan.ts';
import { mappingOf } from '#engine/import/remembered-reading.ts';
import type { ReadingOptions } from '#shared/importing.ts';
import { convertAll, fieldValues, inspectRows, TEXT_FILE, WORKBOOK } from './inspect-rows.ts';
import { textTable, type Cell } from './table-of.ts';

const NEW: WorkspaceMoney = { base: 'SEK', rated: new Set(), isOpen: true };
const USED: WorkspaceMoney = { ...NEW, isOpen: false };

const rows = (...amounts: readonly Cell[]): readonly (readonly Cell[])[] => [
  ['Datum', 'Belopp'],
  ...amounts.map((amount, day) => [`2026-09-0${String(day + 1)}`, amount]),
];
const look = (table: readonly (readonly Cell[])[], money = NEW, options: ReadingOptions = {}) =>
  inspectRows(table, options, { ...TEXT_FILE, money });
const DOLLARS = rows('$1,250.00', '$99.50', '($10.00)');

describe('the currency of a file', () => {
  it('is what its amounts are written with', () => {
    expect(look(DOLLARS, USED).currency).toEqual({
      codes: ['USD'],
      from: 'symbol',
      text: '$',
      base: 'SEK',
      asks: false,
    });
    const converted = convertAll(textTable(DOLLARS), {}, { ...TEXT_FILE, money: USED });
    expect(fieldValues(converted, 'currency')).toEqual(['USD', 'USD', 'USD']);
    // 1 250.00 + 99.50 − 10.00: nothing is converted.
    expect(converted.receipt.sums['amount']?.imported).toBe(1339.5);
    expect(converted.receipt.derived).toContainEqual({ field: 'currency', from: 'USD' });
  });

  it('is what the number format shows where the amounts are plain numbers', () => {
    const table = textTable(rows({ number: '10.5' }, { number: '20' }));
    const formatted = table.columns.map((column, index) => (index === 1 ? { ...column, currencies: ['€'] } : column));
    const converted = convertAll({ ...table, columns: formatted }, {}, { ...WORKBOOK, money: USED });
    expect(converted.plan.currencyFound).toMatchObject({ code: 'EUR', from: 'format', text: '€' });
    expect(fieldValues(converted, 'currency')).toEqual(['EUR', 'EUR']);
  });

  it('is the workspace’s own for plain kronor, and nothing is stored beside its rows', () => {
    const crowns = rows('1 250,00 kr', '99,50 kr');
    expect(look(crowns).currency).toMatchObject({ codes: ['SEK'], from: 'symbol', asks: false });
    expect(look(crowns, { ...NEW, base: 'NOK' }).currency).toMatchObject({ codes: ['NOK'], asks: false });
    expect(fieldValues(convertAll(textTable(crowns)), 'currency')).toEqual([]);
  });

  it('is shown as Swedish for kronor in a workspace of euros, which asks', () => {
    expect(look(rows('99,50 kr'), { ...NEW, base: 'EUR' }).currency).toMatchObject({ codes: ['SEK'], asks: true });
  });

  it('is nobody’s word where no amount says it', () => {
    expect(look(rows('10,50')).currency).toEqual({ codes: ['SEK'], from: null, text: '', base: 'SEK', asks: false });
  });

  it('is not guessed from several, which stand in a notice', () => {
    const { currency, notices } = look(rows('$10.50', '€20.00'));
    expect(currency).toMatchObject({ codes: ['SEK'], from: null });
    expect(notices).toContainEqual({ code: 'several-currencies', details: { currencies: 'EUR, USD' } });
  });

  it('is what the user says, before what the amounts are written with', () => {
    const { currency } = look(DOLLARS, USED, { currency: 'CAD' });
    expect(currency).toMatchObject({ codes: ['CAD'], from: 'user' });
  });

  it('is every one that its own column has', () => {
    const table = [
      ['Datum', 'Belopp', 'Valuta'],
      ['2026-09-01', '10,50', 'EUR'],
      ['2026-09-02', '20,00', 'kr'],
      ['2026-09-03', '30,00', ''],
    ];
    expect(look(table).currency).toEqual({
      codes: ['EUR', 'SEK'],
      from: 'column',
      text: 'Valuta',
      base: 'SEK',
      asks: false,
    });
  });

  it('does not matter to rows without money', () => {
    const calls = [
      ['Datum', 'Typ', 'Säljare'],
      ['2026-09-01', 'Samtal', 'Anna'],
    ];
    expect(look(calls, NEW, { kind: 'activity' }).currency).toMatchObject({ codes: [], asks: false });
  });

  it('is remembered when the user said it, not when the file did', () => {
    const context = { ...TEXT_FILE, money: USED };
    const asRead = convertAll(textTable(DOLLARS), {}, context);
    const asSaid = convertAll(textTable(DOLLARS), { currency: 'CAD' }, context);
    expect([asRead, asSaid].map(({ plan }) => mappingOf(plan, 'a.csv', '2026-10-02T09:14').currency)).toEqual([
      null,
      'CAD',
    ]);
  });
});

describe('what the workspace counts in', () => {
  it('is asked with the first file that has another currency, until it is said', () => {
    expect(look(DOLLARS).currency.asks).toBe(true);
    expect(look(DOLLARS, NEW, { workspaceCurrency: 'USD' }).currency).toMatchObject({ base: 'USD', asks: false });
    expect(look(DOLLARS, NEW, { workspaceCurrency: 'SEK' }).currency).toMatchObject({ base: 'SEK', asks: false });
    expect(look(DOLLARS, NEW, { currency: 'SEK' }).currency.asks).toBe(false);
  });

  it('makes a currency without a rate a notice that says what to do', () => {
    const codes = (money: WorkspaceMoney, options: ReadingOptions = {}) =>
      look(DOLLARS, money, options).notices.filter(({ code }) => code === 'currency-no-rate');
    expect(codes(USED)).toEqual([{ code: 'currency-no-rate', details: { currency: 'USD', base: 'SEK' } }]);
    expect(codes({ ...USED, rated: new Set(['USD']) })).toEqual([]);
    expect(codes(NEW, { workspaceCurrency: 'USD' })).toEqual([]);
  });
});
