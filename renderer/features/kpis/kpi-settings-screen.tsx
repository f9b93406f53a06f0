import { useTranslation } from 'react-i18next';
import { RoomTabs } from '../../frame/room-tabs.tsx';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import { useAppStore } from '../../state/app-store.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { AcquisitionCard } from './acquisition-card.tsx';
import { LapseCard } from './lapse-card.tsx';
import { OfficeHoursCard } from './office-hours-card.tsx';
import { PeriodChip } from './period-chip.tsx';
import { StageWeightsCard } from './stage-weights-card.tsx';
import { WorkingDaysCard } from './working-days-card.tsx';
import './kpis.css';

/** What KPIs go by, each setting with the numbers it affects as they are now. */
export function KpiSettingsScreen() {
  const { t } = useTranslation();
  const { id, readonly } = useWorkspace();
  const { viewKpis, goTo } = useAppStore.getState();
  const entries = useHostQuery('catalogue.kpis', {}, { keep: true }).data ?? [];
  const choosable = entries.filter(({ variants }) => variants.length > 1).length;
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
        <LapseCard />
        <WorkingDaysCard />
        <StageWeightsCard />
        <AcquisitionCard />
        <OfficeHoursCard />
      </div>
    </>
  );
}
