import { useQueries } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { KpiEntry } from '#shared/contract.ts';
import { derivedFields } from '#shared/derived-fields.ts';
import { MEASURES } from '#shared/measures.ts';
import { CUSTOM_PREFIX, DATED_KINDS, DERIVED_KINDS, fieldsOfKind, type QueryKind } from '#shared/record-kinds.ts';
import { dimensionName, type NamedDimension } from '../../i18n/names.ts';
import { useKpiWords, type KpiWords } from '../../i18n/kpi-words.ts';
import { useHost } from '../../transport/host-context.tsx';
import { hostQuery, useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { languageWord } from '../passport/formula.model.ts';
import type { FormulaName } from './completion.model.ts';
import { CALENDAR, SIGNATURES } from './signatures.model.ts';

const KINDS: readonly QueryKind[] = [...DATED_KINDS, ...DERIVED_KINDS];
const NONE: readonly never[] = [];

const bare = /^[A-Za-z][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)*$/;
const written = (key: string): string => (bare.test(key) ? key : `"${key.replaceAll('"', '""')}"`);

/** Every name a formula of this workspace may hold, KPIs first. */
export function useNames(except: string | null): readonly FormulaName[] {
  const { t } = useTranslation();
  const words = useKpiWords();
  const entries = useHostQuery('catalogue.kpis', {}, { keep: true }).data ?? NONE;
  const dimensions = useHostQuery('catalogue.dimensions', {}, { keep: true }).data ?? NONE;
  const columns = useOwnColumns();
  const { rows } = useWorkspace();
  return useMemo(
    () => formulaNames(t, words, { entries, dimensions, columns, rows, except }),
    [t, words, entries, dimensions, columns, rows, except],
  );
}

interface Column {
  readonly kind: QueryKind;
  readonly key: string;
  readonly type: string;
  readonly label: string;
}

/** The files' own columns of every kind with rows: numbers, dates and texts. */
function useOwnColumns(): readonly Column[] {
  const host = useHost();
  const workspace = useWorkspace();
  const kinds = DATED_KINDS.filter((kind) => (workspace.rows[kind] ?? 0) > 0);
  return useQueries({
    queries: kinds.map((kind) =>
      hostQuery(host, workspace, 'data.rows', { kind, search: '', filters: [], sort: null, offset: 0, limit: 1 }),
    ),
    combine: (answers) =>
      answers.flatMap(({ data }, index) => {
        const kind = kinds[index];
        return kind === undefined
          ? []
          : (data?.fields ?? [])
              .filter(({ key }) => key.startsWith(CUSTOM_PREFIX))
              .map(({ key, type, label }): Column => ({ kind, key, type, label }));
      }),
  });
}

interface AtHand {
  readonly entries: readonly Pick<KpiEntry, 'kpi' | 'problem' | 'possible'>[];
  readonly dimensions: readonly NamedDimension[];
  readonly columns: readonly Column[];
  readonly rows: Readonly<Partial<Record<string, number>>>;
  /** The KPI being written, which may not name itself. */
  readonly except: string | null;
}

function formulaNames(
  t: TFunction,
  words: KpiWords,
  { entries, dimensions, columns, rows, except }: AtHand,
): readonly FormulaName[] {
  const measures = new Set(MEASURES.map(({ id }) => id));
  const kpis = entries.filter(({ kpi, problem }) => problem === null && kpi !== except && !measures.has(kpi));
  return [
    ...kpis.map(({ kpi, possible }): FormulaName => ({
      kind: 'kpi',
      text: kpi,
      label: words.name(kpi),
      lacks: !possible,
    })),
    ...MEASURES.map(({ id }): FormulaName => ({ kind: 'measure', text: id, label: words.name(id) })),
    ...Object.keys(SIGNATURES).map((id): FormulaName => ({ kind: 'function', text: id, label: languageWord(t, id) })),
    ...CALENDAR.map((id): FormulaName => ({ kind: 'calendar', text: id, label: languageWord(t, id) })),
    ...dimensions.map(({ key }): FormulaName => ({
      kind: 'dimension',
      text: written(key),
      label: dimensionName(t, key, dimensions),
    })),
    ...KINDS.flatMap((kind): readonly FormulaName[] => [
      { kind: 'kind', text: kind, label: t(`fields:kinds.${kind}`), lacks: !hasRows(kind, rows) },
      ...fieldsOf(kind, columns, dimensions).map(({ key, type, label }): FormulaName => ({
        kind: 'field',
        text: written(key),
        label: label === '' ? dimensionName(t, key, [{ key, label: null, kinds: [kind] }]) : label,
        of: kind,
        holds: holdsOf(type),
      })),
    ]),
  ];
}

function holdsOf(type: string): NonNullable<FormulaName['holds']> {
  if (type === 'date' || type === 'instant') return 'date';
  return type === 'decimal' ? 'number' : type === 'flag' ? 'flag' : 'text';
}

/** Customers and their time as such are worked out from sales and subscriptions. */
function hasRows(kind: QueryKind, rows: AtHand['rows']): boolean {
  const from = DERIVED_KINDS.some((derived) => derived === kind) ? ['sale', 'subscription'] : [kind];
  return from.some((each) => (rows[each] ?? 0) > 0);
}

/** Fields of a kind: the catalogue's, those worked out, those a list gives it, and the files' own columns. */
function fieldsOf(
  kind: QueryKind,
  columns: readonly Column[],
  dimensions: readonly NamedDimension[],
): readonly Omit<Column, 'kind'>[] {
  const known = [...fieldsOfKind(kind), ...derivedFields(kind)].filter(({ key }) => !key.includes(':'));
  const listed = dimensions.filter(({ key, kinds }) => !key.includes(':') && kinds.includes(kind));
  const types = new Map([
    ...listed.map(({ key }) => [key, 'text'] as const),
    ...known.map(({ key, type }) => [key, type] as const),
  ]);
  return [
    ...[...types].map(([key, type]) => ({ key, type, label: '' })),
    ...columns.filter((column) => column.kind === kind),
  ];
}
