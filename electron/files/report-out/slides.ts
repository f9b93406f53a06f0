import type { Report } from '#shared/reports.ts';
import { escapeXml } from '../rows-out/xlsx-frame.ts';
import type { ZipWriter } from '../rows-out/zip-writer.ts';
import { chartBook } from './chart-book.ts';
import { tidyChart } from './chart-xml.ts';
import { plainText, shortText } from './plain-text.ts';
import { newSlides, type Slides } from './pptx-library.ts';
import {
  shownPages,
  throwIfCancelled,
  type Say,
  type ShownPage,
  type ShownReport,
  type WriteTask,
} from './shown-report.ts';
import type { BlockSetting } from './slide-blocks.ts';
import type { SlideChart } from './slide-chart.ts';
import { contentsColumn } from './slide-contents.ts';
import { drawColumn } from './slide-flow.ts';
import { drawCover, drawFrame, frameOf, LAYOUT, type Frame } from './slide-frame.ts';
import { placedColumns, slidesOf, type PlacedColumn } from './slide-layouts.ts';
import { storedParts } from './stored-zip.ts';

const LONGEST_COMPANY = 200;

/** A slide a page, long tables and texts on more, with tables and charts that can be edited. Throws E_CANCELLED. */
export async function writeSlides(zip: ZipWriter, shown: ShownReport, say: Say, task: WriteTask): Promise<void> {
  const { report, content } = shown;
  const slides = newSlides();
  slides.defineLayout({ name: LAYOUT, ...slideSize(report.paper) });
  slides.layout = LAYOUT;
  slides.theme = { headFontFace: 'Arial', bodyFontFace: 'Arial' };
  slides.title = plainText(report.name);
  slides.subject = plainText(content.period);
  slides.author = plainText(content.company);
  // The library writes it as it stands.
  slides.company = escapeXml(shortText(content.company, LONGEST_COMPANY));
  const charts: SlideChart[] = [];
  const frame = frameOf(shown, slideSize(report.paper));
  const setting: Setting = { say, lang: content.locale, drawn: (chart) => charts.push(chart) };
  const pages = plannedPages(shownPages(shown), frame, setting);
  for (const [at, page] of pages.entries()) {
    throwIfCancelled(task);
    task.progress(at, pages.length);
    drawPage(slides, page, frame, setting);
    // Lets in what is asked meanwhile.
    await new Promise((resolve) => setImmediate(resolve));
  }
  throwIfCancelled(task);
  const made = await slides.write({ outputType: 'nodebuffer' });
  if (!Buffer.isBuffer(made)) throw new TypeError('slides are bytes');
  const first = firstChart(made);
  for (const [name, part] of storedParts(made)) {
    throwIfCancelled(task);
    await zip.add(name, [await tidyPart(name, part, charts, first)]);
  }
}

/** 16:9 as it is shown on a wall, or the paper itself. */
function slideSize({ size, turn }: Report['paper']): { readonly width: number; readonly height: number } {
  if (turn === 'landscape') return { width: 13.333, height: 7.5 };
  return size === 'a4' ? { width: 8.27, height: 11.69 } : { width: 8.5, height: 11 };
}

type Setting = Pick<BlockSetting, 'say' | 'lang' | 'drawn'>;

interface PlannedPage {
  readonly shown: ShownPage;
  readonly columns: readonly PlacedColumn[];
  /** Its slides, the cover's own included. */
  readonly count: number;
}

/** The contents say on which slides the others begin, so all are laid out before one is drawn. */
function plannedPages(pages: readonly ShownPage[], frame: Frame, setting: Setting): readonly PlannedPage[] {
  const planned = (shown: ShownPage, columns: readonly PlacedColumn[]): PlannedPage => ({
    shown,
    columns,
    count: shown.page.show === 'cover' ? 1 : Math.max(1, slidesOf(columns)),
  });
  const isContents = ({ page }: ShownPage): boolean => page.show === 'contents';
  const contents = ({ page: { comment } }: ShownPage, begins: readonly number[]): readonly PlacedColumn[] => [
    contentsColumn(
      pages.flatMap(({ page, headline }, at) =>
        page.show === 'cover' || page.show === 'contents' ? [] : [{ headline, slide: begins[at] ?? 0 }],
      ),
      comment,
      frame,
      setting,
    ),
  ];
  const first = pages.map((shown) => {
    if (shown.page.show === 'cover') return planned(shown, []);
    return planned(shown, isContents(shown) ? contents(shown, []) : placedColumns(shown, frame, setting));
  });
  let next = 1;
  const begins = first.map(({ count }) => (next += count) - count);
  return first.map((page) => (isContents(page.shown) ? planned(page.shown, contents(page.shown, begins)) : page));
}

function drawPage(slides: Slides, { shown, columns, count }: PlannedPage, frame: Frame, { say }: Setting): void {
  if (shown.page.show === 'cover') {
    drawCover(slides.addSlide(), shown, frame);
    return;
  }
  for (let nth = 0; nth < count; nth++) {
    const slide = slides.addSlide();
    drawFrame(slide, shown, frame, nth === 0 ? null : (title) => say('report:files.continued', { title }));
    const filled = columns.filter(({ slides: parts }) => (parts[nth] ?? []).length > 0);
    for (const { box, slides: parts } of filled) {
      const pieces = parts[nth] ?? [];
      // Alone on its slide, what can grow has its whole width.
      drawColumn(slide, pieces, filled.length === 1 && pieces.every(({ grows }) => grows) ? frame.body : box);
    }
  }
}

const CHART = /^ppt\/charts\/chart(\d+)\.xml$/;
const BOOK = /^ppt\/embeddings\/Microsoft_Excel_Worksheet(\d+)\.xlsx$/;

/** The library numbers charts on from file to file. */
function firstChart(made: Buffer): number {
  const numbers = [...storedParts(made)].flatMap(([name]) => CHART.exec(name)?.[1] ?? []).map(Number);
  return Math.min(...numbers);
}

/** A part as the library writes it, put right where it is not as programs and readers need it. */
async function tidyPart(
  name: string,
  part: Buffer,
  charts: readonly SlideChart[],
  first: number,
): Promise<string | Buffer> {
  const book = charts[Number(BOOK.exec(name)?.[1]) - first];
  if (book !== undefined) return await chartBook(book.book);
  const chart = charts[Number(CHART.exec(name)?.[1]) - first];
  if (chart !== undefined) return tidyChart(part.toString('utf8'), chart.look);
  if (name.startsWith('ppt/slides/slide')) return numberedShapes(part.toString('utf8'));
  if (name === 'docProps/core.xml')
    return part.toString('utf8').replaceAll(/<dcterms:(\w+)[^>]*>[^<]*<\/dcterms:\1>/g, '');
  return part;
}

/** Shapes of a slide each with a number of its own: the library gives tables numbers that others have. */
function numberedShapes(xml: string): string {
  let next = 1;
  return xml.replaceAll(/<p:cNvPr id="\d+"/g, () => `<p:cNvPr id="${String(next++)}"`);
}
