import { buildChart } from '#shared/charts/build-chart.ts';
import { cohortRows } from '#shared/cohort-rows.ts';
import type { CustomerValue } from '#shared/customer-value.ts';
import { formatPeriodText } from '#shared/format-period.ts';
import { formatChange, formatCompact, formatNumber, joined, NO_VALUE } from '#shared/format.ts';
import type { AnswerCell, AnswerKpi, Question } from '#shared/question.ts';
import type { ReportBlock } from '#shared/report-content.ts';
import { BY_RFM } from '#shared/rfm.ts';
import { trustSentences } from '#shared/trust-words.ts';
import { opensPart } from '../cell-opens.ts';
import { subLine } from '../heading.ts';
import type { PageMaker, PageTools } from '../page-tools.ts';
import { tableOf } from '../table-of.ts';

/** The order in which customers come and go. */
const KPIS = [
  'active-customers',
  'new-customers',
  'won-back',
  'lost-customers',
  'customers-at-period-end',
  'retention',
  'revenue-per-customer',
  'orders-per-customer',
  'top-10-share',
];
const ASKED = { months: 12, discount: 0.1, segment: BY_RFM };
const COHORTS = 8;
const AGES = 8;

interface Line {
  readonly kpi: AnswerKpi;
  readonly cell: AnswerCell;
}

/** Who came, stayed and left, how customers stand by how they buy, who came back, and what they are expected to be worth. */
export const customersPage: PageMaker<'customers'> = (_page, tools) => {
  const { report, context, words, heading } = tools;
  const standing = standingOf(tools);
  const { lines } = standing;
  const worth = context.customerValue({ ...ASKED, filters: [...report.filters] });
  const cohorts = cohortBlock(tools);
  return {
    draft: draftOf(lines, tools),
    sub: subLine(words.say('report:page.customers'), heading),
    blocks: [
      ...(lines.length === 0 ? [] : [kpiTable(standing, tools)]),
      ...(worth.customers === 0 ? [] : [segmentsTable(worth, tools)]),
      ...(cohorts === null ? [] : [cohorts]),
      ...(worth.customers === 0 ? [] : [worthText(worth, tools)]),
    ],
  };
};

interface Standing {
  readonly lines: readonly Line[];
  /** What is answered. */
  readonly questions: readonly Question[];
}

function standingOf({ atHand, ask, pinned }: PageTools): Standing {
  const asked = KPIS.filter((kpi) => atHand().answers(kpi));
  if (asked.length === 0) return { lines: [], questions: [] };
  const answer = ask({ kpis: asked });
  const lines = answer.kpis.flatMap((kpi) => {
    const cell = answer.cells.find((each) => each.kpi === kpi.ref);
    return cell === undefined || cell.value === null ? [] : [{ kpi, cell }];
  });
  return { lines, questions: [pinned({ kpis: asked }, answer)] };
}

function draftOf(lines: readonly Line[], { words: { say, format } }: PageTools): string {
  const of = (kpi: string): number | null => lines.find((line) => line.kpi.ref === kpi)?.cell.value ?? null;
  const text = (value: number): string => formatNumber(value, format.locale);
  const [active, fresh, left] = [of('active-customers'), of('new-customers'), of('customers-at-period-end')];
  if (active === null) return say('report:page.customers');
  const bought = say('report:people.boughtDraft', { count: active, n: text(active) });
  if (fresh === null) return bought;
  const values = { new: text(fresh), left: text(left ?? 0) };
  return `${bought}, ${say(left === null ? 'report:people.newDraft' : 'report:people.newLeftDraft', values)}`;
}

function kpiTable({ lines, questions }: Standing, tools: PageTools): ReportBlock {
  const { words, heading } = tools;
  const { say, grid, format } = words;
  const text = (value: number | null, unit: AnswerKpi['unit']): string =>
    value === null ? NO_VALUE : joined(formatCompact(value, unit, format), format.locale);
  const changeOf = ({ kpi, cell }: Line) => formatChange(cell.compare, kpi.unit, kpi.direction, format);
  const compared = lines.some(({ cell }) => cell.compare !== null && cell.compare.value !== null);
  const marks = [...new Set(lines.flatMap(({ cell }) => cell.marks))].filter((mark) => mark === 'biased-start');
  return tableOf<Line>(
    {
      title: '',
      rows: lines,
      columns: [
        { label: say('forecast:kpi'), of: ({ kpi }) => grid.kpi(kpi.ref) },
        {
          label: heading.period,
          as: 'strong',
          of: ({ kpi, cell }) => ({ text: text(cell.value, kpi.unit), value: cell.value }),
        },
        ...(compared
          ? [
              {
                label: heading.against ?? say('report:people.before'),
                as: 'quiet' as const,
                of: ({ kpi, cell }: Line) => {
                  const value = cell.compare?.value ?? null;
                  return { text: text(value, kpi.unit), value };
                },
              },
              {
                label: say('report:people.change'),
                of: (line: Line) => {
                  const change = changeOf(line);
                  const value = line.cell.compare?.difference ?? null;
                  return { text: change === null ? NO_VALUE : `${change.arrow} ${change.text}`.trim(), value };
                },
                tone: (line: Line) => changeOf(line)?.tone ?? 'neutral',
              },
            ]
          : []),
      ],
      note: marks.length === 0 ? null : marks.map((mark) => say(`kpis:marks.${mark}`)).join(' '),
      opens: {
        of: 'cells',
        questions: [...questions],
        rows: lines.map(({ kpi }) => ({ path: [], kpi: kpi.ref })),
        columns: [null, opensPart('value'), ...(compared ? [opensPart('compared'), opensPart('difference')] : [])],
      },
    },
    tools,
  );
}

