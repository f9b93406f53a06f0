import { useTranslation } from 'react-i18next';
import type { ForecastRefusal } from '#shared/forecast.ts';
import { needsText } from '#shared/needs-words.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';

/** Why there is no forecast, and what would give one. */
export function RefusalState({ refusal, kpi }: { readonly refusal: ForecastRefusal; readonly kpi: string }) {
  const { t } = useTranslation();
  const needs = needsText(refusal.needs, t);
  return (
    <Card>
      <EmptyState
        icon="forecast"
        title={t('forecast:none')}
        text={t(`forecast:refusal.${refusal.code}`, { kpi, needs })}
      />
    </Card>
  );
}
