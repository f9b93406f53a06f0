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
/** Of a sheet: a part that is no higher is not broken where that takes no more sheets. */
const SHORT = 0.6;

/** Of the first sheet and of those after it, CSS pixels. */
interface Room {
  readonly first: number;
  readonly next: number;
}

/** How high a slice is before it is scaled. Example: a head of 20, two rows of 10 and, as more follow, a carried line of 10 are 50. */
export function sliceHeight({ head, again, carry, tail, pieces }: Part, from: number, to: number): number {
  const above = from === 0 ? head : again + carry;
  const below = to < pieces.length ? carry : tail;
  return pieces.slice(from, to).reduce((sum, { height }) => sum + height, above + below);
}

/** How high the slices on a sheet are with the space between them. */
export function stackHeight(parts: readonly Part[], slices: readonly Slice[]): number {
  return slices.reduce((sum, { part, from, to, scale }, index) => {
    const one = parts[part];
    return one === undefined ? sum : sum + sliceHeight(one, from, to) * scale + (index === 0 ? 0 : PART_GAP);
  }, 0);
}

/**
 * Parts one under the other on as many sheets as it takes: every piece once and in order, no sheet higher than its room, whose
 * first may be lower than the others, and `above` of it taken. What does not fit begins a new sheet; a lone piece that is higher than
 * a whole sheet is scaled. Short parts are kept whole where that takes no more sheets.
 */
export function pack(parts: readonly Part[], room: Room, above = 0): readonly (readonly Slice[])[] {
  const cut = packed(parts, room, above);
  if (cut.length === 1) return cut;
  const unbroken = parts.map((part) =>
    sliceHeight(part, 0, part.pieces.length) > SHORT * room.next
      ? part
      : { ...part, pieces: part.pieces.map(({ height }) => ({ height, keep: true })) },
  );
  const whole = packed(unbroken, room, above);
  return whole.length > cut.length ? cut : whole;
}

function packed(parts: readonly Part[], room: Room, above: number): readonly (readonly Slice[])[] {
  const sheets: Slice[][] = [[]];
  let used = above;
  parts.forEach((part, index) => {
    const count = part.pieces.length;
    let from = 0;
    for (;;) {
      const sheet = sheets.at(-1) ?? [];
      const limit = sheets.length === 1 ? room.first : room.next;
      const bare = used === 0 && sheet.length === 0;
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

/** Parts of one column. */
export interface Column {
  readonly parts: readonly Part[];
  /** Begins where those above it end, beside the others that do. */
  readonly under: boolean;
}

/** Columns beside each other, and under them others: for each column its slices on every sheet of the page. */
export function packColumns(columns: readonly Column[], room: Room): readonly (readonly (readonly Slice[])[])[] {
  const over = columns.map(({ parts, under }) => (under ? [] : pack(parts, room)));
  const last = Math.max(0, ...over.map(({ length }) => length - 1));
  const taken = Math.max(0, ...columns.map(({ parts }, index) => stackHeight(parts, over[index]?.[last] ?? [])));
  const left = { first: last === 0 ? room.first : room.next, next: room.next };
  return columns.map(({ parts, under }, index) =>
    under ? [...Array.from({ length: last }, () => []), ...pack(parts, left, taken)] : (over[index] ?? []),
  );
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
