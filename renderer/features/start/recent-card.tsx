import { useTranslation } from 'react-i18next';
import type { Output } from '#shared/contract.ts';
import { formatMinute } from '#shared/format-period.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useHost } from '../../transport/host-context.tsx';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Way } from './use-start.ts';

type Recent = Output<'workspace.recent'>[number];

interface RecentCardProps {
  /** The workspace being opened. */
  readonly opening: string | null;
  readonly disabled: boolean;
  readonly onStart: (way: Way) => void;
}

/** Where one was last; nothing at all on the first day, unless another file can be opened. */
export function RecentCard({ opening, disabled, onStart }: RecentCardProps) {
  const { t } = useTranslation('start');
  const host = useHost();
  const recent = useHostQuery('workspace.recent', {}).data ?? [];
  const picker = host.pickWorkspace !== null;
  if (recent.length === 0 && !picker) return null;
  return (
    <Card
      title={t('recent.title')}
      className="start-recent"
      actions={
        picker && (
          <Button look="ghost" icon="folder" disabled={disabled} onClick={() => onStart({ by: 'picker' })}>
            {t('recent.other')}
          </Button>
        )
      }
    >
      {recent.length === 0 ? (
        <p className="muted">{t('recent.empty')}</p>
      ) : (
        <ul>
          {recent.map((workspace) => (
            <li key={workspace.id}>
              <RecentRow
                workspace={workspace}
                opening={opening === workspace.id}
                disabled={disabled}
                onOpen={() => onStart({ by: 'recent', id: workspace.id })}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

interface RecentRowProps {
  readonly workspace: Recent;
  readonly opening: boolean;
  readonly disabled: boolean;
  readonly onOpen: () => void;
}

function RecentRow({ workspace, opening, disabled, onOpen }: RecentRowProps) {
  const { t } = useTranslation('start');
  const locale = useLocale();
  const { name, place, openedAt, present } = workspace;
  const when = openedAt === null ? '' : formatMinute(openedAt, locale);
  return (
    <button
      type="button"
      className="start-recent-row"
      aria-label={t('recent.open', { name })}
      disabled={disabled || !present}
      onClick={onOpen}
    >
      <Icon name="file" />
      <span className="start-recent-name">{name}</span>
      <span className="start-recent-place">{place}</span>
      <span className="start-recent-when num">{opening ? t('opening') : present ? when : t('recent.gone')}</span>
      <Icon name="chevron-right" size={14} />
    </button>
  );
}
