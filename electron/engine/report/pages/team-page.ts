import { buildChart } from '#shared/charts/build-chart.ts';
import { withUnit } from '#shared/charts/with-unit.ts';
import { formatCompact, formatPercent, joined, type Tone } from '#shared/format.ts';
import { NEAR } from '#shared/goal-rules.ts';
import { memberLabel } from '#shared/grid-words.ts';
import type { AnswerCell, AnswerKpi, Question, QuestionInput } from '#shared/question.ts';
import type { ReportBlock } from '#shared/report-content.ts';
import { opensCells, opensKpi } from '../cell-opens.ts';
import { subLine } from '../heading.ts';
import type { PageMaker, PageTools } from '../page-tools.ts';
import { tableOf, type TableColumn } from '../table-of.ts';

const REP = { dimension: 'rep' } as const;
const PACE = 'pace';
const SHARE_AT_QUOTA = 0.6;
/** A bar each; the table has them all. */
const MOST_BARS = 20;
/** In the order of the columns, those that the data split by rep. Without deals bookings would be the sales again. */
const KPIS = [
  { kpi: 'revenue' },
  { kpi: 'quota' },
  { kpi: 'target-attainment' },
  { kpi: 'won-deals', where: 'bookings:won' },
  { kpi: 'bookings', where: 'bookings:won' },
  { kpi: 'win-rate' },
  { kpi: 'calls' },
  { kpi: 'meetings' },
  { kpi: 'demos' },
] as const satisfies readonly { readonly kpi: string; readonly where?: string }[];

interface Rep {
  readonly name: string;
  /** Of its cells. */
  readonly row: AnswerCell['row'];
  /** The whole team. */
  readonly isAll: boolean;
  readonly of: (kpi: string) => number | null;
}

/** Reps with what they sold, against their quotas, and what they did for it; how many are on pace. */
export const teamPage: PageMaker<'team'> = (_page, tools) => {
  const { atHand, ask, words, heading } = tools;
  const asked = KPIS.filter((one) => atHand().splits('where' in one ? one.where : one.kpi, 'rep')).map(
    ({ kpi }) => kpi,
  );
  const sub = subLine(words.say('report:page.team'), heading);
  const [first] = asked;
  if (first === undefined) return { draft: words.say('report:people.noTeam'), sub, blocks: [] };
  const paced = atHand().splits(PACE, 'rep') ? [PACE] : [];
  const question: QuestionInput = { kpis: [...asked, ...paced], rows: [REP], compare: 'none' };
  const answer = ask(question);
  const { cells, kpis, period } = answer;
  const reps = repsOf(cells, first, tools);
  const total: Rep = { name: words.say('forecast:total'), row: [], isAll: true, of: valueAt(cells, null) };
  const quotas = reps.filter((rep) => (rep.of('quota') ?? 0) > 0 && rep.of(PACE) !== null);
  const columns = kpis.filter(({ ref }) => ref !== PACE);
  const quotaTexts = quotas.length < 2 ? [] : quotaParagraphs(quotas, period.open, tools);
  return {
    draft: draftOf(reps, quotas, columns[0], period.open, tools),
    sub,
    blocks: [
      repsTable(reps, total, columns, tools.pinned(question, answer), tools),
      barsOf(reps, columns[0], tools),
      ...(quotaTexts.length === 0
        ? []
        : [
            {
              is: 'text' as const,
              place: 'main' as const,
              title: '',
              paragraphs: [...quotaTexts],
            },
          ]),
    ],
  };
};

const valueAt =
  (cells: readonly AnswerCell[], rep: string | null): Rep['of'] =>
  (kpi) =>
    cells.find((cell) => cell.kpi === kpi && (rep === null ? cell.row.length === 0 : cell.row[0] === rep))?.value ??
    null;

/** Those with a value, who brought most first. */
function repsOf(cells: readonly AnswerCell[], by: string, { words: { grid } }: PageTools): readonly Rep[] {
  const byRep = Map.groupBy(
    cells.filter(({ row }) => row.length === 1),
    ({ row }) => row[0] ?? null,
  );
  return [...byRep]
    .map(([rep, own]): Rep => {
      const values = new Map(own.map(({ kpi, value }) => [kpi, value]));
      return { name: memberLabel(rep, REP, grid), row: [rep], isAll: false, of: (kpi) => values.get(kpi) ?? null };
    })
    .filter((rep) => KPIS.some(({ kpi }) => (rep.of(kpi) ?? 0) !== 0))
    .toSorted((a, b) => (b.of(by) ?? -Infinity) - (a.of(by) ?? -Infinity));
}

