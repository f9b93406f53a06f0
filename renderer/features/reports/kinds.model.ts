import type { KpiEntry, Output } from '#shared/contract.ts';
import type { Dashboard } from '#shared/dashboards.ts';
import type { RecordKind } from '#shared/record-kinds.ts';
import type { PageKind, Report, ReportPage } from '#shared/reports.ts';
import { hasOneValue } from '../kpis/breakdown.model.ts';

/** Kinds of pages as they are offered: what opens a report, what is told of the numbers, what closes it. */
export const KINDS_OFFERED = [
  ['cover', 'contents'],
  ['summary', 'revenue', 'structure', 'list', 'tiles'],
  ['pipeline', 'forecast', 'goals', 'team', 'customers'],
  ['actions', 'changes', 'definitions'],
] as const satisfies readonly (readonly PageKind[])[];

/** What the workspace has to make pages of. */
export interface AtHand {
  readonly kpis: readonly KpiEntry[];
  readonly dimensions: Output<'catalogue.dimensions'>;
  readonly dashboards: readonly Dashboard[];
  readonly rows: Partial<Readonly<Record<RecordKind, number>>>;
}

const NEEDS: Partial<Readonly<Record<PageKind, RecordKind>>> = { pipeline: 'deal' };
const WISHED = ['region', 'category', 'customer', 'product', 'rep', 'segment', 'country', 'channel', 'city'];
const LISTED_KPIS = ['revenue', 'gross-margin', 'orders'];
const FORECAST_KPIS = ['revenue', 'bookings', 'mrr', 'orders'];

/** KPIs that come to one number and can be counted with the data. */
export const usableKpis = ({ kpis }: AtHand): readonly string[] =>
  kpis.filter((entry) => entry.possible && entry.problem === null && hasOneValue(entry)).map(({ kpi }) => kpi);

/** Dimensions of sales that split anything, the most telling first. */
export function usableDimensions({ dimensions }: AtHand): readonly string[] {
  const keys = dimensions
    .filter(({ kinds, members, identifier }) => kinds.includes('sale') && members > 1 && !identifier)
    .map(({ key }) => key);
  return [...WISHED.filter((wish) => keys.includes(wish)), ...keys.filter((key) => !WISHED.includes(key))];
}

/** Why a kind of page cannot be made here; null where it can. */
export function lackOf(kind: PageKind, atHand: AtHand): 'rows' | 'dimensions' | 'tiles' | null {
  const need = NEEDS[kind];
  if (need !== undefined && (atHand.rows[need] ?? 0) === 0) return 'rows';
  if ((kind === 'structure' || kind === 'list') && usableDimensions(atHand).length === 0) return 'dimensions';
  return kind === 'tiles' && atHand.dashboards.every(({ tiles }) => tiles.length === 0) ? 'tiles' : null;
}

/** A new page of a kind, with the choices that most people make and no other page of the report has made. */
export function newPage(kind: PageKind, id: string, report: Report, atHand: AtHand): ReportPage {
  const every = { id, headline: null, read: false, comment: '' };
  const kpis = usableKpis(atHand);
  const wished = (wishes: readonly string[]): string =>
    wishes.find((wish) => kpis.includes(wish)) ?? kpis[0] ?? 'revenue';
  switch (kind) {
    case 'summary':
      return { ...every, show: kind, kpis: null };
    case 'revenue':
      return { ...every, show: kind, by: null };
    case 'structure':
      return { ...every, show: kind, by: freeDimension(kind, report, atHand) };
    case 'list': {
      const listed = LISTED_KPIS.filter((kpi) => kpis.includes(kpi));
      return {
        ...every,
        show: kind,
        by: freeDimension(kind, report, atHand),
        kpis: listed.length === 0 ? [wished([])] : listed,
      };
    }
    case 'forecast':
      return { ...every, show: kind, kpi: wished(FORECAST_KPIS) };
    case 'actions':
      return { ...every, show: kind, read: true, actions: [{ what: '', owner: '', due: null }] };
    case 'tiles':
      return {
        ...every,
        show: kind,
        tiles: [...(atHand.dashboards.find(({ tiles }) => tiles.length > 0)?.tiles ?? [])],
      };
    case 'cover':
    case 'contents':
    case 'pipeline':
    case 'goals':
    case 'team':
    case 'customers':
    case 'changes':
    case 'definitions':
      return { ...every, show: kind };
  }
}

function freeDimension(kind: 'structure' | 'list', report: Report, atHand: AtHand): string {
  const keys = usableDimensions(atHand);
  const taken = report.pages.flatMap((page) => (page.show === kind ? [page.by] : []));
  return keys.find((key) => !taken.includes(key)) ?? keys[0] ?? 'region';
}
