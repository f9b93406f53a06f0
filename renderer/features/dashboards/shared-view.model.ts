import { isAtHand } from '#shared/grouped-fields.ts';
import type { Dashboard } from '#shared/dashboards.ts';
import { parseKpiReference } from '#shared/kpi-reference.ts';
import type { OwnKpi } from '#shared/own-kpi.ts';
import type { Filter, Question } from '#shared/question.ts';
import type { Shared } from '#shared/sharing.ts';

type Asked = Pick<Question, 'kpis' | 'rows' | 'columns' | 'filters'>;

/** The names in a formula, but for texts in quotes and for fields after a dot. */
const NAMES = /"(?:[^"]|"")*"|(?<![.\w-])[A-Za-z]\w*(?:-\w+)*/g;

/** KPIs that are asked for, shown or ordered by, as they are referred to. */
function referred({ kpis, rows, columns, filters }: Asked): readonly string[] {
  const by = [...rows, ...columns].flatMap(({ order, top }) => [order?.by, top?.by]);
  const tops = filters.flatMap((filter) => (filter.op === 'top' ? [filter.by] : []));
  return [...kpis, ...by, ...tops].filter((each) => each !== undefined);
}

/** KPIs that the tiles of a dashboard refer to. */
export function referredIn({ tiles }: Pick<Dashboard, 'tiles'>): readonly string[] {
  return tiles.flatMap((tile) => {
    switch (tile.show) {
      case 'kpi':
        return [tile.kpi];
      case 'chart':
        return referred(tile.question);
      case 'table':
        return referred(tile.view.question);
      case 'text':
        return [];
    }
  });
}

/** The KPIs of one's own among them and in their formulas, each after those that its formula names. */
export function carriedKpis(references: readonly string[], own: readonly OwnKpi[]): OwnKpi[] {
  const byId = new Map(own.map((kpi) => [kpi.id, kpi]));
  const carried = new Set<OwnKpi>();
  const seen = new Set<string>();
  const carry = (id: string): void => {
    const kpi = byId.get(id);
    if (kpi === undefined || seen.has(id)) return;
    seen.add(id);
    for (const [name] of kpi.formula.matchAll(NAMES)) carry(name);
    carried.add(kpi);
  };
  for (const reference of references) carry(parseKpiReference(reference).kpi);
  return [...carried];
}

/** What a file adds to a workspace that has KPIs of its own already. */
export interface Addition {
  /** To be made, in this order. */
  readonly kpis: readonly OwnKpi[];
  /** The file's dashboard or question in the words of this workspace. */
  readonly shared: Shared;
  /** Dimensions of its filters that this workspace does not have: those filters are left out. */
  readonly unknown: readonly string[];
}

/**
 * What is new in a file, so that nothing here is changed: a KPI that stands here just so is not made again, and one whose id stands for
 * something else here gets another, in the tiles and in formulas too. Example: 'net' beside another 'net' becomes 'net-2'.
 */
export function additionOf(
  shared: Shared,
  own: readonly OwnKpi[],
  taken: ReadonlySet<string>,
  dimensions: ReadonlySet<string>,
): Addition {
  const ids = new Map<string, string>();
  const used = new Set([...taken, ...own.map(({ id }) => id)]);
  const kpis: OwnKpi[] = [];
  for (const sent of shared.kpis ?? []) {
    const kpi = { ...sent, formula: renamedFormula(sent.formula, ids) };
    const here = own.find(({ id }) => id === sent.id);
    if (here !== undefined && JSON.stringify(inOrder(here)) === JSON.stringify(inOrder(kpi))) continue;
    const id = freeId(sent.id, used);
    used.add(id);
    if (id !== sent.id) ids.set(sent.id, id);
    kpis.push({ ...kpi, id });
  }
  const filters = shared.what === 'dashboard' ? (shared.scope?.filters ?? []) : [];
  const unknown = filters.map(({ dimension }) => dimension).filter((dimension) => !isAtHand(dimension, dimensions));
  return { kpis, shared: withKnown(renamed(shared, ids), dimensions), unknown: [...new Set(unknown)] };
}

const inOrder = ({ id, name, definition, category, direction, unit, formula }: OwnKpi): readonly string[] => [
  id,
  name,
  definition,
  category,
  direction,
  unit,
  formula,
];

function freeId(id: string, used: ReadonlySet<string>): string {
  if (!used.has(id)) return id;
  let number = 2;
  while (used.has(`${id.slice(0, 55)}-${String(number)}`)) number++;
  return `${id.slice(0, 55)}-${String(number)}`;
}

type Ids = ReadonlyMap<string, string>;

const renamedFormula = (formula: string, ids: Ids): string =>
  formula.replaceAll(NAMES, (name) => ids.get(name) ?? name);

function renamedReference(reference: string, ids: Ids): string {
  const { kpi } = parseKpiReference(reference);
  return (ids.get(kpi) ?? kpi) + reference.slice(kpi.length);
}

/** Every reference to a KPI, wherever a question or a view has one: in `kpi`, `kpis` and `by`. */
function renamed(shared: Shared, ids: Ids): Shared {
  if (ids.size === 0) return shared;
  const named = (value: unknown): unknown => (typeof value === 'string' ? renamedReference(value, ids) : value);
  // Of the same shape: only strings in the place of strings. Schemas are not for the page, whose policy forbids what they compile.
  return JSON.parse(JSON.stringify(shared), (key, value: unknown) => {
    if (key === 'kpi' || key === 'by') return named(value);
    return key === 'kpis' && Array.isArray(value) ? value.map(named) : value;
  }) as Shared;
}

function withKnown(shared: Shared, dimensions: ReadonlySet<string>): Shared {
  if (shared.what === 'view' || shared.scope === undefined) return shared;
  const filters = shared.scope.filters.filter((filter: Filter) => isAtHand(filter.dimension, dimensions));
  return { ...shared, scope: { ...shared.scope, filters } };
}
