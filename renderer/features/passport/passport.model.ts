import type { TFunction } from 'i18next';
import { filterCondition } from '#shared/filter-words.ts';
import type { FormulaPart } from '#shared/formula-words.ts';
import { formatDate, formatDayMonth, formatMinute, formatPeriodText, formatRange } from '#shared/format-period.ts';
import {
  formatChange,
  formatCompact,
  formatFull,
  formatNumber,
  joined,
  NO_VALUE,
  type Change,
  type Direction,
  type Formatted,
  type FormatContext,
} from '#shared/format.ts';
import type { Input } from '#shared/contract.ts';
import { OTHER } from '#shared/members.ts';
import type { Explanation, RowsPage } from '#shared/question.ts';
import type { AnyKind } from '#shared/record-kinds.ts';
import type { CellSubject } from '../../state/passport-slice.ts';
import { costlessRows, coverageText } from '#shared/tiles/tile-words.ts';
import { filterWords } from '../../i18n/filter-words.ts';
import { kpiWords, type KpiWords } from '../../i18n/kpi-words.ts';
import { formulaInWords, isBareName, languageWord } from './formula.model.ts';
import { inputsInPlace, liveParts } from './live-formula.model.ts';

export interface PassportLine {
  readonly label: string;
  readonly value: string;
  /** A part of the line above it. */
  readonly inner?: true;
  /** The number that it is. */
  readonly opens?: CellSubject;
}

/** Everything the panel says, finished. */
export interface Passport {
  readonly name: string;
  /** The members of the cell: 'Stockholm', 'sep 2026'; empty for the total. */
  readonly place: string;
  readonly value: Formatted | null;
  readonly change: Change | null;
  readonly against: string | null;
  readonly definition: string;
  readonly variant: string | null;
  readonly formula: readonly FormulaPart[];
  /** The same with values, null when it says nothing more. */
  readonly live: readonly FormulaPart[] | null;
  readonly inputs: readonly PassportLine[];
  readonly remarks: readonly string[];
  readonly scope: readonly PassportLine[];
  readonly rowsUsed: string;
  /** Of every kind, where there are several. */
  readonly rowsByKind: readonly PassportLine[];
  /** All that are left out, then how many for each reason; none where every row is used. */
  readonly leftOut: readonly PassportLine[];
  /** Files of the rows, then what the rows have from lists. */
  readonly sources: readonly { readonly text: string; readonly rows: string }[];
  /** Where rows come from that no file has; null where every row stands in one. */
  readonly origin: string | null;
}

export interface PassportNeeds {
  readonly t: TFunction;
  /** The names of built-in KPIs when absent. */
  readonly words?: KpiWords;
  readonly format: FormatContext;
  readonly dimensionName: (key: string) => string;
  readonly memberName: (member: string | null, dimension?: string) => string;
  /** Dimensions of the question's rows, and of its columns. */
  readonly levels?: { readonly rows: readonly string[]; readonly columns: readonly string[] };
  /** Names `sale.cost`. */
  readonly needName: (need: string) => string;
  /** A field of a kind; with the file's header where it is a column of its own. */
  readonly fieldName: (kind: string, field: string, label: string | null) => string;
  readonly reasonSentence: (reason: Explanation['reason']) => string;
  /** Which way is good for the KPI. */
  readonly direction: Direction;
  /** Of a KPI that cost enters: the part of revenue with cost. */
  readonly coverage?: number | null;
}

