import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../state/app-store.ts';
import { IconButton } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useDashboardActions } from './use-dashboard-actions.ts';
import { useMeeting } from './use-meeting.ts';
import type { ListedDashboard } from './use-dashboards.ts';

interface DashboardMenuProps {
  readonly shown: ListedDashboard;
  readonly list: readonly ListedDashboard[];
  readonly usable: boolean;
}

/** What can be done with this dashboard. */
export function DashboardMenu({ shown, list, usable }: DashboardMenuProps) {
  const { t } = useTranslation();
  const writeRemark = useAppStore((state) => state.writeRemark);
  const openDialog = useAppStore((state) => state.openDashboardDialog);
  const { startMeeting } = useMeeting();
  const { open, share, create, duplicate, remove } = useDashboardActions(list);
  const file = useRef<HTMLInputElement>(null);
  const { dashboard, ready, stored } = shown;
  const removal = {
    label: t(ready === null ? 'dashboards:remove' : 'dashboards:reset'),
    icon: ready === null ? ('trash' as const) : ('undo' as const),
    onSelect: () => remove(shown),
  };
  return (
    <>
      <Menu
        align="end"
        trigger={<IconButton icon="more" className="header-more" label={t('dashboards:more')} />}
        groups={[
          usable
            ? [
                { label: t('dashboards:meeting'), onSelect: startMeeting },
                { label: t('dashboards:remark'), onSelect: () => writeRemark({}) },
              ]
            : [],
          [
            { label: t('dashboards:new'), icon: 'plus', onSelect: create },
            { label: t('dashboards:duplicate'), icon: 'copy', onSelect: () => duplicate(dashboard) },
            { label: t('dashboards:rename'), icon: 'pen', onSelect: () => openDialog('rename') },
            ...(stored ? [removal] : []),
          ],
          [
            { label: t('dashboards:share'), icon: 'download', onSelect: () => share(dashboard) },
            { label: t('dashboards:open'), icon: 'upload', onSelect: () => file.current?.click() },
          ],
        ]}
      />
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={t('dashboards:open')}
        onChange={(event) => {
          const [picked] = event.target.files ?? [];
          if (picked !== undefined) open(picked);
          event.target.value = '';
        }}
      />
    </>
  );
}
