import { UNITS, type Unit } from '#shared/units.ts';
import { escapeXml } from '../rows-out/xlsx-frame.ts';

const FORMATS: Readonly<Record<Unit, string>> = {
  money: '#,##0.00',
  ratio: '0.0%',
  count: '#,##0',
  quantity: '#,##0.####',
  days: '#,##0.0',
  hours: '#,##0.0',
  years: '#,##0.0',
  periods: '#,##0.0',
  index: '0.00',
};
/** How a cell looks. */
export interface CellLook {
  /** A number's code; null for text, which then stays text when it is edited. */
  readonly format: string | null;
  readonly font?: 'bold' | 'large' | 'quiet';
  /** Lines are broken within the cell. */
  readonly wrapped?: boolean;
  /** A line under it. */
  readonly ruled?: boolean;
  readonly right?: boolean;
}
export const TEXT: CellLook = { format: null };
export const BOLD: CellLook = { format: null, font: 'bold' };

const looks = (font: Pick<CellLook, 'font'>): ReadonlyMap<Unit, CellLook> =>
  new Map(UNITS.map((unit) => [unit, { format: FORMATS[unit], ...font }]));
const PLAIN_UNITS = looks({});
const BOLD_UNITS = looks({ font: 'bold' });

/** Numbers of a unit where nothing else is said; the same object each time. */
export const unitLook = (unit: Unit, bold = false): CellLook => (bold ? BOLD_UNITS : PLAIN_UNITS).get(unit) ?? TEXT;

const FONTS = ['plain', 'bold', 'large', 'quiet'] as const;
const FONT_XML = `<fonts count="4"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font><font><sz val="10"/><color rgb="FF656D78"/><name val="Calibri"/></font></fonts>`;
const FILL_XML =
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>';
const BORDER_XML =
  '<borders count="2"><border/><border><left/><right/><top/><bottom style="thin"><color rgb="FFC9C9C1"/></bottom></border></borders>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TEXT_FORMAT = 49;
const FIRST_OWN = 164;

/** The styles of a workbook, numbered as they are first used; plain text is the one of cells without a number. */
export class CellStyles {
  readonly #numbers = new Map<string, number>();
  readonly #met = new WeakMap<CellLook, number>();
  readonly #formats = new Map<string, number>();

  constructor() {
    this.number(TEXT);
  }

  number(look: CellLook): number {
    const met = this.#met.get(look);
    if (met !== undefined) return met;
    const xml = this.#xml(look);
    const known = this.#numbers.get(xml) ?? this.#numbers.size;
    this.#numbers.set(xml, known);
    this.#met.set(look, known);
    return known;
  }

  /** The part of a workbook that says what the styles are. */
  part(): string {
    const formats = [...this.#formats].map(
      ([code, id]) => `<numFmt numFmtId="${String(id)}" formatCode="${escapeXml(code)}"/>`,
    );
    const listed =
      formats.length === 0 ? '' : `<numFmts count="${String(formats.length)}">${formats.join('')}</numFmts>`;
    return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${MAIN}">${listed}${FONT_XML}${FILL_XML}${BORDER_XML}<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${String(this.#numbers.size)}">${[...this.#numbers.keys()].join('')}</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
  }

  #xml({ format, font, wrapped, ruled, right }: CellLook): string {
    const alignment =
      wrapped === true || right === true
        ? `<alignment${right === true ? ' horizontal="right"' : ''}${wrapped === true ? ' vertical="top" wrapText="1"' : ''}/>`
        : '';
    const applied = `${ruled === true ? ' applyBorder="1"' : ''}${alignment === '' ? '' : ' applyAlignment="1"'}`;
    const start = `<xf numFmtId="${String(this.#format(format))}" fontId="${String(FONTS.indexOf(font ?? 'plain'))}" fillId="0" borderId="${ruled === true ? '1' : '0'}" xfId="0" applyNumberFormat="1" applyFont="1"${applied}${format === null ? ' quotePrefix="1"' : ''}`;
    return alignment === '' ? `${start}/>` : `${start}>${alignment}</xf>`;
  }

  #format(code: string | null): number {
    if (code === null) return TEXT_FORMAT;
    const known = this.#formats.get(code) ?? FIRST_OWN + this.#formats.size;
    this.#formats.set(code, known);
    return known;
  }
}
