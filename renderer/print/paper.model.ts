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
  /** How high charts are beside those on A4, at most 1. */
  readonly charts: number;
}

export const MARGIN = { top: 44, side: 52, foot: 62 } as const;
export const ASIDE = { width: 316, gap: 32 } as const;

/** The room on a sheet of this paper. Example: A4 lying is 1 122.5 × 793.7, with 1 018.5 between the margins. */
export function sheetRoom({ size, turn }: Paper): SheetRoom {
  const isHigh = turn === 'portrait';
  const [long, short] = SIZES[size];
  const [width, height] = isHigh ? [short * MM, long * MM] : [long * MM, short * MM];
  const tall = height - MARGIN.top - MARGIN.foot;
  const usual = SIZES.a4[isHigh ? 0 : 1] * MM - MARGIN.top - MARGIN.foot;
  const inner = width - 2 * MARGIN.side;
  return {
    width,
    height,
    inner,
    tall,
    columns: isHigh ? null : { main: inner - ASIDE.width - ASIDE.gap, aside: ASIDE.width },
    charts: Math.min(1, tall / usual),
  };
}
