import { useTranslation } from 'react-i18next';
import { formatCompact, NO_VALUE } from '#shared/format.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import { reasonSentence } from '../overview/words.model.ts';
import type { KpiValue } from './use-values.ts';

interface ValueProps {
  readonly reference: string;
  readonly name: string;
  /** Undefined while it is on its way. */
  readonly value: KpiValue | undefined;
  readonly period: string;
}

/** A KPI's value in the period, which opens its passport. Without one a dash, with the reason as its title. */
export function Value({ reference, name, value, period }: ValueProps) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const openPassport = useAppStore((state) => state.openPassport);
  if (value === undefined) return <span className="kpi-number late">…</span>;
  const { cell, unit } = value;
  const shown = cell.value === null ? { number: NO_VALUE, unit: '' } : formatCompact(cell.value, unit, format);
  const reason = cell.value === null ? reasonSentence(cell.reason, t) : null;
  return (
    <button
      type="button"
      className="number-button kpi-number"
      title={reason ?? undefined}
      aria-label={`${t('library:detail.open', { name })}: ${reason ?? `${shown.number} ${shown.unit}`}`}
      onClick={() =>
        openPassport({ question: { kpis: [reference], period }, cell: { kpi: reference, row: [], column: [] } })
      }
    >
      {shown.number} {shown.unit !== '' && <small>{shown.unit}</small>}
    </button>
  );
}
