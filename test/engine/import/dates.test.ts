import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateShape, dayOfShape } from '#engine/import/date-readings.ts';
import { serialDay } from '#engine/import/serial-dates.ts';
import { isoDate, parseIsoDate } from '#shared/calendar.ts';
import type { DateFormat } from '#shared/importing.ts';
import { convertAll, fieldValues, inspectRows, WORKBOOK } from './inspect-rows.ts';
import { textTable } from './table-of.ts';

function read(text: string, format: DateFormat): string | null {
  const shape = dateShape(text);
  const day = shape === null ? null : dayOfShape(shape, format);
  return day === null ? null : isoDate(day);
}

const DAY_MS = 86_400_000;

describe('serial dates', () => {
  it('count every day of the 1900 system as the calendar does, but for the day that never was', () => {
    // Independent table: JavaScript's own calendar, counted up from 1900-01-01 with serial 60 left out.
    let time = Date.UTC(1900, 0, 1);
    let wrong = 0;
    for (let serial = 1; serial <= 2_958_465; serial++) {
      if (serial === 60) {
        if (serialDay(serial, 1900) !== null) wrong++;
        continue;
      }
      if (serialDay(serial, 1900) !== time / DAY_MS) wrong++;
      time += DAY_MS;
    }
    expect(wrong).toBe(0);
    expect(new Date(time - DAY_MS).toISOString().slice(0, 10)).toBe('9999-12-31');
    expect(serialDay(2_958_466, 1900)).toBeNull();
    expect(serialDay(0.75, 1900)).toBeNull();
  });

  it('begin on 1904-01-01 with 0 in the 1904 system', () => {
    expect(isoDate(serialDay(0, 1904) ?? NaN)).toBe('1904-01-01');
    expect(isoDate(serialDay(42_006, 1904) ?? NaN)).toBe('2019-01-03');
  });
});

describe('a date as text', () => {
  it.each([
    ['2019-01-03', 'dmy', '2019-01-03'],
    ['2019/1/3', 'ymd', '2019-01-03'],
    ['2019-13-01', 'ydm', '2019-01-13'],
    ['03/01/19', 'dmy', '2019-01-03'],
    ['03/01/19', 'mdy', '2019-03-01'],
    ['1/3/2019', 'mdy', '2019-01-03'],
    ['3.1.2019', 'dmy', '2019-01-03'],
    ['03.01.70', 'dmy', '1970-01-03'],
    ['1970-01-01', 'ymd', '1970-01-01'],
    ['03.01.69', 'dmy', '2069-01-03'],
    ['19-01-03', 'yymmdd', '2019-01-03'],
    ['20190103', 'yyyymmdd', '2019-01-03'],
    ['190103', 'yymmdd', '2019-01-03'],
    ['3 januari 2019', 'month-name', '2019-01-03'],
    ['den 3 jan 2019', 'month-name', '2019-01-03'],
    ['3-okt-19', 'month-name', '2019-10-03'],
    ['May 3, 2019', 'month-name', '2019-05-03'],
    ['Thu, 3 Jan 2019', 'month-name', '2019-01-03'],
    ['2019-01-03 14:22:05', 'ymd', '2019-01-03'],
    ['2019-01-03T23:59:59.123Z', 'ymd', '2019-01-03'],
    ['2019-01-03 14:22:05 +0200', 'ymd', '2019-01-03'],
    ['1/3/2019 2:05 PM', 'mdy', '2019-01-03'],
    ['2024-02-29', 'ymd', '2024-02-29'],
  ] as const)('%s as %s is %s', (text, format, iso) => {
    expect(read(text, format)).toBe(iso);
  });

  it.each([
    '2023-02-29',
    '32/01/2019',
    '13/13/2019',
    '2019-01',
    '12345',
    'OFF-PA-10000174',
    '2019-01-03 25:00',
    '1/2/3',
    'maj 2019',
  ])('%s is no date', (text) => {
    expect(
      (['ymd', 'dmy', 'mdy', 'ydm', 'yymmdd'] as const).map((format) => read(text, format)).filter(Boolean),
    ).toEqual([]);
  });
});

const sales = (dates: readonly string[], more: readonly string[] = []) => [
  ['Datum', 'Belopp', ...(more.length > 0 ? ['Leveransdatum'] : [])],
  ...dates.map((date, i) => [date, '10', ...(more.length > 0 ? [more[i] ?? ''] : [])]),
];
const twoDigits = (n: number): string => String(n).padStart(2, '0');

