import { useTranslation } from 'react-i18next';
import { formatPeriodText } from '#shared/format-period.ts';
import type { Answer } from '#shared/question.ts';
import type { DimensionHere } from '#shared/tiles/overview-plan.ts';
import { compareName, memberName, periodName } from '#shared/tiles/tile-words.ts';
import type { TitleWords } from '#shared/tiles/tile-title.ts';
import { ScreenHeader } from '../../frame/screen-header.tsx';
import type { NamedDimension } from '../../i18n/names.ts';
import { stretchName } from '../../i18n/stretch-name.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { OverviewChoices } from '../../state/overview-slice.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Menu } from '../../ui/menu.tsx';
import { ExportButton } from '../overview/export-button.tsx';
import { FilterBar } from '../overview/filter-bar.tsx';
import { PeriodPicker } from '../overview/period-picker.tsx';
import { DashboardMenu } from './dashboard-menu.tsx';
import { COMPARISONS_OFFERED } from './scope.model.ts';
import { useMeeting } from './use-meeting.ts';
import type { ListedDashboard, useDashboardChanges } from './use-dashboards.ts';

interface DashboardBarProps {
  readonly shown: ListedDashboard;
  readonly list: readonly ListedDashboard[];
  readonly choices: OverviewChoices;
  readonly choose: (choices: Partial<OverviewChoices>) => void;
  readonly dimensions: readonly (DimensionHere & NamedDimension)[];
  readonly answer: Answer | null;
  readonly words: TitleWords;
  readonly canPrint: boolean;
  /** False without rows: then there is nothing to set or export. */
  readonly usable: boolean;
  readonly changes: ReturnType<typeof useDashboardChanges>;
}

/** The dashboard's name, what applies to all of its tiles, and what can be done with it. */
export function DashboardBar(props: DashboardBarProps) {
  const { shown, list, choices, choose, dimensions, answer, words, canPrint, usable, changes } = props;
  const { t } = useTranslation();
  const { editing, meeting, setEditing, openDashboardDialog } = useAppStore();
  const { endMeeting } = useMeeting();
  const { dashboard } = shown;
  const period = answer === null ? '…' : periodName(answer.period, words);
  const scoping = usable && (
    <>
      <PeriodPicker
        shown={period}
        answer={answer}
        spec={choices.period}
        onChange={(next) => choose({ period: next })}
      />
      <Menu
        align="end"
        trigger={
          <Chip
            className="self-explaining"
            label={t('overview:compare.label')}
            value={compareWords(choices, answer, words)}
          />
        }
        groups={[
          COMPARISONS_OFFERED.map((compare) => ({
            label: t(`overview:compare.${compare}`),
            checked: choices.compare === compare,
            onSelect: () => choose({ compare }),
          })),
        ]}
      />
    </>
  );
  return (
    <ScreenHeader title={dashboard.name}>
      <CrossChip words={words} />
      {meeting ? (
        <>
          {scoping}
          <Button onClick={endMeeting}>{t('dashboards:meetingEnd')}</Button>
        </>
      ) : editing ? (
        <>
          <IconButton icon="undo" label={t('dashboards:undo')} disabled={!changes.canUndo} onClick={changes.undo} />
          <IconButton icon="redo" label={t('dashboards:redo')} disabled={!changes.canRedo} onClick={changes.redo} />
          <Button icon="plus" onClick={() => openDashboardDialog('add')}>
            {t('dashboards:add')}
          </Button>
          <Button look="primary" onClick={() => setEditing(false)}>
            {t('dashboards:done')}
          </Button>
        </>
      ) : (
        <>
          {scoping}
          {usable && (
            <>
              <FilterBar
                dimensions={dimensions}
                filters={choices.filters}
                onChange={(filters) => choose({ filters })}
              />
              <Button className="shortened" icon="pen" title={t('dashboards:edit')} onClick={() => setEditing(true)}>
                <span className="shortened-text">{t('dashboards:edit')}</span>
              </Button>
            </>
          )}
          {usable && dashboard.tiles.length > 0 && (
            <ExportButton dashboard={dashboard} choices={choices} canPrint={canPrint} />
          )}
          <DashboardMenu shown={shown} list={list} usable={usable} />
        </>
      )}
    </ScreenHeader>
  );
}

function compareWords({ compare }: OverviewChoices, answer: Answer | null, { t, format }: TitleWords): string {
  const against = answer === null ? null : compareName(answer, format);
  if (compare === 'none' || (answer !== null && against === null)) return t('overview:compare.none');
  if (against === null) return t(`overview:compare.${compare}`);
  return compare === 'last-year' && /^\d{4}$/.test(against)
    ? t('overview:compare.samePeriod', { year: against })
    : against;
}

/** The clicked mark that the tiles are filtered by, with the way back. */
function CrossChip({ words }: { readonly words: TitleWords }) {
  const { t } = useTranslation();
  const cross = useAppStore((state) => state.crossFilter);
  const crossFilterBy = useAppStore((state) => state.crossFilterBy);
  const isTime = cross?.dimension === 'date';
  const names = (cross?.members ?? []).map((member) =>
    isTime && member !== null
      ? formatPeriodText(member, words.format.locale)
      : memberName(member, t, cross?.dimension ?? ''),
  );
  const what = stretchName(names, isTime, t);
  return (
    <>
      <span className="visually-hidden" role="status">
        {cross === null ? '' : t('dashboards:cross.said', { what })}
      </span>
      {cross !== null && (
        <span className="cross-chip">
          {t('dashboards:cross.chip', { what })}
          <IconButton icon="close" label={t('dashboards:cross.clear')} onClick={() => crossFilterBy(null)} />
        </span>
      )}
    </>
  );
}
