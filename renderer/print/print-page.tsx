import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppStore } from '../state/app-store.ts';
import type { Printed } from '../state/print-slice.ts';
import { useHostQuery } from '../transport/use-host-query.ts';
import { ReportSheets } from './report-sheets.tsx';
import { tellFailure, tellPrinter } from './tell-printer.ts';
import './print.css';

/** The sheets of a job alone; tells the printer when all is drawn or cannot be. */
export function PrintJob({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { data, error } = useHostQuery('report.printed', { jobId: id });
  const failed = error !== null;
  useEffect(() => {
    if (failed) tellFailure();
  }, [failed]);
  const ready = useCallback(() => tellPrinter('true'), []);
  if (data === undefined) return <p className="print-waiting late">{t('report:print.reading')}</p>;
  return <Paper printed={data} onReady={ready} />;
}

/** The sheets in the window, for the browser's own print dialog. */
export function PrintedReport({ printed }: { readonly printed: Printed }) {
  const endPrinting = useAppStore((state) => state.endPrinting);
  const asked = useRef(false);
  useEffect(() => {
    window.addEventListener('afterprint', endPrinting);
    return () => window.removeEventListener('afterprint', endPrinting);
  }, [endPrinting]);
  const print = useCallback(() => {
    if (!asked.current) window.print();
    asked.current = true;
  }, []);
  return <Paper printed={printed} onReady={print} />;
}

/** A document of nothing but sheets: their size, its title and its language. */
function Paper({ printed, onReady }: { readonly printed: Printed; readonly onReady: () => void }) {
  const { report, content } = printed;
  const { size, turn } = report.paper;
  const { name, locale } = report;
  useEffect(() => {
    const root = document.documentElement;
    const before = { title: document.title, lang: root.lang };
    const names = ['on-paper', `paper-${size}-${turn}`];
    root.classList.add(...names);
    root.lang = locale.slice(0, 2);
    document.title = name;
    return () => {
      root.classList.remove(...names);
      root.lang = before.lang;
      document.title = before.title;
      delete root.dataset['printReady'];
    };
  }, [size, turn, locale, name]);
  return <ReportSheets report={report} content={content} onReady={onReady} />;
}