/** The passport of a number from its explanation. */
export function passportOf(explanation: Explanation, needs: PassportNeeds): Passport {
  const { t, format, reasonSentence, words = kpiWords(t, []) } = needs;
  const { kpi, unit, variant, value, formula, inputs, marks, rows, sources, reason, comparePeriod, period } =
    explanation;
  const { locale } = format;
  const count = (number: number): string => formatNumber(number, locale);
  const nameOf = (id: string): string =>
    words.known(id) ??
    formulaInWords(id, t, words)
      .map(({ text }) => text)
      .join('');
  const amountOf = ({ value: amount, unit: of }: (typeof inputs)[number]): string =>
    amount === null ? NO_VALUE : joined(formatCompact(amount, of, format), locale);
  const inTotal = new Set(
    inputsInPlace(formula, inputs).flatMap((each) => (each.reading.split(' ').includes('total') ? [each.input] : [])),
  );
  const variantName = words.variant(kpi, variant);
  return {
    name: nameOf(kpi),
    place: placeOf(explanation, needs),
    value: value === null ? null : formatCompact(value, unit, format),
    change: formatChange(explanation.compare, unit, needs.direction, format),
    against: comparePeriod === null ? null : formatRange(comparePeriod.from, comparePeriod.to, locale),
    definition: words.definition(kpi),
    variant: variantName === '' ? null : t('passport:variant', { variant: variantName }),
    formula: formulaInWords(formula, t, words),
    live: isBareName(formula)
      ? null
      : liveParts(formula, inputs, { valueOf: amountOf, nameOf, plainOf: (word) => languageWord(t, word) }),
    inputs: inputs.map((input) => ({
      label: inputLabel(
        inTotal.has(input) ? t('passport:inAll', { name: nameOf(input.id) }) : nameOf(input.id),
        input.period,
        period,
        locale,
      ),
      value: input.value === null ? NO_VALUE : formatFull(input.value, input.unit, format),
    })),
    remarks: [
      ...(value === null ? [reasonSentence(reason)] : []),
      ...marks.map((mark) =>
        mark === 'open-period'
          ? t('passport:open', { day: formatDayMonth(period.through, locale) })
          : t(`kpis:marks.${mark}`),
      ),
      ...(costlessRows(kpi, variant) === 'free' && coverageText(needs.coverage, format) !== null
        ? [t('passport:costless')]
        : []),
    ],
    scope: scopeOf(explanation, needs),
    rowsUsed: count(rowsBehind(explanation)),
    rowsByKind: rows.byKind.length < 2 ? [] : rows.byKind.map(({ kind, total }) => kindLine(kind, count(total), needs)),
    leftOut: leftOutLines(rows.leftOut, needs),
    sources: [
      ...sourceLines(sources, needs),
      ...explanation.fromLists.map((given) => ({
        text: fromListText(given, needs),
        rows: t('passport:sourceRows', { count: given.rows, n: count(given.rows) }),
      })),
    ],
    origin: rows.byKind.some(({ kind, total }) => total > 0 && isDerived(kind)) ? t('passport:origin') : null,
  };
}

/** Rows behind a number as "show rows" has them: each once, also one that the formula reads twice. */
export function rowsBehind({ rows }: Pick<Explanation, 'rows'>): number {
  return rows.byKind.length === 0 ? rows.used : rows.byKind.reduce((sum, { total }) => sum + total, 0);
}

/** Where the benchmarks of a cell are asked: its own period, its members as filters. The united remainder has none. */
export function benchmarksOf(
  { kpi, variant, period, filters, cell }: Explanation,
  levels: { readonly rows: readonly string[]; readonly columns: readonly string[] },
): Input<'question.benchmarks'> | null {
  if ([...cell.row, ...cell.column].includes(OTHER)) return null;
  const members = [
    ...cell.row.map((member, at) => ({ dimension: levels.rows[at] ?? '', member })),
    ...cell.column.map((member, at) => ({ dimension: levels.columns[at] ?? '', member })),
  ].filter(({ dimension }) => dimension !== 'date' && dimension !== '');
  return {
    kpis: [`${kpi}:${variant}`],
    period: period.spec,
    filters: [
      ...filters,
      ...members.map(({ dimension, member }) => ({ dimension, op: 'in' as const, values: [member] })),
    ],
  };
}

function fromListText(
  { field, label, list, files }: Explanation['fromLists'][number],
  { t, format, fieldName }: PassportNeeds,
): string {
  const [kind, key] = [field.slice(0, field.indexOf('.')), field.slice(field.indexOf('.') + 1)];
  const name = fieldName(kind, key, label);
  return t(`passport:fromList.${list}`, {
    field: name.slice(0, 1).toLocaleUpperCase(format.locale) + name.slice(1),
    files: files.join(', '),
  });
}

/** The files that rows came from. */
export function sourceLines(
  sources: Explanation['sources'],
  { t, format: { locale } }: Pick<PassportNeeds, 't' | 'format'>,
): Passport['sources'] {
  return sources.map(({ file, importedAt, rows }) => ({
    text: t('passport:source', { file, date: formatMinute(importedAt, locale) }),
    rows: t('passport:sourceRows', { count: rows, n: formatNumber(rows, locale) }),
  }));
}

/** Rows worked out from others, which no file has. */
export const isDerived = (kind: AnyKind): boolean => kind === 'customer' || kind === 'customer_span';

type LeftOutNeeds = Pick<PassportNeeds, 't' | 'format' | 'needName' | 'dimensionName'>;

const MISSING_RATE = 'missing-rate:';
const NO_VALUE_OF = 'no-value:';

