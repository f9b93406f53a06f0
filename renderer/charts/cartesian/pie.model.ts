import { formatPercent } from '#shared/format.ts';
import type { ChartModel } from '#shared/charts/model.ts';
import { pieParts, type PiePart } from '#shared/charts/pie-parts.ts';
import { spreadLabels } from '../labels/place-labels.model.ts';
import { faint, SERIES_INKS, type Ink, type Inks } from '../scene/inks.ts';
import type { Place } from '../scene/place.ts';
import { cutText, path, text, type Measure, type Shape, type Spot } from '../scene/scene.ts';
import type { Overlay } from './overlay.model.ts';
import { bareOptions, type Settings } from './settings.model.ts';

const LINE = 14;
const NAME = 11.5;
const UNCHOSEN = 0.28;

export interface PieRound {
  readonly width: number;
  readonly height: number;
  readonly middle: Spot;
  readonly radius: number;
}

const inkOf = ({ category }: PiePart, index: number): Ink =>
  category.other ? 'line-strong' : (SERIES_INKS[index % SERIES_INKS.length] ?? 'actual');

/** The settings of chart.js for a pie: its slices clockwise from the top, the largest first. */
export function pieSettings(
  model: ChartModel,
  restName: string,
  inks: Inks,
  {
    width,
    measure,
    chosen,
  }: { readonly width: number; readonly measure: Measure; readonly chosen: ReadonlySet<string> | null },
): Settings {
  const parts = pieParts(model, restName);
  const widest = Math.max(0, ...parts.map(({ category }) => measure(category.label, NAME, 400)));
  // Names have up to this much on both sides, the pie what is left.
  const side = Math.min(widest + measure('88,8 %', NAME, 600) + 34, width * 0.36);
  const alpha = ({ category }: PiePart): number => (chosen === null || chosen.has(category.key) ? 1 : UNCHOSEN);
  return {
    type: 'pie',
    data: {
      labels: parts.map(({ category }) => category.label),
      datasets: [
        {
          data: parts.map(({ value }) => value),
          backgroundColor: parts.map((part, index) => faint(inks.of[inkOf(part, index)], alpha(part))),
          borderColor: inks.of.surface,
          borderWidth: 1.5,
        },
      ],
    },
    options: { ...bareOptions(inks.font), layout: { padding: { top: 12, bottom: 12, left: side, right: side } } },
  };
}

/** Names and shares beside the slices, with a line to each; those that would meet are moved apart. */
export function pieOverlay(model: ChartModel, restName: string, round: PieRound, measure: Measure): Overlay {
  const parts = pieParts(model, restName);
  let turned = 0;
  const slices = parts.map((part, index) => {
    const from = turned;
    turned += part.share;
    return { part, from, to: turned, ink: inkOf(part, index) };
  });
  // Small slices want a decimal, and then all have it.
  const decimals = parts.some(({ share }) => share < 0.0995) ? 1 : 0;
  const shareText = ({ share }: PiePart): string => formatPercent(share, model.format.locale, decimals);
  const sides = (['right', 'left'] as const).map((side) =>
    slices.filter(({ from, to }) => (from + to) / 2 < 0.5 === (side === 'right')),
  );
  const over = sides.flatMap((side, index) => sideLabels(side, index === 0 ? 1 : -1, shareText, round, measure));
  const [series] = model.series;
  const places = slices.flatMap(({ part, from, to }, along): readonly Place[] => {
    if (series === undefined) return [];
    const centre = onRound(round, (from + to) / 2, round.radius * 0.62);
    return [
      {
        target: { series, category: part.category, point: part.point },
        box: { left: centre.x - 14, top: centre.y - 14, width: 28, height: 28 },
        along,
        across: 0,
        slice: { middle: round.middle, radius: round.radius, from, to },
      },
    ];
  });
  return { under: [], over, places, markers: [], legend: [] };
}

/** A spot so far from the middle, at a turn clockwise from the top. Example: a quarter is to the right. */
export function onRound({ middle }: Pick<PieRound, 'middle'>, turn: number, away: number): Spot {
  const angle = (turn - 0.25) * 2 * Math.PI;
  return { x: middle.x + Math.cos(angle) * away, y: middle.y + Math.sin(angle) * away };
}

interface Slice {
  readonly part: PiePart;
  readonly from: number;
  readonly to: number;
  readonly ink: Ink;
}

function sideLabels(
  slices: readonly Slice[],
  sign: 1 | -1,
  shareText: (part: PiePart) => string,
  round: PieRound,
  measure: Measure,
): readonly Shape[] {
  const edges = slices.map(({ from, to }) => onRound(round, (from + to) / 2, round.radius + 3));
  const places = spreadLabels(
    edges.map(({ y }) => y),
    LINE + 2,
    2,
    round.height - 2,
  );
  if (places === null) return [];
  const elbow = round.middle.x + sign * (round.radius + 16);
  return slices.flatMap(({ part, ink }, index): readonly Shape[] => {
    const [edge, y] = [edges[index], places[index]];
    if (edge === undefined || y === undefined) return [];
    const share = shareText(part);
    const shareWidth = measure(share, NAME, 600);
    const room = (sign > 0 ? round.width - elbow : elbow) - shareWidth - 16;
    const name = cutText(part.category.label, room, (each) => measure(each, NAME, 400));
    const start = elbow + sign * 6;
    const nameWidth = measure(name, NAME, 400);
    const [nameX, shareX] = sign > 0 ? [start, start + nameWidth + 6] : [start - shareWidth - 6, start];
    const align = sign > 0 ? 'left' : 'right';
    return [
      path(ink === 'line-strong' ? 'line-strong' : ink, [edge, { x: elbow, y }, { x: elbow + sign * 3, y }]),
      text(name, nameX, y, { size: NAME, fill: 'ink-2', align }),
      text(share, shareX, y, { size: NAME, weight: 600, fill: 'ink', align }),
    ];
  });
}
