import { describe, expect, it } from 'vitest';
import { FIELDS_BY_KIND, RECORD_KINDS } from '#shared/record-kinds.ts';
import {
  ambiguousText,
  answeredColumns,
  answerOf,
  columnGiving,
  fieldGroups,
  openQuestions,
  parseTargetKey,
  settledFormat,
  targetKey,
  targetOf,
  withFormat,
  withoutReading,
  withReading,
  withTarget,
} from '../../../../renderer/features/import/columns.model.ts';
import { columnOf, inspectionOf } from './inspection-of.ts';

const sum = columnOf(0, 'Belopp', { target: { to: 'field', field: 'amount' } });
const net = columnOf(1, 'Netto');
const date = columnOf(2, 'Datum', {
  target: { to: 'field', field: 'date' },
  alternatives: [
    { decimal: null, dateFormat: 'dmy', example: '2026-04-03' },
    { decimal: null, dateFormat: 'mdy', example: '2026-03-04' },
  ],
});
const columns = [sum, net, date];

describe('what a column becomes', () => {
  it('survives the way through a list', () => {
    for (const target of [
      { to: 'field', field: 'amount' },
      { to: 'custom', as: 'text' },
      { to: 'custom', as: 'decimal' },
      { to: 'custom', as: 'date' },
      { to: 'ignore' },
    ] as const) {
      expect(parseTargetKey(targetKey(target, 'text'))).toEqual(target);
    }
    expect(parseTargetKey('constructor')).toBeNull();
    expect(parseTargetKey('custom:flag')).toBeNull();
  });

  it('is shown as what its values say where nothing is said of a custom field', () => {
    const custom = { to: 'custom' } as const;
    expect((['text', 'flag', 'decimal', 'date', 'instant'] as const).map((type) => targetKey(custom, type))).toEqual([
      'custom:text',
      'custom:text',
      'custom:decimal',
      'custom:date',
      'custom:date',
    ]);
  });

  it('offers every field of every kind exactly once', () => {
    for (const kind of RECORD_KINDS) {
      const offered = fieldGroups(kind).flatMap(({ fields }) => fields);
      expect(offered.toSorted()).toEqual(FIELDS_BY_KIND[kind].map(({ key }) => key).toSorted());
    }
  });

  it('keeps the column that gave the field before as a custom field', () => {
    const options = withTarget({}, columns, 1, { to: 'field', field: 'amount' });
    expect(targetOf(net, options)).toEqual({ to: 'field', field: 'amount' });
    expect(targetOf(sum, options)).toEqual({ to: 'custom' });
    expect(columnGiving('amount', columns, options)).toBe(net);
  });

  it('leaves other columns alone when a column is skipped', () => {
    const options = withTarget({}, columns, 1, { to: 'ignore' });
    expect(options).toEqual({ columns: { '1': { to: 'ignore' } } });
    expect(columnGiving('order', columns, options)).toBeNull();
  });
});

describe('columns with two readings', () => {
  const inspection = inspectionOf({ columns });

  it('are asked about with nothing chosen beforehand', () => {
    expect(openQuestions(inspection, {})).toEqual([date]);
    expect(answeredColumns(inspection, {})).toEqual([]);
  });

  it('are settled by an answer, which can be taken back', () => {
    const options = withReading({}, 2, { decimal: null, dateFormat: 'mdy' });
    expect(options).toEqual({ columnDateFormat: { '2': 'mdy' } });
    expect(openQuestions(inspection, options)).toEqual([]);
    expect(answeredColumns(inspection, options)).toEqual([date]);
    expect(answerOf(date, options)).toEqual({ decimal: null, dateFormat: 'mdy' });
    expect(withoutReading(options, 2)).toEqual({});
  });

  it('are not told as settled before they are', () => {
    const format = { encoding: null, separator: ';', decimal: ',', date: 'dmy' } as const;
    const asked = inspectionOf({ columns, format });
    expect(settledFormat(asked, {})).toEqual({ ...format, date: null });
    expect(settledFormat(asked, { columnDateFormat: { '2': 'dmy' } })).toEqual(format);
  });

  it('keep the answers of other columns when one is taken back', () => {
    const options = { columnDateFormat: { '2': 'mdy', '5': 'dmy' }, columnDecimal: { '7': ',' } } as const;
    expect(withoutReading(options, 2)).toEqual({ columnDateFormat: { '5': 'dmy' }, columnDecimal: { '7': ',' } });
  });

  it('are asked about only where the column gives a field', () => {
    expect(openQuestions(inspection, withTarget({}, columns, 2, { to: 'ignore' }))).toEqual([]);
    expect(openQuestions(inspection, withTarget({}, columns, 2, { to: 'custom' }))).toEqual([]);
    expect(openQuestions(inspection, withTarget({}, columns, 2, { to: 'custom', as: 'text' }))).toEqual([]);
  });

  it('are asked about where the user says that a column of the file’s own is a date', () => {
    expect(openQuestions(inspection, withTarget({}, columns, 2, { to: 'custom', as: 'date' }))).toEqual([date]);
  });

  it('show the text that the readings tell apart, not one that means the same in both', () => {
    const { alternatives } = date;
    expect(ambiguousText({ ...date, examples: ['05/05/2026', '03/04/2026'] })).toBe('03/04/2026');
    expect(ambiguousText({ ...date, examples: ['3/4/26'], alternatives })).toBe('3/4/26');
    expect(ambiguousText({ ...date, examples: ['05/05/2026'] })).toBeNull();
  });

  it('show a number with its thousands or decimals in doubt', () => {
    const alternatives = [
      { decimal: ',', dateFormat: null, example: '1234' },
      { decimal: '.', dateFormat: null, example: '1.234' },
    ] as const;
    expect(ambiguousText(columnOf(0, 'Belopp', { examples: ['12', '1.234'], alternatives: [...alternatives] }))).toBe(
      '1.234',
    );
  });
});

describe('how the whole file is read', () => {
  const said = { columns: { '1': { to: 'ignore' } }, columnDateFormat: { '2': 'mdy' }, encoding: 'utf-8' } as const;

  it('drops what was said of the columns when the columns become others', () => {
    expect(withFormat(said, { sheet: 'Returns' })).toEqual({ encoding: 'utf-8', sheet: 'Returns' });
    expect(withFormat(said, { headerRow: 4 })).toEqual({ encoding: 'utf-8', headerRow: 4 });
  });

  it('takes the word said last of kind and export', () => {
    const named = { encoding: 'utf-8', kind: 'cost', columns: said.columns } as const;
    expect(withFormat(named, { preset: 'stripe-payments' })).toEqual({ encoding: 'utf-8', preset: 'stripe-payments' });
    expect(withFormat(named, { preset: 'none' })).toEqual({ encoding: 'utf-8', kind: 'cost', preset: 'none' });
    expect(withFormat({ preset: 'stripe-payments' }, { kind: 'cost' })).toEqual({ kind: 'cost' });
    expect(withFormat({ preset: 'none' }, { kind: 'sale' })).toEqual({ preset: 'none', kind: 'sale' });
  });

  it('keeps it when only the letters are read otherwise', () => {
    expect(withFormat(said, { encoding: 'cp437' })).toEqual({ ...said, encoding: 'cp437' });
  });

  it('lets a date format for all take the place of one for a column', () => {
    expect(withFormat(said, { dateFormat: 'dmy' })).toEqual({
      columns: said.columns,
      encoding: 'utf-8',
      dateFormat: 'dmy',
    });
  });
});
