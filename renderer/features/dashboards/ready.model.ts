import type { KpiEntry } from '#shared/contract.ts';
import type { Dashboard, Tile } from '#shared/dashboards.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import { isAnswered, MANAGEMENT_KPIS, overviewPlan, type DimensionHere } from '#shared/tiles/overview-plan.ts';
import { packed } from './grid.model.ts';
import { GAP, ROW_HEIGHT } from './grid-metrics.model.ts';
import { barTile, rankingTile, tableTile, timeTile, waterfallTile } from './ready-tiles.model.ts';
import type { Size, TileContent } from './tiles.model.ts';

/** Dashboards that stand there from the start; a stored one of the same id is that one as it was changed. */
export const READY_IDS = ['management', 'sales-team', 'customers', 'subscriptions'] as const;
export type ReadyId = (typeof READY_IDS)[number];

type Known = Pick<KpiEntry, 'kpi' | 'possible' | 'needsInPeriod'> & Partial<Pick<KpiEntry, 'problem' | 'inVariants'>>;
export type DimensionWithKpis = DimensionHere & { readonly kpis: readonly string[] };

/** A tile that is shown if its KPIs can be answered and split as it wants. */
interface Wish {
  readonly kpis: readonly string[];
  /** Dimensions, the most telling first; the first that has several members and answers all the KPIs is taken. */
  readonly by?: readonly string[];
  /** Every KPI that can be answered, not all or none. */
  readonly some?: boolean;
  readonly size: Size;
  readonly tile: (kpis: readonly string[], by: string) => TileContent;
}

const REPS = ['rep', 'team'];
const GROUPS = ['segment', 'region', 'category', 'country', 'channel', 'city'];
const half: Size = { width: 6, height: 6 };
const wide: Size = { width: 7, height: 6 };
const rest: Size = { width: 5, height: 6 };
const low: Size = { width: 6, height: 7 };
const list: Size = { width: 6, height: 8 };

/** Cards in order of importance, of which the first six that the data can answer are shown, and the tiles below them. */
const READY: Readonly<
  Record<
    Exclude<ReadyId, 'management'>,
    {
      /** Without it there is nothing to show, though single KPIs may be answered in another way. */
      readonly core?: string;
      readonly cards: readonly string[];
      readonly tiles: readonly Wish[];
    }
  >
> = {
  'sales-team': {
    cards: [
      'target-attainment',
      'sales-per-rep',
      'win-rate',
      'weighted-pipeline',
      'sales-cycle',
      'reps-at-quota',
      'deal-size',
      'pipeline-coverage',
      'demos',
      'meetings-per-rep',
      'calls-per-rep',
      'response-time',
    ],
    tiles: [
      { kpis: ['bookings'], size: wide, tile: ([kpi = '']) => timeTile('column', [kpi]) },
      { kpis: ['win-rate'], by: REPS, size: rest, tile: ([kpi = ''], by) => barTile(kpi, by) },
      {
        kpis: ['revenue', 'quota', 'target-attainment'],
        by: REPS,
        some: true,
        size: low,
        tile: ([kpi = '', ...more], by) => (more.length === 0 ? rankingTile(kpi, by) : tableTile([kpi, ...more], by)),
      },
      {
        kpis: ['calls', 'meetings', 'demos'],
        some: true,
        size: low,
        tile: (kpis) => timeTile('stacked-column', kpis),
      },
      { kpis: ['weighted-pipeline'], by: ['stage', ...REPS], size: half, tile: ([kpi = ''], by) => barTile(kpi, by) },
    ],
  },
  customers: {
    cards: [
      'active-customers',
      'new-customers',
      'lost-customers',
      'retention',
      'revenue-per-customer',
      'orders-per-customer',
      'churn',
      'clv',
      'cac',
      'top-10-share',
      'won-back',
    ],
    tiles: [
      { kpis: ['active-customers'], size: wide, tile: ([kpi = '']) => timeTile('column', [kpi]) },
      { kpis: ['active-customers'], by: GROUPS, size: rest, tile: ([kpi = ''], by) => barTile(kpi, by) },
      { kpis: ['revenue'], by: ['customer'], size: list, tile: ([kpi = ''], by) => rankingTile(kpi, by) },
      { kpis: ['new-customers', 'lost-customers'], size: list, tile: (kpis) => timeTile('line', kpis) },
      {
        kpis: ['revenue', 'revenue-per-customer', 'orders-per-customer'],
        by: GROUPS,
        size: list,
        tile: (kpis, by) => tableTile(kpis, by),
      },
    ],
  },
  subscriptions: {
    core: 'mrr',
    cards: ['mrr', 'arr', 'arpa', 'churn:mrr', 'mrr:new', 'mrr:expansion', 'churn:subscriptions', 'mrr:churned'],
    tiles: [
      { kpis: ['mrr'], size: wide, tile: ([kpi = '']) => timeTile('column', [kpi]) },
      { kpis: ['mrr'], by: ['plan', 'product', ...GROUPS], size: rest, tile: ([kpi = ''], by) => barTile(kpi, by) },
      {
        kpis: ['mrr:new', 'mrr:expansion', 'mrr:contraction', 'mrr:churned'],
        size: half,
        tile: (kpis) => timeTile('line', kpis),
      },
    ],
  },
};

