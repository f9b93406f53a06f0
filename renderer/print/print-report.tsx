import { useTranslation } from 'react-i18next';
import { filterCondition } from '#shared/filter-words.ts';
import { formatMinute } from '#shared/format-period.ts';
import { formatNumber, moneyUnit, NO_VALUE } from '#shared/format.ts';
import { totalOf } from '#shared/tiles/answer-cells.ts';
import { compareName, periodName, scaleWord, sideNames } from '#shared/tiles/tile-words.ts';
import type { KpiCardModel } from '#shared/tiles/kpi-card.ts';
import { Chart } from '../charts/chart.tsx';
import {
  changeColumn,
  labelColumn,
  lengthColumn,
  marginColumns,
  ordersColumn,
  revenueColumn,
  shareColumn,
} from '../features/overview/ranking-columns.tsx';
import { TwinTableView } from '../features/overview/twin-table.tsx';
import { filterWords } from '../i18n/filter-words.ts';
import { dimensionName } from '../i18n/names.ts';
import { Table } from '../ui/table.tsx';
import { headline } from './headline.model.ts';
import type { PrintData } from './use-print-data.ts';

const RESOLUTION = 3;

interface PrintReportProps {
  readonly data: PrintData;
  /** Called as each chart is drawn. */
  readonly onChart: () => void;
}

/** The overview on paper: what happened, the months, why, who and what, and at the end how everything is counted. */
export function PrintReport({ data, onChart }: PrintReportProps) {
  const { t } = useTranslation();
  const { words, answer, trend, breakdown, ranking, assortment, compared } = data;
  const needs = { words, onOpen: null };
  const unit = scaleWord(words);
  const [before, now] = sideNames(answer, words);
  const lower = (text: string): string => text.toLocaleLowerCase(words.format.locale);
  return (
    <main className="report">
      <header>
        <h1>{headline(totalOf(answer, 'revenue'), t, words.format)}</h1>
        <p className="report-scope">{scopeLine(data, t)}</p>
      </header>
      <section className="report-kpis" aria-label={t('print:kpis')}>
        {data.cards.map((card) => (
          <PrintedKpi key={card.kpi} card={card} />
        ))}
      </section>
      <section>
        <h2>{t('overview:trend.title', { unit })}</h2>
        <p className="report-sub">
          {t(trend.compared ? 'overview:trend.subCompared' : 'overview:trend.sub', {
            period: periodName(data.trendPeriod, words),
          })}
        </p>
        <Chart model={trend.chart} height={210} resolution={RESOLUTION} onDrawn={onChart} />
      </section>
      {breakdown !== null && (
        <section>
          <h2>{t(`overview:breakdown.title.${breakdown.direction}`, { by: lower(breakdown.by), unit })}</h2>
          <p className="report-sub">
            {breakdown.chart.kind === 'bar'
              ? t('overview:breakdown.subPlain', { period: periodName(answer.period, words) })
              : t('overview:breakdown.sub', { by: lower(breakdown.by), unit, now, before })}
          </p>
          <Chart
            model={breakdown.chart}
            height={breakdown.chart.categories.length * 24}
            resolution={RESOLUTION}
            onDrawn={onChart}
          />
        </section>
      )}
      <section>
        <h2>{t('print:monthTable')}</h2>
        <TwinTableView caption={t('print:monthTable')} table={trend.table} onCell={null} />
      </section>
      {breakdown !== null && (
        <section>
          <h2>
            {t('overview:breakdown.title.none', { by: lower(breakdown.by), unit: moneyUnit('one', words.format) })}
          </h2>
          <TwinTableView caption={breakdown.by} table={breakdown.table} onCell={null} />
        </section>
      )}
      {ranking !== null && (
        <section>
          <h2>
            {t(`overview:ranking.title.${ranking.dimension}`, {
              defaultValue: t('overview:ranking.title.other', { by: lower(ranking.by) }),
            })}
          </h2>
          {ranking.said !== null && <p className="report-sub">{ranking.said}</p>}
          <Table
            caption={ranking.by}
            rows={ranking.rows}
            rowKey={(row) => row.key}
            isTotal={(row) => row.kind === 'total'}
            columns={[
              labelColumn(ranking.by),
              revenueColumn(needs),
              shareColumn(needs),
              ...(compared ? [changeColumn(needs)] : []),
              lengthColumn(needs),
            ]}
          />
        </section>
      )}
      {assortment !== null && (
        <section>
          <h2>{t('overview:assortment.title', { by: lower(assortment.by) })}</h2>
          <Table
            caption={assortment.by}
            rows={assortment.rows}
            rowKey={(row) => row.key}
            isTotal={(row) => row.kind === 'total'}
            columns={[
              labelColumn(assortment.by),
              revenueColumn(needs),
              ...(compared ? [changeColumn(needs)] : []),
              ...(assortment.rows.some((row) => row.margin !== null) ? marginColumns(needs, compared) : []),
              ...(assortment.rows.some((row) => row.orders !== null) ? [ordersColumn(needs)] : []),
            ]}
          />
          <p className="report-note">{t('print:rounding')}</p>
        </section>
      )}
      <Appendix data={data} />
    </main>
  );
}

function scopeLine(data: PrintData, t: ReturnType<typeof useTranslation>['t']): string {
  const { workspace, answer, words, choices, dimensions } = data;
  const against = compareName(answer, words.format);
  return [
    workspace.name,
    t('print:title', { period: periodName(answer.period, words) }),
    against === null ? null : t('print:against', { period: against }),
    ...choices.filters.map(
      (filter) =>
        `${dimensionName(t, filter.dimension, dimensions)}: ${filterCondition(filter, filterWords(t, words.format.locale, data.kpiWords))}`,
    ),
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function PrintedKpi({ card }: { readonly card: KpiCardModel }) {
  const { name, value, reason, change, against } = card;
  return (
    <div className="report-kpi">
      <p className="report-kpi-name">{name}</p>
      <p className="report-kpi-value">
        {value === null ? NO_VALUE : value.number} {value !== null && <small>{value.unit}</small>}
      </p>
      <p className="report-kpi-change">
        {reason ?? ''}
        {change !== null && <span className={change.tone}>{`${change.arrow} ${change.text}`} </span>}
        <span className="muted">{against}</span>
      </p>
    </div>
  );
}

function Appendix({ data }: { readonly data: PrintData }) {
  const { t } = useTranslation();
  const { definitions, explanation, format } = data;
  return (
    <section className="report-appendix">
      <h2>{t('print:definitions')}</h2>
      <dl className="report-definitions">
        {definitions.map(({ kpi, name, definition, formula }) => (
          <div key={kpi}>
            <dt>{name}</dt>
            <dd>
              {definition}
              <span className="report-formula">{formula.map((part) => part.text).join('')}</span>
            </dd>
          </div>
        ))}
      </dl>
      <h2>{t('print:sources')}</h2>
      <Table
        caption={t('print:sources')}
        rows={explanation.sources}
        rowKey={(source) => source.importId}
        columns={[
          {
            key: 'file',
            header: t('print:file'),
            rowHeader: true,
            cell: ({ file, sheet }) => (sheet === null ? file : `${file}, ${sheet}`),
          },
          {
            key: 'imported',
            header: t('print:imported'),
            cell: ({ importedAt }) => formatMinute(importedAt, format.locale),
          },
          { key: 'rows', header: t('print:rows'), number: true, cell: ({ rows }) => formatNumber(rows, format.locale) },
        ]}
      />
    </section>
  );
}
