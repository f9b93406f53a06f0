import { figuresAcross, type SheetBlock } from './blocks.model.ts';
import type { SetBlock } from './block-view.tsx';
import { carriedTo } from './carried.model.ts';
import { tableLayout, type TextWidth } from './table-layout.ts';
import type { TableRows } from './table-view.tsx';

/** A block for a column of this width, before it is measured. */
export function setBlock(block: SheetBlock, width: number, textWidth: TextWidth, host: HTMLElement | null): SetBlock {
  const paragraphs = block.is === 'text' || block.is === 'comment' ? block.paragraphs : [];
  return {
    block,
    table: block.is === 'table' ? tableLayout(block, width, textWidth) : null,
    sums: block.is === 'table' && block.columns.some(({ carried }) => carried) ? carriedTo(block) : null,
    lines: paragraphs.map((text, paragraph) => ({ paragraph, from: 0, to: text.length, last: true })),
    across: block.is === 'figures' ? figuresAcross(block.figures.length, width) : 1,
    host,
  };
}

/** How many pieces a block is drawn with in the hidden layer. */
export function piecesOf({ block, lines, across }: SetBlock): number {
  switch (block.is) {
    case 'figures':
      return Math.ceil(block.figures.length / across);
    case 'chart':
      return 1;
    case 'table':
      return block.rows.length;
    case 'text':
    case 'comment':
      return lines.length;
    case 'definitions':
      return block.items.length;
    case 'contents':
      return block.entries.length;
  }
}

/** The rows of a table that have to be drawn to know how high all of them are: those of several lines, and one of each kind. */
export function sampleRows({ block, table, sums }: SetBlock): TableRows | undefined {
  if (block.is !== 'table' || table === null) return undefined;
  const rows = block.rows.flatMap(({ kind }, index) =>
    table.tall.has(index) || index === firstPlain(kind) ? [index] : [],
  );
  const line = sums === null ? null : sums(0);
  return { rows, again: false, above: line, below: null, end: true };

  function firstPlain(kind: string): number {
    return block.is === 'table'
      ? block.rows.findIndex((row, index) => row.kind === kind && !table?.tall.has(index))
      : -1;
  }
}
