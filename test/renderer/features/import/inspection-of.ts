import type { ColumnReading, Inspection } from '#shared/importing.ts';
import { receiptOf } from './receipt-of.ts';

export function columnOf(index: number, header: string, part: Partial<ColumnReading> = {}): ColumnReading {
  return {
    index,
    header,
    examples: [],
    target: { to: 'custom' },
    confidence: 'custom',
    type: 'text',
    decimal: null,
    dateFormat: null,
    alternatives: [],
    filled: 1,
    blank: 0,
    ...part,
  };
}

/** An inspection with what a test is about. */
export function inspectionOf(part: Partial<Inspection>): Inspection {
  return {
    stageId: 'stage',
    file: { name: 'file.csv', size: 1, sha256: '' },
    sheets: [],
    sheet: null,
    tables: [],
    table: '',
    kind: 'sale',
    preset: null,
    format: { encoding: null, separator: null, decimal: null, date: null },
    sample: null,
    headerRow: 1,
    skippedRows: [],
    year: null,
    currency: { codes: ['SEK'], from: null, text: '', base: 'SEK', asks: false },
    columns: [],
    receipt: receiptOf({}),
    rejected: [],
    blockers: [],
    remembered: null,
    reimport: { onChange: 'update', changed: 0, from: null, to: null, inPeriod: 0 },
    notices: [],
    possibleKpis: [],
    ...part,
  };
}
