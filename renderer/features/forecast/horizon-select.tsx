import { useTranslation } from 'react-i18next';
import type { ForecastGrain } from '#shared/forecast.ts';
import { Select } from '../../ui/select.tsx';

const CHOICES: Readonly<Record<ForecastGrain, readonly number[]>> = {
  month: [3, 6, 12, 18, 24],
  week: [4, 8, 12, 26, 52],
};

interface HorizonSelectProps {
  readonly grain: ForecastGrain;
  readonly horizon: number;
  readonly onChange: (horizon: number) => void;
}

/** How many periods ahead. */
export function HorizonSelect({ grain, horizon, onChange }: HorizonSelectProps) {
  const { t } = useTranslation();
  const choices = [...new Set([...CHOICES[grain], horizon])].sort((a, b) => a - b);
  return (
    <Select
      label={t('forecast:horizon')}
      value={String(horizon)}
      onChange={(next) => onChange(Number(next))}
      groups={[
        { options: choices.map((count) => ({ value: String(count), label: t(`forecast:ahead.${grain}`, { count }) })) },
      ]}
    />
  );
}
