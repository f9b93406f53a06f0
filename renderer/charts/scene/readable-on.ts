import type { Ink, Inks } from './inks.ts';

/** Relative luminance of '#rrggbb' (WCAG 2.2). Example: white is 1, black 0. */
function luminance(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

/** Contrast of two colours, 1 to 21. Example: black on white is 21. */
export function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x);
  return ((light ?? 0) + 0.05) / ((dark ?? 0) + 0.05);
}

/** A colour over the page's, as it is seen. Example: black at 0.5 over white is '#808080'. */
export function blended(color: string, under: string, alpha: number): string {
  const part = (at: number): string => {
    const [over, below] = [color, under].map((each) => Number.parseInt(each.slice(at, at + 2), 16));
    return Math.round((over ?? 0) * alpha + (below ?? 0) * (1 - alpha))
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}

/** Which of the text's and the page's colour reads better on a filled mark. */
export function readableOn(fill: Ink, { of }: Inks, alpha = 1): Ink {
  const seen = blended(of[fill], of.surface, alpha);
  return contrast(of.ink, seen) >= contrast(of.surface, seen) ? 'ink' : 'surface';
}
