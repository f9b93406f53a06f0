import { formatPeriodText } from '#shared/format-period.ts';
import type { Locale } from '#shared/format.ts';
import type { Suggestion } from '../../ui/suggest-input.tsx';

const MOST = 8;
const MONTHS = 24;

/** Suggestions whose words begin with what is typed first, then those that hold it; all of them while nothing is typed. */
export function matching(items: readonly Suggestion[], typed: string, most = MOST): readonly Suggestion[] {
  const text = typed.trim().toLowerCase();
  const starts = items.filter(({ label }) => label.toLowerCase().startsWith(text));
  const holds = items.filter(
    ({ label }) => !label.toLowerCase().startsWith(text) && label.toLowerCase().includes(text),
  );
  return [...starts, ...holds].slice(0, most);
}

/** Names to choose among: those of the column itself first, then those the workspace knows. None when it is the typed one alone. */
export function nameSuggestions(
  own: readonly string[],
  known: readonly string[],
  typed: string,
): readonly Suggestion[] {
  const names = [...new Set([...own, ...known])].filter((name) => name !== '');
  const found = matching(
    names.map((name) => ({ value: name, label: name })),
    typed,
  );
  return found.length === 1 && found[0]?.label === typed.trim() ? [] : found;
}

/** The months of this year and the next as text that is read as a month. `today` is ISO. */
export function monthSuggestions(today: string, locale: Locale): readonly Suggestion[] {
  const year = Number(today.slice(0, 4));
  return Array.from({ length: MONTHS }, (_, at) => {
    const value = `${String(year + Math.floor(at / 12))}-${String((at % 12) + 1).padStart(2, '0')}`;
    return { value, label: formatPeriodText(value, locale).replaceAll('\u00a0', ' '), note: value };
  });
}
