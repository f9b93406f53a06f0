import type { Tone } from '#shared/format.ts';
import type { WaterfallStep } from '#shared/charts/waterfall-steps.ts';

/** The tokens of the light theme, as the screen draws charts: `renderer/ui/tokens.css`. */
export const COLOURS = {
  surface: 'ffffff',
  sunken: 'efefeb',
  line: 'e2e2dc',
  'line-strong': 'c9c9c1',
  ink: '16191d',
  'ink-2': '4c545e',
  'ink-3': '656d78',
  actual: '24405e',
  previous: 'b4bbc4',
  good: '19764a',
  bad: 'b3322a',
  'series-2': '5776a2',
  'series-3': '7f94b2',
  'series-4': 'bf7f25',
  'series-5': '5c4c9b',
  'series-6': '289889',
  'series-7': '76794d',
  'series-8': '552b3a',
} as const;

const SERIES = ['actual', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6', 'series-7', 'series-8'] as const;

/** Of the nth actual series; a ninth begins anew. */
export const seriesColour = (nth: number): string => COLOURS[SERIES[nth % SERIES.length] ?? 'actual'];

export const toneColour = (tone: Tone): string => (tone === 'neutral' ? COLOURS.ink : COLOURS[tone]);

const MARKS = {
  'previous-level': COLOURS.previous,
  level: COLOURS.actual,
  good: COLOURS.good,
  bad: COLOURS.bad,
  neutral: COLOURS['series-2'],
} as const satisfies Readonly<Record<WaterfallStep['mark'], string>>;

export const markColour = (mark: WaterfallStep['mark']): string => MARKS[mark];
