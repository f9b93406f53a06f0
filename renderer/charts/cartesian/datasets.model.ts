import type { ChartDataset } from 'chart.js';
import type { ChartModel, ChartSeries } from '#shared/charts/model.ts';
import { faint, type Ink, type Inks } from '../scene/inks.ts';
import { drawnValue, wholeAt, type Family } from './families.model.ts';
import type { Plan } from './plan.model.ts';

/** `label` is the series' key, by which the drawing finds it again. */
export type Dataset = ChartDataset<'bar' | 'line', (number | null)[]>;

/** Marks that are not among the chosen ones. */
const UNCHOSEN = 0.28;
/** Of a slot: a comparison stands a little to the left, behind. */
export const BEHIND = { width: 0.66, shift: 0.17 } as const;

interface Needs {
  readonly model: ChartModel;
  readonly plan: Plan;
  readonly inks: Inks;
  /** Keys of chosen categories, null for all. */
  readonly chosen: ReadonlySet<string> | null;
}

/** The datasets of chart.js: each family's comparison behind, its values and forecast in front; lines for what is drawn as a line. */
export function datasetsOf(needs: Needs): Dataset[] {
  const { model, plan } = needs;
  const bars = plan.families.filter(({ actual }) => !plan.shape.lines && !(model.kind === 'combo' && actual.line));
  const lines = plan.families.filter((family) => !bars.includes(family));
  return [
    ...bars.flatMap((family) => barSets(family, bars.length, needs)),
    ...lines.flatMap((family, index) => lineSets(family, index, 'y', needs)),
    ...plan.panel.flatMap((family, index) => lineSets(family, index, 'panel', needs)),
  ];
}

const valuesOf = ({ points }: ChartSeries): (number | null)[] => points.map(({ value }) => value);

function colors(ink: Ink, { model, inks, chosen }: Needs, alpha = 1): string[] {
  return model.categories.map(({ key, other }) =>
    faint(
      inks.of[other && ink === 'actual' ? 'line-strong' : ink],
      alpha * (chosen === null || chosen.has(key) ? 1 : UNCHOSEN),
    ),
  );
}

function barSets(family: Family, count: number, needs: Needs): Dataset[] {
  const { model, plan, inks } = needs;
  const { stacked, shares, sideways } = plan.shape;
  const { actual, previous, forecast, ink, alpha } = family;
  const behind = !stacked && previous !== null;
  const stack = stacked ? 'all' : actual.key;
  const thick = {
    categoryPercentage: count === 1 || stacked ? (sideways ? 0.72 : 0.68) : 0.84,
    barPercentage: behind ? BEHIND.width : count === 1 || stacked ? 1 : 0.9,
  };
  const share = (value: number | null, index: number): number | null => {
    const whole = wholeAt(plan.families, index);
    return !shares || value === null ? value : whole === 0 ? null : value / whole;
  };
  const filled = colors(ink, needs, alpha);
  const open = model.categories.map((category) => category.open && !stacked);
  const sets: Dataset[] = [
    {
      type: 'bar',
      label: actual.key,
      data: valuesOf(actual).map(share),
      stack,
      order: 2,
      ...thick,
      backgroundColor: filled.map((color, index) => (open[index] === true ? inks.of.surface : color)),
      borderColor: stacked ? inks.of.surface : filled,
      borderWidth: stacked ? segmentEdge(sideways) : open.map((each) => (each ? 1.5 : 0)),
      borderSkipped: false,
    },
  ];
  if (behind) {
    const gray = colors('previous', needs);
    sets.push({
      type: 'bar',
      label: previous.key,
      data: valuesOf(previous),
      stack,
      order: 3,
      ...thick,
      backgroundColor: gray,
    });
  }
  if (forecast !== null) {
    sets.push({
      type: 'bar',
      label: forecast.key,
      // Where there is an actual value the forecast has had its day.
      data: valuesOf(forecast).map((value, index) =>
        actual.points[index]?.value == null ? share(value, index) : null,
      ),
      stack,
      order: 2,
      ...thick,
      backgroundColor: inks.of.surface,
      borderColor: filled,
      borderWidth: 1.25,
      borderSkipped: false,
    });
  }
  return sets;
}

/** Segments of a stack are set apart by the page's colour between them. */
const segmentEdge = (
  sideways: boolean,
): { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number } =>
  sideways ? { top: 0, right: 1, bottom: 0, left: 0 } : { top: 1, right: 0, bottom: 0, left: 0 };

function lineSets(family: Family, index: number, axis: string, needs: Needs): Dataset[] {
  const { model, plan, inks } = needs;
  const { actual, previous, target, forecast, ink, alpha } = family;
  const { stacked, filled } = plan.shape;
  const base = {
    type: 'line' as const,
    yAxisID: axis,
    pointRadius: model.categories.length === 1 ? 3 : 0,
    spanGaps: false,
    borderWidth: 1.9,
    borderJoinStyle: 'round' as const,
    ...(stacked ? { stack: 'all' } : {}),
  };
  const color = faint(inks.of[ink], alpha);
  const sets: Dataset[] = [
    {
      ...base,
      label: actual.key,
      data: stacked ? model.categories.map((_, at) => drawnValue(family, at) ?? 0) : valuesOf(actual),
      borderColor: stacked ? inks.of.surface : color,
      ...(stacked ? { borderWidth: 1 } : {}),
      pointBackgroundColor: color,
      backgroundColor: filled ? (stacked ? color : faint(inks.of[ink], 0.16)) : color,
      fill: filled ? (stacked && index > 0 ? '-1' : 'origin') : false,
      order: 2 + index,
    },
  ];
  if (stacked) return sets;
  if (previous !== null) {
    sets.push({ ...base, label: previous.key, data: valuesOf(previous), borderColor: inks.of.previous, order: 40 });
  }
  if (target !== null) {
    sets.push({
      ...base,
      label: target.key,
      data: valuesOf(target),
      borderColor: inks.of.ink,
      borderWidth: 1,
      order: 30,
    });
  }
  if (forecast !== null) {
    sets.push({
      ...base,
      label: forecast.key,
      data: joinedForecast(actual, forecast),
      borderColor: color,
      borderDash: [4, 3],
      order: 20,
    });
  }
  return sets;
}

/** A forecast's line starts where the actual one ends. Example: actual 1, 2, – and forecast –, –, 4 give –, 2, 4. */
export function joinedForecast(actual: ChartSeries, forecast: ChartSeries): (number | null)[] {
  const last = actual.points.findLastIndex(({ value }) => value !== null);
  return forecast.points.map(({ value }, index) =>
    index < last ? null : index === last ? (actual.points[last]?.value ?? null) : value,
  );
}
