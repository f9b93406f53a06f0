import { expect } from 'vitest';
import { formatPeriodText } from '../../shared/format-period.ts';
import { formatChange, formatPercent, NO_VALUE } from '../../shared/format.ts';
import { chanceText, goalName, stateKey, type GoalSaying } from '../../shared/goal-words.ts';
import type { PageContent } from '../../shared/report-content.ts';
import type { PageKind } from '../../shared/reports.ts';
import type { HostInFolder } from '../support/host-in-folder.ts';
import { salesAskers } from './report-answers-sales.ts';
import { asking, chartOf, memberIn as member, only, totalIn as total, type Asker, type Row } from './report-asking.ts';
import type { MadeReport } from './report-desk.ts';
import type { ReportLine } from './report-rows.ts';

const quarters = (text: string): number => 4 * Number(text.slice(0, 4)) + Math.ceil(Number(text.slice(5, 7)) / 3);

/**
 * What the screens' own questions say of a report's pages, page by page: names with their numbers. Nothing is taken from the report but
 * which pages it has, how its columns write numbers, and how many rows a table has.
 */
export async function answersOf(made: MadeReport, call: HostInFolder['value']): Promise<readonly ReportLine[]> {
  const { report, content } = made;
  const { ask, compact, kpi, locale, say, says, table } = asking(made, call);

  /** A stage asked by itself, by measures of the open deals. */
  const pipeline: Asker = async (page) => {
    const measures = ['open-deals', 'open-value', 'open-weighted-value'];
    const by = await ask({ kpis: measures, rows: [{ dimension: 'stage' }], period: 'all' });
    const { stages, periods } = await call('forecast.pipeline', { filters: report.filters, basis: 'deal' });
    const ofStage = (stage: string | null): Row => {
      const [deals = 0, value = 0, weighted = 0] = measures.map((id) =>
        stage === 'total' ? (total(by, id)?.value ?? 0) : (member(by, id, stage) ?? 0),
      );
      const name = stage === 'total' ? say('forecast:total') : (stage ?? say('forecast:stages.none'));
      return [name, deals, value, value > 0 ? weighted / value : null, weighted];
    };
    const months = await ask({
      kpis: ['weighted-pipeline'],
      rows: [{ dimension: 'date', grain: 'month' }],
      period: 'all',
    });
    const weighted = chartOf(page).series.find(({ key }) => key === 'weighted');
    expect(weighted?.points.map(({ value }) => value)).toEqual(
      periods.map(({ key }) => member(months, 'weighted-pipeline', key)),
    );
    return [
      ...table(page, 0, [...stages.map(({ stage }) => ofStage(stage)), ofStage('total')]),
      ...says(
        page,
        compact(total(by, 'open-value')?.value ?? 0, 'money'),
        compact(total(by, 'open-weighted-value')?.value ?? 0, 'money'),
      ),
    ];
  };

  const forecast: Asker = async (page) => {
    const asked = { kpi: 'revenue', filters: report.filters, variants: {}, grain: 'month', horizon: 12 } as const;
    const { running, points, total: sum } = await call('forecast.history', asked);
    const { ours, coverage } = await call('forecast.backTest', asked);
    const ends = (intervals: NonNullable<typeof sum>['intervals']) => [
      intervals?.[0].low ?? null,
      intervals?.[0].high ?? null,
    ];
    // What has come in of the month that goes on, asked for day by day.
    const sofar =
      running === null
        ? []
        : [
            total(await ask({ kpis: ['revenue'], period: `${running.from}..${running.through}` }), 'revenue')?.value ??
              0,
          ];
    return [
      ...table(page, 0, [
        ...points.map(({ key, value, intervals }): Row => [formatPeriodText(key, locale), value, ...ends(intervals)]),
        ...(sum === null ? [] : [[say('forecast:total'), sum.value, ...ends(sum.intervals)] satisfies Row]),
      ]),
      ...says(
        page,
        ...[...sofar, ...(sum === null ? [] : [sum.value, ...ends(sum.intervals)])].map((value) =>
          compact(value, 'money'),
        ),
      ),
      ...says(page, ...(ours === null ? [] : [formatPercent(ours.smape, locale, 1)])),
      ...says(page, ...(coverage ?? []).map((share) => formatPercent(share, locale, 0))),
    ];
  };

  const goals: Asker = async (page) => {
    const all = await call('goal.list', {});
    const standing = await Promise.all(
      all.map(async (goal) => ({ goal, status: await call('goal.status', { goal }) })),
    );
    const units = new Map(standing.map(({ goal, status }) => [goal.kpi, status.unit]));
    const saying: GoalSaying = {
      say: (key, values) => say(`goals:${key}`, values),
      format: content,
      kpiName: kpi,
      unitOf: (id) => units.get(id) ?? 'quantity',
      member: (name) => name ?? '',
    };
    const rows = standing.map(({ goal, status }): Row => {
      const { unit, target, upTo, actual, pace, projection } = status;
      const aim = upTo === null ? compact(target, unit) : `${compact(target, unit)}–${compact(upTo, unit)}`;
      const chance = projection?.chance ?? null;
      return [
        goalName(goal, saying),
        aim,
        compact(actual, unit),
        pace,
        compact(projection?.value ?? null, unit),
        chance === null ? NO_VALUE : chanceText(chance, saying),
        saying.say(stateKey(goal, status)),
      ];
    });
    // The outcome is what a question of the goal's own comes to.
    for (const { goal, status } of standing) {
      const { kpi: of, filters } = goal;
      const answer = await ask({ kpis: [of], period: goal.period, filters });
      expect([goal.id, status.actual]).toEqual([goal.id, total(answer, of)?.value ?? null]);
    }
    const daily = (['working', 'all'] as const).map((days) =>
      standing.filter(
        ({ goal, status }) =>
          status.days === days && status.required !== null && status.state !== 'reached' && goal.better !== 'lower',
      ),
    );
    return [
      ...table(page, 0, rows),
      ...daily
        .filter((some) => some.length > 0)
        .flatMap((some, at) =>
          table(
            page,
            1 + at,
            some.map(({ goal, status: { unit, required, recent } }) => [
              goalName(goal, saying),
              compact(required?.value ?? null, unit),
              compact(recent?.value ?? null, unit),
            ]),
          ),
        ),
    ];
  };

  /** Each rep asked alone: a filter where the page groups. */
  const team: Asker = async (page) => {
    const kpis = columnsOf(page);
    const names = (await ask({ kpis: [kpis[0] ?? ''], rows: [{ dimension: 'rep' }] })).cells.flatMap(({ row }) => row);
    const alone = await Promise.all(
      [...names, 'total'].map(async (name): Promise<Row> => {
        const filters = name === 'total' ? [] : [only('rep', name)];
        const answer = await ask({ kpis, filters: [...report.filters, ...filters] });
        const shown = name === 'total' ? say('forecast:total') : (name ?? say('filters:unknown'));
        return [shown, ...kpis.map((id) => total(answer, id)?.value ?? null)];
      }),
    );
    return table(page, 0, alone);
  };

  /** What stands over the columns of a page's first table, as KPIs. */
  const columnsOf = ({ blocks }: PageContent): string[] => {
    const first = blocks.find((block) => block.is === 'table');
    return (first?.is === 'table' ? first.columns.slice(1) : []).map(
      ({ label }) => LISTED.find((id) => label === kpi(id) || label.startsWith(`${kpi(id)}, `)) ?? expect.fail(label),
    );
  };

  /** Every column asked by itself. */
  const list: Asker = async (page) => {
    const shown = report.pages.find(({ id }) => id === page.id);
    if (shown?.show !== 'list') return [];
    const answers = await Promise.all(shown.kpis.map((id) => ask({ kpis: [id], rows: [{ dimension: shown.by }] })));
    const names = [...new Set((answers[0]?.cells ?? []).flatMap(({ row }) => row))];
    // Who has no row of a KPI is asked for by name.
    const alone = async (id: string, name: string | null) =>
      total(await ask({ kpis: [id], filters: [...report.filters, only(shown.by, name)] }), id)?.value ?? null;
    const row = async (name: string | null): Promise<Row> => [
      name ?? say('filters:unknown'),
      ...(await Promise.all(
        shown.kpis.map(async (id, at) => {
          const cell = answers[at]?.cells.find(({ row: [own], kpi: of }) => of === id && own === name);
          return cell === undefined ? alone(id, name) : cell.value;
        }),
      )),
    ];
    const whole = shown.kpis.map((id, at) =>
      answers[at] === undefined ? null : (total(answers[at], id)?.value ?? null),
    );
    return table(page, 0, [...(await Promise.all(names.map(row))), [say('charts:total'), ...whole]]);
  };

  const customers: Asker = async (page) => {
    const answers = await Promise.all(COMING_AND_GOING.map(async (id) => ask({ kpis: [id], compare: report.compare })));
    const compared = answers.some(({ cells }) => cells.some(({ compare }) => compare?.value != null));
    const lines = answers.flatMap((answer): readonly Row[] => {
      const [about] = answer.kpis;
      const cell = about === undefined ? undefined : total(answer, about.ref);
      if (about === undefined || cell === undefined || cell.value === null) return [];
      const change = formatChange(cell.compare, about.unit, about.direction, content);
      return [
        [
          kpi(about.ref),
          compact(cell.value, about.unit),
          ...(compared
            ? [
                compact(cell.compare?.value ?? null, about.unit),
                change === null ? NO_VALUE : `${change.arrow} ${change.text}`.trim(),
              ]
            : []),
        ],
      ];
    });
    const worth = await call('customerValue.summary', {
      months: 12,
      discount: 0.1,
      segment: 'rfm',
      filters: report.filters,
    });
    const segment = (name: string, { customers: n, revenue, active, expected, value }: typeof worth.total): Row => [
      name,
      n,
      revenue,
      ...(worth.model === null ? [] : [active, expected, value]),
    ];
    // Everything that everybody has bought.
    const ever = total(await ask({ kpis: ['revenue'], period: 'all' }), 'revenue')?.value ?? 0;
    expect(Math.abs(worth.total.revenue - ever)).toBeLessThan(1);
    return [
      ...table(page, 0, lines),
      ...table(page, 1, [
        ...worth.segments.map((one) => segment(say(`clv:segments.${one.segment ?? ''}`) || say('clv:unknown'), one)),
        segment(say('clv:total'), worth.total),
      ]),
      ...(worth.model === null ? [] : says(page, compact(worth.total.value, 'money'))),
      ...(await cohorts(page)),
    ];
  };

  /** Those of a cohort who bought in a quarter, counted, of those it began with. */
  const cohorts: Asker = async (page) => {
    const answer = await ask({
      kpis: ['active-customers'],
      rows: [{ dimension: 'cohort', grain: 'quarter' }],
      columns: [{ dimension: 'age', grain: 'quarter' }],
      period: 'all',
    });
    const names = [...new Set(answer.cells.flatMap(({ row }) => row.filter((name) => name !== null)))]
      .toSorted()
      .slice(-8);
    const last = quarters(answer.period.through);
    return names.map((cohort) => {
      const of = (age: number): number => member(answer, 'active-customers', cohort, String(age)) ?? 0;
      const first = quarters(`${cohort.slice(0, 4)}-${String(3 * Number(cohort.slice(6))).padStart(2, '0')}`);
      const ages = Array.from({ length: Math.min(names.length, 1 + last - first) }, (_, age) => age);
      const name = formatPeriodText(cohort, locale);
      return {
        where: `${page.id}: ${name}`,
        name,
        shown: [...(of(0) > 0 ? [String(of(0))] : []), ...ages.map((age) => formatPercent(of(age) / of(0), locale, 0))],
        values: [],
      };
    });
  };

  const actions: Asker = async (page) => {
    const shown = report.pages.find(({ id }) => id === page.id);
    return shown?.show === 'actions'
      ? shown.actions.map(({ what, owner }) => ({ where: page.id, name: what, shown: [owner], values: [] }))
      : [];
  };

  /** Kinds of page whose numbers are told by a test of their own, or that have none, are not here. */
  const askers: Partial<Record<PageKind, Asker>> = {
    ...salesAskers(made, call),
    pipeline,
    forecast,
    goals,
    team,
    list,
    customers,
    actions,
  };

  const lines: ReportLine[] = [];
  for (const page of content.pages) {
    const show = report.pages.find(({ id }) => id === page.id)?.show;
    lines.push(...((show === undefined ? undefined : await askers[show]?.(page)) ?? []));
  }
  return lines;
}

/** What the tables of reps may list. */
const LISTED = [
  'revenue',
  'quota',
  'target-attainment',
  'won-deals',
  'bookings',
  'win-rate',
  'calls',
  'meetings',
  'demos',
];
const COMING_AND_GOING = [
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
