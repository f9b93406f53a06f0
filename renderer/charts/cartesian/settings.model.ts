import type { ChartData, ChartOptions, ChartType } from 'chart.js';
import type { ChartModel } from '#shared/charts/model.ts';
import { shortValue } from '#shared/charts/value-text.ts';
import type { Unit } from '#shared/units.ts';
import type { ValueAxis } from '#shared/charts/value-axis.ts';
import type { Inks } from '../scene/inks.ts';
import { cutText, type Measure } from '../scene/scene.ts';
import { datasetsOf } from './datasets.model.ts';
import { NAMES_SHARE, VALUES_PART, type Plan } from './plan.model.ts';

/** What is given to chart.js. */
export interface Settings {
  readonly type: ChartType;
  readonly data: ChartData<ChartType, unknown[], string>;
  readonly options: ChartOptions;
}

export const AXIS_SIZE = 11;
/** Above the highest mark for its label, under the axis for the change. */
export const ROOM = { top: 18, bottom: 2, note: 17 } as const;

export const bareOptions = (font: string): ChartOptions => ({
  animation: false,
  responsive: false,
  maintainAspectRatio: false,
  events: [],
  font: { family: font, size: AXIS_SIZE },
  plugins: { legend: { display: false }, tooltip: { enabled: false } },
});

interface Needs {
  readonly model: ChartModel;
  readonly plan: Plan;
  readonly inks: Inks;
  readonly measure: Measure;
  readonly size: { readonly width: number; readonly height: number };
  readonly chosen: ReadonlySet<string> | null;
  /** The change stands under each name of the axis. */
  readonly noted: boolean;
}

/** The settings of chart.js for columns, bars, lines, areas and combinations: its bars, lines, axes and nothing else. */
export function cartesianSettings(needs: Needs): Settings {
  const { model, plan, inks, size, noted } = needs;
  const { shape, axis } = plan;
  const valueSide = valueScale(needs, axis, plan.families[0]?.actual.unit ?? 'count', plan.showAxis);
  const panelUnit = plan.panel[0]?.actual.unit;
  const values = { ...valueSide, ...(plan.panelAxis === null ? {} : { stack: 'values', stackWeight: VALUES_PART }) };
  const scales: ChartOptions['scales'] = shape.sideways
    ? { x: values, y: nameScale(needs) }
    : {
        x: categoryScale(needs),
        y: values,
        ...(plan.panelAxis === null || panelUnit === undefined
          ? {}
          : {
              panel: {
                ...valueScale(needs, plan.panelAxis, panelUnit, false),
                stack: 'values',
                stackWeight: 1 - VALUES_PART,
              },
            }),
      };
  return {
    type: shape.lines ? 'line' : 'bar',
    data: { labels: model.categories.map(({ label }) => label), datasets: datasetsOf(needs) },
    options: {
      ...bareOptions(inks.font),
      indexAxis: shape.sideways ? 'y' : 'x',
      layout: {
        padding: {
          top: shape.sideways ? 2 : ROOM.top,
          bottom: noted ? ROOM.note : ROOM.bottom,
          right: shape.sideways
            ? Math.min(plan.labelRoom, size.width / 3)
            : Math.max(plan.endRoom, shape.lines ? 14 : 0),
          left: shape.lines && !plan.showAxis ? 8 : 0,
        },
      },
      scales,
    },
  };
}

function valueScale({ model, plan, inks }: Needs, axis: ValueAxis, unit: Unit, shown: boolean) {
  return {
    display: shown,
    stacked: plan.shape.stacked,
    min: axis.from,
    max: axis.to,
    border: { display: false },
    grid: { color: inks.of.line, drawTicks: false },
    afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
      scale.ticks = axis.ticks.map((value) => ({ value }));
    },
    ticks: {
      color: inks.of['ink-3'],
      padding: 6,
      maxRotation: 0,
      font: { family: inks.font, size: AXIS_SIZE },
      callback: (value: number | string) =>
        tickText(Number(value), plan.shape.shares ? 'ratio' : unit, axis.step, model),
    },
  };
}

const MOST_DECIMALS = 3;

/** A tick with no more decimals than tell it from the next. Example: 0.36 in steps of 0.005 is '36,0 %', in steps of 0.02 '36 %'. */
export function tickText(value: number, unit: Unit, step: number, model: ChartModel): string {
  const divisor = { one: 1, thousand: 1e3, million: 1e6, billion: 1e9 }[model.scale.step];
  const shown = unit === 'money' ? step / divisor : unit === 'ratio' ? step * 100 : step;
  let decimals = 0;
  while (decimals < MOST_DECIMALS && !Number.isInteger(Number((shown * 10 ** decimals).toFixed(6)))) decimals++;
  return shortValue(value, unit, model, decimals);
}

function categoryScale({ model, inks, measure, size, plan }: Needs) {
  const slot = (size.width - plan.endRoom) / Math.max(1, model.categories.length);
  const wide = model.categories.some(({ label }) => measure(label, AXIS_SIZE, 400) > slot - 4);
  // Periods may be left out, since their order tells them; members may only be cut.
  const cut = !model.time && wide && slot >= 26;
  return {
    stacked: true,
    offset: !plan.shape.lines,
    grid: { display: false },
    // Where values fall below zero the line is drawn at zero.
    border: { display: plan.axis.from >= 0, color: inks.of.ink },
    ticks: {
      color: inks.of['ink-2'],
      font: { family: inks.font, size: AXIS_SIZE },
      padding: 2,
      maxRotation: 0,
      autoSkip: !cut,
      autoSkipPadding: 8,
      callback: (_: unknown, index: number) => {
        const label = model.categories[index]?.label ?? '';
        return cut ? cutText(label, slot - 6, (text) => measure(text, AXIS_SIZE, 400)) : label;
      },
    },
  };
}

function nameScale({ model, inks, measure, size, plan }: Needs) {
  // chart.js gives an axis at most half of the room.
  const most = Math.min(size.width * NAMES_SHARE, (size.width - Math.min(plan.labelRoom, size.width / 3)) / 2 - 18);
  return {
    stacked: true,
    grid: { display: false },
    border: { display: false },
    ticks: {
      color: inks.of['ink-2'],
      font: { family: inks.font, size: AXIS_SIZE + 0.5 },
      padding: 6,
      autoSkip: model.categories.length * 11 > size.height,
      callback: (_: unknown, index: number) =>
        cutText(model.categories[index]?.label ?? '', most, (text) => measure(text, AXIS_SIZE + 0.5, 400)),
    },
  };
}
