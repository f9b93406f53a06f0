import type { TFunction } from 'i18next';
import { entryFields, TARGET_GRAINS, type EntryKind } from '#shared/entry-kinds.ts';
import { formatNumber, type Locale } from '#shared/format.ts';
import type { FieldDefinition } from '#shared/record-kinds.ts';
import type { Unit } from '#shared/units.ts';
import { kpiOf } from './draft.model.ts';
import type { Suggestion } from '../../ui/suggest-input.tsx';

/** What the words of cells depend on. */
export interface CellWords {
  readonly t: TFunction;
  readonly locale: Locale;
  /** KPIs that a target can be for, with their unit. */
  readonly kpis: ReadonlyMap<string, Unit>;
}

const DECIMALS = 4;
const PLAIN_NUMBER = /^-?\d+(?:[.,]\d+)?$/;

export const isChoice = (kind: EntryKind, { key }: FieldDefinition): boolean =>
  kind === 'target' && (key === 'kpi' || key === 'grain');

/** The choices of a field, in the reader's words. */
export function choicesOf({ t, kpis }: CellWords, { key }: FieldDefinition): readonly Suggestion[] {
  if (key === 'grain') return TARGET_GRAINS.map((value) => ({ value, label: t(`entry:grains.${value}`) }));
  return [...kpis.keys()].map((value) => ({ value, label: kpiName(t, value) }));
}

const kpiName = (t: TFunction, kpi: string): string => t(`kpis:${kpi}.name`, { defaultValue: kpi });

/** The number that a text is, NaN for any other text. */
function numberOf(text: string): number {
  return PLAIN_NUMBER.test(text) ? Number(text.replace(',', '.')) : NaN;
}

const digits = (value: number, locale: Locale): string => formatNumber(value, locale, DECIMALS, 0);

/** A share is kept as 0.385 and written as 38.5 %. */
const isShare = ({ kpis }: CellWords, { unit }: FieldDefinition, kpi: string): boolean =>
  unit === 'money' && kpis.get(kpi) === 'ratio';

/** A cell as it is shown. `kpi` is that of its row, '' where it has none. */
export function shownText(
  words: CellWords,
  kind: EntryKind,
  field: FieldDefinition,
  text: string,
  kpi: string,
): string {
  if (text === '') return '';
  if (field.type === 'decimal') {
    const value = numberOf(text);
    if (Number.isNaN(value)) return text;
    return isShare(words, field, kpi) ? `${digits(value * 100, words.locale)}\u00a0%` : digits(value, words.locale);
  }
  if (!isChoice(kind, field)) return text;
  return choicesOf(words, field).find(({ value }) => value === text)?.label ?? text;
}

/** A cell as it is edited: without group marks. */
export function editedText(
  words: CellWords,
  kind: EntryKind,
  field: FieldDefinition,
  text: string,
  kpi: string,
): string {
  if (field.type !== 'decimal') return shownText(words, kind, field, text, kpi);
  if (!isShare(words, field, kpi) || Number.isNaN(numberOf(text))) return text;
  // A share has four decimals: two more than its per cent need.
  const percent = String(Math.round(numberOf(text) * 1e6) / 1e4);
  return `${text.includes(',') ? percent.replace('.', ',') : percent} %`;
}

/** What a text stands for: the word of a choice is its value, every other text itself. */
export function writtenText(words: CellWords, kind: EntryKind, field: FieldDefinition, text: string): string {
  const cleaned = text.trim();
  if (!isChoice(kind, field)) return cleaned;
  const same = cleaned.toLowerCase();
  return choicesOf(words, field).find(({ label }) => label.toLowerCase() === same)?.value ?? cleaned;
}

/** The cells of rows as they are shown; those of the same row are the same texts every time. */
export function rowTexts(words: CellWords, kind: EntryKind): (row: readonly string[]) => readonly string[] {
  const fields = entryFields(kind);
  const known = new WeakMap<readonly string[], readonly string[]>();
  return (row) => {
    const kpi = kpiOf(kind, row);
    const texts = known.get(row) ?? fields.map((field, at) => shownText(words, kind, field, row[at] ?? '', kpi));
    known.set(row, texts);
    return texts;
  };
}
