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
  return useMemo(
    () => formulaNames(t, words, { entries, dimensions, columns, except }),
    [t, words, entries, dimensions, columns, except],
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
  readonly entries: readonly Pick<KpiEntry, 'kpi' | 'problem'>[];
  readonly dimensions: readonly NamedDimension[];
  readonly columns: readonly Column[];
  /** The KPI being written, which may not name itself. */
  readonly except: string | null;
}

function formulaNames(
  t: TFunction,
  words: KpiWords,
  { entries, dimensions, columns, except }: AtHand,
): readonly FormulaName[] {
  const measures = new Set(MEASURES.map(({ id }) => id));
  const kpis = entries.filter(({ kpi, problem }) => problem === null && kpi !== except && !measures.has(kpi));
  return [
    ...kpis.map(({ kpi }): FormulaName => ({ kind: 'kpi', text: kpi, label: words.name(kpi) })),
    ...MEASURES.map(({ id }): FormulaName => ({ kind: 'measure', text: id, label: words.name(id) })),
    ...Object.keys(SIGNATURES).map((id): FormulaName => ({ kind: 'function', text: id, label: languageWord(t, id) })),
    ...CALENDAR.map((id): FormulaName => ({ kind: 'calendar', text: id, label: languageWord(t, id) })),
    ...dimensions.map(({ key }): FormulaName => ({
      kind: 'dimension',
      text: written(key),
      label: dimensionName(t, key, dimensions),
    })),
    ...KINDS.flatMap((kind): readonly FormulaName[] => [
      { kind: 'kind', text: kind, label: t(`fields:kinds.${kind}`) },
      ...fieldsOf(kind, columns).map(({ key, type, label }): FormulaName => ({
        kind: 'field',
        text: written(key),
        label: label === '' ? dimensionName(t, key, [{ key, label: null, kinds: [kind] }]) : label,
        of: kind,
        isDate: type === 'date' || type === 'instant',
      })),
    ]),
  ];
}

/** Fields of a kind: the catalogue's, those worked out, and the files' own columns. */
function fieldsOf(kind: QueryKind, columns: readonly Column[]): readonly Omit<Column, 'kind'>[] {
  const known = [...fieldsOfKind(kind), ...derivedFields(kind)].filter(({ key }) => !key.includes(':'));
  return [
    ...new Map(known.map(({ key, type }) => [key, { key, type, label: '' }])).values(),
    ...columns.filter((column) => column.kind === kind),
  ];
}
