import type { Dashboard, Tile } from '#shared/dashboards.ts';
import type { ReportTemplate } from '#shared/report-choices.ts';
import { resolvePeriod } from '#shared/period.ts';
import type { PageOf, Report, ReportPage } from '#shared/reports.ts';
import { forecastableKpis } from '../forecast/forecastable-kpis.ts';
import { seriesOf } from '../forecast/series.ts';
import { dataRange, type QuestionContext } from '../question/context.ts';
import { clockOf } from '../question/plan.ts';
import { atHand, type AtHand } from './at-hand.ts';
import { goalsWithin } from './goals-of-report.ts';
import type { ReportContext, ReportWords } from './report-context.ts';

interface Asked {
  readonly template: ReportTemplate;
  readonly dashboard: Dashboard | null;
  readonly paper: Report['paper'];
}

/** What a template looks at to see which of its pages the data fill. */
type Data = Pick<ReportContext, 'question' | 'goals' | 'pipeline'>;

/** On one page: rows of a dashboard's grid. */
const GRID_ROWS = 14;
const MOST_KPIS = 10;
/** A forecast of fewer months than a season would be a guess. */
const LEAST_MONTHS = 6;

const TEAM_KPIS = [
  'revenue',
  'target-attainment',
  'sales-per-rep',
  'reps-at-quota',
  'bookings',
  'win-rate',
  'deal-size',
  'sales-cycle',
  'weighted-pipeline',
  'pipeline-coverage',
  'meetings-per-rep',
  'calls-per-rep',
];
const CUSTOMER_KPIS = [
  'active-customers',
  'new-customers',
  'lost-customers',
  'retention',
  'revenue-per-customer',
  'orders-per-customer',
  'average-order-value',
  'clv',
  'cac',
  'top-10-share',
];
/** Of a list, as far as the data split them. */
const LIST_KPIS: Readonly<Record<string, readonly string[]>> = {
  product: ['revenue', 'units', 'orders', 'gross-profit', 'gross-margin'],
  rep: ['revenue', 'quota', 'target-attainment', 'win-rate', 'bookings'],
  customer: ['revenue', 'orders', 'average-order-value', 'gross-margin'],
};
const REGIONS = ['region', 'country', 'city'];
const PRODUCTS = ['category', 'product'];

/**
 * The template's pages as far as the data fill them, under an id of its own: what they cannot answer is left out. Pages that are
 * drafted from numbers begin as unread. `own` is a dashboard's tiles, so many rows of it on a page.
 */
export function reportFromTemplate(
  { template, dashboard, paper }: Asked,
  id: string,
  data: Data,
  words: ReportWords,
): Report {
  const period = template === 'monthly' ? finishedMonth(data.question) : 'latest-year';
  const pages = template === 'own' ? tilePages(dashboard) : PAGES[template](atHand(data.question), { ...data, period });
  return {
    id,
    name: dashboard?.name ?? words.say(`report:template.${template}`),
    template,
    paper,
    locale: words.format.locale,
    period,
    compare: 'last-year',
    filters: [],
    brand: { company: null, logo: null, colour: null, confidentiality: null },
    names: { customer: 'names', rep: 'names' },
    pages: pages.length === 0 ? [plain('definitions')] : [...pages],
  };
}

/** A month that has only begun says little: the one before it, where the data reach back to that. */
function finishedMonth(context: QuestionContext): string {
  const range = dataRange(context.queries);
  const latest = resolvePeriod('latest-month', clockOf(context, range));
  return latest.open && range !== null && range.from < latest.from ? 'last-month' : 'latest-month';
}

type InPeriod = Data & { readonly period: string };

