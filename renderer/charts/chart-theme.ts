/** Colours and type of a chart, read from the tokens in force. */
export interface ChartTheme {
  readonly font: string;
  readonly surface: string;
  readonly ink: string;
  readonly ink2: string;
  readonly line: string;
  readonly actual: string;
  readonly previous: string;
  readonly good: string;
  readonly bad: string;
  readonly accent: string;
}

/** Reads the tokens where the chart stands, so that a printed page in a dark window is still light. */
export function readChartTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return {
    font: token('--font'),
    surface: token('--surface'),
    ink: token('--ink'),
    ink2: token('--ink-2'),
    line: token('--line-strong'),
    actual: token('--actual'),
    previous: token('--previous'),
    good: token('--good'),
    bad: token('--bad'),
    accent: token('--accent'),
  };
}
