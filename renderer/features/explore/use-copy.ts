import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import { failureSentence } from '../../i18n/failure-sentence.ts';
import { useHost } from '../../transport/host-context.tsx';
import { failureOf } from '../../transport/host-failure.ts';
import { showToast } from '../../ui/toast.tsx';
import { asHtml, asText } from './clipboard.model.ts';
import { useExploring } from './explore-context.ts';
import { gridViewOf } from './grid-view.model.ts';
import { textTable } from './text-table.model.ts';
import { useTableWords } from './use-table-look.ts';
import { wholeTable } from './whole-table.ts';

/** More is for a file, not for the clipboard. */
const MOST_CELLS = 400_000;

/** Copies the whole table as text and as HTML: a spreadsheet takes the one, a letter the other. */
export function useCopy(): () => Promise<void> {
  const { t } = useTranslation();
  const host = useHost();
  const { view, formats, words: explored } = useExploring();
  const words = useTableWords(null);
  return async () => {
    const asked = gridViewOf(view);
    if (asked === null) return;
    try {
      const whole = await wholeTable(host, asked, MOST_CELLS);
      if (whole === null) {
        showToast({
          title: t('explore:copy.tooLarge', { most: formatNumber(MOST_CELLS, explored.locale) }),
          tone: 'bad',
        });
        return;
      }
      const table = textTable(whole, formats, words, { rows: view.rows.length, valuesBelow: view.valuesOn === 'rows' });
      const types = { 'text/plain': asText(table), 'text/html': asHtml(table, words.title) };
      await navigator.clipboard.write([
        new ClipboardItem(
          Object.fromEntries(Object.entries(types).map(([type, text]) => [type, new Blob([text], { type })])),
        ),
      ]);
      const count = whole.rows.length;
      showToast({ title: t('explore:copy.done', { count, n: formatNumber(count, explored.locale) }), tone: 'good' });
    } catch (error) {
      const isRefused = error instanceof DOMException;
      showToast({ title: isRefused ? t('explore:copy.refused') : failureSentence(t, failureOf(error)), tone: 'bad' });
    }
  };
}
