import { useTranslation } from 'react-i18next';
import { PAPER_SIZES, PAPER_TURNS } from '#shared/report-choices.ts';
import { LOCALES } from '#shared/format.ts';
import type { ReportContent } from '#shared/report-content.ts';
import type { Report } from '#shared/reports.ts';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/select.tsx';
import { COMPARISONS_OFFERED } from '../dashboards/scope.model.ts';
import { FilterBar } from '../overview/filter-bar.tsx';
import { keepsSome } from '../overview/filters.model.ts';
import { BrandFields } from './brand-fields.tsx';
import type { AtHand } from './kinds.model.ts';
import { PeriodField } from './period-field.tsx';
import { ShownNamesFields } from './shown-names-fields.tsx';
import type { EditReport } from './use-reports.ts';
import { WrittenField } from './written-field.tsx';

const LANGUAGES = { 'sv-SE': 'sv', 'en-GB': 'en' } as const;

interface ReportInspectorProps {
  readonly report: Report;
  readonly content: ReportContent | null;
  readonly atHand: AtHand;
  readonly edit: EditReport;
}

/** What goes for every page: what is counted, the paper, the company's look, and who is named. */
export function ReportInspector({ report, content, atHand, edit }: ReportInspectorProps) {
  const { t } = useTranslation();
  const put = (change: Partial<Report>, writing?: string): void => edit((now) => ({ ...now, ...change }), writing);
  const { paper } = report;
  return (
    <>
      <Card title={t('report:screen.report.counted')} className="report-card">
        <WrittenField
          label={t('report:screen.report.name')}
          value={report.name}
          maxLength={120}
          onChange={(name) => put({ name: name.trim() === '' ? report.name : name }, 'name')}
        />
        <PeriodField period={report.period} shown={content?.period ?? null} onChange={(period) => put({ period })} />
        <Select
          label={t('overview:compare.label')}
          showLabel
          value={report.compare}
          groups={[
            {
              options: COMPARISONS_OFFERED.map((compare) => ({
                value: compare,
                label: t(`overview:compare.${compare}`),
              })),
            },
          ]}
          onChange={(compare) => put({ compare })}
        />
        <div className="report-filters">
          <span className="ui-field-label">{t('report:screen.report.filters')}</span>
          <div>
            <FilterBar
              dimensions={atHand.dimensions}
              filters={report.filters}
              onChange={(filters) => put({ filters: filters.filter(keepsSome) })}
            />
          </div>
        </div>
      </Card>
      <Card title={t('report:screen.report.paper')} className="report-card">
        <Select
          label={t('report:screen.report.language')}
          showLabel
          value={report.locale}
          groups={[
            {
              options: LOCALES.map((each) => ({ value: each, label: t(`frame:settings.language.${LANGUAGES[each]}`) })),
            },
          ]}
          onChange={(locale) => put({ locale })}
        />
        <div className="report-pair">
          <Select
            label={t('report:screen.report.size')}
            showLabel
            value={paper.size}
            groups={[
              { options: PAPER_SIZES.map((size) => ({ value: size, label: t(`report:screen.sizes.${size}`) })) },
            ]}
            onChange={(size) => put({ paper: { ...paper, size } })}
          />
          <Select
            label={t('report:screen.report.turn')}
            showLabel
            value={paper.turn}
            groups={[
              { options: PAPER_TURNS.map((turn) => ({ value: turn, label: t(`report:screen.turns.${turn}`) })) },
            ]}
            onChange={(turn) => put({ paper: { ...paper, turn } })}
          />
        </div>
      </Card>
      <BrandFields
        brand={report.brand}
        onChange={(change, writing) => edit((now) => ({ ...now, brand: { ...now.brand, ...change } }), writing)}
      />
      <ShownNamesFields names={report.names} onChange={(names) => put({ names })} />
    </>
  );
}
