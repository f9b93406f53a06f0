import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { moneyScale } from '#shared/format.ts';
import type { Answer } from '#shared/question.ts';
import { totalOf } from '#shared/tiles/answer-cells.ts';
import type { Words } from '#shared/tiles/tile-words.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { NO_CHOICES, type OverviewChoices } from '../../state/overview-slice.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';

/** What the top of the overview is set to for the open workspace. */
export function useChoices(): readonly [OverviewChoices, (choices: Partial<OverviewChoices>) => void] {
  const { id } = useWorkspace();
  const choices = useAppStore((state) => state.overviews[id]) ?? NO_CHOICES;
  const choose = useAppStore((state) => state.choose);
  return [choices, (next) => choose(id, next)];
}

/** Catalogue, locale and one money scale for the whole page, from its revenue, or without any from its largest amount. */
export function useWords(answer: Answer | undefined): Words {
  const { t } = useTranslation();
  const format = useFormatContext();
  const largest = answer === undefined ? 0 : largestAmount(answer);
  return useMemo(() => ({ t, format, scale: moneyScale(largest) }), [t, format, largest]);
}

function largestAmount(answer: Answer): number {
  const revenue = totalOf(answer, 'revenue');
  const amounts = answer.kpis.flatMap(({ ref, unit }) => (unit === 'money' ? (totalOf(answer, ref) ?? []) : []));
  const sizes = (revenue?.value == null ? amounts : [revenue]).flatMap(({ value, compare }) => [
    value,
    compare?.value ?? null,
  ]);
  return Math.max(0, ...sizes.map((size) => Math.abs(size ?? 0)));
}
