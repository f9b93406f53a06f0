import { moneyUnit, NO_VALUE } from '#shared/format.ts';
import type { BlockOf, ReportCell, ReportColumn } from '#shared/report-content.ts';
import type { Answer, AnswerCell, QuestionInput } from '#shared/question.ts';
import { DATE_DIMENSION } from '#shared/members.ts';
import { cellsAt, totalOf } from '#shared/tiles/answer-cells.ts';
import { keyOf } from '#shared/tiles/member-key.ts';
import { growthWords, periodName, sideNames } from '#shared/tiles/tile-words.ts';
import { tileChart } from '#shared/tiles/tile-chart.ts';
import { opensCells, opensKpi } from '../cell-opens.ts';
import { chartBlock } from '../chart-block.ts';
import { goalOutlook } from '../goal-outlook.ts';
import { revenueHeadline } from '../headline.ts';
import { monthsChart } from '../months-chart.ts';
import type { PageMaker, PageTools } from '../page-tools.ts';
import { inside, listText, memberText, subLine, wordsOf } from '../page-words.ts';
import {
  addsUpTo,
  differenceCell,
  inTableOrder,
  moneyWritten,
  numberCell,
  numberColumn,
  ratioWritten,
  tableBlock,
  wordCell,
  wordColumn,
} from '../report-table.ts';
import {
  baseOf,
  isCompared,
  partlyNote,
  revenueRows,
  revenueStanding,
  type RevenueStanding,
} from '../revenue-standing.ts';

/** Revenue by a dimension against the year before and its targets, by month with what is to come, what its change is made of, and the goals ahead. */
export const revenuePage: PageMaker<'revenue'> = ({ by: wanted }, tools) => {
  const standing = revenueStanding(wanted, tools);
  const { answer, by } = standing;
  const words = wordsOf(tools);
  const months = monthsChart(answer.period, tools);
  const goals = goalOutlook(answer.period.through, tools);
  const bridge = bridgeOf(standing, tools);
  return {
    draft: revenueHeadline(standing, tools),
    sub: subLine(
      [
        by === null
          ? words.t('report:numbers.revenue.all', { unit: unitOf(tools) })
          : words.t('report:numbers.revenue.by', { by: inside(words.dimensionOf(by)), unit: unitOf(tools) }),
        words.t('report:numbers.revenue.shown', {
          period: periodName(answer.period, words),
          shown: listText(shownIn(standing, tools), words.t),
        }),
      ],
      tools,
    ),
    blocks: [
      tableOf(standing, tools),
      ...(months === null ? [] : [chartBlock(months)]),
      ...(goals === null ? [] : [goals]),
      ...(bridge === null ? [] : [bridge]),
    ],
  };
};

const unitOf = ({ scale, words }: PageTools): string => moneyUnit(scale.step, words.format);

function shownIn({ goal, answer }: RevenueStanding, tools: PageTools): readonly string[] {
  const { say } = tools.words;
  return [
    say('report:numbers.shown.actual'),
    ...(goal?.target == null ? [] : [say('report:numbers.shown.target')]),
    ...(isCompared(answer) ? [say(`report:numbers.shown.${baseOf(tools)}`)] : []),
  ];
}

/** A member's target for the period to date, by its row's key; members without one, or with months missing, are not there. */
function targetsBy(by: string | null, answer: Answer): ReadonlyMap<string, number> {
  const keyed = (cell: AnswerCell): string =>
    by === null || cell.row.length === 0 ? 'total' : keyOf(cell.row[0], cell.other);
  const months = answer.cells.filter(
    ({ column, period }) => column.length === 1 && period.from <= answer.period.through,
  );
  const all = new Set(months.map(({ period }) => period.from));
  const aimed = Map.groupBy(
    months.filter(({ compare }) => compare?.value != null),
    keyed,
  );
  return new Map(
    answer.cells.flatMap((cell) => {
      const target = cell.compare?.value ?? null;
      // A month that nobody sold in has no cell, and has to have a target all the same.
      const isWhole = new Set(aimed.get(keyed(cell))?.map(({ period }) => period.from)).size === all.size;
      return cell.column.length === 0 && target !== null && isWhole ? [[keyed(cell), target] as const] : [];
    }),
  );
}