const PAGES: Readonly<Record<Exclude<ReportTemplate, 'own'>, (here: AtHand, data: InPeriod) => readonly ReportPage[]>> =
  {
    board: (here, data) => [
      plain('cover'),
      plain('contents'),
      ...summary(null),
      ...revenue(here),
      ...structure(here, REGIONS),
      ...structure(here, PRODUCTS),
      ...structure(here, ['customer']),
      ...pipeline(data),
      ...forecast(data.question),
      ...goals(data),
      actions(),
      plain('changes', 'changes', false),
      plain('definitions'),
    ],
    monthly: (here) => [
      ...summary(null),
      ...revenue(here),
      ...structure(here, REGIONS),
      ...structure(here, PRODUCTS),
      ...(list(here, 'product').length > 0 ? list(here, 'product') : list(here, 'rep')),
      plain('definitions'),
    ],
    team: (here, data) => [
      ...summary(TEAM_KPIS.filter(here.answers)),
      ...(['revenue', 'bookings', 'calls', 'meetings', 'demos'].some((kpi) => here.splits(kpi, 'rep'))
        ? [plain('team', 'team', false)]
        : []),
      ...list(here, 'rep'),
      ...pipeline(data),
      ...goals(data),
      actions(),
      plain('definitions'),
    ],
    customers: (here) => [
      ...summary(CUSTOMER_KPIS.filter(here.answers)),
      ...(here.answers('active-customers') ? [plain('customers', 'customers', false)] : []),
      ...structure(here, ['customer']),
      ...list(here, 'customer'),
      plain('definitions'),
    ],
  };

type Plain = 'cover' | 'contents' | 'pipeline' | 'goals' | 'team' | 'customers' | 'changes' | 'definitions';

const blank = (id: string, read = false) => ({ id, headline: null, read, comment: '' });

/** `read`: its headline says nothing of the numbers. */
function plain(show: Plain, id: string = show, read = true): PageOf<Plain> {
  return { ...blank(id, read), show };
}

const actions = (): ReportPage => ({ ...blank('actions', true), show: 'actions', actions: [] });

/** Null for those that the data allow. */
function summary(kpis: readonly string[] | null): readonly ReportPage[] {
  if (kpis !== null && kpis.length === 0) return [];
  return [{ ...blank('summary'), show: 'summary', kpis: kpis === null ? null : kpis.slice(0, MOST_KPIS) }];
}

function revenue(here: AtHand): readonly ReportPage[] {
  return here.answers('revenue') ? [{ ...blank('revenue'), show: 'revenue', by: null }] : [];
}

/** By the first of the dimensions that the data have. */
function structure(here: AtHand, dimensions: readonly string[]): readonly ReportPage[] {
  const by = dimensions.find((dimension) => here.splits('revenue', dimension));
  return by === undefined ? [] : [{ ...blank(`structure-${by}`), show: 'structure', by }];
}

function list(here: AtHand, by: string): readonly ReportPage[] {
  const kpis = (LIST_KPIS[by] ?? []).filter((kpi) => here.splits(kpi, by));
  return kpis.length === 0 ? [] : [{ ...blank(`list-${by}`), show: 'list', by, kpis }];
}

function pipeline({ pipeline: of }: InPeriod): readonly ReportPage[] {
  return of([]).refusal === null ? [plain('pipeline', 'pipeline', false)] : [];
}

function forecast(context: QuestionContext): readonly ReportPage[] {
  const kpi = 'revenue';
  if (!forecastableKpis(context).includes(kpi)) return [];
  const { closed } = seriesOf({ kpi, filters: [], variants: {}, grain: 'month' }, context);
  return closed.length < LEAST_MONTHS ? [] : [{ ...blank('forecast'), show: 'forecast', kpi }];
}

function goals(data: InPeriod): readonly ReportPage[] {
  return goalsWithin(data, { period: data.period, filters: [] }).length === 0 ? [] : [plain('goals', 'goals', false)];
}

/** The dashboard from the top, so many of its rows on a page; tiles beside each other stay so. */
function tilePages(dashboard: Dashboard | null): readonly ReportPage[] {
  const tiles = (dashboard?.tiles ?? []).toSorted((a, b) => a.place.y - b.place.y || a.place.x - b.place.x);
  const chunks: Tile[][] = [];
  let top = 0;
  for (const tile of tiles) {
    const last = chunks.at(-1);
    const isBeside = last?.some(({ place }) => place.y === tile.place.y) === true;
    if (last !== undefined && (isBeside || tile.place.y + tile.place.height - top <= GRID_ROWS)) last.push(tile);
    else {
      chunks.push([tile]);
      top = tile.place.y;
    }
  }
  const pages = chunks.map((chunk, at): ReportPage => ({
    ...blank(`tiles-${String(at + 1)}`),
    show: 'tiles',
    tiles: chunk,
  }));
  return pages.length === 0 ? [] : [plain('cover'), ...pages, plain('definitions')];
}
