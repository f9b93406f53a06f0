import { buildChart } from '#shared/charts/build-chart.ts';
import { formatPercent, formatScaledSigned, moneyUnit, NO_VALUE } from '#shared/format.ts';
import type { Answer, AnswerCell, Question } from '#shared/question.ts';
import type { BlockOf } from '#shared/report-content.ts';
import { cellsAt, totalOf } from '#shared/tiles/answer-cells.ts';
import { growthWords, periodName } from '#shared/tiles/tile-words.ts';
import { opensCells, opensFrom, opensKpi } from '../cell-opens.ts';
import { chartBlock } from '../chart-block.ts';
import { structureHeadline } from '../structure-headline.ts';
import type { PageMaker, PageTools } from '../page-tools.ts';
import { inside, memberText, subLine, wordsOf } from '../page-words.ts';
import {
  differenceCell,
  inTableOrder,
  isNamed,
  moneyWritten,
  numberCell,
  numberColumn,
  ratioWritten,
  tableBlock,
  wordCell,
  wordColumn,
} from '../report-table.ts';
import { baseOf, isCompared, partlyFrom, partlyNote } from '../revenue-standing.ts';

/** Members that stand by themselves; a few more than these are shown all. */
const LARGEST = 10;
const FEW = 15;
/** Under more lines than this a chart is low. */
const LOW_FROM = 8;

/** How much the largest members are of revenue, with what they are together, and how they have changed. */
export const structurePage: PageMaker<'structure'> = ({ by }, tools) => {
  const words = wordsOf(tools);
  const row = { dimension: by, order: { by: 'revenue', descending: true } };
  const all = { kpis: ['revenue'], rows: [row], compare: baseOf(tools) };
  const whole = tools.ask(all);
  const isLong = cellsAt(whole, 'revenue', 1).length > FEW;
  const question = isLong ? { ...all, rows: [{ ...row, top: { n: LARGEST } }] } : all;
  const answer = isLong ? tools.ask(question) : whole;
  const lines = linesOf(answer);
  const said = sayings(answer, whole, by, tools);
  return {
    draft: structureHeadline(whole, by, tools),
    sub: subLine(
      [
        words.t('report:numbers.revenue.by', {
          by: inside(words.dimensionOf(by)),
          unit: moneyUnit(tools.scale.step, words.format),
        }),
        periodName(answer.period, words),
      ],
      tools,
    ),
    blocks: [
      tableOf(answer, tools.pinned(question, answer), lines, by, tools),
      ...(lines.length < 2 ? [] : [paretoOf(answer, lines, by, tools)]),
      ...(said.length === 0
        ? []
        : [
            {
              is: 'text' as const,
              place: 'aside' as const,
              title: words.t('report:numbers.structure.aside'),
              paragraphs: [...said],
            },
          ]),
    ],
  };
};

interface Line {
  readonly cell: AnswerCell;
  /** Of the whole, alone and together with those above; null where parts of the whole say nothing. */
  readonly share: number | null;
  readonly together: number | null;
}

/** The largest first, the unknown one and the others last. */
function linesOf(answer: Answer): readonly Line[] {
  const total = totalOf(answer, 'revenue')?.value ?? 0;
  const ordered = inTableOrder(cellsAt(answer, 'revenue', 1));
  let sum = 0;
  return ordered.map((cell) => {
    sum += cell.value ?? 0;
    return total > 0
      ? { cell, share: (cell.value ?? 0) / total, together: sum / total }
      : { cell, share: null, together: null };
  });
}

function tableOf(
  answer: Answer,
  question: Question,
  lines: readonly Line[],
  by: string,
  tools: PageTools,
): BlockOf<'table'> {
  const { scale, words } = tools;
  const { say } = words;
  const base = baseOf(tools);
  const compared = isCompared(answer);
  const total = totalOf(answer, 'revenue');
  const value = numberColumn(say('report:numbers.column.actual'), moneyWritten(scale), 'strong', true);
  const share = numberColumn(say('report:numbers.column.share'), ratioWritten(1), 'plain', true);
  const together = numberColumn(say('report:numbers.column.together'), ratioWritten(1), 'quiet');
  const change = numberColumn(say(`report:numbers.column.change.${base}`), moneyWritten(scale, true), 'bar', true);
  const growth = numberColumn(say(`report:numbers.column.growth.${base}`), ratioWritten(0, true));
  const cellsOf = ({ cell, share: part, together: all }: Line, name: string) => [
    wordCell(name),
    numberCell(cell.value, value, words),
    numberCell(part, share, words),
    all === null ? wordCell('') : numberCell(all, together, words),
    ...(compared
      ? [
          differenceCell(cell.compare?.difference ?? null, change, words, 'higher'),
          { ...numberCell(cell.compare?.ratio ?? null, growth, words), text: growthWords(cell, wordsOf(tools)).text },
        ]
      : []),
  ];
  const whole = (total?.value ?? 0) > 0 ? 1 : null;
  return tableBlock(
    {
      title: '',
      columns: [wordColumn(words.grid.dimension(by)), value, share, together, ...(compared ? [change, growth] : [])],
      rows: [
        ...lines.map((line) => ({ kind: 'row' as const, cells: cellsOf(line, nameOf(line.cell, by, tools)) })),
        ...(total === null
          ? []
          : [
              {
                kind: 'total' as const,
                cells: cellsOf({ cell: total, share: whole, together: null }, say('charts:total')),
              },
            ]),
      ],
      notes: [compared ? partlyNote(answer, tools) : null],
      opens: opensCells(
        [question],
        [...lines.map(({ cell }) => cell), ...(total === null ? [] : [total])],
        [
          null,
          opensKpi('revenue'),
          opensFrom(1, 'revenue'),
          null,
          ...(compared ? [opensKpi('revenue', 'difference'), opensKpi('revenue', 'ratio')] : []),
        ],
      ),
    },
    words,
  );
}

