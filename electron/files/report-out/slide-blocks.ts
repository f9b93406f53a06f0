import type { ChartModel } from '#shared/charts/model.ts';
import { describeChart } from '#shared/charts/describe-chart.ts';
import { shortValue } from '#shared/charts/value-text.ts';
import { formatNumber, joined, NO_VALUE, type Locale } from '#shared/format.ts';
import type { BlockOf, ReportBlock } from '#shared/report-content.ts';
import { chartNumbers } from './chart-numbers.ts';
import { COLOURS, toneColour } from './colours.ts';
import { plainText, shortText } from './plain-text.ts';
import { addChart } from './pptx-library.ts';
import type { Say } from './shown-report.ts';
import { slideChart, type SlideChart } from './slide-chart.ts';
import { onePiece, type Flow } from './slide-flow.ts';
import { NOTE_TEXT, TITLE_TEXT, tableFlow, titleHeight, type SlideTable } from './slide-table.ts';
import { textFlow } from './slide-text.ts';

export interface BlockSetting {
  readonly width: number;
  /** Of the whole column. */
  readonly height: number;
  readonly font: number;
  readonly lang: Locale;
  readonly say: Say;
  /** Of the height that charts and rows like to have: less where more is to stand on one slide. */
  readonly tight: number;
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
      return table(reportTable(block, setting), setting);
    case 'text':
      return textFlow({ title: block.title, paragraphs: block.paragraphs, rule: null }, setting);
    case 'definitions':
      return table(definitionsTable(block, setting.say), { ...setting, font: setting.font - 1 });
  }
}

/** Above and below a cell's text together. */
const DENSE = 0.1;
const MIDDLING = 0.15;
const AIRY = 0.24;

function table(one: SlideTable, { width, height, font, lang, say, tight }: BlockSetting, air = DENSE): Flow {
  const continued = (title: string): string => say('report:files.continued', { title });
  return tableFlow(one, { width, height, font, lang, air: air * tight, continued });
}

/** Of a slide to itself. */
const WHOLE = 10;

function figuresFlow(block: BlockOf<'figures'>, setting: BlockSetting): Flow {
  const roomy = setting.width > WHOLE;
  const font = setting.font + (roomy ? 2 : 0);
  return table(figuresTable(block, setting), { ...setting, font }, roomy ? AIRY : MIDDLING);
}

/** Columns that nothing stands in are left out; what all are held against stands over their changes. */
function figuresTable({ figures }: BlockOf<'figures'>, { say, lang }: BlockSetting): SlideTable {
  const bases = new Set(figures.flatMap(({ change, against }) => (change === null ? [] : [against ?? ''])));
  const [base = ''] = bases;
  const isOne = bases.size === 1;
  const columns = [
    { label: 'name', number: false, cell: (at: number) => ({ text: figures[at]?.name ?? '' }) },
    {
      label: 'value',
      number: true,
      cell: (at: number) => ({ text: valueText(figures[at], lang), bold: true }),
    },
    {
      label: 'change',
      number: !figures.some(({ change, against }) => isOne && change === null && against !== null),
      cell: (at: number) => {
        const { change = null, against = null } = figures[at] ?? {};
        return isOne && change === null ? { text: against ?? '', colour: COLOURS['ink-3'] } : toned(change);
      },
    },
    {
      label: 'against',
      number: false,
      cell: (at: number) => ({ text: isOne ? '' : (figures[at]?.against ?? ''), colour: COLOURS['ink-3'] }),
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
    head: used.map(({ label }) => {
      if (label === 'against') return '';
      const name = say(`report:files.${label}`);
      return label === 'change' && isOne ? `${name} ${base}`.trim() : name;
    }),
    numbers: used.map(({ number }) => number),
    rows: places.map((at) => ({ strong: false, cells: used.map(({ cell }) => cell(at)) })),
    note: null,
  };
}

const valueText = (figure: BlockOf<'figures'>['figures'][number] | undefined, locale: Locale): string =>
  figure === undefined ? '' : joined({ number: figure.text, unit: figure.unitText }, locale);

const toned = (said: { readonly text: string; readonly tone: 'good' | 'bad' | 'neutral' } | null) =>
  said === null ? { text: '' } : { text: said.text, colour: toneColour(said.tone) };

/** Rows of a long list that a deck shows, three slides or so; one that is hardly longer is shown whole. */
const MOST_ROWS = 60;
const HARDLY_LONGER = 80;

/** A deck shows how a long list begins and what it comes to, and says so: nobody reads two hundred slides. */
function shownRows({ rows }: BlockOf<'table'>): BlockOf<'table'>['rows'] {
  const last = rows.at(-1);
  if (rows.length <= HARDLY_LONGER || last === undefined) return rows;
  return last.kind === 'total' ? [...rows.slice(0, MOST_ROWS), last] : rows.slice(0, MOST_ROWS);
}

/** In a header a unit of two words stays on one line. */
const UNIT = /, (\S{1,2}) (\S+)$/;

function reportTable(block: BlockOf<'table'>, { say, lang }: BlockSetting): SlideTable {
  const { title, columns } = block;
  const rows = shownRows(block);
  const all = block.rows.filter(({ kind }) => kind === 'row').length;
  const shown = rows.filter(({ kind }) => kind === 'row').length;
  const cut = say('report:files.cut', { shown: formatNumber(shown, lang), all: formatNumber(all, lang) });
  const note = shown === all ? block.note : [cut, block.note].filter((part) => part !== null).join(' ');
  return {
    title,
    head: columns.some(({ label }) => label !== '')
      ? columns.map(({ label }) => label.replace(UNIT, ', $1\u00a0$2'))
      : null,
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

/** So wide at most that a definition has most of the width. */
const MOST_NAME = 2.3;
const MOST_FORMULA = 3.4;

function definitionsTable({ items }: BlockOf<'definitions'>, say: Say): SlideTable {
  return {
    title: '',
    most: [MOST_NAME, null, MOST_FORMULA],
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
        // As on paper: a share of a cohort has no decimals.
        const decimals = unit === 'ratio' && model.kind === 'cohort' ? 0 : undefined;
        return { text: unit === null ? String(value) : shortValue(value, unit, model, decimals) };
      }),
    })),
    note: model.source,
  };
}

const HEIGHTS = { low: 1.7, middle: 2.5, tall: 3.6 } as const;
const LEAST_CHART = 1.5;
const SUB = 0.22;
const LONGEST_TITLE = 200;

function chartFlow({ chart: model, height }: BlockOf<'chart'>, setting: BlockSetting): Flow {
  const { say, lang, drawn, tight } = setting;
  const chart = slideChart(model, say);
  if (chart === null) return table(numbersTable(model, say), setting);
  const sub = [model.sub, chart.broken ? say('charts:brokenAxis') : null].filter((part) => part !== null).join(' · ');
  const title = shortText(model.title, LONGEST_TITLE);
  const over = titleHeight(title, setting.width);
  const above = over + (sub === '' ? 0 : SUB);
  const below = model.source === null ? 0 : SUB;
  return onePiece(
    {
      height: above + Math.max(LEAST_CHART, HEIGHTS[height] * tight) + below,
      grows: true,
      draw: (slide, { x, y, w, h }) => {
        if (title !== '') slide.addText(title, { ...TITLE_TEXT, x, y, w, h: over, lang });
        if (sub !== '')
          slide.addText(shortText(sub, LONGEST_TITLE), {
            ...NOTE_TEXT,
            x,
            y: y + over,
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
