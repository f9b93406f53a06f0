import { formatDate, formatMinute } from '#shared/format-period.ts';
import { formatNumber, NO_VALUE } from '#shared/format.ts';
import type { ImportRecord } from '#shared/importing.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import type { AnswerKpi } from '#shared/question.ts';
import type { ReportBlock } from '#shared/report-content.ts';
import type { Rate } from '#shared/rates.ts';
import { BUILT_IN } from '../../formula/built-in.ts';
import { formulaText } from '../formula-text.ts';
import { subLine } from '../heading.ts';
import type { PageMaker, PageTools } from '../page-tools.ts';
import { tableOf } from '../table-of.ts';

/** What every KPI on the report's pages is and how it is counted, and which files all of it is from. */
export const definitionsPage: PageMaker<'definitions'> = (_page, tools) => {
  const { words, heading, mentioned } = tools;
  const items = mentioned().map((kpi) => definitionOf(kpi, tools));
  return {
    draft: words.say('report:page.definitions'),
    sub: subLine('', heading),
    blocks: [
      ...(items.length === 0 ? [] : [{ is: 'definitions' as const, place: 'main' as const, items }]),
      sourcesTable(tools),
      {
        is: 'text',
        place: 'aside',
        title: words.say('report:people.rounding'),
        paragraphs: [words.say('report:people.roundingNote')],
      },
      ...referencesOf(tools),
      ...weightsOf(tools),
      ...ratesOf(tools),
    ],
  };
};

function definitionOf(
  { ref, variant, formula }: AnswerKpi,
  { words, names, context }: PageTools,
): { name: string; definition: string; formula: string } {
  const { kpi: id, variant: named } = parseKpiReference(ref);
  const own = (context.question.definitions ?? BUILT_IN).kpis.get(id)?.own ?? null;
  const inForce = variant === 'standard' || own !== null ? '' : words.say(`kpis:${id}.variants.${variant}`);
  const name = words.grid.kpi(ref);
  const text = names.inText(formulaText(formula, words));
  return {
    name: named === null && inForce !== '' && inForce !== name ? `${name} · ${inForce}` : name,
    definition: own?.definition ?? words.say(`kpis:${id}.definition`),
    formula: text === name ? '' : text,
  };
}

function sourcesTable(tools: PageTools): ReportBlock {
  const { context, words } = tools;
  const { say, format } = words;
  const column = (key: string): string => say(`report:people.source.${key}`);
  return tableOf<Pick<ImportRecord, 'kind' | 'file' | 'sheet' | 'importedAt' | 'rows' | 'replaced'>>(
    {
      title: column('title'),
      rows: context.imports,
      columns: [
        { label: column('file'), of: ({ file, sheet }) => (sheet === null ? file.name : `${file.name}, ${sheet}`) },
        { label: column('kind'), of: ({ kind }) => say(`fields:kinds.${kind}`) },
        { label: column('imported'), of: ({ importedAt }) => formatMinute(importedAt, format.locale) },
        { label: column('rows'), unit: 'count', of: ({ rows, replaced }) => rows - replaced, carried: true },
      ],
    },
    tools,
  );
}

/** Values from elsewhere that KPIs on the pages are held against, with who says so. */
function referencesOf({ context, mentioned, words }: PageTools): readonly ReportBlock[] {
  const lines = mentioned().flatMap(({ ref }) => {
    const source = context.references[parseKpiReference(ref).kpi]?.source;
    return source === undefined ? [] : [`${words.grid.kpi(ref)}: ${source}`];
  });
  const title = words.say('report:people.references');
  return lines.length === 0 ? [] : [{ is: 'text', place: 'aside', title, paragraphs: lines }];
}

/** Where the report shows the open deals. */
function weightsOf(tools: PageTools): readonly ReportBlock[] {
  const { report, context, words } = tools;
  const weights = [...context.question.queries.columns.rules().stageWeights];
  if (weights.length === 0 || !report.pages.some(({ show }) => show === 'pipeline')) return [];
  const rows = weights.toSorted(([, a], [, b]) => a - b);
  return [
    tableOf<readonly [string, number]>(
      {
        place: 'aside',
        title: words.say('report:people.weights'),
        rows,
        columns: [
          { label: words.say('forecast:stages.stage'), of: ([stage]) => words.grid.member(stage, 'stage') },
          { label: words.say('report:people.weight'), unit: 'ratio', decimals: 0, of: ([, weight]) => weight },
        ],
        note: words.say('report:people.weightsNote'),
      },
      tools,
    ),
  ];
}

/** Where amounts are in other currencies than the workspace counts in. */
function ratesOf(tools: PageTools): readonly ReportBlock[] {
  const { context, words } = tools;
  const { say, format } = words;
  const { base, rates } = context.question.queries.columns.exchange();
  if (rates.length === 0) return [];
  return [
    tableOf<Rate>(
      {
        place: 'aside',
        title: say('report:people.rates', { currency: base }),
        rows: rates,
        columns: [
          { label: say('report:people.currency'), of: ({ currency }) => currency },
          {
            label: say('report:people.fromDay'),
            of: ({ from }) => (from <= '1900-01-01' ? NO_VALUE : formatDate(from, format.locale)),
          },
          {
            label: say('report:people.rate'),
            of: ({ rate }) => ({ text: formatNumber(rate, format.locale, 6, 2), value: rate }),
          },
        ],
      },
      tools,
    ),
  ];
}
