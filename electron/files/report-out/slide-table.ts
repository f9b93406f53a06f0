import { COLOURS } from './colours.ts';
import { linesIn, textWidth } from './letter-widths.ts';
import { shortText } from './plain-text.ts';
import type { TableCell } from './pptx-library.ts';
import type { Flow, Piece } from './slide-flow.ts';

export interface SlideCell {
  readonly text: string;
  readonly bold?: boolean;
  readonly colour?: string;
}

export interface SlideTable {
  readonly title: string;
  /** Null where no column has a name. */
  readonly head: readonly string[] | null;
  /** Numbers stand to the right and are never broken. */
  readonly numbers: readonly boolean[];
  /** Columns of words that are no wider than this, in inches. */
  readonly most?: readonly (number | null)[];
  readonly rows: readonly { readonly strong: boolean; readonly cells: readonly SlideCell[] }[];
  readonly note: string | null;
}

export interface TableSize {
  readonly width: number;
  /** Of an empty slide: a table that fits on one stands on one. */
  readonly height: number;
  readonly font: number;
  readonly lang: string;
  /** Above and below the text of a cell together. */
  readonly air: number;
  /** Title of what stands on the next slide. */
  readonly continued: (title: string) => string;
}

const FONT = 'Arial';
const LONGEST_TEXT = 400;
const SMALLEST = 6;
const TITLE = 0.28;
const TITLE_FONT = 11;
const TITLE_LINE = 0.18;
/** A line of the note, and what is above it. */
const NOTE_LINE = 0.16;
const ABOVE_NOTE = 0.08;
const NOTE_FONT = 9;
/** Left and right of a cell together. */
const BESIDE = 0.14;
const NARROWEST = 0.45;
const MOST_WORDS = 9.6;
const MOST_STRETCH = 1.3;

interface Measured {
  readonly font: number;
  readonly widths: readonly number[];
  readonly heights: readonly number[];
  readonly head: number;
  readonly note: number;
}

/** A little more than the letters take: programs differ. */
const ROOM = 1.04;

/** Columns as wide as their numbers, words and headers with what is left; smaller letters where that is not enough. */
function measured(table: SlideTable, { width, font, air }: TableSize): Measured {
  const { numbers, rows, head } = table;
  // Widths at one point.
  const longest = numbers.map((isNumber, at) => {
    const label = head?.[at] ?? '';
    // A header stands on two lines before its numbers stand far apart.
    const half = Math.max(textWidth(label, 1) / 2, ...label.split(' ').map((word) => textWidth(word, 1)));
    const over = isNumber && label.length > 12 ? half * 1.1 : textWidth(label, 1);
    return rows.reduce((most, { cells, strong }) => {
      const { text = '', bold = false } = cells[at] ?? {};
      return Math.max(most, textWidth(text, 1, bold || strong));
    }, over);
  });
  for (let size = font; ; size--) {
    const wanted = longest.map((width) => Math.max(NARROWEST, width * size * ROOM + BESIDE));
    const fixed = wanted.reduce((sum, want, at) => sum + (numbers[at] === true ? want : 0), 0);
    const words = wanted.map((want, at) => (numbers[at] === true ? 0 : Math.min(want, table.most?.[at] ?? MOST_WORDS)));
    const least = words.reduce((sum, want) => sum + Math.min(want, 1), 0);
    if (fixed + least > width && size > SMALLEST) continue;
    const left = width - fixed;
    // What words do not need is shared by all columns, so that none stands far from the next.
    const given = shared(words, Math.max(left, least));
    const raw = wanted.map((want, at) => (numbers[at] === true ? want : (given[at] ?? 0)));
    const total = raw.reduce((sum, one) => sum + one, 0);
    const spare = Math.max(0, width - total) / raw.length;
    const scale = Math.min(1, width / total);
    const widths = raw.map((one) => one * scale + spare);
    const high = (cells: readonly Pick<SlideCell, 'text' | 'bold'>[]): number => {
      const lines = cells.reduce((most, { text, bold }, at) => {
        const across = Math.max(0.1, (widths[at] ?? 1) - BESIDE);
        return Math.max(most, linesIn(text, across, size, bold));
      }, 1);
      return (lines * size * 1.2) / 72 + air;
    };
    return {
      font: size,
      widths,
      heights: rows.map(({ cells }) => high(cells)),
      head: head === null ? 0 : high(head.map((text) => ({ text }))),
      note: noteHeight(table.note, width),
    };
  }
}

/** Each as much as it wants, a little more where there is plenty; where there is not, the longest give way first. */
function shared(wanted: readonly number[], room: number): readonly number[] {
  const all = wanted.reduce((sum, want) => sum + want, 0);
  if (all <= room) return wanted.map((want) => want * Math.min(MOST_STRETCH, all === 0 ? 1 : room / all));
  let [left, most] = [room, 0];
  const sorted = wanted.filter((want) => want > 0).toSorted((a, b) => a - b);
  for (const [at, want] of sorted.entries()) {
    most = left / (sorted.length - at);
    if (want > most) break;
    left -= want;
  }
  return wanted.map((want) => Math.min(want, most));
}

