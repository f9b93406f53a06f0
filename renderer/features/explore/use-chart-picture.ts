import { useTranslation } from 'react-i18next';
import type { ChartModel } from '#shared/charts/model.ts';
import { exportChart, type ExportWish } from '../../charts/export/export-chart.ts';
import { useSay } from '../../charts/use-say.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useHost } from '../../transport/host-context.tsx';
import { savePicture } from '../../transport/save-picture.ts';
import { showToast } from '../../ui/toast.tsx';

/** Saves the chart as a picture. */
export function useChartPicture(model: ChartModel | null) {
  const { t } = useTranslation();
  const say = useSay();
  const host = useHost();
  return async (type: ExportWish['type'], colors: ExportWish['colors']): Promise<void> => {
    if (model === null) return;
    const drawn = await exportChart({ model, type, colors, say }).catch(() => null);
    if (drawn === null) return showToast({ title: t('explore:chart.pictureFailed'), tone: 'bad' });
    const saved = await savePicture(host, drawn);
    if (saved.ok) showToast({ title: t('explore:export.done', { file: saved.value }), tone: 'good' });
    else if (saved.error.code !== 'E_CANCELLED') showToast({ title: failureSentence(t, saved.error), tone: 'bad' });
  };
}
