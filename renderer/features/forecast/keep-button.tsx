import { useTranslation } from 'react-i18next';
import type { SavedForecast } from '#shared/forecast.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useSaved } from '../../transport/use-saved.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';

type KeepButtonProps = Pick<SavedForecast, 'source' | 'kpi' | 'grain' | 'filters' | 'points'> & {
  /** Of what it is the forecast. */
  readonly name: string;
};

/** Keeps a forecast as it stands, to be held against what comes. */
export function KeepButton({ name, points, ...forecast }: KeepButtonProps) {
  const { t } = useTranslation();
  const { to, readonly } = useWorkspace();
  const { save, remove } = useSaved('forecast');
  const madeOn = useHostQuery('app.info', {}).data?.today;
  const keep = (): void => {
    if (madeOn === undefined) return;
    const id = crypto.randomUUID();
    const kept = { id, name: name.slice(0, 120), madeOn, asOf: to ?? madeOn, variants: {}, ...forecast };
    const failed = (): void => showToast({ title: t('forecast:kept.failed'), tone: 'bad' });
    save({
      ...kept,
      points: points.map(({ key, from, to: end, value, intervals, range }) => ({
        key,
        from,
        to: end,
        value,
        intervals,
        ...(range === undefined ? {} : { range }),
      })),
    })
      .then(() =>
        showToast({
          title: t('forecast:kept.done', { name }),
          tone: 'good',
          action: { label: t('forecast:kept.undo'), onClick: () => void remove(id).catch(failed) },
        }),
      )
      .catch(failed);
  };
  return (
    <Button className="forecast-keep" disabled={readonly || points.length === 0 || madeOn === undefined} onClick={keep}>
      {t('forecast:kept.keep')}
    </Button>
  );
}
