import { useTranslation } from 'react-i18next';
import type { KpiEntry } from '#shared/contract.ts';
import type { QuestionInput } from '#shared/question.ts';
import { cellsAt } from '#shared/tiles/answer-cells.ts';
import { memberName } from '#shared/tiles/tile-words.ts';
import { dimensionName } from '../../i18n/names.ts';
import { useHostQuery, useShownAnswer } from '../../transport/use-host-query.ts';
import { CellValue } from './kpi-value.tsx';
import { breakdownOf } from './breakdown.model.ts';

const SHOWN = 6;

/** The largest members of the dimension that a KPI is meant to be broken down by, each with its passport. */
export function BreakdownSection({ entry, period }: { readonly entry: KpiEntry; readonly period: string }) {
  const { t } = useTranslation();
  const { kpi } = entry;
  const dimensions = useHostQuery('catalogue.dimensions', {}).data ?? [];
  const dimension = breakdownOf(entry, dimensions);
  const chosen: QuestionInput = {
    kpis: [kpi],
    period,
    rows: [{ dimension: dimension ?? '', order: { by: kpi, descending: true }, top: { n: SHOWN } }],
  };
  const { data, asked: question } = useShownAnswer('question.ask', chosen, dimension !== null);
  if (dimension === null || data === undefined) return null;
  const unit = data.kpis[0]?.unit ?? entry.unit;
  return (
    <section className="kpi-detail-part">
      <h3>{t('library:detail.by', { dimension: dimensionName(t, dimension, dimensions).toLowerCase() })}</h3>
      <dl className="passport-lines">
        {cellsAt(data, kpi, 1).map((cell) => {
          const name = cell.other ? t('charts:others') : memberName(cell.row[0], t, dimension);
          return (
            <div key={`${String(cell.other)} ${name}`}>
              <dt>{name}</dt>
              <dd>
                <CellValue question={question} cell={cell} unit={unit} name={name} />
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}
