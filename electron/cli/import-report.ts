import type { ImportRecord, Inspection, TableInfo } from '#shared/importing.ts';
import { formatNumber, type Locale } from '#shared/format.ts';
import { customKey } from '#shared/record-kinds.ts';
import type { Context } from './command.ts';
import type { Words } from './words.ts';
import { textTable } from './text-table.ts';

const changes = ['updated', 'kept', 'replaced'] as const;
const parts = ['read', 'header', 'skipped', 'totals', 'duplicates', 'rejected', 'imported'] as const;

function mappingOf({ columns }: Inspection): Record<string, string> {
  return Object.fromEntries(
    columns.flatMap(({ target, header, filled }) => {
      if (target.to === 'field') return [[target.field, header] as const];
      return target.to === 'custom' && filled > 0 ? [[customKey(header), header] as const] : [];
    }),
  );
}

function tableOf({ tables, table }: Inspection): TableInfo | undefined {
  return tables.find(({ id }) => id === table);
}

/** One table imported, in the shape of the command line's JSON. Without a record it was a dry run. */
export function importJson(inspection: Inspection, record: ImportRecord | null): unknown {
  const { receipt } = record ?? inspection;
  return {
    file: inspection.file.name,
    kind: inspection.kind,
    ...(inspection.preset === null ? {} : { preset: inspection.preset }),
    sheets: tableOf(inspection)?.sheets ?? [],
    importId: record?.id ?? null,
    mapping: record?.mapping ?? mappingOf(inspection),
    format: inspection.format,
    rows: receipt.rows,
    ...(inspection.currency.from === null
      ? {}
      : { currency: { codes: inspection.currency.codes, from: inspection.currency.from } }),
    changes: receipt.changes,
    remembered: inspection.remembered,
    sums: Object.fromEntries(
      Object.entries(receipt.sums).map(([field, { file, imported, duplicates, rejected, leftOut }]) => [
        field,
        { file, imported, duplicates, rejected, ...(leftOut === undefined ? {} : { leftOut }) },
      ]),
    ),
    rejected: inspection.rejected.map(({ row, column, value, reason }) => ({ row, column, value, reason })),
    possibleKpis: inspection.possibleKpis.filter(({ possible }) => possible).map(({ kpi }) => kpi),
  };
}

/** What the file was recognised as, and what was seen in it that does not stop the import. */
function remarks({ preset, year, currency, notices }: Inspection, words: Words, locale: Locale): readonly string[] {
  const source =
    preset === null ? [] : [words('import:sentence.preset', { source: words(`import:presetSources.${preset}`) })];
  const said =
    year?.from == null || year.from === 'user'
      ? []
      : [
          `${words('import:year.label')}: ${String(year.value)}, ${words(`import:year.from.${year.from}`, { text: year.text })}.`,
        ];
  const money =
    currency.from === 'symbol' || currency.from === 'format'
      ? [
          `${words('import:currency.label')}: ${currency.codes.join(', ')}, ${words(`import:currency.from.${currency.from}`, { text: currency.text })}.`,
        ]
      : [];
  const seen = notices.map(({ code, details }) => {
    const values: Record<string, string | number> = {};
    for (const [name, value] of Object.entries(details)) {
      if (name === 'rows' && typeof value === 'number') values['count'] = value;
      values[name] = typeof value === 'number' ? formatNumber(value, locale, 4, 0) : value;
    }
    const sentence = words(`fields:notices.${code}`, values);
    return sentence === code ? words(`import:notices.${code}`, values) : sentence;
  });
  return [...source, ...said, ...money, ...seen];
}

export function importText(inspection: Inspection, record: ImportRecord | null, { words, locale }: Context): string {
  const { receipt } = record ?? inspection;
  const name = tableOf(inspection)?.name ?? '';
  const file = name === '' ? inspection.file.name : `${inspection.file.name} (${name})`;
  const kind = words(`fields:kinds.${inspection.kind}`);
  const title =
    record === null
      ? words(receipt.rows.imported === 0 ? 'import.allThere' : 'import.dryRun', { file, kind })
      : words('import.done', { file, kind, id: record.id });
  const rows = textTable(
    [{ title: words('import.rows') }, { title: '', right: true }],
    [
      ...parts.map((part) => [words(`import.${part}`), formatNumber(receipt.rows[part], locale)]),
      ...changes.flatMap((part) => {
        const count = receipt.changes[part];
        return count === 0 ? [] : [[words(`reimport:lines.${part}`), formatNumber(count, locale)]];
      }),
    ],
  );
  const sums = textTable(
    [
      { title: words('import.sums') },
      ...['file', 'imported', 'duplicates', 'rejected'].map((part) => ({
        title: words(`import.${part}`),
        right: true,
      })),
    ],
    Object.entries(receipt.sums).map(([field, sum]) => [
      words(`fields:${inspection.kind}.${field}`),
      ...[sum.file, sum.imported, sum.duplicates, sum.rejected].map((value) => formatNumber(value, locale, 2)),
    ]),
  );
  const rejected = textTable(
    [words('import.row'), words('import.column'), words('import.value'), words('import.reason')].map((one) => ({
      title: one,
    })),
    inspection.rejected.map(({ row, column, field, value, reason }) => [
      String(row),
      column,
      value,
      words(`import:rejected.reasons.${reason}`, { field: words(`fields:${inspection.kind}.${field}`) }),
    ]),
  );
  return (
    [
      [
        title,
        ...(inspection.remembered === null
          ? []
          : [words('reimport:remembered.asBefore', { file: inspection.remembered.file })]),
        ...remarks(inspection, words, locale),
      ].join('\n'),
      rows,
      sums,
      ...(inspection.rejected.length === 0 ? [] : [rejected]),
    ]
      .map((text) => text.trimEnd())
      .join('\n\n') + '\n'
  );
}
