import { decimalText } from '#engine/own-export/decimal-text.ts';
import { scaledAt, type ExportTable, type ExportValues } from '#engine/own-export/export-table.ts';
import { guardText } from '#engine/own-export/guard-text.ts';
import { momentText } from '#engine/own-export/moment-text.ts';
import { NO_DAY } from '#engine/ports/workspace-columns.ts';
import { isoDate } from '#shared/calendar.ts';
import type { Locale } from '#shared/format.ts';
import { rowChunks, type WriteTask } from './row-chunks.ts';

interface Dialect {
  readonly separator: ';' | ',';
  readonly mark: '.' | ',';
  /** No, yes. */
  readonly flags: readonly [string, string];
}

/** As a spreadsheet of the language writes and opens it. */
const DIALECTS = {
  'sv-SE': { separator: ';', mark: ',', flags: ['Nej', 'Ja'] },
  'en-GB': { separator: ',', mark: '.', flags: ['No', 'Yes'] },
} as const satisfies Readonly<Record<Locale, Dialect>>;

const BYTE_ORDER_MARK = '\ufeff';
const LINE_END = '\r\n';

/** Rows as UTF-8 with a byte order mark, a chunk at a time. Dates and moments are ISO in every language. */
export function* csvRows({ columns, positions }: ExportTable, locale: Locale, task: WriteTask): Generator<Buffer> {
  const dialect = DIALECTS[locale];
  const header = columns.map((column) => textCell(column.header, dialect)).join(dialect.separator);
  yield Buffer.from(BYTE_ORDER_MARK + header + LINE_END);
  const cells = columns.map(({ values }) => cellOf(values, dialect));
  for (const chunk of rowChunks(positions, task)) {
    let text = '';
    for (const position of chunk) {
      let line = '';
      for (let i = 0; i < cells.length; i++) line += (i === 0 ? '' : dialect.separator) + (cells[i]?.(position) ?? '');
      text += line + LINE_END;
    }
    yield Buffer.from(text);
  }
}

function textCell(text: string, { separator }: Dialect): string {
  const safe = guardText(text.toWellFormed());
  const isBare = !safe.includes(separator) && !/["\r\n]|^\s|\s$/.test(safe);
  return isBare ? safe : `"${safe.replaceAll('"', '""')}"`;
}

/** A column's cell by position. */
function cellOf(values: ExportValues, dialect: Dialect): (position: number) => string {
  switch (values.type) {
    case 'text': {
      const { codes, texts } = values;
      const known: (string | undefined)[] = [];
      return (at) => {
        const code = codes[at] ?? 0;
        return (known[code] ??= textCell(texts[code] ?? '', dialect));
      };
    }
    case 'date':
    case 'instant': {
      const { days, type } = values;
      const write = type === 'date' ? isoDate : momentText;
      return (at) => (days[at] === NO_DAY ? '' : write(days[at] ?? 0));
    }
    case 'decimal': {
      const { scaled } = values;
      return (at) => {
        const value = scaledAt(scaled, at);
        return value === value ? decimalText(value, dialect.mark) : '';
      };
    }
    case 'flag': {
      const { flags } = values;
      return (at) => dialect.flags[flags[at] ?? 2] ?? '';
    }
    case 'whole': {
      const { numbers } = values;
      return (at) => String(numbers[at] ?? 0);
    }
  }
}
