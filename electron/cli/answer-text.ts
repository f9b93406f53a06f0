import { formatRange } from '#shared/format-period.ts';
import { formatChange, formatFull, NO_VALUE } from '#shared/format.ts';
import { DATE_DIMENSION, type Answer, type AnswerCell } from '#shared/question.ts';
import { groupedField, groupedName } from '#shared/grouped-fields.ts';
import { CUSTOM_PREFIX, fieldOf, RECORD_KINDS } from '#shared/record-kinds.ts';
import type { Settings } from '#shared/settings.ts';
import type { Context } from './command.ts';
import { kpiName, reasonText } from './kpi-words.ts';
import { storedValue } from '#shared/stored-words.ts';
import type { Words } from './words.ts';
import { textTable } from './text-table.ts';

/** A dimension by its name in the catalogue, a custom field by its own header. */
function titleOf(key: string, words: Words): string {
  const grouped = groupedField(key);
  if (grouped !== null) return groupedName(grouped, (field) => titleOf(field, words), words);
  if (key.startsWith(CUSTOM_PREFIX)) return key.slice(CUSTOM_PREFIX.length);
  if (key.split(':')[0] === DATE_DIMENSION) return words('period');
  const kind = RECORD_KINDS.find((one) => fieldOf(one, key) !== null);
  return words(kind === undefined ? `fields:${key}` : `fields:${kind}.${key}`);
}

/** The answer as a table: one line a cell, its members first. */
export function answerText(
  answer: Answer,
  keys: readonly string[],
  settings: Pick<Settings, 'currency' | 'ownKpis'>,
  context: Context,
): string {
  const { words, locale } = context;
  const { currency, ownKpis } = settings;
  const format = { locale, currency };
  const about = new Map(answer.kpis.map((kpi) => [kpi.ref, kpi]));
  const compared = answer.cells.some(({ compare }) => compare !== null);

  const line = (cell: AnswerCell): readonly string[] => {
    const kpi = about.get(cell.kpi);
    const unit = kpi?.unit ?? 'count';
    const members = keys.map((key, level) => {
      const name = cell.row[level];
      if (name === null) return cell.other && level === keys.length - 1 ? words('other') : words('unknown');
      if (name !== undefined) return storedValue(words, key, name);
      return level === cell.row.length ? words('total') : '';
    });
    const full = (value: number | null | undefined): string =>
      value === null || value === undefined ? NO_VALUE : formatFull(value, unit, format);
    const change = formatChange(cell.compare, unit, kpi?.direction ?? 'neutral', format);
    return [
      ...members,
      kpiName(cell.kpi, ownKpis, words),
      full(cell.value),
      ...(compared ? [full(cell.compare?.value), change === null ? '' : `${change.arrow} ${change.text}`.trim()] : []),
      cell.reason === null ? '' : reasonText(cell.reason, words),
    ];
  };

  const comparedWith = compared
    ? [
        { title: words('comparedWith'), right: true },
        { title: words('change'), right: true },
      ]
    : [];
  const table = textTable(
    [
      ...keys.map((key) => ({ title: titleOf(key, words) })),
      { title: words('kpi') },
      { title: words('value'), right: true },
      ...comparedWith,
      { title: '' },
    ],
    answer.cells.map(line),
  );
  const { period, comparePeriod } = answer;
  const range = formatRange(period.from, period.through < period.from ? period.to : period.through, locale);
  const against =
    comparePeriod === null ? '' : ` (${words('against')} ${formatRange(comparePeriod.from, comparePeriod.to, locale)})`;
  return `${range}${against}${period.open ? `, ${words('open')}` : ''}\n\n${table}`;
}