function repsTable(
  reps: readonly Rep[],
  total: Rep,
  kpis: readonly AnswerKpi[],
  question: Question,
  tools: PageTools,
): ReportBlock {
  const { words } = tools;
  const toneOf = (rep: Rep): Tone => {
    const pace = rep.of(PACE);
    if (pace === null || rep.isAll) return 'neutral';
    return pace >= 1 ? 'good' : pace >= 1 - NEAR ? 'neutral' : 'bad';
  };
  return tableOf<Rep>(
    {
      title: '',
      rows: reps,
      total,
      columns: [
        { label: words.grid.dimension('rep'), of: ({ name }) => name },
        ...kpis.map(({ ref, unit }, at): TableColumn<Rep> => ({
          label: words.grid.kpi(ref),
          unit,
          as: at === 0 ? 'strong' : 'plain',
          of: (rep) => rep.of(ref),
          ...(ref === 'target-attainment' ? { tone: toneOf, decimals: 1 } : unit === 'ratio' ? { decimals: 0 } : {}),
        })),
      ],
      opens: opensCells([question], [...reps, total], [null, ...kpis.map(({ ref }) => opensKpi(ref))]),
    },
    tools,
  );
}

/** What each sold beside where the quota says he should be by now. */
function barsOf(reps: readonly Rep[], kpi: AnswerKpi | undefined, { words, scale }: PageTools): ReportBlock {
  const { say, grid, format } = words;
  const [ref, unit] = [kpi?.ref ?? 'revenue', kpi?.unit ?? 'money'];
  const shown = reps.slice(0, MOST_BARS);
  const due = shown.map((rep): number | null => {
    const [sold, pace] = [rep.of('revenue'), rep.of(PACE)];
    return ref !== 'revenue' || sold === null || pace === null || pace <= 0 ? null : sold / pace;
  });
  const title = say('report:people.byRep', { kpi: grid.kpi(ref) });
  const chart = buildChart({
    kind: 'bar',
    title,
    format,
    unit,
    ...(unit === 'money' ? { scale } : {}),
    direction: kpi?.direction ?? 'higher',
    categories: shown.map(({ name }) => ({ key: name, label: name })),
    series: [
      { key: 'actual', name: grid.kpi(ref), points: shown.map((rep) => rep.of(ref)) },
      ...(due.every((value) => value === null)
        ? []
        : [{ key: 'target', name: say('report:people.quotaSoFar'), role: 'target' as const, points: due }]),
    ],
  });
  return { is: 'chart', place: 'main', height: 'low', chart: withUnit(chart, unit) };
}

/** Targets that fewer than 60 % keep up with may be too high. Source: kpis.md, A1. */
function quotaParagraphs(
  quotas: readonly Rep[],
  isOpen: boolean,
  { words: { say, format } }: PageTools,
): readonly string[] {
  const on = quotas.filter((rep) => (rep.of(PACE) ?? 0) >= 1).length;
  const share = on / quotas.length;
  const over = isOpen ? '' : 'Over';
  const said = say(isOpen ? 'goals:parts.share' : 'goals:parts.shareOver', {
    share: formatPercent(share, format.locale, 0),
  });
  return [
    `${say('goals:parts.onPace', { count: on, of: quotas.length })}: ${said}.`,
    ...(share < SHARE_AT_QUOTA ? [say(`goals:parts.ambitious${over}`)] : []),
  ];
}

function draftOf(
  reps: readonly Rep[],
  quotas: readonly Rep[],
  kpi: AnswerKpi | undefined,
  isOpen: boolean,
  { words: { say, format } }: PageTools,
): string {
  const [best] = reps;
  const value = best?.of(kpi?.ref ?? '') ?? null;
  const most =
    best === undefined || value === null
      ? say('report:page.team')
      : say('report:people.bestRep', {
          name: best.name,
          value: joined(formatCompact(value, kpi?.unit ?? 'money', format), format.locale),
        });
  if (quotas.length < 2) return most;
  const on = quotas.filter((rep) => (rep.of(PACE) ?? 0) >= 1).length;
  const key = isOpen ? 'quotaDraft' : 'quotaDraftOver';
  return `${say(`report:people.${key}`, { on, of: quotas.length })}; ${most}`;
}
