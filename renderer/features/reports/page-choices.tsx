import { useTranslation } from 'react-i18next';
import type { ReportPage } from '#shared/reports.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { dimensionName } from '../../i18n/names.ts';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/select.tsx';
import { ActionsEditor } from './actions-editor.tsx';
import { usableDimensions, usableKpis, type AtHand } from './kinds.model.ts';
import { KpiChoice } from './kpi-choice.tsx';
import { TilesChoice } from './tiles-choice.tsx';

const MOST_SUMMARY = 10;
const MOST_LIST = 8;
const BEST = '';

interface PageChoicesProps {
  readonly page: ReportPage;
  readonly atHand: AtHand;
  readonly onChange: (change: (page: ReportPage) => ReportPage, writing?: string) => void;
}

/** What a page of its kind shows, for those that have a choice. */
export function PageChoices({ page, atHand, onChange }: PageChoicesProps) {
  const { t } = useTranslation();
  const { name } = useKpiWords();
  const put = (next: ReportPage, writing?: string): void =>
    onChange((now) => ({ ...next, headline: now.headline, read: now.read, comment: now.comment }), writing);
  const dimensions = (chosen: string | null) =>
    [...new Set([...(chosen === null ? [] : [chosen]), ...usableDimensions(atHand)])].map((key) => ({
      value: key,
      label: dimensionName(t, key, atHand.dimensions),
    }));
  const content = choices();
  return content === null ? null : (
    <Card title={t('report:screen.choices.label')} className="report-card">
      {content}
    </Card>
  );

  function choices() {
    switch (page.show) {
      case 'summary':
        return (
          <KpiChoice
            chosen={page.kpis}
            most={MOST_SUMMARY}
            automatic={t('report:screen.choices.automatic')}
            atHand={atHand}
            onChange={(kpis) => put({ ...page, kpis: kpis === null ? null : [...kpis] })}
          />
        );
      case 'revenue':
        return (
          <Select
            label={t('report:screen.choices.bridgeBy')}
            showLabel
            value={page.by ?? BEST}
            groups={[
              { options: [{ value: BEST, label: t('report:screen.choices.best') }] },
              { options: dimensions(page.by) },
            ]}
            onChange={(by) => put({ ...page, by: by === BEST ? null : by })}
          />
        );
      case 'structure':
      case 'list':
        return (
          <>
            <Select
              label={t('report:screen.choices.by')}
              showLabel
              value={page.by}
              groups={[{ options: dimensions(page.by) }]}
              onChange={(by) => put({ ...page, by })}
            />
            {page.show === 'list' && (
              <KpiChoice
                chosen={page.kpis}
                most={MOST_LIST}
                atHand={atHand}
                onChange={(kpis) => put(kpis === null ? page : { ...page, kpis: [...kpis] })}
              />
            )}
          </>
        );
      case 'forecast':
        return (
          <Select
            label={t('report:screen.choices.forecastOf')}
            showLabel
            value={page.kpi}
            groups={[
              {
                options: [...new Set([page.kpi, ...usableKpis(atHand)])].map((kpi) => ({
                  value: kpi,
                  label: name(kpi),
                })),
              },
            ]}
            onChange={(kpi) => put({ ...page, kpi })}
          />
        );
      case 'actions':
        return (
          <ActionsEditor
            actions={page.actions}
            onChange={(actions, writing) => put({ ...page, actions: [...actions] }, writing)}
          />
        );
      case 'tiles':
        return <TilesChoice page={page} atHand={atHand} onChange={put} />;
      case 'cover':
      case 'contents':
      case 'pipeline':
      case 'goals':
      case 'team':
      case 'customers':
      case 'changes':
      case 'definitions':
        return null;
    }
  }
}
