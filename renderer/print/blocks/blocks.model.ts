import { chartTwin } from '#shared/charts/chart-twin.ts';
import type { ChartModel } from '#shared/charts/model.ts';
import type { Say } from '#shared/charts/point-facts.ts';
import type { BlockOf, PageContent, ReportBlock, ReportContent } from '#shared/report-content.ts';
import type { Report, ReportPage } from '#shared/reports.ts';
import { ASIDE, type SheetRoom } from '../paper.model.ts';

export interface ContentsEntry {
  readonly page: string;
  readonly text: string;
}

/** What a sheet is made of: the content's blocks, and those that only paper has. */
export type SheetBlock =
  | ReportBlock
  | { readonly is: 'comment'; readonly paragraphs: readonly string[] }
  | { readonly is: 'contents'; readonly entries: readonly ContentsEntry[] };

/** Blocks one under the other, and how wide they are. */
export interface Flow {
  readonly width: number;
  /** Begins where the others end, beside the others that do. */
  readonly under?: boolean;
  readonly blocks: readonly SheetBlock[];
}

/** What a page shows. */
export interface PageShown {
  readonly page: ReportPage;
  readonly made: PageContent;
  /** Its columns: the wide and the narrow one where something stands beside, else one. */
  readonly flows: readonly Flow[];
}

/** A page's columns. The comment comes first in the narrow one, or after what it comments on. */
export function flowsOf(
  page: ReportPage,
  made: PageContent,
  entries: readonly ContentsEntry[],
  room: SheetRoom,
  say: Say,
): readonly Flow[] {
  // A cover's head says already what its blocks say.
  const own = page.show === 'cover' ? [] : made.blocks;
  const blocks = own.map((block) => (block.is === 'chart' ? chartBlock(block, say) : block));
  const paragraphs = page.comment.split(/\n+/).filter((text) => text.trim() !== '');
  const comment: readonly SheetBlock[] = paragraphs.length === 0 ? [] : [{ is: 'comment', paragraphs }];
  const contents: readonly SheetBlock[] = page.show === 'contents' ? [{ is: 'contents', entries }] : [];
  if (page.show === 'definitions' && room.columns !== null) return inHalves([...blocks, ...comment], room.inner);
  const main = [...contents, ...blocks.filter(({ place }) => place === 'main')];
  const aside = blocks.filter(({ place }) => place === 'aside');
  if (room.columns === null) return oneColumn(main, comment, aside, room.inner);
  if (main.length === 0 || comment.length + aside.length === 0)
    return [{ width: room.inner, blocks: [...main, ...comment, ...aside] }];
  return [
    { width: room.columns.main, blocks: main },
    { width: room.columns.aside, blocks: [...comment, ...aside] },
  ];
}

/** All below each other, but what is made for the narrow column two and two at the end, a text that is alone there among them. */
function oneColumn(
  main: readonly SheetBlock[],
  comment: readonly SheetBlock[],
  aside: readonly SheetBlock[],
  inner: number,
): readonly Flow[] {
  const isTold = aside.length === 1 && main.length > 1 && main.at(-1)?.is === 'text';
  const above = isTold ? main.slice(0, -1) : main;
  const pairs = isTold ? [...main.slice(-1), ...aside] : aside;
  if (pairs.length < 2) return [{ width: inner, blocks: [...main, ...comment, ...aside] }];
  const width = (inner - ASIDE.gap) / 2;
  return [
    { width: inner, blocks: [...above, ...comment] },
    ...[0, 1].map((side) => ({ width, under: true, blocks: pairs.filter((_, index) => index % 2 === side) })),
  ];
}

/** Space between two columns of the same width. */
const HALVES_GAP = 40;
/** Of a list of definitions, CSS pixels: a line, what stands around an item, and about as wide as a letter is. */
const ITEM = { line: 14.2, around: 8, letter: 5.2 } as const;
/** About as high as a row and a line of what follows it. */
const BELOW = { row: 22, line: 19, around: 40 } as const;

