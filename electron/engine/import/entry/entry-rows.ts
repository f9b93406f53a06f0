import { entryFields, TARGET_GRAINS, type EntryKind } from '#shared/entry-kinds.ts';
import type { EntryReason } from '#shared/entry.ts';
import type { DateFormat, DecimalMark } from '#shared/importing.ts';
import { KPI_CATALOGUE } from '#shared/kpi-catalogue.ts';
import { currencyCode } from '#shared/rates.ts';
import { cleanText } from '../cells.ts';
import { isPlaceholder } from '../number-readings.ts';
import { standardWords } from '../standard-words.ts';
import { entryDate, entryNumber, entryPeriod } from './entry-cells.ts';

/** How the cells of a row are read. */
export interface EntryReader {
  readonly kind: EntryKind;
  /** The reader's own decimal mark: what numbers come back with. */
  readonly mark: DecimalMark;
  /** The workspace's currency. */
  readonly currency: string;
  /** By place of the field, where a whole column has been looked at. */
  readonly columns?: ReadonlyMap<number, { readonly mark: DecimalMark; readonly dateFormat: DateFormat | null }>;
}

export interface EntryRow {
  readonly cells: readonly string[];
  /** Beyond what the rules for files say. */
  readonly faults: readonly { readonly field: string; readonly reason: EntryReason }[];
}

/** KPIs a target can be for. Bookings is what a file may call its targets though it is no KPI yet. */
const TARGET_KPIS = new Map<string, string>([
  ...KPI_CATALOGUE.map(({ id, unit }) => [id, unit] as const),
  ['bookings', 'money'],
]);
const GRAIN = new RegExp(`^(?:${TARGET_GRAINS.join('|')}|\\d{1,3} months)$`);

/**
 * A row's cells as they are read, in the order of the kind's fields. What cannot be read stays as it is written, for the
 * rules to say why. A currency beside an amount goes to its own column; a month as the start of a target says its length too.
 */
export function entryRow(reader: EntryReader, texts: readonly string[]): EntryRow {
  const { kind, mark, currency, columns } = reader;
  const faults: { field: string; reason: EntryReason }[] = [];
  const fields = entryFields(kind);
  const cells = fields.map(({ key, type }, at) => {
    const written = cleanText(texts[at] ?? '');
    const text = type !== 'text' && isPlaceholder(written) ? '' : written;
    if (type === 'date') return entryDate(text, columns?.get(at)?.dateFormat) ?? text;
    return type === 'text' ? (standardWords(kind, key, '')?.(text) ?? text) : text;
  });
  const place = (key: string): number => fields.findIndex((field) => field.key === key);
  const textAt = (key: string): string => cells[place(key)] ?? '';
  const put = (key: string, text: string): void => {
    if (place(key) >= 0 && textAt(key) === '') cells[place(key)] = text;
  };
  const fault = (field: string, reason: EntryReason): void => void faults.push({ field, reason });
  fields.forEach(({ key, type }, at) => {
    if (type !== 'decimal') return;
    const number = entryNumber(cells[at] ?? '', columns?.get(at)?.mark ?? mark, mark);
    if (number === null || (number.isShare && !isRatio(kind, textAt('kpi')))) return;
    cells[at] = number.text;
    if (number.currency === null) return;
    const code = currencyCode(number.currency, currency);
    if (code === currency) return;
    put('currency', code);
    if (currencyCode(textAt('currency'), currency) !== code) fault(key, 'other-currency');
  });
  if (kind === 'target') {
    const period = entryPeriod(cleanText(texts[place('start')] ?? ''));
    if (period !== null && textAt('end') === '') put('grain', period.months === 1 ? 'month' : 'quarter');
    if (textAt('kpi') !== '' && !TARGET_KPIS.has(textAt('kpi'))) fault('kpi', 'unknown-word');
    if (textAt('grain') !== '' && !GRAIN.test(textAt('grain'))) fault('grain', 'unknown-word');
  }
  return { cells, faults };
}

function isRatio(kind: EntryKind, kpi: string): boolean {
  return kind === 'target' && TARGET_KPIS.get(kpi) === 'ratio';
}
