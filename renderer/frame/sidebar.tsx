import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkspaceInfo } from '#shared/contract.ts';
import { addressOf, ROOMS, type Room, type Screen } from '../state/route.model.ts';
import { BrandMark } from '../ui/brand-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { SettingsMenu } from './settings-menu.tsx';

const ROOM_OF: Readonly<Record<Screen, Room>> = {
  overview: 'overview',
  explore: 'explore',
  forecast: 'forecast',
  kpis: 'kpis',
  'kpi-settings': 'kpis',
  'kpi-editor': 'kpis',
  goals: 'goals',
  'customer-value': 'customer-value',
  reports: 'reports',
  data: 'data',
  rows: 'data',
  names: 'data',
  entry: 'data',
  import: 'data',
};

interface SidebarProps {
  readonly workspace: WorkspaceInfo;
  readonly route: Screen;
  /** Below the rooms. */
  readonly children: ReactNode;
}

export function Sidebar({ workspace, route, children }: SidebarProps) {
  const { t } = useTranslation();
  const room = ROOM_OF[route];
  return (
    <div className="sidebar">
      <div className="sidebar-brand">
        <BrandMark size={20} /> Nyckeltal
      </div>
      <div className="sidebar-workspace" title={workspace.name}>
        {workspace.name}
      </div>
      <nav aria-label={t('frame:rooms')}>
        <ul>
          {ROOMS.map((each) => (
            <li key={each}>
              <a href={addressOf(each)} aria-current={each === room ? 'page' : undefined}>
                <Icon name={each} />
                {t(`frame:room.${each}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {children}
      <div className="sidebar-foot">
        <span className="sidebar-privacy">
          <span className="sidebar-dot" aria-hidden="true" />
          {t('frame:privacy')}
        </span>
        <SettingsMenu />
      </div>
    </div>
  );
}
