import { useTranslation } from 'react-i18next';
import { useAppStore } from '../state/app-store.ts';
import { addressOf, type Screen } from '../state/route.model.ts';
import './room-tabs.css';

const TABS = {
  data: ['data', 'rows', 'names', 'entry'],
  kpis: ['kpis', 'kpi-settings'],
} as const satisfies Readonly<Record<string, readonly Screen[]>>;

/** The screens of a room, side by side. Links, so that back and forward go between them. */
export function RoomTabs({ room = 'data' }: { readonly room?: keyof typeof TABS }) {
  const { t } = useTranslation();
  const route = useAppStore((state) => state.route);
  return (
    <nav className="room-tabs" aria-label={t(`frame:tabs.of.${room}`)}>
      {TABS[room].map((tab) => (
        <a key={tab} href={addressOf(tab)} aria-current={tab === route ? 'page' : undefined}>
          {t(`frame:tabs.${tab}`)}
        </a>
      ))}
    </nav>
  );
}
