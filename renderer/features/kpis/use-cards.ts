import { useTranslation } from 'react-i18next';
import type { KpiEntry } from '#shared/contract.ts';
import { shownCards } from '#shared/tiles/overview-plan.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { withCard } from './library.model.ts';
import { useSettings } from './use-settings.ts';

/** Which KPIs the overview shows, and a way to change it: the first choice takes over what it has shown by itself. */
export function useCards(entries: readonly KpiEntry[]) {
  const { t } = useTranslation();
  const words = useKpiWords();
  const { settings, disabled, change } = useSettings();
  const cards = shownCards(entries, settings.overviewCards);
  return {
    disabled,
    isShown: (kpi: string): boolean => cards.includes(kpi),
    show: (kpi: string, shown: boolean): void =>
      change(
        t(shown ? 'library:added' : 'library:removed', { name: words.name(kpi) }),
        { overviewCards: withCard(cards, kpi, shown) },
        { overviewCards: settings.overviewCards },
      ),
  };
}
export type Cards = ReturnType<typeof useCards>;
