import { findInsights } from '#engine/insights/find-insights.ts';
import type { Insight } from '#shared/insights.ts';
import type { Filter } from '#shared/question.ts';
import { contextOf, type AskOptions } from '../../support/ask.ts';
import type { PlainTables } from '../../support/columns-of-rows.ts';

/** What is found in rows given as objects; 2026 against 2025, all of it over, unless said. */
export function found(
  tables: PlainTables,
  { period = '2026', filters = [], ...options }: AskOptions & { period?: string; filters?: readonly Filter[] } = {},
): readonly Insight[] {
  return findInsights(
    { period, compare: 'last-year', filters },
    contextOf(tables, { today: '2027-01-01', ...options }),
  );
}

/** The one of a rule, null where it found nothing. */
export function foundBy(rule: Insight['rule'], ...asked: Parameters<typeof found>): Insight | null {
  return found(...asked).find((insight) => insight.rule === rule) ?? null;
}

/** Value of a word that is a number. */
export function numberIn(insight: Insight | null, word: string): number | null {
  const said = insight?.words[word];
  return said?.as === 'number' || said?.as === 'growth' ? said.value : null;
}
