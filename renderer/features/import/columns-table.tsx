import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnReading, Inspection, ReadingOptions } from '#shared/importing.ts';
import { CUSTOM_TYPES } from '#shared/reading-formats.ts';
import { Badge, type Tone } from '../../ui/badge.tsx';
import { Select, type SelectGroup } from '../../ui/select.tsx';
import { Table, type TableColumn } from '../../ui/table.tsx';
import {
  columnGiving,
  openQuestions,
  fieldGroups,
  parseTargetKey,
  targetKey,
  targetOf,
  withTarget,
} from './columns.model.ts';
import { useNarrow } from './use-narrow.ts';
import { fieldName, kindName } from './words.ts';

type Mark = ColumnReading['confidence'] | 'ask';
const TONES: Readonly<Record<Mark, Tone>> = {
  sure: 'good',
  guess: 'warn',
  check: 'warn',
  ask: 'bad',
  custom: 'neutral',
  ignored: 'neutral',
};

interface ColumnsTableProps {
  readonly inspection: Inspection;
  readonly options: ReadingOptions;
  readonly disabled: boolean;
  readonly onChange: (options: ReadingOptions) => void;
}

/** Each column of the file: its header, an example, and what it becomes. */
export function ColumnsTable({ inspection, options, disabled, onChange }: ColumnsTableProps) {
  const { t } = useTranslation('import');
  const { columns, kind } = inspection;
  const groups = useTargetGroups(inspection, options);
  const open = new Set(openQuestions(inspection, options).map(({ index }) => index));
  const headerOf = (column: ColumnReading): string =>
    column.header.trim() === '' ? t('columns.unnamed', { number: column.index + 1 }) : column.header;
  const table: readonly TableColumn<ColumnReading>[] = [
    {
      key: 'header',
      header: t('columns.header'),
      rowHeader: true,
      cell: (column) => <b title={headerOf(column)}>{headerOf(column)}</b>,
    },
    { key: 'example', header: t('columns.example'), cell: (column) => <Example column={column} /> },
    {
      key: 'becomes',
      header: t('columns.becomes'),
      cell: (column) => (
        <Select
          label={t('columns.becomesFor', { column: headerOf(column) })}
          className="import-target"
          disabled={disabled}
          value={targetKey(targetOf(column, options), column.type)}
          groups={groups}
          onChange={(key) => {
            const target = parseTargetKey(key);
            if (target !== null) onChange(withTarget(options, columns, column.index, target));
          }}
        />
      ),
    },
    {
      key: 'badge',
      header: <span className="visually-hidden">{t('columns.badge')}</span>,
      cell: (column) => {
        const mark: Mark = open.has(column.index) ? 'ask' : markOf(column, options);
        return <Badge tone={TONES[mark]}>{t(`confidence.${mark}`)}</Badge>;
      },
    },
  ];
  return (
    <Table
      className="import-columns"
      caption={`${t('columns.caption')}: ${kindName(t, kind)}`}
      columns={table}
      rows={columns}
      rowKey={(column) => column.index}
    />
  );
}

/** What the user has just said stands as said while the file is read again. */
function markOf(column: ColumnReading, options: ReadingOptions): Mark {
  const said = options.columns?.[String(column.index)];
  if (said === undefined || targetKey(said, column.type) === targetKey(column.target, column.type))
    return column.confidence;
  return said.to === 'field' ? 'sure' : said.to === 'custom' ? 'custom' : 'ignored';
}

function Example({ column }: { readonly column: ColumnReading }) {
  const { t } = useTranslation('import');
  const shown = column.examples.filter((example) => example.trim() !== '');
  const first = shown[0];
  if (first === undefined) return <span className="muted">{t('columns.empty')}</span>;
  return <code title={t('columns.examples', { examples: shown.join(' · ') })}>{first}</code>;
}

/** The list of a column's Select: fields by group, those another column gives marked with its header, then what a column of the file's own can be. */
function useTargetGroups(inspection: Inspection, options: ReadingOptions): readonly SelectGroup<string>[] {
  const { t } = useTranslation('import');
  const { kind, columns } = inspection;
  const narrow = useNarrow();
  return useMemo(() => {
    const option = (field: string) => {
      const giver = columnGiving(field, columns, options);
      const note = giver === null ? {} : { note: t('columns.takenBy', { column: giver.header }) };
      return { value: `field:${field}`, label: fieldName(t, kind, field), ...note };
    };
    return [
      ...fieldGroups(kind).map(({ group, fields }) => ({
        label: t(`columns.groups.${group}`),
        options: fields.map(option),
      })),
      {
        label: t('columns.groups.other'),
        options: [
          ...CUSTOM_TYPES.map((type) => ({
            value: `custom:${type}`,
            label: t(`columns.${narrow ? 'customShort' : 'custom'}.${type}`),
          })),
          { value: 'ignore', label: t('columns.ignore') },
        ],
      },
    ];
  }, [t, kind, columns, options, narrow]);
}
