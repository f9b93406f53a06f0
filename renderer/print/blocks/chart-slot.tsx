import { useLayoutEffect, useRef } from 'react';
import type { ChartModel } from '#shared/charts/model.ts';

interface ChartSlotProps {
  readonly chart: ChartModel;
  /** The drawn picture; it moves from sheet to sheet without being drawn again. */
  readonly host: HTMLElement | null;
}

/** A chart under its title. */
export function ChartSlot({ chart, host }: ChartSlotProps) {
  const slot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (host !== null) slot.current?.append(host);
  }, [host]);
  return (
    <div data-piece className="sheet-chart">
      <h2 className="sheet-title">{chart.title}</h2>
      {chart.sub !== null && <p className="sheet-chart-sub">{chart.sub}</p>}
      <div ref={slot} />
    </div>
  );
}
