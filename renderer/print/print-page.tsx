import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import { periodName } from '#shared/tiles/tile-words.ts';
import { useAppStore } from '../state/app-store.ts';
import { cssString } from './css-string.model.ts';
import { PrintReport } from './print-report.tsx';
import type { PrintJob } from './print-job.model.ts';
import { usePrintData, type PrintData } from './use-print-data.ts';
import './print.css';

/** The report's pages alone. Tells the printer when all is drawn or cannot be, or opens the browser's own print dialog. */
export function PrintPage({ job }: { readonly job: PrintJob }) {
  const { t } = useTranslation();
  const data = usePrintData(job);
  const dialogWanted = useAppStore((state) => state.printing !== null);
  const endPrinting = useAppStore((state) => state.endPrinting);
  const failed = useAnyQueryFailed();
  const drawn = useRef(0);
  const charts = data === null ? 0 : data.breakdown === null ? 1 : 2;
  usePaper(job.paper, data);
  const done = useCallback(() => {
    drawn.current += 1;
    if (drawn.current < charts) return;
    void document.fonts.ready.then(() => {
      document.documentElement.dataset['printReady'] = 'true';
      if (dialogWanted) window.print();
    });
  }, [charts, dialogWanted]);
  useEffect(() => {
    if (failed) document.documentElement.dataset['printReady'] = 'failed';
  }, [failed]);
  useEffect(() => {
    window.addEventListener('afterprint', endPrinting);
    return () => window.removeEventListener('afterprint', endPrinting);
  }, [endPrinting]);
  return data === null ? (
    <p className="print-waiting late">{t('print:reading')}</p>
  ) : (
    <PrintReport data={data} onChart={done} />
  );
}

function useAnyQueryFailed(): boolean {
  const cache = useQueryClient().getQueryCache();
  return useSyncExternalStore(
    useCallback((changed: () => void) => cache.subscribe(changed), [cache]),
    () => cache.getAll().some(({ state }) => state.status === 'error'),
  );
}

/** Paper size by class, and the source line that stands at the foot of every page. */
function usePaper(paper: PrintJob['paper'], data: PrintData | null): void {
  const { t } = useTranslation();
  useEffect(() => {
    const { classList, style, dataset } = document.documentElement;
    classList.add('on-paper', `paper-${paper}`);
    if (data !== null) {
      const { sources, rows } = data.explanation;
      const text = t('print:footSource', {
        count: sources.length,
        file: sources[0]?.file ?? '',
        rows: formatNumber(rows.used, data.format.locale),
      });
      style.setProperty('--print-source', cssString(text));
      document.title = `${data.workspace.name}, ${periodName(data.answer.period, data.words)}`;
    }
    return () => {
      classList.remove('on-paper', `paper-${paper}`);
      style.removeProperty('--print-source');
      delete dataset['printReady'];
    };
  }, [paper, data, t]);
}
