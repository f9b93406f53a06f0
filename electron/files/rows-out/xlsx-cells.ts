import { decimalText } from '#engine/own-export/decimal-text.ts';
import { scaledAt, type ExportValues } from '#engine/own-export/export-table.ts';
import { momentText } from '#engine/own-export/moment-text.ts';
import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { isoDate } from '#shared/calendar.ts';
import type { Unit } from '#shared/units.ts';
import type { SharedTexts } from './shared-texts.ts';
import { columnLetters, escapeXml, STYLE } from './xlsx-frame.ts';

/** 1970-01-01 as a serial of the 1900 system. */
const EPOCH = 25_569;
/** 1900-03-01: before it the system counts a day that never was. */
const FIRST_SERIAL = 61;
const LAST_SERIAL = 2_958_465;
/** A spreadsheet keeps 15 digits of a number: beyond this, four decimals would not all be kept. */
const LARGEST_NUMBER = 1e15;
const MINUTES = 1440;

/** A column's cell by position and row of the sheet, '' where there is nothing. */
export type XlsxCell = (position: number, row: number) => string;

/** Values that no number or date of a workbook can hold stand as text, digit for digit. */
export function xlsxCell(values: ExportValues, column: number, shared: SharedTexts): XlsxCell {
  const letters = columnLetters(column);
  const cell = (row: number, style: number, type: string, value: number | string): string =>
    `<c r="${letters}${String(row)}" s="${String(style)}"${type}><v>${String(value)}</v></c>`;
  const text = (row: number, content: string): string => cell(row, STYLE.text, ' t="s"', shared.number(content));
  switch (values.type) {
    case 'text': {
      const { codes, texts } = values;
      const known: (number | undefined)[] = [];
      return (at, row) => {
        const code = codes[at] ?? 0;
        const content = texts[code] ?? '';
        if (content === '') return '';
        if (shared.isTooLong(content)) shared.cut++;
        return cell(row, STYLE.text, ' t="s"', (known[code] ??= shared.number(content)));
      };
    }
    case 'date': {
      const { days } = values;
      return (at, row) => {
        const day = days[at] ?? NO_DAY;
        if (day === NO_DAY) return '';
        return isSerial(day) ? cell(row, STYLE.date, '', day + EPOCH) : text(row, isoDate(day));
      };
    }
    case 'instant': {
      const { days } = values;
      return (at, row) => {
        const minutes = days[at] ?? NO_DAY;
        if (minutes === NO_DAY) return '';
        const isNumber = isSerial(Math.floor(minutes / MINUTES));
        return isNumber ? cell(row, STYLE.instant, '', minutes / MINUTES + EPOCH) : text(row, momentText(minutes));
      };
    }
    case 'decimal': {
      const { scaled, unit } = values;
      const style = styleOf(unit);
      return (at, row) => {
        const value = scaledAt(scaled, at);
        if (value !== value) return '';
        const digits = decimalText(value, '.');
        return Math.abs(value) < LARGEST_NUMBER ? cell(row, style, '', digits) : text(row, digits);
      };
    }
    case 'flag': {
      const { flags } = values;
      return (at, row) => {
        const flag = flags[at] ?? 2;
        return flag === 2 ? '' : cell(row, STYLE.plain, ' t="b"', flag);
      };
    }
    case 'whole': {
      const { numbers } = values;
      return (at, row) => cell(row, STYLE.plain, '', numbers[at] ?? 0);
    }
  }
}

/** The header's row. */
export function headerRow(names: readonly string[]): string {
  const cells = names.map(
    (name, column) =>
      `<c r="${columnLetters(column)}1" s="${String(STYLE.header)}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(name)}</t></is></c>`,
  );
  return `<row r="1">${cells.join('')}</row>`;
}

function isSerial(day: number): boolean {
  return day + EPOCH >= FIRST_SERIAL && day + EPOCH <= LAST_SERIAL;
}

function styleOf(unit: Unit | null): number {
  if (unit === 'money') return STYLE.money;
  return unit === 'ratio' ? STYLE.share : STYLE.plain;
}
