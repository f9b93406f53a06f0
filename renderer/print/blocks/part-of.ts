import type { Part, Piece } from '../pack.model.ts';
import type { SetBlock } from './block-view.tsx';
import type { Stretch } from './blocks.model.ts';
import { lineStarts } from './text-lines.ts';

/** A paragraph that is higher than this, in CSS pixels, may be parted between its lines. */
const LONG_PARAGRAPH = 110;

const heightOf = (element: Element | null | undefined): number => element?.getBoundingClientRect().height ?? 0;
const loose = (height: number): Piece => ({ height, keep: false });

/** How high a block's pieces are, read from the hidden layer; paragraphs that are long come back as lines. */
export function partOf(
  element: Element,
  set: SetBlock,
  chartHeight: number,
): { readonly part: Part; readonly set: SetBlock } {
  const { block } = set;
  const title = heightOf(element.querySelector('.sheet-title'));
  if (block.is === 'table') return { set, part: tablePart(element, set, title) };
  if (block.is === 'text' || block.is === 'comment') {
    const parted = [...element.querySelectorAll('[data-paragraph]')].map((paragraph, index) =>
      linesOf(paragraph, set.lines[index]),
    );
    const lines = parted.flatMap((each) => each.lines);
    const pieces = parted.flatMap((each) => each.heights).map(loose);
    return { set: { ...set, lines }, part: { head: title, again: title, carry: 0, tail: 0, pieces } };
  }
  const pieces = [...element.querySelectorAll('[data-piece]')].map((piece) => loose(heightOf(piece) + chartHeight));
  return { set, part: { head: 0, again: 0, carry: 0, tail: 0, pieces } };
}

function tablePart(element: Element, { block, sums }: SetBlock, title: number): Part {
  const head = title + heightOf(element.querySelector('thead'));
  const rows = block.is === 'table' ? block.rows : [];
  const drawn = new Map<number, number>();
  const plain = new Map<string, number>();
  for (const row of element.querySelectorAll<HTMLElement>('[data-row]')) {
    const at = Number(row.dataset['row']);
    drawn.set(at, heightOf(row));
    const { kind = '' } = rows[at] ?? {};
    plain.set(kind, Math.min(plain.get(kind) ?? Infinity, heightOf(row)));
  }
  return {
    head,
    again: head,
    carry: sums === null ? 0 : heightOf(element.querySelector('[data-carried]')),
    tail: heightOf(element.querySelector('.sheet-note')),
    pieces: rows.map(({ kind }, index) => ({
      height: drawn.get(index) ?? plain.get(kind) ?? 0,
      keep: kind === 'group' || rows[index + 1]?.kind === 'total',
    })),
  };
}

function linesOf(
  paragraph: Element,
  whole: Stretch | undefined,
): { readonly lines: readonly Stretch[]; readonly heights: readonly number[] } {
  const height = heightOf(paragraph);
  if (whole === undefined) return { lines: [], heights: [] };
  if (height < LONG_PARAGRAPH) return { lines: [whole], heights: [height] };
  const starts = lineStarts(paragraph);
  const below = Number.parseFloat(getComputedStyle(paragraph).paddingBottom);
  const one = (height - below) / starts.length;
  return {
    lines: starts.map((from, index) => ({
      ...whole,
      from,
      to: starts[index + 1] ?? whole.to,
      last: index === starts.length - 1,
    })),
    heights: starts.map((_, index) => (index === starts.length - 1 ? one + below : one)),
  };
}
