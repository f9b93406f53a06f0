import { useTranslation } from 'react-i18next';
import type { ForecastRefusal } from '#shared/forecast.ts';
import { needsText } from '#shared/needs-words.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

interface RefusalStateProps {
  readonly refusal: ForecastRefusal;
  readonly kpi: string;
  /** To the forecast that needs no open deals. */
  readonly onHistory?: () => void;
}

/** Why there is no forecast, and what would give one. */
export function RefusalState({ refusal, kpi, onHistory }: RefusalStateProps) {
  const { t } = useTranslation();
  const needs = needsText(refusal.needs, t);
  return (
    <Card>
      <EmptyState
        icon="forecast"
        title={t('forecast:none')}
        text={t(`forecast:refusal.${refusal.code}`, { kpi, needs })}
        {...(onHistory === undefined
          ? {}
          : { actions: <Button onClick={onHistory}>{t('forecast:refusal.history')}</Button> })}
      />
    </Card>
  );
}