/** All that are left out, then how many for each reason. */
export function leftOutLines(all: Explanation['rows']['leftOut'], needs: LeftOutNeeds): readonly PassportLine[] {
  const shown = (count: number): string => formatNumber(count, needs.format.locale);
  if (all.length === 0) return [];
  return [
    { label: needs.t('passport:rowsLeftOut'), value: shown(all.reduce((sum, { count }) => sum + count, 0)) },
    ...all.map(({ reason, count }): PassportLine => ({
      label: leftOutLabel(reason, needs),
      value: shown(count),
      inner: true,
    })),
  ];
}

function leftOutLabel(reason: string, { t, needName, dimensionName }: LeftOutNeeds): string {
  if (reason.startsWith(MISSING_RATE))
    return t('passport:missingRate', { currency: reason.slice(MISSING_RATE.length) });
  if (reason === 'target.other-level') return t('passport:otherLevel');
  if (reason.startsWith(NO_VALUE_OF))
    return t('passport:noValueOf', { name: dimensionName(reason.slice(NO_VALUE_OF.length)) });
  return t('passport:leftOut', { field: needName(reason) });
}

function kindLine(kind: string, value: string, { t, format }: PassportNeeds): PassportLine {
  const name = t(`fields:kinds.${kind}`, { defaultValue: kind });
  return { label: name.slice(0, 1).toLocaleUpperCase(format.locale) + name.slice(1), value, inner: true };
}

/** An input from another period than the answer's says which. */
function inputLabel(
  name: string,
  own: { readonly from: string; readonly to: string },
  whole: Explanation['period'],
  locale: FormatContext['locale'],
): string {
  const same = own.from >= whole.from && own.to <= whole.to;
  return same ? name : `${name}, ${formatRange(own.from, own.to, locale)}`;
}

const PERIOD_MEMBER = /^\d{4}(-(\d{2}|Q\d|W\d{2})(-\d{2})?)?$/;

function placeOf({ cell }: Explanation, { t, format, memberName, levels }: PassportNeeds): string {
  const named = (member: string | null, dimension: string | undefined): string => {
    if (member === OTHER) return t('charts:others');
    return member !== null && PERIOD_MEMBER.test(member)
      ? formatPeriodText(member, format.locale)
      : memberName(member, dimension);
  };
  return [
    ...cell.row.map((member, at) => named(member, levels?.rows[at])),
    ...cell.column.map((member, at) => named(member, levels?.columns[at])),
  ].join(' · ');
}

function scopeOf(
  explanation: Explanation,
  { t, format, dimensionName, memberName, coverage, words = kpiWords(t, []) }: PassportNeeds,
): readonly PassportLine[] {
  const { period, comparePeriod, compare, unit, filters } = explanation;
  const compared = compare?.value ?? null;
  const share = coverageText(coverage, format);
  return [
    {
      label: t('passport:period'),
      value: formatRange(period.from, period.open ? period.through : period.to, format.locale),
    },
    ...(comparePeriod === null
      ? []
      : [
          {
            label: t('passport:compare'),
            value: t('passport:compareValue', {
              value: compared === null ? NO_VALUE : formatFull(compared, unit, format),
              period: formatRange(comparePeriod.from, comparePeriod.to, format.locale),
            }),
          },
        ]),
    ...filterLines(filters, { t, format, dimensionName, memberName, words }),
    ...(share === null ? [] : [{ label: t('kpis:cost-coverage.name'), value: share }]),
  ];
}

/** What each filter asks for. */
export function filterLines(
  filters: Explanation['filters'],
  {
    t,
    format,
    dimensionName,
    memberName,
    words,
  }: Pick<PassportNeeds, 't' | 'format' | 'dimensionName' | 'memberName'> & { readonly words: KpiWords },
): readonly PassportLine[] {
  return filters.map((filter) => ({
    label: dimensionName(filter.dimension),
    value: filterCondition(filter, { ...filterWords(t, format.locale, words), member: memberName }),
  }));
}

/** A value of a row in the file's terms. */
export function rowValue(
  value: string | number | null,
  field: RowsPage['fields'][number],
  format: FormatContext,
): string {
  if (value === null) return '';
  if (typeof value === 'number') {
    if (field.unit === 'money') return formatNumber(value, format.locale, 4, 2);
    return field.unit === null ? formatNumber(value, format.locale, 4, 0) : formatFull(value, field.unit, format);
  }
  if (field.type === 'date') return formatDate(value, format.locale);
  return field.type === 'instant' ? formatMinute(value, format.locale) : value;
}
