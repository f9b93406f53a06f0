import { COLOURS } from './colours.ts';
import { linesIn } from './letter-widths.ts';
import { shortText } from './plain-text.ts';
import { pictureSize } from './picture-size.ts';
import type { Slide } from './pptx-library.ts';
import type { ShownPage, ShownReport } from './shown-report.ts';
import type { Box } from './slide-flow.ts';

export const LAYOUT = 'report';
const FONT = 'Arial';
const LONGEST_HEADLINE = 220;
const LONGEST_LINE = 300;
const LOGO = { w: 1.5, h: 0.55 } as const;

/** What every slide of a report has around its blocks, in inches. */
export interface Frame {
  readonly wide: boolean;
  readonly body: Box;
  readonly width: number;
  readonly height: number;
  readonly margin: number;
  readonly colour: string;
  readonly logo: { readonly data: string; readonly w: number; readonly h: number } | null;
  readonly foot: string;
  readonly lang: string;
  readonly company: string;
  readonly about: readonly string[];
}

const HEAD = 1.42;
const FOOT = 0.62;

export function frameOf(
  { report, content }: ShownReport,
  { width, height }: { readonly width: number; readonly height: number },
): Frame {
  const { brand } = report;
  const wide = width > height;
  const margin = wide ? 0.6 : 0.55;
  const logo = brand.logo === null ? null : { data: brand.logo, ...fitted(pictureSize(brand.logo)) };
  const parts = [content.source, brand.confidentiality ?? ''].filter((part) => part !== '');
  const head = wide ? HEAD : HEAD + 0.15;
  return {
    wide,
    width,
    height,
    margin,
    body: { x: margin, y: head, w: width - 2 * margin, h: height - head - FOOT },
    colour: brand.colour?.slice(1) ?? COLOURS.ink,
    logo,
    foot: shortText(parts.join(' · '), LONGEST_LINE),
    lang: content.locale,
    company: shortText(content.company, 120),
    about: [content.period, content.dataAsOf, ...content.filters, brand.confidentiality ?? '']
      .filter((line) => line !== '')
      .map((line) => shortText(line, LONGEST_LINE)),
  };
}

function fitted({ w, h }: { readonly w: number; readonly h: number }): { readonly w: number; readonly h: number } {
  const scale = Math.min(LOGO.w / w, LOGO.h / h);
  return { w: w * scale, h: h * scale };
}

/** Headline, what the page is of, and the foot. `continued` words a headline again. */
export function drawFrame(
  slide: Slide,
  { headline, made }: ShownPage,
  frame: Frame,
  continued: ((title: string) => string) | null,
): void {
  const { margin, width, colour, lang, logo, wide } = frame;
  const w = width - 2 * margin - (logo === null ? 0 : logo.w + 0.3);
  const title = shortText(headline, LONGEST_HEADLINE);
  const shown = continued === null ? title : continued(title);
  const [large, middle, small] = wide ? [24, 20, 18] : [20, 17, 15];
  // One line where letters are large enough for it, else two in the height there is.
  const size =
    [large, middle, small].find((font) => linesIn(shown, w, font, true) === 1) ??
    [middle, 16, 13].find((font) => linesIn(shown, w, font, true) <= 2) ??
    12;
  const high = wide ? 0.72 : 0.85;
  slide.addText(shown === '' ? ' ' : shown, {
    x: margin,
    y: 0.26,
    w,
    h: high,
    fontFace: FONT,
    fontSize: size,
    bold: true,
    color: colour,
    margin: 0,
    valign: 'bottom',
    lang,
    objectName: 'Title',
  });
  if (made.sub !== '')
    slide.addText(shortText(made.sub, LONGEST_LINE), {
      x: margin,
      y: 0.26 + high + 0.04,
      w,
      h: 0.24,
      fontFace: FONT,
      fontSize: 10.5,
      color: COLOURS['ink-3'],
      margin: 0,
      valign: 'top',
      lang,
    });
  drawLogo(slide, frame);
  drawFoot(slide, frame);
}

function drawLogo(slide: Slide, { logo, width, margin, company }: Frame): void {
  if (logo !== null)
    slide.addImage({
      data: logo.data.slice('data:'.length),
      x: width - margin - logo.w,
      y: 0.34,
      w: logo.w,
      h: logo.h,
      altText: company,
    });
}

function drawFoot(slide: Slide, { margin, width, height, foot, lang }: Frame): void {
  const y = height - 0.42;
  slide.addShape('line', {
    x: margin,
    y: y - 0.06,
    w: width - 2 * margin,
    h: 0,
    line: { color: COLOURS.line, width: 0.75 },
  });
  const small = { fontFace: FONT, fontSize: 8.5, color: COLOURS['ink-3'] } as const;
  if (foot !== '')
    slide.addText(foot, {
      ...small,
      x: margin,
      y,
      w: width - 2 * margin - 0.8,
      h: 0.22,
      margin: 0,
      valign: 'top',
      lang,
    });
  slide.slideNumber = { ...small, x: width - margin - 0.7, y, w: 0.7, h: 0.22, align: 'right', margin: 0 };
}

/** The first slide: whose report, which, of when. */
export function drawCover(slide: Slide, { headline, page, made }: ShownPage, frame: Frame): void {
  const { margin, width, height, colour, lang, company, about } = frame;
  const w = width - 2 * margin;
  const middle = height * 0.4;
  const line = { x: margin, w, fontFace: FONT, margin: 0, lang } as const;
  slide.addText(company, {
    ...line,
    y: middle - 0.95,
    h: 0.4,
    fontSize: 16,
    color: COLOURS['ink-2'],
    valign: 'bottom',
  });
  slide.addText(headline === '' ? ' ' : shortText(headline, LONGEST_HEADLINE), {
    ...line,
    y: middle - 0.5,
    h: 1.2,
    fontSize: frame.wide ? 36 : 28,
    bold: true,
    color: colour,
    valign: 'middle',
    objectName: 'Title',
  });
  const own = made.blocks.flatMap((block) => (block.is === 'text' ? [block.title, ...block.paragraphs] : []));
  const said = own.length === 0 ? about : own.map((line) => shortText(line, LONGEST_LINE));
  const lines = [...said, ...(page.comment.trim() === '' ? [] : [shortText(page.comment, 500)])];
  slide.addText(lines.join('\n'), {
    ...line,
    y: middle + 0.85,
    h: Math.min(height - 0.6 - middle - 0.85, 0.3 * Math.max(1, lines.length) + 0.1),
    fontSize: 13,
    color: COLOURS['ink-2'],
    valign: 'top',
  });
  drawLogo(slide, frame);
  drawFoot(slide, frame);
}
