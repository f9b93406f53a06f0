import type { Insight } from '#shared/insights.ts';
import type { Answer, QuestionInput } from '#shared/question.ts';
import { fromScaled } from '#shared/units.ts';
import { contributionsOf } from './contributions.ts';
import { growth, insight, number, opensCells, opensTold, placeOf, scaled, type InsightScope } from './insight.ts';

/** Who bought and what was bought; of each the first that the sales have. */
const DIMENSIONS = [
  ['customer', 'rep', 'region'],
  ['product', 'category'],
] as const;
const SHOWN = 3;
/** Of what it was before. */
const LEAST_CHANGE = 0.01;

/** The biggest contributions to the change of revenue, by customer and by product: three and the rest, together the change. Its share of the base is the size. */
export function drivers(scope: InsightScope): readonly Insight[] {
  return DIMENSIONS.flatMap((choices) => {
    const dimension = choices.find((each) => scope.queries.has('sale', each));
    return dimension === undefined ? [] : driversBy(dimension, scope);
  });
}

function driversBy(dimension: string, { ask, period, compare, filters }: InsightScope): readonly Insight[] {
  const question: QuestionInput = { kpis: ['revenue'], rows: [{ dimension }], period, compare, filters: [...filters] };
  const answer = ask(question);
  const found = contributionsOf(answer, 'revenue');
  if (found === null || found.before <= 0) return [];
  const { before, change, members } = found;
  const share = change / before;
  if (Math.abs(share) < LEAST_CHANGE || members.length < 2) return [];
  const named = members.slice(0, SHOWN);
  const others = members.slice(SHOWN);
  const total = placeOf(question, 'revenue');
  const changes = new Map(
    answer.cells.flatMap(({ kpi, row, value, compare }) =>
      kpi === 'revenue' && row.length === 1
        ? [[row[0], scaled(value ?? 0) - scaled(compare?.value ?? 0)] as const]
        : [],
    ),
  );
  const rest = change - named.reduce((sum, { amount }) => sum + amount, 0);
  return [
    insight({
      id: `drivers:${dimension}`,
      rule: 'drivers',
      form: change > 0 ? 'up' : 'down',
      size: Math.abs(share),
      tone: change > 0 ? 'good' : 'bad',
      words: {
        dimension: { as: 'dimension', dimension },
        change: number(Math.abs(fromScaled(change)), 'money', opensCells('change', total)),
        growth: growth(share, opensCells('growth', total)),
        before: comparedWith(answer),
      },
      parts: [
        ...named.map(({ name, amount }) => ({
          part: 'member' as const,
          member: { dimension, name },
          count: 1,
          amount: fromScaled(amount),
          // What no member accounts for has no cell.
          ...(changes.get(name) === amount
            ? { opens: opensCells('change', placeOf(question, 'revenue', [name])) }
            : {}),
        })),
        ...(others.length === 0
          ? []
          : [
              {
                part: 'others' as const,
                member: null,
                count: others.length,
                amount: fromScaled(rest),
                opens: opensTold({ of: 'cells', figure: 'rest', ...total, named: named.map(({ name }) => name) }),
              },
            ]),
      ],
      change: fromScaled(change),
      question,
      cell: { kpi: 'revenue', row: [], column: [] },
    }),
  ];
}

/** The comparison's days as a word. */
export function comparedWith({ comparePeriod, period }: Answer): Insight['words'][string] {
  return { as: 'period', ...(comparePeriod ?? { from: period.from, to: period.to }) };
}
