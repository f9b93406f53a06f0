import { formatChange, formatCompact, joined, NO_VALUE } from '#shared/format.ts';
import type { ChartModel, ChartSeries } from '#shared/charts/model.ts';
import { familiesOf, type Family } from '../cartesian/families.model.ts';
import { withinSentence } from '../labels/legend.model.ts';
import type { Place } from '../scene/place.ts';
import { cutText, moved, path, text, type Shape, type Spot } from '../scene/scene.ts';
import type { DrawingNeeds, SceneDrawing } from './drawing.ts';

const NUMBER = 27;
const UNIT = 13;
const TRACK = 6;
/** Of several cards beside each other: their least width, what keeps them apart, the line of their names. */
const CARD = { least: 128, gap: 24, name: 20, lowest: 52 } as const;

/** A series' value over the whole: its total, or its last value where it has none. */
export const headline = (series: ChartSeries | null): number | null =>
  series === null
    ? null
    : series.total === null
      ? (series.points.findLast(({ value }) => value !== null)?.value ?? null)
      : series.total.value;

/** Each number on a card: alone under the chart's title, else under its own name beside the others, in as many rows as it takes. */
export function scorecardDrawing(needs: DrawingNeeds): SceneDrawing {
  const { width, height, measure } = needs;
  const families = familiesOf(needs.model);
  const [only] = families;
  if (only === undefined) return { scene: { width, height, shapes: [] }, places: [], markers: [], legend: [] };
  if (families.length === 1) return oneCard(only, needs);
  const columns = Math.max(1, Math.min(families.length, Math.floor((width + CARD.gap) / (CARD.least + CARD.gap))));
  const rows = Math.ceil(families.length / columns);
  const wide = (width - CARD.gap * (columns - 1)) / columns;
  const high = Math.max(CARD.name + CARD.lowest, height / rows);
  const cards = families.map((family, index) => {
    const [left, top] = [(index % columns) * (wide + CARD.gap), Math.floor(index / columns) * high];
    const card = oneCard(family, { ...needs, width: wide, height: high - CARD.name });
    const name = cutText(family.actual.name, wide, (words) => measure(words, 12, 400));
    return {
      shapes: [text(name, left, top + 8, { size: 12 }), ...moved(card.scene.shapes, left, top + CARD.name)],
      places: card.places.map((place): Place => ({
        ...place,
        box: { left: left - 4, top, width: wide + 8, height: high },
        along: index,
      })),
    };
  });
  return {
    scene: { width, height: rows * high, shapes: cards.flatMap(({ shapes }) => shapes) },
    places: cards.flatMap(({ places }) => places),
    markers: [],
    legend: [],
  };
}

/** One number large, its change on the comparison, the shape of its past, and a bullet against the target. */
function oneCard(family: Family, needs: DrawingNeeds): SceneDrawing {
  const { model, width, height, measure, say } = needs;
  const { actual } = family;
  const value = headline(actual);
  const shown = value === null ? { number: NO_VALUE, unit: '' } : formatCompact(value, actual.unit, model.format);
  const shapes: Shape[] = [
    text(shown.number, 0, 18, { size: NUMBER, weight: 650, fill: 'ink' }),
    text(shown.unit, measure(shown.number, NUMBER, 650) + 7, 22, { size: UNIT, fill: 'ink-2' }),
    ...changeLine(model, family, value, needs),
  ];
  const goal = headline(family.target);
  const bulletRoom = goal === null || value === null ? 0 : 30;
  const spark = { top: 58, height: Math.max(0, Math.min(64, height - 58 - bulletRoom - 4)) };
  if (actual.points.filter((point) => point.value !== null).length > 1 && spark.height >= 14) {
    shapes.push(...sparkline(family, width, spark));
  }
  if (goal !== null && value !== null && height >= 90) shapes.push(...bullet(family, value, goal, needs));
  const point = actual.total ?? {
    value,
    low: null,
    high: null,
    x: null,
    reason: null,
    cell: actual.points.at(-1)?.cell ?? null,
  };
  const places: Place[] = [
    {
      target: { series: actual, category: null, point },
      box: { left: -4, top: 0, width: width + 8, height },
      along: 0,
      across: 0,
    },
  ];
  const reason = value === null ? (point.reason ?? say('problem.no-values')) : '';
  return {
    scene: {
      width,
      height,
      shapes: reason === '' ? shapes : [...shapes, text(reason, 0, 62, { size: 11.5, fill: 'ink-3' })],
    },
    places,
    markers: [],
    legend: [],
  };
}

