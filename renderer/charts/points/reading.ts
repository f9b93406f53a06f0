import type { ChartKind } from '#shared/charts/model.ts';
import type { Reading } from './find-place.model.ts';

/** Slices lie in a ring, cards and numbers apart: no stretch of them is any one thing. */
const WITHOUT_RANGE: ReadonlySet<ChartKind> = new Set(['pie', 'scorecard', 'table']);

/** Whether a stretch of a kind's categories can be chosen. */
export const takesRange = (kind: ChartKind): boolean => !WITHOUT_RANGE.has(kind);

/** How a kind of chart is read by pointer and keys. */
export function readingOf(kind: ChartKind): Reading {
  switch (kind) {
    case 'bar':
    case 'stacked-bar':
    case 'share-bar':
    case 'funnel':
    case 'waterfall':
    case 'bullet':
      return 'down';
    case 'heat-map':
    case 'cohort':
      return 'grid';
    case 'pie':
    case 'scatter':
      return 'free';
    case 'column':
    case 'stacked-column':
    case 'share-column':
    case 'line':
    case 'area':
    case 'combo':
    case 'scorecard':
    case 'table':
      return 'across';
  }
}