/** A long list and what follows it in two columns of the same width, the list parted where both come to about the same. */
function inHalves(blocks: readonly SheetBlock[], inner: number): readonly Flow[] {
  const width = (inner - HALVES_GAP) / 2;
  const list = blocks.find((block) => block.is === 'definitions');
  if (list === undefined) return [{ width: inner, blocks }];
  const others = blocks.filter((block) => block !== list);
  const linesOf = (text: string): number => Math.ceil((text.length * ITEM.letter) / width);
  const sizes = list.items.map(
    ({ name, definition, formula }) => (linesOf(`${name}  ${formula}`) + linesOf(definition)) * ITEM.line + ITEM.around,
  );
  const below = sum(
    others.map((block) => {
      if (block.is === 'table') return block.rows.length * BELOW.row + 2 * BELOW.around;
      if (!('paragraphs' in block)) return 0;
      return sum(block.paragraphs.map((text) => linesOf(text) * BELOW.line)) + BELOW.around;
    }),
  );
  const higher = (at: number): number => Math.max(sum(sizes.slice(0, at)), sum(sizes.slice(at)) + below);
  const at = sizes.reduce((best, _, index) => (higher(index + 1) < higher(best) ? index + 1 : best), 1);
  const after = list.items.slice(at);
  return [
    { width, blocks: [{ ...list, items: list.items.slice(0, at) }] },
    { width, blocks: [...(after.length === 0 ? [] : [{ ...list, items: after }]), ...others] },
  ];
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** A chart that is a table is set as one: it may be longer than a sheet. */
function chartBlock(block: BlockOf<'chart'>, say: Say): BlockOf<'chart'> | BlockOf<'table'> {
  return block.chart.kind === 'table' ? tableOf(block.chart, block.place, say) : block;
}

function tableOf(model: ChartModel, place: ReportBlock['place'], say: Say): BlockOf<'table'> {
  const { columns, rows } = chartTwin(model, say);
  return {
    is: 'table',
    place,
    title: model.title,
    note: null,
    columns: columns.map(({ label }) => ({ label, written: null, as: 'plain', carried: false })),
    rows: rows.map(({ total, cells }) => ({
      kind: total ? 'total' : 'row',
      cells: cells.map(({ text, target }) => ({ text, value: target?.point.value ?? null, tone: 'neutral' })),
    })),
  };
}

/** A chart at the size it is drawn, CSS pixels. */
export interface ChartWish {
  readonly chart: ChartModel;
  readonly width: number;
  readonly height: number;
}

const CHART_HEIGHT = { low: 170, middle: 236, tall: 340 } as const;

/** A chart as it stands in a column of this width on this paper. */
export function wishOf({ chart, height }: BlockOf<'chart'>, width: number, { charts }: SheetRoom): ChartWish {
  return { chart, width: Math.floor(width), height: Math.floor(CHART_HEIGHT[height] * charts) };
}

const FIGURE_WIDTH = 134;
export const FIGURE_GAP = 22;

/** How many figures stand beside each other: as many as fit, evenly spread over their rows. Example: 6 where 5 fit are 3 and 3. */
export function figuresAcross(count: number, width: number): number {
  const most = Math.max(1, Math.floor((width + FIGURE_GAP) / (FIGURE_WIDTH + FIGURE_GAP)));
  return Math.max(1, Math.ceil(count / Math.ceil(count / most)));
}

/** A stretch of a paragraph that stands on a sheet; `last` where it ends. */
export interface Stretch {
  readonly paragraph: number;
  readonly from: number;
  readonly to: number;
  readonly last: boolean;
}

/** Lines that follow each other, joined to a stretch of each paragraph. */
export function joinLines(lines: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before?.paragraph === line.paragraph) joined[joined.length - 1] = { ...line, from: before.from };
    else joined.push(line);
  }
  return joined;
}

/** The headline as it stands on the page; a cover has the report's name. */
export function headlineOf(name: string, page: ReportPage, made: PageContent): string {
  return page.headline ?? (page.show === 'cover' ? name : made.draft);
}

/** What stands on every sheet alike. */
export type ReportFrame = Pick<Report, 'name' | 'brand'> &
  Pick<ReportContent, 'locale' | 'company' | 'period' | 'against' | 'dataAsOf' | 'source' | 'filters'>;
