import { useTranslation } from 'react-i18next';
import { useAppStore } from '../state/app-store.ts';
import { addressOf, type Screen } from '../state/route.model.ts';
import './room-tabs.css';

const TABS = ['data', 'rows', 'names', 'entry'] as const satisfies readonly Screen[];

/** The screens of the data room, side by side. Links, so that back and forward go between them. */
export function RoomTabs() {
  const { t } = useTranslation();
  const route = useAppStore((state) => state.route);
  return (
    <nav className="room-tabs" aria-label={t('frame:tabs.label')}>
      {TABS.map((tab) => (
        <a key={tab} href={addressOf(tab)} aria-current={tab === route ? 'page' : undefined}>
          {t(`frame:tabs.${tab}`)}
        </a>
      ))}
    </nav>
  );
}