function tableOf({ answer, question, by, goal }: RevenueStanding, tools: PageTools): BlockOf<'table'> {
  const { ask, scale, words } = tools;
  const { say } = words;
  const base = baseOf(tools);
  const compared = isCompared(answer);
  const againstTargets: QuestionInput = {
    kpis: ['revenue'],
    rows: revenueRows(by),
    columns: [{ dimension: DATE_DIMENSION, grain: 'month' }],
    compare: 'target',
  };
  const targets = targetsBy(by, ask(againstTargets));
  const total = totalOf(answer, 'revenue');
  const lines = [
    ...inTableOrder(cellsAt(answer, 'revenue', by === null ? 0 : 1)),
    ...(by === null || total === null ? [] : [total]),
  ];
  const aimed = goal?.target != null || targets.size > 0;
  const money = (key: string, as: ReportColumn['as'], signed: boolean): ReportColumn =>
    numberColumn(say(`report:numbers.column.${key}`), moneyWritten(scale, signed), as);
  const label = wordColumn(by === null ? '' : words.grid.dimension(by));
  const actual = money('actual', 'strong', false);
  const before = money(`before.${base}`, 'quiet', false);
  const target = money('target', 'quiet', false);
  const change = money(`change.${base}`, 'bar', true);
  const growth = numberColumn(say(`report:numbers.column.growth.${base}`), ratioWritten(0, true));
  const gap = money('gap', 'bar', true);
  const columns = [
    label,
    actual,
    ...(compared ? [before] : []),
    ...(aimed ? [target] : []),
    ...(compared ? [change, growth] : []),
    ...(aimed ? [gap] : []),
  ];
  const cellsOf = (cell: AnswerCell): readonly ReportCell[] => {
    const isTotal = cell.row.length === 0;
    const key = isTotal ? 'total' : keyOf(cell.row[0], cell.other);
    const due = isTotal ? (goal?.target ?? null) : (targets.get(key) ?? null);
    const { value, compare } = cell;
    const name = isTotal
      ? say('charts:total')
      : cell.other
        ? say('charts:others')
        : memberText(cell.row[0], by ?? '', tools);
    return [
      wordCell(name),
      numberCell(value, actual, words),
      ...(compared ? [numberCell(compare?.value ?? null, before, words)] : []),
      ...(aimed ? [numberCell(due, target, words)] : []),
      ...(compared
        ? [
            differenceCell(compare?.difference ?? null, change, words, 'higher'),
            { ...numberCell(compare?.ratio ?? null, growth, words), text: growthWords(cell, wordsOf(tools)).text },
          ]
        : []),
      ...(aimed ? [differenceCell(due === null || value === null ? null : value - due, gap, words, 'higher')] : []),
    ];
  };
  const rows = lines.map((cell) => ({
    kind: cell.row.length === 0 ? ('total' as const) : ('row' as const),
    cells: [...cellsOf(cell)],
  }));
  const partly = rows.some(
    ({ kind, cells }) => kind === 'row' && aimed && cells[columns.indexOf(target)]?.text !== NO_VALUE,
  );
  const isApart = partly && goal?.target != null && !addsUpTo(rows, columns.indexOf(target));
  return tableBlock(
    {
      title: '',
      columns: columns.map((column, at) => ({
        ...column,
        carried: column.written?.unit === 'money' && addsUpTo(rows, at),
      })),
      rows,
      notes: [
        isApart ? say('report:numbers.revenue.ownTarget') : null,
        compared ? partlyNote(answer, tools) : null,
        goal !== null && goal.target === null ? say('report:numbers.revenue.partlyTarget') : null,
      ],
      opens: opensCells([question, tools.pinned(againstTargets, answer)], lines, [
        null,
        opensKpi('revenue'),
        ...(compared ? [opensKpi('revenue', 'compared')] : []),
        ...(aimed ? [opensKpi('revenue', 'compared', 1)] : []),
        ...(compared ? [opensKpi('revenue', 'difference'), opensKpi('revenue', 'ratio')] : []),
        ...(aimed ? [opensKpi('revenue', 'difference', 1)] : []),
      ]),
    },
    words,
  );
}

/** From what revenue was to what it is, by the dimension; null where there is nothing to compare or to break down. */
function bridgeOf({ answer, by, total }: RevenueStanding, tools: PageTools): BlockOf<'chart'> | null {
  if (by === null || total?.compare?.value == null || cellsAt(answer, 'revenue', 1).length < 2) return null;
  const words = wordsOf(tools);
  const [before, now] = sideNames(answer, words);
  const title = words.t('report:numbers.revenue.bridge', {
    before,
    now,
    by: inside(words.dimensionOf(by)),
    unit: unitOf(tools),
  });
  const question = { kpis: ['revenue'], rows: [{ dimension: by }], columns: [], filters: [], variants: {} };
  const chart = tileChart({ kind: 'waterfall', question }, answer, { ...words, title, sub: '' });
  return chartBlock({ ...chart, sub: null }, 'middle', 'aside');
}