/** What management looks at where there are no sales lines. */
const WITHOUT_REVENUE: readonly Wish[] = [
  { kpis: ['bookings'], size: wide, tile: ([kpi = '']) => timeTile('column', [kpi]) },
  { kpis: ['bookings'], by: ['product', ...GROUPS, ...REPS], size: rest, tile: ([kpi = ''], by) => barTile(kpi, by) },
  { kpis: ['win-rate'], by: REPS, size: half, tile: ([kpi = ''], by) => barTile(kpi, by) },
  { kpis: ['mrr'], size: wide, tile: ([kpi = '']) => timeTile('column', [kpi]) },
  { kpis: ['mrr'], by: ['plan', 'product', ...GROUPS], size: rest, tile: ([kpi = ''], by) => barTile(kpi, by) },
  { kpis: ['new-customers', 'lost-customers'], size: half, tile: (kpis) => timeTile('line', kpis) },
  { kpis: ['lead-conversion'], by: ['source', 'channel'], size: half, tile: ([kpi = ''], by) => barTile(kpi, by) },
  { kpis: ['lead-conversion'], by: GROUPS, size: half, tile: ([kpi = ''], by) => barTile(kpi, by) },
];

const CARDS = 6;
export const CARD_SIZE: Size = { width: 2, height: 3 };

/** What more data would add to a dashboard: `data` are fields and kinds as `KpiEntry.needs` names them. */
export interface Missing {
  readonly data: readonly string[];
  readonly kpis: readonly string[];
}

export interface ReadyDashboard {
  readonly dashboard: Dashboard;
  readonly missing: readonly Missing[];
}

/** What is at hand, as the host's catalogues tell it. */
export interface AtHand {
  readonly kpis: readonly Known[];
  readonly dimensions: readonly DimensionWithKpis[];
  /** The KPIs chosen for the first dashboard; null for those that tell most. */
  readonly cards: readonly string[] | null;
}

/** One ready-made dashboard with the tiles that the data can answer. `nameOf` gives it its name. */
export function readyDashboard(id: ReadyId, atHand: AtHand, nameOf: (id: ReadyId) => string): ReadyDashboard {
  const tiles: { content: TileContent; size: Size }[] = [];
  const wanted: string[] = [];
  if (id === 'management') {
    tiles.push(...managementTiles(atHand));
    wanted.push(...MANAGEMENT_KPIS);
  } else {
    const { core = null, cards, tiles: wishes } = READY[id];
    const isTold = core === null || canAnswer(atHand, core);
    const possible = isTold ? cards.filter((kpi) => canAnswer(atHand, kpi)) : [];
    tiles.push(...possible.slice(0, CARDS).map((kpi) => ({ content: { show: 'kpi' as const, kpi }, size: CARD_SIZE })));
    if (isTold) tiles.push(...grantedTiles(wishes, atHand));
    wanted.push(...cards, ...wishes.flatMap(({ kpis }) => kpis));
  }
  return {
    dashboard: { id, name: nameOf(id), order: READY_IDS.indexOf(id), tiles: [...laidOut(tiles, atHand.dimensions)] },
    missing: missingFor(wanted, atHand.kpis),
  };
}

/** Whether the data answer a reference in any period, in its own variant where it names one. */
function canAnswer({ kpis }: AtHand, reference: string): boolean {
  const { kpi, variant } = parseKpiReference(reference);
  const entry = kpis.find((each) => each.kpi === kpi);
  if (entry === undefined) return false;
  const { possible } = entry.inVariants?.find((each) => each.variant === variant) ?? entry;
  return isAnswered({ ...entry, possible });
}

function granted({ kpis, by, some, tile }: Wish, atHand: AtHand): TileContent | null {
  const answered = kpis.filter((kpi) => canAnswer(atHand, kpi));
  if (answered.length === 0 || (some !== true && answered.length < kpis.length)) return null;
  if (by === undefined) return tile(answered, '');
  const dimension = by.find((key) =>
    atHand.dimensions.some(
      (here) =>
        here.key === key &&
        here.members > 1 &&
        !here.identifier &&
        answered.every((kpi) => here.kpis.includes(parseKpiReference(kpi).kpi)),
    ),
  );
  return dimension === undefined ? null : tile(answered, dimension);
}