/** '▲ 8,3 % mot 2025' against the previous year. */
function changeLine(
  model: ChartModel,
  { actual, previous }: Family,
  value: number | null,
  { measure, say, width }: DrawingNeeds,
): readonly Shape[] {
  const before = headline(previous);
  if (value === null || before === null || previous === null) return [];
  const compare = { value: before, difference: value - before, ratio: before > 0 ? (value - before) / before : null };
  const change = formatChange(compare, actual.unit, actual.direction, model.format);
  if (change === null) return [];
  const words = `${change.arrow}${change.arrow === '' ? '' : ' '}${change.text}`;
  const against = say('against', { change: '', name: withinSentence(previous.name) }).trim();
  const start = measure(words, 12, 600) + 7;
  return [
    text(words, 0, 43, { size: 12, weight: 600, fill: change.tone === 'neutral' ? 'ink-2' : change.tone }),
    text(
      cutText(against, width - start, (each) => measure(each, 12, 400)),
      start,
      43,
      { size: 12, fill: 'ink-3' },
    ),
  ];
}

function sparkline(
  { actual, previous }: Family,
  width: number,
  room: { readonly top: number; readonly height: number },
): readonly Shape[] {
  const both = [previous, actual].flatMap((series) => (series === null ? [] : [series]));
  const values = both.flatMap(({ points }) => points.flatMap(({ value }) => (value === null ? [] : [value])));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const count = Math.max(2, actual.points.length);
  const spot = (value: number, index: number): Spot => ({
    x: 3 + (index / (count - 1)) * (width - 8),
    y: room.top + 4 + (high === low ? 0.5 : (high - value) / (high - low)) * (room.height - 8),
  });
  return both.flatMap(({ points, role }): readonly Shape[] => {
    const spots = points.flatMap(({ value }, index) => (value === null ? [] : [spot(value, index)]));
    const end = spots.at(-1);
    return [
      path(role === 'previous' ? 'previous' : 'actual', spots, 1.6),
      ...(role === 'previous' || end === undefined
        ? []
        : [{ shape: 'dot' as const, at: end, radius: 2.8, fill: 'actual' as const }]),
    ];
  });
}

function bullet(
  { actual, target }: Family,
  value: number,
  goal: number,
  { model, width, height }: DrawingNeeds,
): readonly Shape[] {
  const most = Math.max(value, goal) * 1.15;
  const at = (each: number): number => (Math.max(0, each) / most) * width;
  const y = height - 22;
  const short = actual.direction !== 'neutral' && (actual.direction === 'higher' ? value < goal : value > goal);
  return [
    { shape: 'rect', box: { left: 0, top: y - TRACK / 2, width, height: TRACK }, fill: 'sunken' },
    {
      shape: 'rect',
      box: { left: 0, top: y - TRACK / 2, width: at(value), height: TRACK },
      fill: short ? 'bad' : 'actual',
    },
    path(
      'ink',
      [
        { x: at(goal), y: y - 7 },
        { x: at(goal), y: y + 7 },
      ],
      2,
    ),
    text(
      `${target?.name ?? ''} ${joined(formatCompact(goal, actual.unit, model.format), model.format.locale)}`,
      0,
      height - 6,
      { size: 11, fill: 'ink-3' },
    ),
  ];
}
