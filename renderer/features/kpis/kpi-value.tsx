import { useTranslation } from 'react-i18next';
import { formatCompact, formatNumber, NO_VALUE } from '#shared/format.ts';
import type { AnswerCell, QuestionInput } from '#shared/question.ts';
import type { Unit } from '#shared/units.ts';
import { reasonSentence } from '#shared/tiles/tile-words.ts';
import { useFormatContext } from '../../i18n/use-format.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { KpiValue } from './use-values.ts';

interface ValueProps {
  readonly reference: string;
  readonly name: string;
  /** Undefined while it is on its way. */
  readonly value: KpiValue | undefined;
  readonly period: string;
}

/** What a KPI comes to in a period. */
export function Value({ reference, name, value, period }: ValueProps) {
  if (value === undefined) return <span className="kpi-number late">…</span>;
  return <CellValue question={{ kpis: [reference], period }} cell={value.cell} unit={value.unit} name={name} />;
}

interface CellValueProps {
  readonly question: QuestionInput;
  readonly cell: AnswerCell;
  readonly unit: Unit;
  /** Of what it is the value. */
  readonly name: string;
  /** Of a share in a narrow table, which then has no unit. */
  readonly decimals?: number;
}

/** A number of an answer, which opens its passport. Without one a dash, with the reason as its title. The united remainder has no passport. */
export function CellValue({ question, cell, unit, name, decimals }: CellValueProps) {
  const { t } = useTranslation();
  const format = useFormatContext();
  const openPassport = useAppStore((state) => state.openPassport);
  const { value, row, column, kpi } = cell;
  const shown =
    value === null
      ? { number: NO_VALUE, unit: '' }
      : decimals === undefined
        ? formatCompact(value, unit, format)
        : { number: formatNumber(value * 100, format.locale, decimals), unit: '' };
  const reason = value === null ? reasonSentence(cell.reason, t) : null;
  const said = (
    <>
      {shown.number} {shown.unit !== '' && <small>{shown.unit}</small>}
    </>
  );
  return (
    <button
      type="button"
      className="number-button kpi-number"
      title={reason ?? undefined}
      aria-label={`${t('library:detail.open', { name })}: ${reason ?? `${shown.number} ${shown.unit}`}`}
      onClick={() => openPassport({ question, cell: { kpi, row, column } })}
    >
      {said}
    </button>
  );
}
