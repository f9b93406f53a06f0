import type { ChartData, ChartOptions } from 'chart.js';
import type { BarChart, ChartModel, TimeChart, WaterfallChart, WaterfallStep } from '#shared/chart-model.ts';
import type { ChartTheme } from './chart-theme.ts';

export interface ChartSettings {
  readonly type: 'bar' | 'line';
  readonly data: ChartData<'bar' | 'line', (number | [number, number] | null)[], string>;
  readonly options: ChartOptions<'bar' | 'line'>;
}

const FONT_SIZE = 11;
/** Room above the highest mark for its label, and under the axis for the change. */
const LABEL_ROOM = 18;
const NOTE_ROOM = 17;
/** Room for the dot at the end of a line. */
const DOT_ROOM = 14;
/** Room to the right of horizontal bars for their labels. */
const BAR_LABEL_ROOM = 58;

/** The settings of chart.js for a model: no grid, no legend, no tooltip, no animation; labels are drawn at the marks by `markLabels`. */
export function chartSettings(model: ChartModel, theme: ChartTheme): ChartSettings {
  switch (model.kind) {
    case 'column':
      return columnSettings(model, theme);
    case 'line':
      return lineSettings(model, theme);
    case 'bar':
      return barSettings(model, theme);
    case 'waterfall':
      return waterfallSettings(model, theme);
  }
}

function common(theme: ChartTheme): ChartOptions<'bar' | 'line'> {
  return {
    animation: false,
    responsive: true,
    maintainAspectRatio: false,
    events: [],
    font: { family: theme.font, size: FONT_SIZE },
    plugins: { legend: { display: false }, tooltip: { enabled: false } },
  };
}

function timeOptions(model: TimeChart, theme: ChartTheme): ChartOptions<'bar' | 'line'> {
  const noted = model.kind === 'column' && model.points.some((point) => point.note !== null);
  return {
    ...common(theme),
    layout: {
      padding: { top: LABEL_ROOM, bottom: noted ? NOTE_ROOM : 2, right: model.kind === 'line' ? DOT_ROOM : 0 },
    },
    scales: {
      x: {
        grid: { display: false },
        border: { color: theme.ink },
        ticks: { color: theme.ink2, font: { size: FONT_SIZE }, padding: 2, maxRotation: 0, autoSkipPadding: 6 },
      },
      y: { display: false, beginAtZero: true },
    },
  };
}

function columnSettings(model: TimeChart, theme: ChartTheme): ChartSettings {
  const { points } = model;
  return {
    type: 'bar',
    data: {
      labels: points.map((point) => point.label),
      datasets: [
        {
          data: points.map((point) => point.previous),
          backgroundColor: theme.previous,
          grouped: false,
          barPercentage: 1,
          categoryPercentage: 0.38,
          order: 2,
        },
        {
          data: points.map((point) => point.value),
          backgroundColor: points.map((point) => (point.open ? theme.surface : theme.actual)),
          borderColor: theme.actual,
          borderWidth: points.map((point) => (point.open ? 1.5 : 0)),
          borderSkipped: false,
          grouped: false,
          barPercentage: 1,
          categoryPercentage: 0.44,
          order: 1,
        },
      ],
    },
    options: timeOptions(model, theme),
  };
}

function lineSettings(model: TimeChart, theme: ChartTheme): ChartSettings {
  const { points } = model;
  const line = { borderWidth: 1.75, pointRadius: 0, spanGaps: false };
  return {
    type: 'line',
    data: {
      labels: points.map((point) => point.label),
      datasets: [
        { ...line, data: points.map((point) => point.value), borderColor: theme.actual, order: 1 },
        { ...line, data: points.map((point) => point.previous), borderColor: theme.previous, order: 2 },
      ],
    },
    options: timeOptions(model, theme),
  };
}

function sidewaysOptions(theme: ChartTheme, min: number, leftRoom: number): ChartOptions<'bar' | 'line'> {
  return {
    ...common(theme),
    indexAxis: 'y',
    layout: { padding: { right: BAR_LABEL_ROOM, left: leftRoom } },
    scales: {
      x: { display: false, min, beginAtZero: min === 0 },
      y: {
        grid: { display: false },
        border: { display: false },
        ticks: { color: theme.ink2, font: { size: FONT_SIZE + 0.5 }, padding: 6, autoSkip: false },
      },
    },
  };
}

/** Long names are cut so that bars keep at least half of the width. Example: 'Very long customer name' is 'Very long customer…'. */
export function shortLabel(label: string, most = 20): string {
  return label.length <= most ? label : `${label.slice(0, most - 1).trimEnd()}…`;
}

const hasNegative = (values: readonly (number | null)[]): boolean =>
  values.some((value) => value !== null && value < 0);

function barSettings(model: BarChart, theme: ChartTheme): ChartSettings {
  const values = model.points.map((point) => point.value);
  const leftRoom = hasNegative(values) ? BAR_LABEL_ROOM : 0;
  const options = sidewaysOptions(theme, Math.min(0, ...values.map((value) => value ?? 0)), leftRoom);
  return {
    type: 'bar',
    data: {
      labels: model.points.map((point) => shortLabel(point.label)),
      datasets: [{ data: values, backgroundColor: theme.actual, barPercentage: 1, categoryPercentage: 0.62 }],
    },
    options,
  };
}

function stepColor(mark: WaterfallStep['mark'], theme: ChartTheme): string {
  switch (mark) {
    case 'previous-total':
    case 'neutral':
      return theme.previous;
    case 'actual-total':
      return theme.actual;
    case 'good':
      return theme.good;
    case 'bad':
      return theme.bad;
  }
}

const isTotal = ({ mark }: WaterfallStep): boolean => mark === 'previous-total' || mark === 'actual-total';

function waterfallSettings(model: WaterfallChart, theme: ChartTheme): ChartSettings {
  const { points, axisFrom } = model;
  const lowest = Math.min(
    axisFrom,
    ...points.map((step) => (isTotal(step) ? step.end : Math.min(step.start, step.end))),
  );
  return {
    type: 'bar',
    data: {
      labels: points.map((step) => shortLabel(step.label)),
      datasets: [
        {
          data: points.map((step): [number, number] => [isTotal(step) ? axisFrom : step.start, step.end]),
          backgroundColor: points.map((step) => stepColor(step.mark, theme)),
          barPercentage: 1,
          categoryPercentage: 0.6,
          minBarLength: 1,
        },
      ],
    },
    options: sidewaysOptions(theme, lowest, 0),
  };
}
