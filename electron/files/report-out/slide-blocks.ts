import type { ChartModel } from '#shared/charts/model.ts';
import { describeChart } from '#shared/charts/describe-chart.ts';
import { shortValue } from '#shared/charts/value-text.ts';
import { joined, NO_VALUE, type Locale } from '#shared/format.ts';
import type { BlockOf, ReportBlock } from '#shared/report-content.ts';
import { chartNumbers } from './chart-numbers.ts';
import { COLOURS, toneColour } from './colours.ts';
import { plainText, shortText } from './plain-text.ts';
import { addChart } from './pptx-library.ts';
import type { Say } from './shown-report.ts';
import { slideChart, type SlideChart } from './slide-chart.ts';
import { onePiece, type Flow } from './slide-flow.ts';
import { NOTE_TEXT, TITLE_TEXT, tableFlow, type SlideTable } from './slide-table.ts';
import { textFlow } from './slide-text.ts';

export interface BlockSetting {
  readonly width: number;
  readonly font: number;
  readonly lang: Locale;
  readonly say: Say;
  /** Charts in the order they are drawn. */
  readonly drawn: (chart: SlideChart) => void;
}

/** A block as what stands on slides. */
export function blockFlow(block: ReportBlock, setting: BlockSetting): Flow {
  switch (block.is) {
    case 'figures':
      return figuresFlow(block, setting);
    case 'chart':
      return chartFlow(block, setting);
    case 'table':
      return table(reportTable(block), setting);
    case 'text':
      return textFlow({ title: block.title, paragraphs: block.paragraphs, rule: null }, setting);
    case 'definitions':
      return table(definitionsTable(block, setting.say), setting);
  }
}

/** Above and below a cell's text together. */
const DENSE = 0.1;
const MIDDLING = 0.15;
const AIRY = 0.24;

function table(one: SlideTable, { width, font, lang, say }: BlockSetting, air = DENSE): Flow {
  const continued = (title: string): string => say('report:files.continued', { title });
  return tableFlow(one, { width, font, lang, air, continued });
}

/** Of a slide to itself. */
const WHOLE = 10;

function figuresFlow(block: BlockOf<'figures'>, setting: BlockSetting): Flow {
  const roomy = setting.width > WHOLE;
  const font = setting.font + (roomy ? 2 : 0);
  return table(figuresTable(block, setting), { ...setting, font }, roomy ? AIRY : MIDDLING);
}

/** Columns that nothing stands in are left out. */
function figuresTable({ figures }: BlockOf<'figures'>, { say, lang }: BlockSetting): SlideTable {
  const columns = [
    { label: 'name', number: false, cell: (at: number) => ({ text: figures[at]?.name ?? '' }) },
    {
      label: 'value',
      number: true,
      cell: (at: number) => ({ text: valueText(figures[at], lang), bold: true }),
    },
    {
      label: 'change',
      number: true,
      cell: (at: number) => toned(figures[at]?.change ?? null),
    },
    {
      label: 'against',
      number: false,
      cell: (at: number) => ({ text: figures[at]?.against ?? '', colour: COLOURS['ink-3'] }),
    },
    { label: 'target', number: false, cell: (at: number) => toned(figures[at]?.target ?? null) },
    {
      label: 'message',
      number: false,
      cell: (at: number) => ({
        text: [figures[at]?.reason, figures[at]?.message].filter((part) => part != null).join(' '),
      }),
    },
  ] as const;
  const places = figures.map((_, at) => at);
  const used = columns.filter(({ cell }) => places.some((at) => cell(at).text !== ''));
  return {
    title: '',
    head: used.map(({ label }) => (label === 'against' ? '' : say(`report:files.${label}`))),
    numbers: used.map(({ number }) => number),
    rows: places.map((at) => ({ strong: false, cells: used.map(({ cell }) => cell(at)) })),
    note: null,
  };
}

const valueText = (figure: BlockOf<'figures'>['figures'][number] | undefined, locale: Locale): string =>
  figure === undefined ? '' : joined({ number: figure.text, unit: figure.unitText }, locale);