describe('the order of day and month in a column', () => {
  it('is settled by one value that fits only one', () => {
    expect(inspectRows(sales(['03/04/2019', '25/04/2019'])).columns[0]?.dateFormat).toBe('dmy');
    expect(inspectRows(sales(['03/04/2019', '04/25/2019'])).columns[0]?.dateFormat).toBe('mdy');
  });

  it('is asked for when both fit every value', () => {
    const { columns, blockers } = inspectRows(sales(['03/04/2019', '05/06/2019']));
    expect(columns[0]?.alternatives).toEqual([
      { decimal: null, dateFormat: 'dmy', example: '2019-04-03' },
      { decimal: null, dateFormat: 'mdy', example: '2019-03-04' },
    ]);
    expect(blockers).toEqual([{ code: 'E_AMBIGUOUS', field: 'date', column: 'Datum' }]);
  });

  it('is settled by the answer, by dots, or by another column written alike', () => {
    const answered = inspectRows(sales(['03/04/2019']), { columnDateFormat: { '0': 'dmy' } });
    expect(answered.blockers).toEqual([]);
    expect(inspectRows(sales(['03.04.2019'])).columns[0]?.dateFormat).toBe('dmy');
    const alike = inspectRows(sales(['03/04/2019', '05/06/2019'], ['13/04/2019', '06/06/2019']));
    expect(alike.columns[0]?.dateFormat).toBe('dmy');
    const unlike = inspectRows(sales(['03/04/2019', '05/06/2019'], ['13-04-2019', '06-06-2019']));
    expect(unlike.blockers[0]?.code).toBe('E_AMBIGUOUS');
  });

  it('needs no question when both orders give the same days', () => {
    expect(inspectRows(sales(['01/01/2019', '02/02/2019'])).blockers).toEqual([]);
  });

  it('is never guessed: a thousand columns that fit both', () => {
    const date = fc.record({
      a: fc.integer({ min: 1, max: 12 }),
      b: fc.integer({ min: 1, max: 12 }),
      year: fc.integer({ min: 1970, max: 2069 }),
    });
    const column = fc.array(date, { minLength: 1, maxLength: 12 }).filter((dates) => dates.some(({ a, b }) => a !== b));
    fc.assert(
      fc.property(column, fc.constantFrom('/', '-'), fc.boolean(), (dates, mark, short) => {
        const texts = dates.map(({ a, b, year }) =>
          [twoDigits(a), twoDigits(b), short ? twoDigits(year % 100) : String(year)].join(mark),
        );
        const { columns, blockers } = inspectRows(sales(texts));
        expect(columns[0]?.alternatives.length).toBeGreaterThan(1);
        expect(blockers).toContainEqual({ code: 'E_AMBIGUOUS', field: 'date', column: 'Datum' });
      }),
      { seed: 5, numRuns: 1000 },
    );
  });
});

describe('dates of a workbook and of integers', () => {
  it('reads date cells by the workbook’s system, and their time only for instants', () => {
    const rows = [
      ['Datum', 'Belopp'],
      [{ serial: 43_468 }, { number: '10' }],
      [{ serial: 43_468.75 }, { number: '20' }],
    ] as const;
    const day = parseIsoDate('2019-01-03');
    expect(fieldValues(convertAll(textTable(rows), {}, WORKBOOK), 'date')).toEqual([day, day]);
    const later = textTable(rows, { dateSystem: 1904 });
    expect(fieldValues(convertAll(later, {}, WORKBOOK), 'date')).toEqual([(day ?? 0) + 1462, (day ?? 0) + 1462]);
    const lead = convertAll(
      textTable([
        ['Lead ID', 'Created'],
        ['L1', { serial: 43_468.75 }],
      ]),
      { kind: 'lead' },
      WORKBOOK,
    );
    expect(fieldValues(lead, 'created')).toEqual([(day ?? 0) * 1440 + 18 * 60]);
  });

  it('reads plain integers as dates only where the column is a date', () => {
    const rows = [
      ['Datum', 'Belopp', 'Ordernr', 'Löpnr'],
      ['43468', '43468', '43468', '43468'],
      ['43469', '43469', '43469', '43469'],
    ];
    const read = convertAll(textTable(rows));
    expect(fieldValues(read, 'date').map((day) => isoDate(Number(day)))).toEqual(['2019-01-03', '2019-01-04']);
    expect(fieldValues(read, 'amount')).toEqual([434_680_000, 434_690_000]);
    expect(fieldValues(read, 'order')).toEqual(['43468', '43469']);
    expect(fieldValues(read, 'custom:Löpnr')).toEqual(['43468', '43469']);
    const compact = convertAll(
      textTable([
        ['Datum', 'Belopp'],
        ['20190103', '1'],
        ['20191231', '1'],
      ]),
    );
    expect(fieldValues(compact, 'date').map((day) => isoDate(Number(day)))).toEqual(['2019-01-03', '2019-12-31']);
  });

  it('does not take years for serials', () => {
    const { receipt } = inspectRows([
      ['Datum', 'Belopp', 'Kund'],
      ['2013', '10', 'A'],
      ['2014', '10', 'B'],
    ]);
    expect(receipt.rejectedByReason).toEqual([{ field: 'date', reason: 'not-a-date', count: 2 }]);
  });
});
