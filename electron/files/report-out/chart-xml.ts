import { columnLetters, escapeXml } from '../rows-out/xlsx-frame.ts';
import { COLOURS } from './colours.ts';
import type { DrawnSeries } from './drawn-series.ts';

/** What a chart's part is put right with. */
export interface ChartLook {
  readonly series: readonly (DrawnSeries & { readonly format: string })[];
  /** Names at the points of a scatter chart. */
  readonly points: readonly string[] | null;
  /** Code of the numbers along its other axis. */
  readonly across: string | null;
  readonly lang: string;
  /** Bars lie, the first one on top. */
  readonly sideways: boolean;
}

const fill = (colour: string): string => `<a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>`;
const NO_LINE = '<a:ln><a:noFill/></a:ln>';

/**
 * The part of a chart as the library writes it, put right: series in the order the format asks for, each with its own fill, labels
 * and interval; a point without value is left out, not empty; no third axis where there are two.
 */
export function tidyChart(xml: string, look: ChartLook): string {
  let nth = 0;
  const turned = (axis: string): string =>
    axis.replace('<c:orientation val="minMax"/>', '<c:orientation val="maxMin"/>');
  const below = (axis: string): string => axis.replace('<c:crosses val="autoZero"/>', '<c:crosses val="max"/>');
  const standing = look.sideways
    ? xml.replaceAll(/<c:catAx>.*?<\/c:catAx>/gs, turned).replaceAll(/<c:valAx>.*?<\/c:valAx>/gs, below)
    : xml;
  const { across } = look;
  const numbered =
    across === null
      ? standing
      : standing.replace(/<c:numFmt formatCode="[^"]*" sourceLinked="1"\/>/, () => numberXml(across));
  return numbered
    .replaceAll(/<c:pt idx="\d+"><c:v><\/c:v><\/c:pt>/g, '')
    .replaceAll(/(<c:axId val="\d+"\/><c:axId val="\d+"\/>)<c:axId val="\d+"\/>/g, '$1')
    .replaceAll(/<c:ser>.*?<\/c:ser>/gs, (series) => {
      const drawn = look.series[nth++];
      return drawn === undefined || xml.includes('<c:pieChart>') ? series : seriesXml(series, drawn, nth - 1, look);
    });
}

function seriesXml(xml: string, drawn: ChartLook['series'][number], nth: number, look: ChartLook): string {
  const part = (tag: string): string => new RegExp(`<c:${tag}>.*?</c:${tag}>`, 's').exec(xml)?.[0] ?? '';
  const head = /<c:idx val="\d+"\/>\s*<c:order val="\d+"\/>/.exec(xml)?.[0] ?? '';
  const shape = `<c:spPr>${strokeXml(drawn)}</c:spPr>`;
  const bars = drawn.stroke === 'bar' || drawn.stroke === 'hatched' || drawn.stroke === 'none';
  const lines = drawn.stroke === 'line' || drawn.stroke === 'dashed' || drawn.stroke === 'tick';
  const apart = [...drawn.apart].map(
    ([at, colour]) =>
      `<c:dPt><c:idx val="${String(at)}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>${fill(colour)}</c:spPr></c:dPt>`,
  );
  return [
    '<c:ser>',
    head,
    part('tx'),
    shape,
    bars && look.points === null ? '<c:invertIfNegative val="0"/>' : '',
    lines || look.points !== null ? markerXml(drawn, look) : '',
    ...apart,
    labelsXml(drawn, look),
    spreadXml(drawn, nth, look),
    part('cat'),
    part('val'),
    part('xVal'),
    part('yVal'),
    lines || look.points !== null ? '<c:smooth val="0"/>' : '',
    '</c:ser>',
  ].join('');
}

