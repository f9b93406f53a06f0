import i18next from 'i18next';
import { use, useCallback, useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { I18nextProvider } from 'react-i18next';
import type { ReportContent } from '#shared/report-content.ts';
import type { Report } from '#shared/reports.ts';
import { learn } from '../i18n/setup.ts';
import { wishOf, type ChartWish, type PageShown } from './blocks/blocks.model.ts';
import { NumberOpener, type OpenNumber } from './blocks/opening-number.tsx';
import { textWidths } from './blocks/table-layout.ts';
import { MeasuredPage, type PageLayout } from './measured-page.tsx';
import { sheetRoom, type SheetRoom } from './paper.model.ts';
import { PageSheets } from './sheet.tsx';
import { PRINT_RESOLUTION, useDrawnCharts } from './use-drawn-charts.tsx';
import { useFonts } from './use-fonts.ts';
import { useFrame, usePagesShown } from './use-pages-shown.ts';
import './sheets.css';
import './sheet-table.css';

export interface ReportSheetsProps {
  readonly report: Report;
  readonly content: ReportContent;
  /** Called when everything is drawn, and again when something else is. */
  readonly onReady: () => void;
  /** The page of every sheet, in order. */
  readonly onSheets?: (pages: readonly string[]) => void;
  /** Device pixels per CSS pixel of charts; as many as a printer wants unless said. */
  readonly resolution?: number;
  /** Opens the passport of a number; its numbers are text without. */
  readonly onOpen?: OpenNumber;
}

/** All of a report's sheets at their true size, in the report's language. */
export function ReportSheets(props: ReportSheetsProps) {
  const language = props.report.locale === 'sv-SE' ? 'sv' : 'en';
  use(learn(language));
  const speaking = useMemo(() => i18next.cloneInstance({ lng: language, initAsync: false }), [language]);
  return (
    <I18nextProvider i18n={speaking}>
      <DrawnSheets {...props} />
    </I18nextProvider>
  );
}

/** Of tables, CSS pixels; the same stands in sheets.css. */
const TABLE_TYPE = 12.5;

const EMPTY: ReadonlyMap<string, PageLayout> = new Map();

function DrawnSheets({ report, content, onReady, onSheets, onOpen, resolution = PRINT_RESOLUTION }: ReportSheetsProps) {
  const { size, turn } = report.paper;
  const room = useMemo(() => sheetRoom({ size, turn }), [size, turn]);
  const fonts = useFonts();
  const textWidth = useMemo(
    () => textWidths(TABLE_TYPE, fonts.family),
    // Fonts that came have other widths.
    [fonts],
  );
  const frame = useFrame(report, content);
  const pages = usePagesShown(report, content, room);
  const wishes = useMemo(() => pages.flatMap((shown) => chartsOf(shown, room)), [pages, room]);
  const { hostOf, heightOf, studio } = useDrawnCharts(wishes, resolution);
  const heightsOf = (shown: PageShown): string | null => {
    const heights = chartsOf(shown, room).map(heightOf);
    return heights.includes(null) ? null : heights.join(' ');
  };
  const [layouts, setLayouts] = useState(EMPTY);
  const onLayout = useCallback((layout: PageLayout) => {
    setLayouts((before) => new Map([...before, [layout.shown.page.id, layout]]));
  }, []);
  const sheets = useMemo(() => {
    const laid = pages.flatMap(({ page }) => layouts.get(page.id) ?? []);
    const numbers = new Map<string, number>();
    let count = 0;
    for (const layout of laid) {
      numbers.set(layout.shown.page.id, count + 1);
      count += layout.sheets.length;
    }
    return { laid, numbers, count };
  }, [pages, layouts]);
  const settled = fonts.ready && pages.every((shown) => layouts.get(shown.page.id)?.shown === shown);
  useEffect(() => {
    if (!settled) return;
    onSheets?.(sheets.laid.flatMap((layout) => layout.sheets.map(() => layout.shown.page.id)));
    void document.fonts.ready.then(onReady);
  }, [settled, sheets, onSheets, onReady]);
  const definitions = report.pages.find(({ show }) => show === 'definitions')?.id ?? '';
  return (
    <>
      {createPortal(
        <div className="sheets sheets-unseen" data-paper={`${size}-${turn}`} aria-hidden="true" inert>
          {studio}
          {pages.map((shown) => (
            <MeasuredPage
              key={shown.page.id}
              shown={shown}
              frame={frame}
              room={room}
              textWidth={textWidth}
              hostOf={hostOf}
              chartHeights={heightsOf(shown)}
              onLayout={onLayout}
            />
          ))}
        </div>,
        document.body,
      )}
      <div className="sheets" data-paper={`${size}-${turn}`} lang={report.locale.slice(0, 2)}>
        <NumberOpener value={onOpen ?? null}>
          {sheets.laid.map((layout) => (
            <PageSheets
              key={layout.shown.page.id}
              layout={layout}
              frame={frame}
              first={sheets.numbers.get(layout.shown.page.id) ?? 1}
              count={sheets.count}
              definitions={sheets.numbers.get(definitions) ?? null}
              numbers={layout.shown.page.show === 'contents' ? sheets.numbers : null}
            />
          ))}
        </NumberOpener>
      </div>
    </>
  );
}

const chartsOf = ({ flows }: PageShown, room: SheetRoom): readonly ChartWish[] =>
  flows.flatMap(({ width, blocks }) =>
    blocks.flatMap((block) => (block.is === 'chart' ? [wishOf(block, width, room)] : [])),
  );