function grantedTiles(wishes: readonly Wish[], atHand: AtHand): readonly { content: TileContent; size: Size }[] {
  return wishes.flatMap((wish) => {
    const content = granted(wish, atHand);
    return content === null ? [] : [{ content, size: wish.size }];
  });
}

/**
 * Cards, revenue by month, why it changed, who buys and what sells: the plan of the overview as tiles. Without sales lines bookings,
 * subscriptions and leads.
 */
function managementTiles(atHand: AtHand): readonly { content: TileContent; size: Size }[] {
  const { kpis, dimensions, cards } = atHand;
  const plan = overviewPlan(kpis, dimensions, [], cards);
  const [breakdown] = plan.breakdowns;
  const shown = plan.cards.map((kpi) => ({ content: { show: 'kpi' as const, kpi }, size: CARD_SIZE }));
  if (!canAnswer(atHand, 'revenue')) return [...shown, ...grantedTiles(WITHOUT_REVENUE, atHand)];
  return [
    ...shown,
    { content: timeTile('column', ['revenue']), size: breakdown === undefined ? { ...wide, width: 12 } : wide },
    ...(breakdown === undefined ? [] : [{ content: waterfallTile('revenue', breakdown), size: rest }]),
    ...(plan.ranking === null ? [] : [{ content: rankingTile('revenue', plan.ranking), size: list }]),
    ...(plan.assortment === null ? [] : [{ content: tableTile(plan.assortmentKpis, plan.assortment), size: list }]),
  ];
}

/** CSS pixels of a table tile's title and head, and of a line. */
const TABLE_HEAD = 104;
const TABLE_LINE = 26;

/** Rows of the grid that a ranking fills: its members, the others, the unknown one and the total. */
function tableHeight({ view }: Extract<TileContent, { show: 'table' }>, dimensions: AtHand['dimensions']): number {
  const [row] = view.question.rows;
  const members = dimensions.find(({ key }) => key === row?.dimension)?.members ?? 0;
  const lines = Math.min(members, row?.top?.n ?? members) + 2;
  return Math.ceil((TABLE_HEAD + TABLE_LINE * lines + GAP) / (ROW_HEIGHT + GAP));
}

/**
 * Places in the order given, row after row; the last row of charts is stretched to the right edge, and a table that stands alone is no
 * higher than its lines.
 */
function laidOut(
  tiles: readonly { readonly content: TileContent; readonly size: Size }[],
  dimensions: AtHand['dimensions'],
): readonly Tile[] {
  const placed: Tile[] = [];
  let [x, y, tallest] = [0, 0, 0];
  for (const [index, { content, size }] of tiles.entries()) {
    const isCard = content.show === 'kpi';
    const before = tiles[index - 1];
    const breaksOff = before !== undefined && (before.content.show === 'kpi') !== isCard;
    if (x + size.width > 12 || breaksOff) [x, y, tallest] = [0, y + tallest, 0];
    const next = tiles[index + 1];
    const isLast =
      next === undefined || x + size.width + next.size.width > 12 || (next.content.show === 'kpi') !== isCard;
    const width = isLast && !isCard ? 12 - x : size.width;
    const isAlone = x === 0 && isLast && content.show === 'table';
    const height = isAlone ? Math.min(size.height, tableHeight(content, dimensions)) : size.height;
    placed.push({
      ...content,
      id: `${content.show}-${String(index + 1)}`,
      title: null,
      place: { x, y, width, height },
    });
    x += width;
    tallest = Math.max(tallest, height);
  }
  return packed(placed);
}

/** What is missing for the KPIs that cannot be answered, those that lack the same data together. */
export function missingFor(wanted: readonly string[], kpis: readonly Known[]): readonly Missing[] {
  const ids = new Set(wanted.map((reference) => parseKpiReference(reference).kpi));
  const groups = new Map<string, { data: readonly string[]; kpis: string[] }>();
  for (const { kpi, needsInPeriod } of kpis) {
    if (!ids.has(kpi) || needsInPeriod.length === 0) continue;
    const data = needsInPeriod.toSorted();
    const group = groups.get(data.join(' ')) ?? { data, kpis: [] };
    group.kpis.push(kpi);
    groups.set(data.join(' '), group);
  }
  return [...groups.values()].toSorted((a, b) => b.kpis.length - a.kpis.length);
}
