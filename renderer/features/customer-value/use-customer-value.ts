import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BY_RFM } from '#shared/rfm.ts';
import { storedValue } from '#shared/stored-words.ts';
import { dimensionName, type NamedDimension } from '../../i18n/names.ts';
import { useHostQuery, useShownAnswer } from '../../transport/use-host-query.ts';

/** How far ahead, at what interest a year, and by what the customers are put together. */
export interface ValueChoices {
  readonly months: number;
  readonly discount: number;
  readonly segment: string;
}

export const HORIZONS = [3, 6, 12, 24, 36] as const;
export const DISCOUNTS = [0, 0.05, 0.08, 0.1, 0.12, 0.15] as const;

const FIRST: ValueChoices = { months: 12, discount: 0.1, segment: BY_RFM };
const NONE: readonly NamedDimension[] = [];

/** What is chosen, and the summary on the screen with the choices that it is of. */
export function useCustomerValue() {
  const [choices, setChoices] = useState(FIRST);
  const summary = useShownAnswer('customerValue.summary', choices);
  const choose = (next: Partial<ValueChoices>): void => setChoices((before) => ({ ...before, ...next }));
  return { choices, choose, summary };
}

/** What groups and the dimensions that make them are called. */
export function useGroupNames(dimension: string) {
  const { t } = useTranslation();
  const dimensions = useHostQuery('catalogue.dimensions', {}, { keep: true }).data ?? NONE;
  return useMemo(
    () => ({
      dimension: (key: string): string => (key === BY_RFM ? t('clv:rfm') : dimensionName(t, key, dimensions)),
      group: (name: string | null): string =>
        dimension === BY_RFM
          ? t(`clv:segments.${name ?? ''}`)
          : name === null
            ? t('clv:unknown')
            : storedValue(t, dimension, name),
    }),
    [t, dimension, dimensions],
  );
}

export type GroupNames = ReturnType<typeof useGroupNames>;
