import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Say } from '#shared/charts/point-facts.ts';

/** The catalogue's texts about charts, in the language in force. */
export function useSay(): Say {
  const { t } = useTranslation();
  return useCallback((key, values = {}) => t(`charts:${key}`, values), [t]);
}