const toned = (said: { readonly text: string; readonly tone: 'good' | 'bad' | 'neutral' } | null) =>
  said === null ? { text: '' } : { text: said.text, colour: toneColour(said.tone) };

function reportTable({ title, columns, rows, note }: BlockOf<'table'>): SlideTable {
  return {
    title,
    head: columns.some(({ label }) => label !== '') ? columns.map(({ label }) => label) : null,
    numbers: columns.map(({ written }) => written !== null),
    rows: rows.map(({ kind, cells }) => ({
      strong: kind !== 'row',
      cells: cells.map(({ text, tone }, at) => {
        const as = columns[at]?.as ?? 'plain';
        const colour = as === 'quiet' && tone === 'neutral' ? COLOURS['ink-3'] : toneColour(tone);
        return { text, bold: as === 'strong', colour };
      }),
    })),
    note,
  };
}

function definitionsTable({ items }: BlockOf<'definitions'>, say: Say): SlideTable {
  return {
    title: '',
    head: ['name', 'definition', 'formula'].map((label) => say(`report:files.${label}`)),
    numbers: [false, false, false],
    rows: items.map(({ name, definition, formula }) => ({
      strong: false,
      cells: [{ text: name, bold: true }, { text: definition }, { text: formula, colour: COLOURS['ink-2'] }],
    })),
    note: null,
  };
}

/** A chart's numbers as words on its scale, where slides have no chart of its kind. */
function numbersTable(model: ChartModel, say: Say): SlideTable {
  const { columns, rows } = chartNumbers(model, say);
  return {
    title: model.title,
    head: columns.some(({ label }) => label !== '') ? columns.map(({ label }) => label) : null,
    numbers: columns.map(({ unit }) => unit !== null),
    rows: rows.map(({ total, cells }) => ({
      strong: total,
      cells: cells.map((value, at) => {
        const unit = columns[at]?.unit ?? null;
        if (value === null) return { text: NO_VALUE };
        if (typeof value === 'string') return { text: value };
        return { text: unit === null ? String(value) : shortValue(value, unit, model) };
      }),
    })),
    note: model.source,
  };
}

const HEIGHTS = { low: 1.7, middle: 2.5, tall: 3.6 } as const;
const LEAST_CHART = 1.5;
const TITLE = 0.28;
const SUB = 0.22;
const LONGEST_TITLE = 200;

function chartFlow({ chart: model, height }: BlockOf<'chart'>, setting: BlockSetting): Flow {
  const { say, lang, drawn } = setting;
  const chart = slideChart(model, say);
  if (chart === null) return table(numbersTable(model, say), setting);
  const sub = [model.sub, chart.broken ? say('charts:brokenAxis') : null].filter((part) => part !== null).join(' · ');
  const above = TITLE + (sub === '' ? 0 : SUB);
  const below = model.source === null ? 0 : SUB;
  return onePiece(
    {
      height: above + HEIGHTS[height] + below,
      grows: true,
      draw: (slide, { x, y, w, h }) => {
        slide.addText(shortText(model.title, LONGEST_TITLE), { ...TITLE_TEXT, x, y, w, h: TITLE, lang });
        if (sub !== '')
          slide.addText(shortText(sub, LONGEST_TITLE), {
            ...NOTE_TEXT,
            x,
            y: y + TITLE,
            w,
            h: SUB,
            lang,
            valign: 'top',
          });
        const said = describeChart(model, (key, values) => say(`charts:${key}`, values));
        const place = { x, y: y + above, w, h: h - above - below, altText: plainText(said) };
        addChart(slide, chart.groups, { ...chart.options, ...place });
        drawn(chart);
        if (model.source !== null)
          slide.addText(shortText(model.source, LONGEST_TITLE), { ...NOTE_TEXT, x, y: y + h - SUB, w, h: SUB, lang });
      },
    },
    above + below + LEAST_CHART,
  );
}
