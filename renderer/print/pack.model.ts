/** Something that stands on one sheet, as high as it is, CSS pixels. */
export interface Piece {
  readonly height: number;
  /** Stays on the sheet of the piece after it: a group's name, the last row before a total. */
  readonly keep: boolean;
}

/** A block as the packer sees it. */
export interface Part {
  /** Above the first piece, and above the first one on each sheet that it goes on on. */
  readonly head: number;
  readonly again: number;
  /** The line with what is carried over, on both sides of a break; 0 for none. */
  readonly carry: number;
  /** Below the last piece, on its sheet. */
  readonly tail: number;
  readonly pieces: readonly Piece[];
}

/** The pieces of a part that stand on one sheet. */
export interface Slice {
  readonly part: number;
  readonly from: number;
  /** Not included. */
  readonly to: number;
  /** 1, or less for a single piece that is higher than a sheet: drawn that much smaller. */
  readonly scale: number;
}

/** Space between two parts on a sheet. */
export const PART_GAP = 22;
/** A part is not begun or ended with fewer pieces than this on a sheet where it has more. */
const TOGETHER = 2;

/** How high a slice is before it is scaled. Example: a head of 20, two rows of 10 and, as more follow, a carried line of 10 are 50. */
export function sliceHeight({ head, again, carry, tail, pieces }: Part, from: number, to: number): number {
  const above = from === 0 ? head : again + carry;
  const below = to < pieces.length ? carry : tail;
  return pieces.slice(from, to).reduce((sum, { height }) => sum + height, above + below);
}

/**
 * Parts one under the other on as many sheets as it takes: every piece once and in order, no sheet higher than its room, whose
 * first may be lower than the others. What does not fit begins a new sheet; a lone piece that is higher than a whole sheet is scaled.
 */
export function pack(
  parts: readonly Part[],
  room: { readonly first: number; readonly next: number },
): readonly (readonly Slice[])[] {
  const sheets: Slice[][] = [[]];
  let used = 0;
  parts.forEach((part, index) => {
    const count = part.pieces.length;
    let from = 0;
    for (;;) {
      const sheet = sheets.at(-1) ?? [];
      const limit = sheets.length === 1 ? room.first : room.next;
      const bare = sheet.length === 0;
      const top = used + (bare ? 0 : PART_GAP);
      const end = endOf(part, from, limit - top, bare);
      // A sheet that is lower than the others is rather left empty.
      const lone = end === null && bare && limit >= room.next;
      const to = lone ? Math.min(from + 1, count) : end;
      if (to !== null) {
        const height = sliceHeight(part, from, to);
        sheet.push({ part: index, from, to, scale: lone ? limit / height : 1 });
        used = lone ? limit : top + height;
        from = to;
        if (from >= count) break;
      }
      sheets.push([]);
      used = 0;
    }
  });
  return sheets;
}

/** Where the slice from this piece ends in the room there is; null where it should not begin. */
function endOf(part: Part, from: number, room: number, bare: boolean): number | null {
  const { pieces, head, again, carry } = part;
  const count = pieces.length;
  if (sliceHeight(part, from, count) <= room) return count;
  let height = (from === 0 ? head : again + carry) + carry;
  let most = from;
  while (most < count - 1 && height + (pieces[most]?.height ?? 0) <= room) {
    height += pieces[most]?.height ?? 0;
    most += 1;
  }
  let to = Math.max(from, Math.min(most, count - TOGETHER));
  while (to > from && pieces[to - 1]?.keep === true) to -= 1;
  if (to - from >= TOGETHER || (bare && to > from)) return to;
  return bare && most > from ? most : null;
}