const nameOf = ({ other, row }: AnswerCell, by: string, tools: PageTools): string =>
  other ? tools.words.say('charts:others') : memberText(row[0], by, tools);

/** Columns of revenue, the largest first, and the line of what they are together; the others would dwarf them. */
function paretoOf(answer: Answer, lines: readonly Line[], by: string, tools: PageTools): BlockOf<'chart'> {
  const { words, scale } = tools;
  const { say, format } = words;
  const drawn = lines.filter(({ cell }) => !cell.other);
  const hasShares = drawn.every(({ together }) => together !== null);
  return chartBlock(
    buildChart({
      kind: hasShares ? 'combo' : 'column',
      title: say(hasShares ? 'report:numbers.structure.pareto' : 'report:numbers.revenue.by', {
        by: inside(words.grid.dimension(by)),
        unit: moneyUnit(scale.step, format),
      }),
      format,
      scale,
      unit: 'money',
      direction: 'higher',
      categories: drawn.map(({ cell }, i) => ({
        key: `member ${String(i)}`,
        label: nameOf(cell, by, tools),
      })),
      series: [
        {
          key: 'revenue',
          name: words.grid.kpi('revenue'),
          points: drawn.map(({ cell }) => cell.value),
          total: totalOf(answer, 'revenue')?.value ?? null,
        },
        ...(hasShares
          ? [
              {
                key: 'together',
                name: say('report:numbers.column.together'),
                unit: 'ratio' as const,
                line: true,
                points: drawn.map(({ together }) => together),
              },
            ]
          : []),
      ],
    }),
    // Under a long table on the same sheet.
    lines.length > LOW_FROM ? 'low' : 'middle',
  );
}

/** How much the largest hold, and who gained and lost most. */
function sayings(answer: Answer, whole: Answer, by: string, tools: PageTools): readonly string[] {
  const { words } = tools;
  const { say, format } = words;
  const total = totalOf(answer, 'revenue')?.value ?? 0;
  const members = cellsAt(answer, 'revenue', 1).filter(isNamed);
  const held = members.reduce((sum, { value }) => sum + (value ?? 0), 0);
  const isPart = total > 0 && cellsAt(answer, 'revenue', 1).some(({ other }) => other);
  const isWhole = partlyFrom(whole, tools) === null;
  const moved = cellsAt(whole, 'revenue', 1)
    .filter((cell) => isWhole && isNamed(cell) && cell.compare?.difference != null)
    .toSorted((a, b) => (b.compare?.difference ?? 0) - (a.compare?.difference ?? 0));
  const movement = (key: string, cell: AnswerCell | undefined, sign: number): readonly string[] => {
    const difference = cell?.compare?.difference ?? 0;
    if (cell === undefined || sign * difference <= 0) return [];
    const amount = formatScaledSigned(difference, tools.scale, format.locale);
    const unit = moneyUnit(tools.scale.step, format);
    const { text } = growthWords(cell, wordsOf(tools));
    const values = { name: nameOf(cell, by, tools), amount: `${amount}\u00a0${unit}`, growth: text };
    return [
      say(text === NO_VALUE ? `report:numbers.structure.${key}Alone` : `report:numbers.structure.${key}`, values),
    ];
  };
  return [
    ...(isPart
      ? [
          say('overview:ranking.concentration', {
            count: members.length,
            share: formatPercent(held / total, format.locale),
          }),
        ]
      : []),
    ...movement('gained', moved[0], 1),
    ...movement('lost', moved.at(-1), -1),
  ];
}
