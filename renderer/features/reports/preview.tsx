import { memo, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenNumber } from '../../print/blocks/opening-number.tsx';
import { ReportSheets } from '../../print/report-sheets.tsx';
import { useAppStore } from '../../state/app-store.ts';
import { classNames } from '../../ui/class-names.ts';
import type { Counted } from './asked.model.ts';
import { usePaper } from './use-paper.ts';
import { ZoomBar } from './zoom-bar.tsx';

interface PreviewProps {
  /** Null until the numbers are known. */
  readonly counted: Counted | null;
  readonly chosen: string;
  /** The page of every sheet. */
  readonly sheets: readonly string[];
  readonly isCounting: boolean;
  readonly onSheets: (sheets: readonly string[]) => void;
  readonly onChoose: (page: string, sheet: number) => void;
}

/** The pages as they print, as large as wanted. */
export function Preview({ counted, chosen, sheets, isCounting, onSheets, onChoose }: PreviewProps) {
  const { t } = useTranslation();
  const room = useRef<HTMLDivElement>(null);
  const paper = useRef<HTMLDivElement>(null);
  const { scale, natural, zoom, setZoom, onKeyDown } = usePaper(room, paper);
  const isThere = sheets.includes(chosen);
  useEffect(() => {
    for (const sheet of paper.current?.querySelectorAll('[data-sheet]') ?? []) {
      const isChosen = sheet.getAttribute('data-page') === chosen;
      const wasChosen = sheet.hasAttribute('data-chosen');
      sheet.toggleAttribute('data-chosen', isChosen);
      if (!isChosen && !wasChosen) continue;
      // The keys reach the numbers of the chosen page, not those of a hundred others.
      for (const number of sheet.querySelectorAll<HTMLElement>('.sheet-opens')) number.tabIndex = isChosen ? 0 : -1;
    }
  }, [chosen, counted, sheets]);
  useEffect(() => {
    if (isThere) bringIntoView(room.current, chosen);
  }, [chosen, isThere]);
  return (
    <section className="report-preview" aria-label={t('report:screen.preview.label')}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- pages are chosen by key in their list; the keys here are those of the zoom */}
      <div
        ref={room}
        className={classNames('report-preview-room', isCounting && 'report-preview-old')}
        role="group"
        aria-label={t('report:screen.preview.sheets')}
        aria-busy={isCounting}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the arrow keys scroll what has focus
        tabIndex={0}
        onKeyDown={onKeyDown}
        onClick={(event) => {
          const sheet = event.target instanceof Element ? event.target.closest('[data-sheet]') : null;
          const page = sheet?.getAttribute('data-page') ?? null;
          if (sheet !== null && page !== null) onChoose(page, Number(sheet.getAttribute('data-sheet')));
        }}
      >
        <div className="report-paper-room" style={{ width: natural.width * scale, height: natural.height * scale }}>
          <div ref={paper} className="report-paper" style={{ transform: `scale(${String(scale)})` }}>
            {counted !== null && <Sheets counted={counted} resolution={dotsAt(scale)} onSheets={onSheets} />}
          </div>
        </div>
        {counted === null && <p className="report-preview-first late muted">{t('report:screen.preview.counting')}</p>}
      </div>
      <ZoomBar
        scale={scale}
        zoom={zoom}
        sheet={sheets.indexOf(chosen) + 1}
        sheets={sheets.length}
        isCounting={isCounting && counted !== null}
        onZoom={setZoom}
      />
    </section>
  );
}

const nothing = (): void => undefined;

interface SheetsProps extends Pick<PreviewProps, 'onSheets'> {
  readonly counted: Counted;
  readonly resolution: number;
}

/** Drawn anew only for other words or numbers. */
const Sheets = memo(function Sheets({ counted: { report, content }, ...rest }: SheetsProps) {
  const openPassport = useAppStore((state) => state.openPassport);
  const open: OpenNumber = useCallback(
    ({ opens, part, value, isDerived }, { name, title, place, text, scale }) => {
      const subject = 'told' in opens ? { ...opens, name: title, place } : opens;
      openPassport({ ...subject, reported: { name, text, scale, part, value, isDerived } });
    },
    [openPassport],
  );
  return <ReportSheets report={report} content={content} onReady={nothing} onOpen={open} {...rest} />;
});

/** Charts with about as many dots as the screen shows of them: many more would look jagged. */
const dotsAt = (scale: number): number => Math.max(1, Math.ceil(scale * window.devicePixelRatio - 0.1));

/** Scrolls to the page's first sheet unless some of it can be read already. */
function bringIntoView(room: HTMLElement | null, page: string): void {
  const sheets = room === null ? [] : [...room.querySelectorAll(`[data-page="${CSS.escape(page)}"][data-sheet]`)];
  const [first] = sheets;
  if (room === null || first === undefined) return;
  const { top, bottom } = room.getBoundingClientRect();
  const isSeen = sheets.some((sheet) => {
    const box = sheet.getBoundingClientRect();
    return Math.min(box.bottom, bottom) - Math.max(box.top, top) > Math.min(box.height, bottom - top) / 2;
  });
  if (!isSeen) room.scrollTop += first.getBoundingClientRect().top - top - 12;
}
