import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import { BlockView, type SetBlock } from './blocks/block-view.tsx';
import type { PageShown, ReportFrame } from './blocks/blocks.model.ts';
import { partOf } from './blocks/part-of.ts';
import { piecesOf, sampleRows, setBlock } from './blocks/set-block.ts';
import type { TextWidth } from './blocks/table-layout.ts';
import { packColumns, type Slice } from './pack.model.ts';
import type { SheetRoom } from './paper.model.ts';
import { SheetHead, SheetHeadAgain } from './sheet-head.tsx';
import type { DrawnCharts } from './use-drawn-charts.tsx';

/** Where everything of a page stands. */
export interface PageLayout {
  readonly shown: PageShown;
  readonly columns: readonly { readonly width: number; readonly under: boolean; readonly sets: readonly SetBlock[] }[];
  /** For each sheet, the slices of each column. */
  readonly sheets: readonly (readonly (readonly Slice[])[])[];
}

interface MeasuredPageProps extends Pick<DrawnCharts, 'hostOf'> {
  readonly shown: PageShown;
  readonly frame: ReportFrame;
  readonly room: SheetRoom;
  readonly textWidth: TextWidth;
  /** How high its charts are, one after the other; null until all are drawn. */
  readonly chartHeights: string | null;
  readonly onLayout: (layout: PageLayout) => void;
}

const NO_SHEET = (): number => 0;
/** Browsers round lengths to parts of a pixel, and sums of them stray. */
const SPARE = 1;

/** A page in the hidden layer at its true width, which says where everything stands once its charts are drawn. */
export const MeasuredPage = memo(function MeasuredPage(props: MeasuredPageProps) {
  const { shown, frame, room, textWidth, hostOf, chartHeights, onLayout } = props;
  const box = useRef<HTMLDivElement>(null);
  const columns = useMemo(
    () =>
      shown.flows.map(({ width, under = false, blocks }) => ({
        width,
        under,
        sets: blocks.map((block) =>
          setBlock(block, width, textWidth, block.is === 'chart' ? hostOf(block.chart) : null),
        ),
      })),
    [shown, textWidth, hostOf],
  );
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || chartHeights === null) return;
    const heights = chartHeights.split(' ').map(Number);
    const highOf = (selector: string): number => element.querySelector(selector)?.getBoundingClientRect().height ?? 0;
    const measured = [...element.querySelectorAll('[data-column]')].map((column, index) => {
      const found = [...column.children].map((child, at) => {
        const set = columns[index]?.sets[at];
        if (set === undefined) return [];
        return [partOf(child, set, set.block.is === 'chart' ? (heights.shift() ?? 0) : 0)];
      });
      return found.flat();
    });
    const first = room.tall - highOf('header') - SPARE;
    const next = room.tall - highOf('.sheet-head-again') - SPARE;
    const packed = packColumns(
      measured.map((found, index) => ({
        parts: found.map(({ part }) => part),
        under: columns[index]?.under === true,
      })),
      { first, next },
    );
    const count = Math.max(1, ...packed.map((sheets) => sheets.length));
    onLayout({
      shown,
      columns: columns.map((column, index) => ({ ...column, sets: (measured[index] ?? []).map(({ set }) => set) })),
      sheets: Array.from({ length: count }, (_, sheet) => packed.map((column) => column[sheet] ?? [])),
    });
  }, [columns, room, shown, frame, chartHeights, onLayout]);
  return (
    <div ref={box} className={`sheet-measure sheet-of-${shown.page.show}`} style={{ width: room.inner }}>
      <SheetHead shown={shown} frame={frame} />
      <SheetHeadAgain shown={shown} frame={frame} />
      {columns.map(({ width, sets }, index) => (
        <div key={index} data-column style={{ width }}>
          {sets.map((set, at) => {
            const rows = sampleRows(set);
            return (
              <div key={at}>
                <BlockView
                  set={{ ...set, host: null }}
                  from={0}
                  to={piecesOf(set)}
                  locale={frame.locale}
                  sheetOf={NO_SHEET}
                  {...(rows === undefined ? {} : { rows })}
                />
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
});
