import { formatNumber, moneyScale, moneyUnit } from '#shared/format.ts';
import type { AnswerCell, QuestionInput } from '#shared/question.ts';
import { cellsAt, totalOf } from '#shared/tiles/answer-cells.ts';
import { keyOf } from '#shared/tiles/member-key.ts';
import { periodName } from '#shared/tiles/tile-words.ts';
import { addsUp } from '../../grid/additive.ts';
import { kpiPlanner } from '../../question/planned-kpi.ts';
import { opensCells, opensKpi } from '../cell-opens.ts';
import type { PageMaker } from '../page-tools.ts';
import { inside, listText, memberText, subLine, wordsOf } from '../page-words.ts';
import {
  inTableOrder,
  numberCell,
  numberColumn,
  tableBlock,
  wordCell,
  withFewDigits,
  wordColumn,
  writtenFor,
} from '../report-table.ts';

/** Every member with its values, the highest by the first KPI on top, and the total. */
export const listPage: PageMaker<'list'> = ({ by, kpis }, tools) => {
  const { ask, context, words } = tools;
  const { say, format, grid } = words;
  const shown = wordsOf(tools);
  const asked = [...new Set(kpis)];
  const [first = ''] = asked;
  const question: QuestionInput = {
    kpis: asked,
    rows: [{ dimension: by, order: { by: first, descending: true } }],
    compare: 'none',
  };
  const answer = ask(question);
  const planned = kpiPlanner({ variants: {}, compare: 'none' }, context.question);
  const members = inTableOrder(cellsAt(answer, first, 1));
  const places = new Map(members.map((cell, at) => [keyOf(cell.row[0], cell.other), at]));
  const counted = answer.kpis.map(({ ref, unit }) => {
    const values: (number | null)[] = members.map(() => null);
    for (const cell of cellsAt(answer, ref, 1)) {
      const at = places.get(keyOf(cell.row[0], cell.other));
      if (at !== undefined) values[at] = cell.value;
    }
    return { ref, unit, values, total: totalOf(answer, ref)?.value ?? null, adds: addsUp(planned(ref).expression) };
  });
  // Of parts as fine as the largest needs, all alike; of a mean as fine as that of the whole.
  const parts = counted.flatMap(({ unit, adds, values }) => (adds && unit === 'money' ? values : []));
  const largestPart = parts.reduce<number>((most, each) => Math.max(most, Math.abs(each ?? 0)), 0);
  const columns = counted.map(({ ref, unit, values, total, adds }) => {
    const largest = adds ? largestPart : (total ?? 0);
    const scale = withFewDigits(moneyScale(largest), largest);
    const written = writtenFor(unit, adds ? [...values, total] : [total], scale);
    const name = grid.kpi(ref);
    const label =
      written.scale === null ? name : say('charts:withUnit', { name, unit: moneyUnit(written.scale.step, format) });
    return {
      column: numberColumn(label, written, ref === first ? 'strong' : 'plain', adds),
      values,
      total,
    };
  });
  const nameOf = ({ row }: AnswerCell): string => memberText(row[0], by, tools);
  const names = listText([grid.kpi(first), ...asked.slice(1).map((kpi) => inside(grid.kpi(kpi)))], say);
  const title = say('report:numbers.listing.title', { names, by: inside(grid.dimension(by)) });
  return {
    draft:
      members.length === 0
        ? title
        : say('report:numbers.listing.headline', {
            title,
            count: members.length,
            number: formatNumber(members.length, format.locale),
          }),
    sub: subLine([grid.dimension(by), periodName(answer.period, shown)], tools),
    blocks: [
      tableBlock(
        {
          title: '',
          columns: [wordColumn(grid.dimension(by)), ...columns.map(({ column }) => column)],
          rows: [
            ...members.map((cell, at) => ({
              kind: 'row' as const,
              cells: [
                wordCell(nameOf(cell)),
                ...columns.map(({ column, values }) => numberCell(values[at] ?? null, column, words)),
              ],
            })),
            {
              kind: 'total' as const,
              cells: [
                wordCell(say('charts:total')),
                ...columns.map(({ column, total }) => numberCell(total, column, words)),
              ],
            },
          ],
          opens: opensCells(
            [tools.pinned(question, answer)],
            [...members, { row: [] }],
            [null, ...answer.kpis.map(({ ref }) => opensKpi(ref))],
          ),
        },
        words,
      ),
    ],
  };
};
