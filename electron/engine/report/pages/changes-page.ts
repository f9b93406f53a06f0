import { formatMinute, formatRange } from '#shared/format-period.ts';
import { formatFull, formatPoints, formatSignedPercent, NO_VALUE } from '#shared/format.ts';
import { questionSchema, type Question } from '#shared/question.ts';
import type { BlockOf, FinalReport, ReportBlock } from '#shared/report-content.ts';
import { opensPart } from '../cell-opens.ts';
import { changesSince, type ChangedData, type Changes, type Redefined, type Restated } from '../changes.ts';
import { formulaText } from '../formula-text.ts';
import { subLine } from '../heading.ts';
import type { PageMaker, PageTools } from '../page-tools.ts';
import { tableOf } from '../table-of.ts';

/** What does not read as in the last final report of the same name: numbers, definitions and data. */
export const changesPage: PageMaker<'changes'> = (_page, tools) => {
  const { context, words, heading } = tools;
  const { previous } = context;
  const say = (key: string, values = {}): string => words.say(`report:people.${key}`, values);
  if (previous === null)
    return {
      draft: say('firstReport'),
      sub: subLine(words.say('report:page.changes'), heading),
      blocks: [],
    };
  const { locale } = words.format;
  const { period } = previous.content.facts;
  const values = {
    at: formatMinute(previous.at, locale),
    period: formatRange(period.from, period.open ? period.through : period.to, locale),
  };
  const changes = changesSince(previous, context);
  const { restated, redefined, data } = changes;
  const isAlike = restated.length + redefined.length + data.length === 0;
  return {
    draft: isAlike ? say('nothingChanged') : draftOf(changes, say),
    sub: subLine(say('sinceFinal', values), { ...heading, period: '' }),
    blocks: isAlike
      ? [{ is: 'text', place: 'main', title: '', paragraphs: [say('nothingChangedText', values)] }]
      : [...blocksOf(previous, changes, values, tools)],
  };
};

function draftOf({ restated, redefined, data }: Changes, say: (key: string, values: object) => string): string {
  const parts = [
    restated.length === 0 ? '' : say('restatedDraft', { count: restated.length }),
    redefined.length === 0 ? '' : say('redefinedDraft', { count: redefined.length }),
    data.length === 0 ? '' : say('dataDraft', { count: data.length }),
  ].filter((part) => part !== '');
  const text = parts.join(', ');
  return `${text.slice(0, 1).toLocaleUpperCase()}${text.slice(1)}`;
}

/** What the numbers of today open; null for a period that was going on, of which no question gives the days that it had then. */
function askedAgain({ content, report }: FinalReport, restated: readonly Restated[]): Question | null {
  const { from, to, open } = content.facts.period;
  const kpis = restated.map(({ kpi }) => kpi);
  return open ? null : questionSchema.parse({ kpis, period: `${from}..${to}`, filters: report.filters });
}

function blocksOf(
  previous: FinalReport,
  changes: Changes,
  values: { readonly period: string },
  tools: PageTools,
): readonly ReportBlock[] {
  const { restated, redefined, data } = changes;
  const none = {
    is: 'text',
    place: 'main',
    title: '',
    paragraphs: [tools.words.say('report:people.noneRestated', values)],
  } as const;
  return [
    restated.length === 0
      ? { ...none, paragraphs: [...none.paragraphs] }
      : restatedTable(restated, values, askedAgain(previous, restated), tools),
    ...(redefined.length === 0 ? [] : [redefinedTable(redefined, tools)]),
    ...(data.length === 0 ? [] : [dataTable(data, tools)]),
  ];
}

function restatedTable(
  restated: readonly Restated[],
  values: { readonly period: string },
  again: Question | null,
  tools: PageTools,
): BlockOf<'table'> {
  const { say, grid, format } = tools.words;
  const text = (value: number | null, { unit }: Restated): string =>
    value === null ? NO_VALUE : formatFull(value, unit, format);
  return tableOf<Restated>(
    {
      title: say('report:people.restated', values),
      rows: restated,
      columns: [
        { label: say('forecast:kpi'), of: ({ kpi }) => grid.kpi(kpi) },
        {
          label: say('report:people.then'),
          as: 'quiet',
          of: (line) => ({ text: text(line.before, line), value: line.before }),
        },
        {
          label: say('report:people.now'),
          as: 'strong',
          of: (line) => ({ text: text(line.now, line), value: line.now }),
        },
        { label: say('report:people.difference'), of: (line) => differenceCell(line, tools) },
      ],
      ...(again === null
        ? {}
        : {
            opens: {
              of: 'cells',
              questions: [again],
              rows: restated.map(({ kpi }) => ({ path: [], kpi })),
              columns: [null, null, opensPart('value'), null],
            },
          }),
    },
    tools,
  );
}

function differenceCell(
  { before, now, unit }: Restated,
  { words: { format } }: PageTools,
): { text: string; value: number | null } {
  if (before === null || now === null) return { text: NO_VALUE, value: null };
  const value = now - before;
  const sign = value > 0 ? '+' : '';
  const { locale } = format;
  const text =
    unit === 'ratio' ? `${sign}${formatPoints(value, locale, 2)}` : `${sign}${formatFull(value, unit, format)}`;
  const share = unit === 'ratio' || before <= 0 ? '' : ` (${formatSignedPercent(value / before, locale, 1)})`;
  return { text: `${text}${share}`, value };
}

function redefinedTable(redefined: readonly Redefined[], tools: PageTools): BlockOf<'table'> {
  const { words, names } = tools;
  const text = (kpi: string, defined: Redefined['before'] | null): string => {
    if (defined === null) return words.say('report:people.gone');
    const variant = words.say(`kpis:${kpi.split(':')[0] ?? ''}.variants.${defined.variant}`);
    const formula = names.inText(formulaText(defined.formula, words));
    return variant === '' || defined.variant === 'standard' ? formula : `${variant}: ${formula}`;
  };
  return tableOf<Redefined>(
    {
      title: words.say('report:people.redefined'),
      rows: redefined,
      columns: [
        { label: words.say('forecast:kpi'), of: ({ kpi }) => words.grid.kpi(kpi) },
        { label: words.say('report:people.then'), as: 'quiet', of: ({ kpi, before }) => text(kpi, before) },
        { label: words.say('report:people.now'), of: ({ kpi, now }) => text(kpi, now) },
      ],
    },
    tools,
  );
}

function dataTable(data: readonly ChangedData[], tools: PageTools): BlockOf<'table'> {
  const { say } = tools.words;
  return tableOf<ChangedData>(
    {
      title: say('report:people.data'),
      rows: data,
      columns: [
        { label: say('report:people.source.file'), of: ({ file }) => file },
        { label: say('report:people.change'), of: ({ change }) => say(`report:people.dataChange.${change}`) },
        { label: say('report:people.rowsThen'), unit: 'count', as: 'quiet', of: ({ before }) => before },
        { label: say('report:people.rowsNow'), unit: 'count', of: ({ now }) => now },
      ],
    },
    tools,
  );
}
