import { useTranslation } from 'react-i18next';
import type { Shortage } from '#shared/forecast.ts';

/** What the history is too short for. */
export function ShortageNotes({ shortages }: { readonly shortages: readonly Shortage[] }) {
  const { t } = useTranslation();
  return shortages.map(({ what, have, need }) => (
    <p key={what} className="forecast-note">
      {t(`forecast:shortage.${what}`, { have, need })}
    </p>
  ));
}
