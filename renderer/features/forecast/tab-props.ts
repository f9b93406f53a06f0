import type { useForecastView } from './use-forecast-view.ts';

export interface TabProps {
  readonly view: NonNullable<ReturnType<typeof useForecastView>>;
}
