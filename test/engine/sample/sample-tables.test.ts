import { describe, expect, it } from 'vitest';
import { dayOf } from '#shared/calendar.ts';
import { DATED_KINDS } from '#shared/record-kinds.ts';
import { kronor, toCsv } from '#engine/sample/sample-table.ts';
import { sampleTables } from '#engine/sample/sample-tables.ts';

const TODAY = dayOf(2026, 11, 21);
const tables = sampleTables(TODAY);
const sales = tables.find((table) => table.kind === 'sale');
const column = (name: string): readonly string[] => {
  const index = sales?.header.indexOf(name) ?? -1;
  return sales?.rows.map((row) => row[index] ?? '') ?? [];
};
const ore = (text: string): number => Number(text.replace(',', ''));

describe('sample company', () => {
  it('has a table of every kind that measures count', () => {
    expect(tables.map((table) => table.kind).sort()).toEqual([...DATED_KINDS].sort());
  });

  it('is the same every time within a month', () => {
    expect(sampleTables(dayOf(2026, 11, 1))).toEqual(tables);
    expect(sampleTables(dayOf(2026, 12, 1))).not.toEqual(tables);
  });

  it('covers the 24 complete months before today', () => {
    const days = [...column('Fakturadatum')].sort();
    expect(days[0]).toMatch(/^2024-11-0/);
    expect(days.at(-1)).toMatch(/^2026-10-(2|3)/);
    expect(new Set(days.map((day) => day.slice(0, 7))).size).toBe(24);
  });

  it('has about 40 000 invoice lines with distinct invoice and line numbers', () => {
    const invoices = column('Fakturanr');
    const lines = column('Rad').map((line, index) => `${invoices[index] ?? ''}/${line}`);
    expect(lines.length).toBeGreaterThan(36_000);
    expect(lines.length).toBeLessThan(44_000);
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('prices each line as quantity × price less discount', () => {
    const [quantity, price, discount, amount] = ['Antal', 'À-pris', 'Rabatt', 'Belopp exkl. moms'].map(column);
    let checked = 0;
    amount?.forEach((shown, index) => {
      if (price?.[index] === '') return; // a credit note repeats amounts only
      const share = Number((discount?.[index] ?? '').replace(' %', ''));
      expect(ore(shown)).toBe(
        Math.round((Number(quantity?.[index]) * ore(price?.[index] ?? '') * (100 - share)) / 100),
      );
      checked++;
    });
    expect(checked).toBeGreaterThan(30_000);
  });

  it('gives credit notes as negative rows', () => {
    const negative = column('Belopp exkl. moms').filter((amount) => amount.startsWith('-'));
    expect(negative.length).toBeGreaterThan(200);
  });
});

describe('table text', () => {
  it('writes kronor with a decimal comma', () => {
    expect([kronor(-123_450), kronor(5), kronor(-5), kronor(0)]).toEqual(['-1234,50', '0,05', '-0,05', '0,00']);
  });

  it('quotes separators and quotes', () => {
    expect(toCsv({ kind: 'cost', name: 'x', header: ['a', 'b'], rows: [['1;2', 'say "hi"']] })).toBe(
      'a;b\r\n"1;2";"say ""hi"""\r\n',
    );
  });
});
