import { useTranslation } from 'react-i18next';
import type { ChartModel } from '#shared/charts/model.ts';
import { exportChart } from '../../charts/export/export-chart.ts';
import { useSay } from '../../charts/use-say.ts';
import { showToast } from '../../ui/toast.tsx';

/** Saves the chart as a picture: made here, so it goes straight to the user's downloads. */
export function useChartPicture(model: ChartModel | null): () => void {
  const { t } = useTranslation();
  const say = useSay();
  return () => {
    if (model === null) return;
    exportChart({ model, type: 'png', colors: 'light', say })
      .then(({ blob, name }) => {
        const url = URL.createObjectURL(blob);
        const link = Object.assign(document.createElement('a'), { href: url, download: name });
        link.click();
        setTimeout(() => URL.revokeObjectURL(url), 1000);
        showToast({ title: t('explore:export.done', { file: name }), tone: 'good' });
      })
      .catch(() => showToast({ title: t('explore:chart.pngFailed'), tone: 'bad' }));
  };
}
