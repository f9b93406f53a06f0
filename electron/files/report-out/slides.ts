import type { Report } from '#shared/reports.ts';
import type { ReportBlock } from '#shared/report-content.ts';
import { escapeXml } from '../rows-out/xlsx-frame.ts';
import type { ZipWriter } from '../rows-out/zip-writer.ts';
import { chartBook } from './chart-book.ts';
import { tidyChart } from './chart-xml.ts';
import { COLOURS } from './colours.ts';
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
import { blockFlow, type BlockSetting } from './slide-blocks.ts';
import type { SlideChart } from './slide-chart.ts';
import { column, drawColumn, type Box, type Flow } from './slide-flow.ts';
import { drawCover, drawFrame, frameOf, LAYOUT, type Frame } from './slide-frame.ts';
import { textFlow } from './slide-text.ts';
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
  const pages = shownPages(shown);
  for (const [at, page] of pages.entries()) {
    throwIfCancelled(task);
    task.progress(at, pages.length);
    drawPage(slides, page, frame, { say, lang: content.locale, drawn: (chart) => charts.push(chart) });
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

type PageSetting = Pick<BlockSetting, 'say' | 'lang' | 'drawn'>;

/** Of the width of a landscape slide, the wide column. */
const WIDE = 0.66;
const BETWEEN = 0.4;
const FONT = 11;
const FONT_BESIDE = 10;

function drawPage(slides: Slides, page: ShownPage, frame: Frame, setting: PageSetting): void {
  if (page.page.show === 'cover') {
    drawCover(slides.addSlide(), page, frame);
    if (page.made.blocks.length === 0) return;
  }
  const { body } = frame;
  const { main, aside } = placed(page, frame.wide);
  const split = main.length > 0 && aside.length > 0;
  const wide = split ? body.w * WIDE : body.w;
  const left: Box = { ...body, w: wide };
  const right: Box = { ...body, x: body.x + wide + BETWEEN, w: body.w - wide - BETWEEN };
  const flows = (parts: readonly Part[], width: number, font: number): readonly Flow[] =>
    parts.map((part) =>
      part.is === 'comment'
        ? textFlow(
            { title: setting.say('report:files.comment'), paragraphs: [part.text], rule: COLOURS.ink },
            { width, font, lang: setting.lang },
          )
        : blockFlow(part, { ...setting, width, font }),
    );
  const columns = split
    ? [
        { box: left, slides: column(flows(main, left.w, FONT), left.h) },
        { box: right, slides: column(flows(aside, right.w, FONT_BESIDE), right.h) },
      ]
    : [{ box: body, slides: column(flows([...main, ...aside], body.w, FONT), body.h) }];
  const count = Math.max(...columns.map((one) => one.slides.length));
  for (let nth = 0; nth < count; nth++) {
    const slide = slides.addSlide();
    drawFrame(slide, page, frame, nth === 0 ? null : (title) => setting.say('report:files.continued', { title }));
    const filled = columns.filter(({ slides: parts }) => (parts[nth] ?? []).length > 0);
    for (const { box, slides: parts } of filled) {
      const pieces = parts[nth] ?? [];
      // Alone on its slide, what can grow has its whole width.
      drawColumn(slide, pieces, filled.length === 1 && pieces.every(({ grows }) => grows) ? body : box);
    }
  }
}

type Part = ReportBlock | { readonly is: 'comment'; readonly text: string };

/** On a wide slide what stands aside has a column of its own, the comment at its head; on a high one all stands below each other. */
function placed(
  { page, made }: ShownPage,
  wide: boolean,
): { readonly main: readonly Part[]; readonly aside: readonly Part[] } {
  const text = page.comment.trim();
  const comment: readonly Part[] = text === '' ? [] : [{ is: 'comment', text }];
  const main = made.blocks.filter(({ place }) => place === 'main');
  const aside = made.blocks.filter(({ place }) => place === 'aside');
  return wide ? { main, aside: [...comment, ...aside] } : { main: [...comment, ...main, ...aside], aside: [] };
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
