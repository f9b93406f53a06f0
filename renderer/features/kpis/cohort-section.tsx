import { useTranslation } from 'react-i18next';
import { cohortRows, type CohortRow } from '#shared/cohort-rows.ts';
import type { KpiEntry } from '#shared/contract.ts';
import { formatPeriodText } from '#shared/format-period.ts';
import type { QuestionInput } from '#shared/question.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { CellValue } from './kpi-value.tsx';

/** A year of quarters after the one of the first purchase. */
const AGES = 5;
const COHORTS = 8;

/** The retention triangle by quarter: who bought for the first time when, and how many of them bought in each quarter after. */
export function CohortSection({ entry: { kpi, unit } }: { readonly entry: KpiEntry }) {
  const { t } = useTranslation();
  const locale = useLocale();
  const question: QuestionInput = {
    kpis: [kpi],
    period: 'all',
    rows: [{ dimension: 'cohort', grain: 'quarter' }],
    columns: [{ dimension: 'age', grain: 'quarter' }],
  };
  const { data } = useHostQuery('question.ask', question, { keep: true });
  const rows = cohortRows(data?.cells ?? [], { cohorts: COHORTS, ages: AGES, through: data?.period.through ?? '' });
  if (rows.length === 0) return null;
  const nameOf = (cohort: string | null): string =>
    cohort === null ? t('library:cohort.all') : formatPeriodText(cohort, locale);
  return (
    <section className="kpi-detail-part">
      <h3 id="cohorts">{t('library:cohort.title')}</h3>
      <table className="ui-table kpi-cohorts" aria-labelledby="cohorts">
        <thead>
          <tr>
            <th scope="col">{t('library:cohort.first')}</th>
            {Array.from({ length: AGES }, (_, age) => (
              <th key={age} scope="col" className="num">
                {age}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cohort, cells }) => (
            <tr key={cohort ?? ''} className={cohort === null ? 'kpi-cohorts-all' : undefined}>
              <th scope="row">{nameOf(cohort)}</th>
              {cells.map((cell, age) => (
                <td key={age} className="num" style={shade(cell)}>
                  {cell === 'nobody' && <span className="muted">0</span>}
                  {cell !== null && cell !== 'nobody' && (
                    <CellValue
                      question={question}
                      cell={cell}
                      unit={unit}
                      name={t('library:cohort.cell', { cohort: nameOf(cohort), age })}
                      decimals={0}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="muted">{t('library:cohort.sub')}</p>
    </section>
  );
}

/** The more that remain, the darker. */
function shade(cell: CohortRow['cells'][number]): React.CSSProperties | undefined {
  const share = cell === null || cell === 'nobody' ? 0 : (cell.value ?? 0);
  if (share === 0) return undefined;
  const strength = Math.round(Math.min(1, Math.max(0, share)) * 40);
  return { background: `color-mix(in srgb, var(--good) ${String(strength)}%, var(--surface))` };
}
