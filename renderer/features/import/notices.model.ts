import type { i18n } from 'i18next';
import { formatNumber, type Locale } from '#shared/format.ts';
import type { Inspection } from '#shared/importing.ts';

type Noticed = Pick<Inspection, 'notices' | 'sheets' | 'sheet' | 'currency'>;

/** What was seen in the file that does not stop the import, one sentence each; hidden sheets that are not read included. */
export function noticeSentences(
  { t, exists }: i18n,
  { notices, sheets, sheet, currency }: Noticed,
  locale: Locale,
): readonly string[] {
  const hidden = sheets
    .filter((each) => each.hidden && each.name !== sheet)
    .map(({ name }) => ({ code: 'hidden-sheet', details: { sheet: name } }));
  // While the page asks which currency counts, it is not yet known to need a rate.
  const told = notices.filter(({ code }) => code !== 'currency-no-rate' || !currency.asks);
  return [...told, ...hidden].flatMap(({ code, details }) => {
    const rows: unknown = Object.entries(details).find(([name]) => name === 'rows')?.[1];
    const count = typeof rows === 'number' ? { count: rows } : {};
    const key = [`fields:notices.${code}`, `import:notices.${code}`].find((candidate) => exists(candidate, count));
    if (key === undefined) return [];
    const values: Record<string, string | number> = { ...count };
    for (const [name, value] of Object.entries(details)) {
      values[name] = typeof value === 'number' ? formatNumber(value, locale, 4, 0) : value;
    }
    return [t(key, values)];
  });
}