function segmentsTable({ segments, total, model }: CustomerValue, tools: PageTools): ReportBlock {
  const { say } = tools.words;
  const expected = model === null ? [] : (['active', 'expected', 'value'] as const);
  type Segment = Pick<CustomerValue['segments'][number], 'customers' | 'revenue' | 'active' | 'expected' | 'value'> & {
    readonly name: string;
  };
  const figure = (key: string): string => say(`clv:figure.${key}`);
  return tableOf<Segment>(
    {
      title: say('report:people.segments'),
      rows: segments.map((each) => ({
        ...each,
        name: say(`clv:segments.${each.segment ?? ''}`) || say('clv:unknown'),
      })),
      total: { ...total, name: say('clv:total') },
      columns: [
        { label: say('clv:segment'), of: ({ name }) => name },
        { label: say('clv:column.customers'), unit: 'count', of: ({ customers }) => customers, carried: true },
        { label: figure('revenue'), unit: 'money', of: ({ revenue }) => revenue, carried: true },
        ...(model === null
          ? []
          : [
              { label: figure('active'), unit: 'count' as const, of: ({ active }: Segment) => active, carried: true },
              {
                label: figure('expected'),
                unit: 'count' as const,
                of: ({ expected }: Segment) => expected,
                carried: true,
              },
              {
                label: figure('value'),
                unit: 'money' as const,
                as: 'strong' as const,
                of: ({ value }: Segment) => value,
                carried: true,
              },
            ]),
      ],
      note: say('clv:rfmAbout'),
      opens: {
        of: 'customer',
        asked: { ...ASKED, filters: [...tools.report.filters] },
        rows: [...segments.map(({ segment }) => ({ group: segment })), {}],
        columns: [null, 'customers', 'revenue', ...expected],
      },
    },
    tools,
  );
}

function worthText(worth: CustomerValue, { words: { say, format } }: PageTools): ReportBlock {
  const { total, model, customers, repeaters } = worth;
  const count = (value: number): string => formatNumber(value, format.locale);
  const expected =
    model === null || total.value === null
      ? []
      : [
          say('report:people.worth', {
            value: joined(formatCompact(total.value, 'money', format), format.locale),
            months: ASKED.months,
            purchases: count(Math.round(total.expected ?? 0)),
            active: count(Math.round(total.active ?? 0)),
          }),
        ];
  const trust = trustSentences(worth, (key, values) => say(`clv:${key}`, values), format.locale);
  return {
    is: 'text',
    place: 'aside',
    title: say('clv:figure.value'),
    paragraphs: [
      ...expected,
      say('report:people.repeaters', { repeaters: count(repeaters), customers: count(customers) }),
      ...(trust.length === 0 ? [say('clv:notes.none')] : trust),
    ],
  };
}

/** How many of those who bought for the first time in a quarter bought in each quarter after; null where there are no cohorts. */
function cohortBlock({ atHand, ask, words }: PageTools): ReportBlock | null {
  if (!atHand().answers('cohort-retention') || !atHand().answers('active-customers')) return null;
  const { say, format } = words;
  const { cells, period } = ask({
    kpis: ['cohort-retention', 'active-customers'],
    rows: [{ dimension: 'cohort', grain: 'quarter' }],
    columns: [{ dimension: 'age', grain: 'quarter' }],
    period: 'all',
    compare: 'none',
  });
  const within = { cohorts: COHORTS, ages: AGES, through: period.through };
  const rows = cohortRows(
    cells.filter(({ kpi }) => kpi === 'cohort-retention'),
    within,
  ).filter(({ cohort }) => cohort !== null);
  if (rows.length < 2) return null;
  const sizeOf = (cohort: string | null): number | null =>
    cells.find(({ kpi, row, column }) => kpi === 'active-customers' && row[0] === cohort && column[0] === '0')?.value ??
    null;
  const ages = Array.from({ length: Math.min(AGES, rows.length) }, (_, age) => String(age));
  const chart = buildChart({
    kind: 'cohort',
    title: say('report:people.cohorts'),
    sub: say('report:people.cohortsSub'),
    format,
    unit: 'ratio',
    direction: 'higher',
    categories: ages.map((age) => ({ key: age, label: age })),
    series: rows.map(({ cohort, cells: own }) => ({
      key: cohort ?? '',
      name: formatPeriodText(cohort ?? '', format.locale),
      points: ages.map((_, age) => {
        const cell = own[age] ?? null;
        return cell === 'nobody' ? 0 : (cell?.value ?? null);
      }),
      total: sizeOf(cohort),
    })),
  });
  return { is: 'chart', place: 'main', height: 'middle', chart };
}
