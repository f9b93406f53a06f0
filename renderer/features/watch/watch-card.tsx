import { useTranslation } from 'react-i18next';
import type { WatchState } from '#shared/watching.ts';
import { useHost } from '../../transport/host-context.tsx';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Icon } from '../../ui/icon.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useWatch, useWatchCommand } from './use-watch.ts';
import './watch.css';

/** The folder that is watched for this workspace, if any: a choice that can be taken back. */
export function WatchCard() {
  const { t } = useTranslation('watch');
  const { readonly } = useWorkspace();
  const state = useWatch();
  if (state === undefined) return null;
  return (
    <Card title={t('card.title')} sub={readonly ? t('card.readonly') : t('card.sub')}>
      {!readonly && (state.folder === null ? <Choose {...state} /> : <Watched state={state} folder={state.folder} />)}
    </Card>
  );
}

function Choose({ choices }: Pick<WatchState, 'choices'>) {
  const { t } = useTranslation('watch');
  const host = useHost();
  const start = useWatchCommand('watch.start');
  return (
    <div className="watch-choose">
      <p className="muted">{t('card.none')}</p>
      {choices.map(({ id, place }) => (
        <Button key={id} icon="folder" disabled={start.isPending} onClick={() => start.mutate({ id })}>
          {t('card.watch', { place })}
        </Button>
      ))}
      <PickFolder label={t('card.pick')} />
      {host.pickFolder === null && choices.length === 0 && (
        <p className="muted">
          {t('card.start')} <code className="watch-command">npm start -- --watch ~/Exporter</code>
        </p>
      )}
    </div>
  );
}

/** The system's dialog, where the shell has one. */
function PickFolder({ label }: { readonly label: string }) {
  const { pickFolder } = useHost();
  const start = useWatchCommand('watch.start');
  if (pickFolder === null) return null;
  const pick = async (): Promise<void> => {
    const picked = await pickFolder();
    if (picked.ok && picked.value !== null) start.mutate(picked.value);
  };
  return (
    <Button disabled={start.isPending} onClick={() => void pick()}>
      {label}
    </Button>
  );
}

interface WatchedProps {
  readonly state: WatchState;
  readonly folder: NonNullable<WatchState['folder']>;
}

function Watched({ state: { present, direct, left }, folder }: WatchedProps) {
  const { t } = useTranslation('watch');
  const start = useWatchCommand('watch.start');
  const stop = useWatchCommand('watch.stop');
  const turn = useWatchCommand('watch.direct');
  const stopIt = (): void =>
    stop.mutate(
      {},
      {
        onSuccess: () =>
          showToast({
            title: t('card.stopped', { place: folder.place }),
            action: { label: t('card.undo'), onClick: () => start.mutate({ id: folder.id }) },
          }),
      },
    );
  return (
    <>
      <p className="watch-folder" title={folder.place}>
        <Icon name="folder" />
        <span>{folder.place}</span>
      </p>
      <p className={present ? 'muted' : 'warn'}>{t(present ? 'card.watching' : 'card.gone')}</p>
      <div className="watch-direct">
        <Checkbox
          label={t('card.direct')}
          checked={direct}
          disabled={turn.isPending}
          onChange={(next) => turn.mutate({ direct: next })}
        />
        <div>
          <span>{t('card.direct')}</span>
          <span className="data-note muted">{t('card.directText')}</span>
        </div>
      </div>
      {left.length > 0 && (
        <div className="watch-left">
          <h3>{t('left.title')}</h3>
          <ul>
            {left.map(({ name, why }) => (
              <li key={name}>
                {name} <span className="muted">{t(`left.${why}`)}</span>
              </li>
            ))}
          </ul>
          {left.some(({ why }) => why === 'unknown') && <p className="muted">{t('left.unknownText')}</p>}
        </div>
      )}
      <div className="watch-actions">
        <Button disabled={stop.isPending} onClick={stopIt}>
          {t('card.stop')}
        </Button>
        <PickFolder label={t('card.another')} />
      </div>
    </>
  );
}
