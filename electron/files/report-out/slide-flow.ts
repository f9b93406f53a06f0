import type { Slide } from './pptx-library.ts';

/** In inches. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** What stands in one place of one slide. */
export interface Piece {
  readonly height: number;
  /** It may be given more height than it asks for. */
  readonly grows: boolean;
  draw(slide: Slide, box: Box): void;
}

/**
 * The pieces of a block, as much at a time as fits into `room`: 'later' asks for a slide of its own, 'done' has given everything.
 * On a `fresh` slide there is always a piece.
 */
export type Flow = (room: number, fresh: boolean) => Piece | 'later' | 'done';

/** Between two pieces. */
const GAP = 0.22;
/** Of its own height, how much a piece that grows may grow. */
const MOST_GROWTH = 1.2;

export const onePiece = (piece: Piece, least: number): Flow => {
  let given = false;
  return (room, fresh) => {
    if (given) return 'done';
    if (room < least && !fresh) return 'later';
    given = true;
    return { ...piece, height: Math.min(piece.height, Math.max(room, 0.5)) };
  };
};

/** Pieces slide by slide in a column of this height, one below the other. */
export function column(flows: readonly Flow[], height: number): readonly (readonly Piece[])[] {
  const slides: Piece[][] = [[]];
  let room = height;
  for (const flow of flows) {
    for (;;) {
      const now = slides.at(-1) ?? [];
      const piece = flow(room, now.length === 0);
      if (piece === 'done') break;
      if (piece === 'later') {
        slides.push([]);
        room = height;
        continue;
      }
      now.push(piece);
      room -= piece.height + GAP;
    }
  }
  return slides;
}

/** Draws the pieces of one slide's column; what grows takes what is left over. */
export function drawColumn(slide: Slide, pieces: readonly Piece[], { x, y, w, h }: Box): void {
  const used = pieces.reduce((sum, { height }) => sum + height, 0) + GAP * Math.max(0, pieces.length - 1);
  const growing = pieces.filter(({ grows }) => grows);
  const more = growing.length === 0 ? 0 : Math.max(0, h - used) / growing.length;
  let top = y;
  for (const piece of pieces) {
    const height = piece.height + (piece.grows ? Math.min(more, piece.height * MOST_GROWTH) : 0);
    piece.draw(slide, { x, y: top, w, h: height });
    top += height + GAP;
  }
}
