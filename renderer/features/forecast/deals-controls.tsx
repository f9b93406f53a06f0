import { useTranslation } from 'react-i18next';
import type { SavedForecast } from '#shared/forecast.ts';
import { formatDate } from '#shared/format-period.ts';
import type { Filter } from '#shared/question.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { BasisSelect } from './basis-select.tsx';
import { KeepButton } from './keep-button.tsx';
import type { TabProps } from './tab-props.ts';
import { WON_KPI } from './use-forecast-view.ts';

interface DealsControlsProps extends TabProps {
  readonly source: Exclude<SavedForecast['source'], 'history'>;
  /** The day the open deals are of. */
  readonly asOf: string;
  readonly filters: Filter[];
  readonly points: SavedForecast['points'];
  /** Choices beside the chance. */
  readonly children?: React.ReactNode;
}

/** What a forecast by the open deals goes by, and the button that keeps it. */
export function DealsControls({ view, source, asOf, filters, points, children }: DealsControlsProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  return (
    <div className="forecast-controls">
      <BasisSelect basis={view.basis} onChange={(basis) => view.change({ basis })} />
      {children}
      <span className="muted">{t('forecast:asOf', { day: formatDate(asOf, locale) })}</span>
      <KeepButton
        source={source}
        kpi={WON_KPI}
        name={t(`forecast:${source}.title`)}
        grain="month"
        filters={filters}
        points={points}
      />
    </div>
  );
}
