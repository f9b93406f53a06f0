import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/format-period.ts';
import { periodWords } from '#shared/filter-words.ts';
import { useLocale } from '../../i18n/use-format.ts';

/** A period text as people say it. Example: 'latest-month' is 'Senaste månaden med data'. */
export function usePeriodName(): (period: string) => string {
  const { t } = useTranslation();
  const locale = useLocale();
  return (period) => {
    const words = periodWords(period, { say: (key, values) => t(`filters:${key}`, { ...values }), locale });
    return words.slice(0, 1).toLocaleUpperCase(locale) + words.slice(1);
  };
}

/** A day and minute as people write them. Example: '2026-10-02T09:14' is '2 okt 2026 09:14'. */
export function useMinuteName(): (at: string) => string {
  const locale = useLocale();
  return (at) => `${formatDate(at.slice(0, 10), locale)} ${at.slice(11)}`;
}
