export interface SparkPath {
  /** SVG path data; a gap where a value is missing. */
  readonly path: string;
  readonly end: { readonly x: number; readonly y: number } | null;
}

const PAD = 3;

/**
 * The line of a sparkline in a box of the given size, its last value as a dot. A flat series runs through the middle.
 * Example: [0, 10] in 100 × 20 runs from the bottom left (3, 17) to the top right (97, 3).
 */
export function sparkPath(values: readonly (number | null)[], width: number, height: number): SparkPath {
  const filled = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...filled), Math.max(...filled)];
  const step = values.length > 1 ? (width - 2 * PAD) / (values.length - 1) : 0;
  const place = (value: number, index: number): { readonly x: number; readonly y: number } => ({
    x: round(PAD + index * step),
    y: round(high === low ? height / 2 : height - PAD - ((value - low) / (high - low)) * (height - 2 * PAD)),
  });
  let pen = 'M';
  let path = '';
  let end: SparkPath['end'] = null;
  values.forEach((value, index) => {
    if (value === null) {
      pen = 'M';
      return;
    }
    end = place(value, index);
    path += `${pen}${String(end.x)} ${String(end.y)}`;
    pen = 'L';
  });
  return { path, end };
}

const round = (value: number): number => Math.round(value * 100) / 100;
