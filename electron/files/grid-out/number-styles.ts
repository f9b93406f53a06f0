import { UNITS, type Unit } from '#shared/units.ts';

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

const FIRST_OWN = 164;
/** Plain, then bold: of texts, then of each unit. */
const BESIDE_UNITS = 2;

/** Number of a cell's style: texts, or numbers of a unit. */
export function styleOf(unit: Unit | null, bold: boolean): number {
  const plain = unit === null ? 0 : BESIDE_UNITS + 2 * UNITS.indexOf(unit);
  return plain + Number(bold);
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function cellStyle(format: number, bold: boolean, quoted: boolean): string {
  return `<xf numFmtId="${String(format)}" fontId="${bold ? '1' : '0'}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${bold ? ' applyFont="1"' : ''}${quoted ? ' quotePrefix="1"' : ''}/>`;
}

/** The part of a workbook that says what the styles are. */
export function stylesPart(): string {
  const formats = UNITS.map((unit, i) => `<numFmt numFmtId="${String(FIRST_OWN + i)}" formatCode="${FORMATS[unit]}"/>`);
  const cells = [
    cellStyle(49, false, true),
    cellStyle(49, true, true),
    ...UNITS.flatMap((_, i) => [cellStyle(FIRST_OWN + i, false, false), cellStyle(FIRST_OWN + i, true, false)]),
  ];
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="${MAIN}"><numFmts count="${String(formats.length)}">${formats.join('')}</numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${String(cells.length)}">${cells.join('')}</cellXfs></styleSheet>`;
}
