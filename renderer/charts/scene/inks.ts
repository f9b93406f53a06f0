const MANY_INKS = ['series-2', 'series-3', 'series-4', 'series-5', 'series-6', 'series-7', 'series-8'] as const;

/** The tokens a chart is drawn with: see `renderer/ui/tokens.css`. */
export const INKS = [
  'surface',
  'sunken',
  'line',
  'line-strong',
  'ink',
  'ink-2',
  'ink-3',
  'actual',
  'previous',
  'good',
  'bad',
  'accent',
  ...MANY_INKS,
] as const;
export type Ink = (typeof INKS)[number];

/** Several actual series beside each other, in this order; a ninth begins anew. */
export const SERIES_INKS = ['actual', ...MANY_INKS] as const;

export interface Inks {
  readonly font: string;
  readonly of: Readonly<Record<Ink, string>>;
}

/** Reads the tokens in force where the chart stands, so that a printed page in a dark window is still light. */
export function readInks(element: Element): Inks {
  const style = getComputedStyle(element);
  const read = (ink: Ink): [Ink, string] => [ink, sixDigits(style.getPropertyValue(`--${ink}`).trim())];
  const entries = Object.fromEntries(INKS.map(read));
  return { font: style.getPropertyValue('--font').trim(), of: entries as Record<Ink, string> };
}

/** Built pages shorten colours; arithmetic wants them whole. Example: '#fff' is '#ffffff'. */
export const sixDigits = (color: string): string =>
  /^#[0-9a-f]{3}$/i.test(color) ? color.replaceAll(/[0-9a-f]/gi, (digit) => digit + digit) : color;

/** A token's colour made see-through. Example: '#24405e' at 0.4 is '#24405e66'. */
export function faint(color: string, alpha: number): string {
  if (alpha >= 1 || !/^#[0-9a-f]{6}$/i.test(color)) return color;
  return `${color}${Math.round(alpha * 255)
    .toString(16)
    .padStart(2, '0')}`;
}
