import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RoomTabs } from '../../frame/room-tabs.tsx';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import { useAppStore } from '../../state/app-store.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AcquisitionCard } from './acquisition-card.tsx';
import { LackingCard } from './lacking-card.tsx';
import { LapseCard } from './lapse-card.tsx';
import { OfficeHoursCard } from './office-hours-card.tsx';
import { PeriodChip } from './period-chip.tsx';
import { ReferencesCard } from './references-card.tsx';
import { lackingFor, RULES, type Rule } from './rules.model.ts';
import { StageWeightsCard } from './stage-weights-card.tsx';
import { WorkingDaysCard } from './working-days-card.tsx';
import './kpi-detail.css';
import './kpi-settings.css';

const CARDS = {
  lapse: LapseCard,
  workingDays: WorkingDaysCard,
  stageWeights: StageWeightsCard,
  acquisition: AcquisitionCard,
  officeHours: OfficeHoursCard,
} as const satisfies Readonly<Record<Rule, () => ReactNode>>;

const COLUMNS: readonly (readonly Rule[])[] = [
  ['lapse', 'stageWeights'],
  ['workingDays', 'acquisition', 'officeHours'],
];

/** What KPIs go by, each setting with the numbers it affects as they are now. */
export function KpiSettingsScreen() {
  const { t } = useTranslation();
  const { id, readonly } = useWorkspace();
  const { viewKpis, goTo } = useAppStore.getState();
  const entries = useHostQuery('catalogue.kpis', {}, { keep: true }).data ?? [];
  const choosable = entries.filter(({ variants }) => variants.length > 1).length;
  const lacking = RULES.map((rule) => ({ rule, needs: lackingFor(rule, entries) })).filter(
    ({ needs }) => needs.length > 0,
  );
  return (
    <>
      <ScreenHeader title={t('library:settings.title')}>
        <RoomTabs room="kpis" />
        <PeriodChip />
      </ScreenHeader>
      {readonly && <Notice title={t('data:settings.readonly')} />}
      <div className="kpi-settings">
        <p className="kpi-settings-variants">
          {t('library:settings.variants', { count: choosable })}{' '}
          <Button
            look="link"
            onClick={() => {
              viewKpis(id, { shelf: 'variants', search: '', selected: null });
              goTo('kpis');
            }}
          >
            {t('library:settings.toVariants')}
          </Button>
        </p>
        {COLUMNS.map((column) => (
          <div key={column.join()} className="kpi-settings-column">
            {column.map((rule) => {
              const Rule = CARDS[rule];
              return lacking.some((each) => each.rule === rule) ? null : <Rule key={rule} />;
            })}
            {column.includes('lapse') && <ReferencesCard />}
            {column.includes('workingDays') && lacking.length > 0 && <LackingCard rules={lacking} />}
          </div>
        ))}
      </div>
    </>
  );
}