/** A table on as many slides as it takes, its header on each. */
export function tableFlow(given: SlideTable, size: TableSize): Flow {
  const table = shortened(given);
  const measure = measured(table, size);
  const { rows } = table;
  // The note stands under the last row.
  const noteAt = (at: number): number => (at >= rows.length - 1 ? measure.note : 0);
  const whole =
    measure.heights.reduce((sum, height) => sum + height, measure.head + measure.note) +
    titleHeight(table.title, size.width);
  let next = 0;
  return (room, fresh) => {
    if (next >= rows.length && next > 0) return 'done';
    const title = table.title === '' ? '' : next === 0 ? table.title : size.continued(table.title);
    let height = titleHeight(title, size.width) + measure.head;
    let end = next;
    while (end < rows.length && height + (measure.heights[end] ?? 0) + noteAt(end) <= room)
      height += measure.heights[end++] ?? 0;
    // A last row, mostly the total, takes one with it to the next slide.
    if (rows.length - end === 1 && end - next > 2) height -= measure.heights[--end] ?? 0;
    if (!fresh && next === 0 && end < rows.length && whole <= size.height) return 'later';
    // A header never stands alone, nor a row without a second one where there is.
    if (!fresh && end - next < Math.min(2, rows.length - next)) return 'later';
    if (end === next && end < rows.length) height += measure.heights[end++] ?? 0;
    const piece = tablePiece(table, measure, { from: next, end, title, height: height + noteAt(end - 1) }, size);
    next = Math.max(end, 1);
    return piece;
  };
}

/** What stands over a table or a chart, on as many lines as it takes. */
export function titleHeight(title: string, width: number): number {
  return title === '' ? 0 : TITLE + TITLE_LINE * (linesIn(title, width, TITLE_FONT, true) - 1);
}

function noteHeight(note: string | null, width: number): number {
  if (note === null) return 0;
  return linesIn(note, width, NOTE_FONT) * NOTE_LINE + ABOVE_NOTE;
}

function shortened(table: SlideTable): SlideTable {
  const short = (text: string): string => shortText(text, LONGEST_TEXT);
  return {
    ...table,
    title: short(table.title),
    head: table.head?.map(short) ?? null,
    rows: table.rows.map(({ strong, cells }) => ({
      strong,
      cells: cells.map((cell) => ({ ...cell, text: short(cell.text) })),
    })),
  };
}

const NONE = { type: 'none' } as const;

interface Part {
  readonly from: number;
  readonly end: number;
  readonly title: string;
  readonly height: number;
}

function tablePiece(
  table: SlideTable,
  { font, widths, heights, head, note }: Measured,
  { from, end, title, height }: Part,
  size: TableSize,
): Piece {
  const { numbers } = table;
  const { lang } = size;
  // The same object for cells that look the same: a long table has tens of thousands of them.
  const looks = new Map<string, NonNullable<TableCell['options']>>();
  const cell = (
    text: string,
    at: number,
    { bold = false, colour = COLOURS.ink }: Partial<SlideCell>,
    line: string,
  ): TableCell => {
    const align = numbers[at] === true ? 'right' : 'left';
    const key = `${align} ${String(bold)} ${colour} ${line}`;
    const options = looks.get(key) ?? {
      align,
      bold,
      color: colour,
      border: [NONE, NONE, { type: 'solid', color: line, pt: 0.75 }, NONE],
    };
    looks.set(key, options);
    return { text, options };
  };
  return {
    height,
    grows: false,
    draw: (slide, { x, y, w }) => {
      const above = titleHeight(title, size.width);
      if (title !== '') slide.addText(title, { ...TITLE_TEXT, x, y, w, h: above, lang });
      const header =
        table.head === null
          ? []
          : [table.head.map((text, at) => cell(text, at, { colour: COLOURS['ink-3'] }, COLOURS['line-strong']))];
      const rows = table.rows.slice(from, end).map(({ strong, cells }) =>
        numbers.map((_, at) => {
          const { text = '', bold, colour } = cells[at] ?? {};
          return cell(
            text,
            at,
            { bold: strong || bold === true, ...(colour === undefined ? {} : { colour }) },
            COLOURS.line,
          );
        }),
      );
      if (header.length + rows.length > 0)
        slide.addTable([...header, ...rows], {
          x,
          y: y + above,
          w,
          colW: [...widths],
          rowH: [...(table.head === null ? [] : [head]), ...heights.slice(from, end)],
          fontSize: font,
          fontFace: FONT,
          valign: 'middle',
          margin: [0.03, 0.07, 0.03, 0.07],
          objectName: title === '' ? 'Table' : title,
        });
      if (table.note !== null && end >= table.rows.length)
        slide.addText(shortText(table.note, LONGEST_TEXT), {
          ...NOTE_TEXT,
          x,
          y: y + height - note,
          w,
          h: note,
          lang,
        });
    },
  };
}

const BARE = { fontFace: FONT, margin: 0, valign: 'top' } as const;
/** Above a table or a chart. */
export const TITLE_TEXT = { ...BARE, fontSize: TITLE_FONT, bold: true, color: COLOURS.ink } as const;
/** Below one. */
export const NOTE_TEXT = { ...BARE, fontSize: NOTE_FONT, color: COLOURS['ink-3'], valign: 'bottom' } as const;
