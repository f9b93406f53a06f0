import type { ReportBlock } from '#shared/report-content.ts';
import type { ShownPage } from './shown-report.ts';
import { blockFlow, type BlockSetting } from './slide-blocks.ts';
import { isDrawn } from './slide-chart.ts';
import { column, type Box, type Piece } from './slide-flow.ts';
import type { Frame } from './slide-frame.ts';
import { commentFlow } from './slide-text.ts';

/** A column of a page: its pieces slide by slide. */
export interface PlacedColumn {
  readonly box: Box;
  readonly slides: readonly (readonly Piece[])[];
}

type Part = ReportBlock | { readonly is: 'comment'; readonly text: string };
type Setting = Pick<BlockSetting, 'say' | 'lang' | 'drawn'>;

/** Of the width of a landscape slide, the wide column, and that of a table with its chart beside it. */
const WIDE = 0.66;
const TABLE = 0.52;
const BETWEEN = 0.4;
const FONT = 11;
const FONT_BESIDE = 10;
/** A table of more columns has no room for a chart beside it. */
const MOST_COLUMNS = 7;
/** Of the height that charts and rows like to have. */
const TIGHTER = [1, 0.8, 0.62];

/** Parts from left to right. */
type Layout = readonly { readonly parts: readonly Part[]; readonly share: number }[];

/** A page's columns in the layout that takes the fewest slides, none of them half empty; of several, the roomiest and then the first. */
export function placedColumns(page: ShownPage, frame: Frame, setting: Setting): readonly PlacedColumn[] {
  let best: readonly PlacedColumn[] = [];
  for (const tight of TIGHTER)
    for (const layout of layoutsOf(page, frame.wide)) {
      const made = columnsOf(layout, frame.body, { ...setting, tight });
      if (best.length === 0 || cost(made) < cost(best)) best = made;
    }
  return best;
}

/** A slide beside whose column nothing stands is half a slide too many. */
function cost(columns: readonly PlacedColumn[]): number {
  const count = slidesOf(columns);
  return count + (columns.some(({ slides }) => slides.length < count) ? 0.5 : 0);
}

export const slidesOf = (columns: readonly PlacedColumn[]): number =>
  Math.max(0, ...columns.map(({ slides }) => slides.length));

/** On a wide slide what stands aside has a column of its own, the comment at its head; on a high one all stands below each other. */
function layoutsOf({ page, made }: ShownPage, wide: boolean): readonly Layout[] {
  const text = page.comment.trim();
  const comment: readonly Part[] = text === '' ? [] : [{ is: 'comment', text }];
  const main = made.blocks.filter(({ place }) => place === 'main');
  const aside = made.blocks.filter(({ place }) => place === 'aside');
  const stacked: Layout = [{ parts: [...comment, ...main, ...aside], share: 1 }];
  if (!wide) return [stacked];
  const beside = [...comment, ...aside];
  const split: readonly Layout[] =
    main.length === 0 || beside.length === 0
      ? []
      : [
          [
            { parts: main, share: WIDE },
            { parts: beside, share: 1 - WIDE },
          ],
        ];
  const tables = main.filter(({ is }) => is === 'table');
  const others = main.filter(({ is }) => is !== 'table');
  const isNarrow = tables.every((block) => block.is !== 'table' || block.columns.length <= MOST_COLUMNS);
  if (tables.length === 0 || !isNarrow || others[0]?.is !== 'chart' || !isDrawn(others[0].chart))
    return [...split, stacked];
  const chartBeside: Layout = [
    { parts: tables, share: TABLE },
    { parts: [...comment, ...others, ...aside], share: 1 - TABLE },
  ];
  const isWords = aside.every(({ is }) => is === 'text');
  return isWords ? [chartBeside, ...split, stacked] : [...split, chartBeside, stacked];
}

function columnsOf(layout: Layout, body: Box, setting: Setting & { readonly tight: number }): readonly PlacedColumn[] {
  const room = body.w - BETWEEN * (layout.length - 1);
  let x = body.x;
  return layout.map(({ parts, share }) => {
    const box: Box = { ...body, x, w: room * share };
    x += box.w + BETWEEN;
    const font = share < 0.5 ? FONT_BESIDE : FONT;
    const flows = parts.map((part) =>
      part.is === 'comment'
        ? commentFlow(part.text, { ...setting, width: box.w, font })
        : blockFlow(part, { ...setting, width: box.w, height: box.h, font }),
    );
    return { box, slides: column(flows, box.h) };
  });
}
