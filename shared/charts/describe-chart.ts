import { formatPercent } from '../format.ts';
import type { ChartModel, ChartSeries } from './model.ts';
import { pieParts } from './pie-parts.ts';
import type { Say } from './point-facts.ts';
import { unitValue } from './value-text.ts';

/** More series than this are told by their number only. */
const MOST_NAMED = 4;

/**
 * What a chart shows, in a few sentences, for those who do not see it: its kind and title, how far it reaches, each actual series'
 * highest and lowest, its total, the forecast's stretch, missing values and remarks.
 * Example: 'Kolumndiagram: Intäkter per månad. 12 värden, från januari till december. Utfall: högst …'.
 */
export function describeChart(model: ChartModel, say: Say): string {
  const { kind, title, categories, series, annotations } = model;
  const actual = series.filter(({ role }) => role === 'actual');
  const [first, last] = [categories[0], categories.at(-1)];
  const missing = actual.reduce((sum, { points }) => sum + points.filter(isMissing).length, 0);
  const ahead = series.filter(({ role }) => role === 'forecast').flatMap(({ points }) => filledNames(model, points));
  return [
    say('describe.start', { kind: say(`kindOf.${kind}`), title: title.replace(/\.$/, '') }),
    first === undefined || last === undefined
      ? null
      : say('describe.span', { count: categories.length, from: first.name, to: last.name }),
    actual.length > 1
      ? say('describe.series', {
          count: actual.length,
          names:
            actual
              .slice(0, MOST_NAMED)
              .map(({ name }) => name)
              .join(', ') + (actual.length > MOST_NAMED ? ' …' : ''),
        })
      : null,
    ...(kind === 'pie'
      ? [largestPart(model, say)]
      : actual.slice(0, MOST_NAMED).map((one) => extremes(model, one, say))),
    ...actual.slice(0, MOST_NAMED).map((one) => totalOf(model, one, say)),
    ahead.length === 0
      ? null
      : say('describe.forecast', {
          names: ahead.length > 2 ? `${ahead[0] ?? ''}–${ahead.at(-1) ?? ''}` : ahead.join(', '),
        }),
    missing === 0 ? null : say('describe.missing', { count: missing }),
    annotations.length === 0 ? null : say('describe.annotations', { count: annotations.length }),
  ]
    .filter((part) => part !== null)
    .join(' ');

  // Where a forecast stands, or an axis runs on for comparison's sake, nothing is missing.
  function isMissing({ value, reason }: ChartSeries['points'][number], index: number): boolean {
    return (
      value === null &&
      reason !== null &&
      !series.some(({ role, points }) => role === 'forecast' && points[index]?.value != null)
    );
  }
}

const filledNames = ({ categories }: ChartModel, points: ChartSeries['points']): readonly string[] =>
  points.flatMap(({ value }, index) => (value === null ? [] : [categories[index]?.name ?? '']));

function extremes(model: ChartModel, { name, unit, points }: ChartSeries, say: Say): string | null {
  const filled = points.flatMap(({ value }, index) =>
    value === null ? [] : [{ value, name: model.categories[index]?.name ?? '' }],
  );
  const [one] = filled;
  if (one === undefined) return null;
  if (filled.length === 1)
    return say('describe.one', { name: `${name}, ${one.name}`, value: unitValue(one.value, unit, model) });
  const high = filled.reduce((best, each) => (each.value > best.value ? each : best));
  const low = filled.reduce((best, each) => (each.value < best.value ? each : best));
  return say('describe.extremes', {
    name,
    high: high.name,
    highValue: unitValue(high.value, unit, model),
    low: low.name,
    lowValue: unitValue(low.value, unit, model),
  });
}

function totalOf(model: ChartModel, { name, unit, total }: ChartSeries, say: Say): string | null {
  return total === null || total.value === null
    ? null
    : say('describe.total', { name, value: unitValue(total.value, unit, model) });
}

function largestPart(model: ChartModel, say: Say): string | null {
  const [largest] = pieParts(model, say('others'));
  return largest === undefined
    ? null
    : say('describe.pie', { name: largest.category.name, share: formatPercent(largest.share, model.format.locale) });
}
