import { lazy, Suspense, useEffect, useMemo } from 'react';
import { chartProblem, sharedReason } from '#shared/charts/chart-problem.ts';
import type { ChartProps } from './chart-props.ts';
import { ChartTable } from './chart-table.tsx';
import { useSay } from './use-say.ts';
import './chart.css';

/** Drawing is loaded on first need: a page without charts starts without it. */
const DrawnChart = lazy(async () => ({ default: (await import('./drawn-chart.tsx')).DrawnChart }));

/** A chart of any kind, or the sentence why it is none, or its numbers as a table. */
export function Chart(props: ChartProps) {
  const { model, height, asTable = false, onPassport, onPoint, onMenu, onDrawn } = props;
  const say = useSay();
  const problem = useMemo(() => chartProblem(model), [model]);
  const tabled = asTable || model.kind === 'table';
  const withoutPicture = tabled || problem !== null;
  useEffect(() => {
    if (withoutPicture) onDrawn?.();
  }, [withoutPicture, onDrawn]);
  if (tabled) {
    return <ChartTable model={model} height={height} say={say} onNumber={onPassport ?? onPoint} onMenu={onMenu} />;
  }
  if (problem !== null) {
    return (
      <p className="chart-problem" style={{ minHeight: height }}>
        {(problem === 'no-values' ? sharedReason(model) : null) ?? say(`problem.${problem}`)}
      </p>
    );
  }
  return (
    <Suspense fallback={<div style={{ height }} />}>
      <DrawnChart {...props} />
    </Suspense>
  );
}
