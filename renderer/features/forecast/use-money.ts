import { formatCompact, joined } from '#shared/format.ts';
import { useFormatContext } from '../../i18n/use-format.ts';

/** Writes an amount short: '1,31 mkr'. */
export function useMoney(): (value: number) => string {
  const format = useFormatContext();
  return (value) => joined(formatCompact(value, 'money', format), format.locale);
}
