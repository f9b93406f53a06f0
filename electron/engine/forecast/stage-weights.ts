import type { LearntWeight } from '#shared/forecast.ts';
import { DECIMAL_SCALE } from '#shared/units.ts';
import { NO_DAY, type KindTable, type WorkspaceColumns } from '../ports/workspace-columns.ts';
import { folded } from './pipeline.ts';
import { textAt, type TextAt } from './text-at.ts';

/** Decided deals that a weight takes, and lost ones of unknown course that it bears, as a share of them. */
const LEAST_DECIDED = 10;
const MOST_UNKNOWN = 0.05;

/** A date that a deal gets when it comes to a stage so called; a date column with the very name of a stage is its date too. */
const STAGE_DATES = [
  { field: 'demo', names: /demo|presentation|visning/ },
  { field: 'quoted', names: /quot|offert|anbud|proposal|förslag/ },
] as const;

interface Deal {
  /** Place of the last stage it is known to have come to; -1 where none is known. */
  furthest: number;
  status: string;
  /** By stage: whether it has the date that goes with it, null for a stage without one. */
  dates: readonly (boolean | null)[];
}

/**
 * What the workspace's own history says of every stage: of the deals that passed it and are decided, the share that was won. `states`
 * are the deals as each import left them, oldest first, so that a deal is met in the stages it went through; `order` are the stages of
 * open deals, the least likely first. A deal has passed a stage when it was won, was met in it or in a later one, has the date that
 * goes with it (demo, quote), or it is the first. A lost deal of which nothing of this is known is unknown to that stage; too many of them,
 * or fewer than ten decided, give no weight. Stages by their folded names.
 * Example: of 40 deals that came as far as a quote 24 were won: 0.6.
 */
export function learnStageWeights(
  states: readonly WorkspaceColumns[],
  order: readonly string[],
): ReadonlyMap<string, LearntWeight> {
  const places = new Map(order.map((stage, place) => [folded(stage), place]));
  const deals = [...coursesOf(states, order, places).values()];
  const [won, lost] = ['won', 'lost'].map((status) => deals.filter((deal) => deal.status === status));
  return new Map(
    order.map((stage, place) => {
      const passed = (lost ?? []).map((deal) => hasPassed(deal, place));
      const known = { won: won?.length ?? 0, lost: passed.filter((each) => each === true).length };
      const unknown = passed.filter((each) => each === null).length;
      const decided = known.won + known.lost;
      const isSure = decided >= LEAST_DECIDED && unknown <= MOST_UNKNOWN * decided;
      return [folded(stage), { ...known, unknown, weight: isSure ? known.won / decided : null }];
    }),
  );
}

/** Null where nobody knows. */
function hasPassed({ furthest, dates }: Deal, place: number): boolean | null {
  if (place === 0 || furthest >= place || dates.slice(place).includes(true)) return true;
  return dates[place] ?? (furthest < 0 ? null : false);
}

/** The field of a stage's date. */
function dateOf(stage: string, { fields }: KindTable): string | null {
  const named = fields.find(({ type, key, label }) => type === 'date' && folded(label ?? key) === folded(stage));
  return named?.key ?? STAGE_DATES.find(({ names }) => names.test(folded(stage)))?.field ?? null;
}

/** Deals by id; a row without one is a deal of its own, as the last import left it. */
function coursesOf(
  states: readonly WorkspaceColumns[],
  order: readonly string[],
  places: ReadonlyMap<string, number>,
): ReadonlyMap<string, Deal> {
  const deals = new Map<string, Deal>();
  states.forEach((columns, at) => {
    const table = columns.table('deal');
    if (table === null) return;
    const text = (key: string): TextAt => textAt(columns, table, key);
    const [id, stage, status] = [text('id'), text('stage'), text('status')];
    const dates = order.map((name) => {
      const field = dateOf(name, table);
      return field === null ? null : table.days(field);
    });
    const isLast = at === states.length - 1;
    for (let row = 0; row < table.rows; row++) {
      const name = id(row);
      if (name === '' && !isLast) continue;
      const key = name === '' ? `row ${String(row)}` : `id ${name}`;
      const before = deals.get(key);
      deals.set(key, {
        furthest: Math.max(before?.furthest ?? -1, places.get(folded(stage(row))) ?? -1),
        status: status(row),
        dates: dates.map((days) => (days === null ? null : (days[row] ?? NO_DAY) !== NO_DAY)),
      });
    }
  });
  return deals;
}

/**
 * The stages of open deals by their mean chance, the least likely first: by the deals' own, else by the weights set. A stage
 * without either is none.
 */
export function stageOrder(columns: WorkspaceColumns, set: ReadonlyMap<string, number>): readonly string[] {
  const table = columns.table('deal');
  if (table === null) return [];
  const [stageOf, statusOf] = [textAt(columns, table, 'stage'), textAt(columns, table, 'status')];
  const chances = table.decimals('probability');
  const sums = new Map<string, { chance: number; deals: number }>();
  for (let row = 0; row < table.rows; row++) {
    const [stage, chance] = [stageOf(row), chances?.[row] ?? NaN];
    if (stage === '' || statusOf(row) !== 'open') continue;
    const sum = sums.get(stage) ?? { chance: 0, deals: 0 };
    if (chance >= 0) sums.set(stage, { chance: sum.chance + chance, deals: sum.deals + 1 });
    else sums.set(stage, sum);
  }
  return [...sums]
    .flatMap(([stage, { chance, deals }]) => {
      const mean = deals > 0 ? chance / deals / DECIMAL_SCALE : set.get(folded(stage));
      return mean === undefined ? [] : [{ stage, mean }];
    })
    .toSorted((a, b) => a.mean - b.mean || (a.stage < b.stage ? -1 : 1))
    .map(({ stage }) => stage);
}
