import type { Paper } from '#shared/report-choices.ts';

/** Letter where it is the custom, A4 everywhere else. Example: ['en-US', 'sv'] is 'letter'. */
export function paperFor(wishes: readonly string[]): Paper['size'] {
  return /-(US|CA|MX)$/.test(wishes[0] ?? '') ? 'letter' : 'a4';
}

/** CSS pixels of a millimetre. */
const MM = 96 / 25.4;
const SIZES = { a4: [297, 210], letter: [279.4, 215.9] } as const;

/** A sheet and what stands on it, CSS pixels; the same lengths stand in sheets.css. */
export interface SheetRoom {
  readonly width: number;
  readonly height: number;
  /** Between the margins. */
  readonly inner: number;
  /** From the top margin to the foot. */
  readonly tall: number;
  /** The wide column where a narrow one stands beside it, and the narrow one; null where the paper has room for one only. */
  readonly columns: { readonly main: number; readonly aside: number } | null;
}

export const MARGIN = { top: 44, side: 52, foot: 62 } as const;
export const ASIDE = { width: 316, gap: 32 } as const;

/** The room on a sheet of this paper. Example: A4 lying is 1 122.5 × 793.7, with 1 018.5 between the margins. */
export function sheetRoom({ size, turn }: Paper): SheetRoom {
  const [long, short] = SIZES[size];
  const [width, height] = turn === 'landscape' ? [long * MM, short * MM] : [short * MM, long * MM];
  const inner = width - 2 * MARGIN.side;
  return {
    width,
    height,
    inner,
    tall: height - MARGIN.top - MARGIN.foot,
    columns: turn === 'landscape' ? { main: inner - ASIDE.width - ASIDE.gap, aside: ASIDE.width } : null,
  };
}