function strokeXml({ stroke, colour }: DrawnSeries): string {
  switch (stroke) {
    case 'bar':
    case 'area':
      return fill(colour) + NO_LINE;
    case 'faint':
      return `<a:solidFill><a:srgbClr val="${colour}"><a:alpha val="18000"/></a:srgbClr></a:solidFill><a:ln w="22225">${fill(colour)}</a:ln>`;
    case 'hatched':
      return `<a:pattFill prst="wdUpDiag"><a:fgClr><a:srgbClr val="${colour}"/></a:fgClr><a:bgClr><a:srgbClr val="${COLOURS.surface}"/></a:bgClr></a:pattFill><a:ln w="9525">${fill(colour)}</a:ln>`;
    case 'none':
      return `<a:noFill/>${NO_LINE}`;
    case 'tick':
      return NO_LINE;
    case 'line':
    case 'dashed':
      return `<a:ln w="22225" cap="rnd">${fill(colour)}<a:prstDash val="${stroke === 'dashed' ? 'sysDash' : 'solid'}"/><a:round/></a:ln>`;
  }
}

function markerXml({ stroke, colour }: DrawnSeries, { points }: ChartLook): string {
  const shown = points !== null ? ['circle', 8] : stroke === 'tick' ? ['dash', 16] : null;
  if (shown === null) return '<c:marker><c:symbol val="none"/></c:marker>';
  const [symbol, size] = shown;
  return `<c:marker><c:symbol val="${String(symbol)}"/><c:size val="${String(size)}"/><c:spPr>${fill(colour)}${NO_LINE}</c:spPr></c:marker>`;
}

const numberXml = (format: string): string => `<c:numFmt formatCode="${escapeXml(format)}" sourceLinked="0"/>`;

const SHOWN =
  '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/>';

function labelsXml({ labelled, format, spread }: ChartLook['series'][number], { points, lang }: ChartLook): string {
  const run = (tag: string): string =>
    `<a:${tag} sz="900" b="0">${fill(COLOURS['ink-2'])}<a:latin typeface="Arial"/></a:${tag}>`;
  if (points !== null) {
    const each = points.map(
      (name, at) =>
        `<c:dLbl><c:idx val="${String(at)}"/><c:tx><c:rich><a:bodyPr/><a:p><a:r>${run('rPr').replace('<a:rPr', `<a:rPr lang="${lang}"`)}<a:t>${escapeXml(name)}</a:t></a:r></a:p></c:rich></c:tx><c:dLblPos val="r"/>${SHOWN}</c:dLbl>`,
    );
    return points.length === 0
      ? ''
      : `<c:dLbls>${each.join('')}${SHOWN.replace('showVal val="1"', 'showVal val="0"')}</c:dLbls>`;
  }
  if (!labelled) return '';
  // Where an interval stands at the end, the number stands at the foot.
  return `<c:dLbls>${numberXml(format)}<c:spPr>${spread === null ? '<a:noFill/>' : fill(COLOURS.surface)}${NO_LINE}</c:spPr><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>${run('defRPr')}</a:pPr><a:endParaRPr lang="${lang}"/></a:p></c:txPr><c:dLblPos val="${spread === null ? 'outEnd' : 'inBase'}"/>${SHOWN}</c:dLbls>`;
}

function spreadXml({ spread, stroke }: DrawnSeries, nth: number, { series }: ChartLook): string {
  if (spread === null) return '';
  // Names, then every series, then two columns for each of those with a spread before this one.
  const before = series.slice(0, nth).filter((one) => one.spread !== null).length;
  const first = 1 + series.length + 2 * before;
  const reference = (values: readonly (number | null)[], column: number): string => {
    const letters = columnLetters(column);
    const points = values.flatMap((value, at) =>
      value === null ? [] : [`<c:pt idx="${String(at)}"><c:v>${String(value)}</c:v></c:pt>`],
    );
    return `<c:numRef><c:f>Sheet1!$${letters}$2:$${letters}$${String(values.length + 1)}</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="${String(values.length)}"/>${points.join('')}</c:numCache></c:numRef>`;
  };
  const direction = stroke === 'line' || stroke === 'dashed' ? '<c:errDir val="y"/>' : '';
  return `<c:errBars>${direction}<c:errBarType val="both"/><c:errValType val="cust"/><c:noEndCap val="1"/><c:plus>${reference(spread.up, first)}</c:plus><c:minus>${reference(spread.down, first + 1)}</c:minus><c:spPr><a:ln w="12700">${fill(COLOURS.ink)}</a:ln></c:spPr></c:errBars>`;
}
