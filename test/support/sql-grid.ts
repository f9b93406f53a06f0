import type { Database } from 'better-sqlite3';
import { OTHER, type DimensionRef, type Filter, type Grain, type Question } from '#shared/question.ts';
import {
  bestOf,
  daysOf,
  type AxisName,
  type GridSource,
  type Moment,
  type Path,
  type Ranked,
  type Step,
} from './grid-layout.ts';
import { iso, periodOf, type Clock } from './reference/time.ts';

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const name = (field: string): string => `"${field}"`;
const between = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  `date BETWEEN ${text(iso(from))} AND ${text(iso(to))}`;
const all = (conditions: readonly string[]): string => ['1', ...conditions].join(' AND ');

const GROUPED = ['week', 'month', 'fiscal-quarter'] as const;

/** The rows of a workspace file as text and ten-thousandths, in a table of this connection, with the units of a date and the names of a number. */
export function openSales(db: Database, clock: Clock): void {
  const fields = db
    .prepare<[], { id: number; key: string; type: string; dimension: string | null }>(
      `SELECT id, key, type, dimension FROM field WHERE kind = 'sale'`,
    )
    .all();
  const of = ({ id, type, dimension }: (typeof fields)[number]): string => {
    const column = `row.f${String(id)}`;
    if (type === 'date') return `date(${column} * 86400, 'unixepoch')`;
    if (dimension === null) return column;
    return `(SELECT name FROM member WHERE dimension = ${text(dimension)} AND code = ${column})`;
  };
  const keys = ['date', 'amount', 'order', 'cost', 'region', 'rep', 'customer', 'custom:Due', 'custom:Weight'];
  const known = keys.map((key) => {
    const field = fields.find((one) => one.key === key);
    return `${field === undefined ? 'NULL' : of(field)} AS ${name(key)}`;
  });
  const [due, weight] = [name('custom:Due'), name('custom:Weight')];
  const size = `CASE WHEN ${weight} % 10000 = 0 THEN ${weight} / 10000 ELSE ${weight} / 10000.0 END`;
  const grouped = [
    ...GROUPED.map((grain) => `${bucketOf(grain, clock, due)} AS ${name(`${grain}:custom:Due`)}`),
    `CAST(${size} AS TEXT) AS ${name('value:custom:Weight')}`,
  ];
  db.exec(
    `CREATE TEMP TABLE sale AS SELECT *, ${grouped.join(', ')} FROM (SELECT ${known.join(', ')} FROM row_sale AS row)`,
  );
  db.exec('CREATE TEMP TABLE bucket (moment TEXT, key TEXT, first TEXT, last TEXT)');
  db.exec('CREATE TEMP TABLE kept (place TEXT, parents TEXT, member TEXT)');
}

/** A day's period by SQLite's own calendar; the fiscal year begins so many months before the year it is named after. */
function bucketOf(grain: Grain, { fiscalYearStart }: Clock, date = 'date'): string {
  const moved = `date(${date}, 'start of month', '+${String((13 - fiscalYearStart) % 12)} months')`;
  const quarter = (of: string): string => `'-Q' || ((CAST(strftime('%m', ${of}) AS INTEGER) + 2) / 3)`;
  switch (grain) {
    case 'day':
      return date;
    case 'week':
      return `strftime('%G-W%V', ${date})`;
    case 'quarter':
      return `strftime('%Y', ${date}) || ${quarter(date)}`;
    case 'year':
      return `strftime('%Y', ${date})`;
    case 'fiscal-quarter':
      return `'FY' || strftime('%Y', ${moved}) || ${quarter(moved)}`;
    case 'fiscal-year':
      return `'FY' || strftime('%Y', ${moved})`;
    case 'month':
      return `strftime('%Y-%m', ${date})`;
  }
}

function condition(filter: Exclude<Filter, { readonly op: 'top' }>, clock: Clock): string {
  const field = name(filter.dimension);
  const like = (pattern: string): string => `coalesce(${field} LIKE ${text(pattern)} ESCAPE '\\', 0)`;
  const part = 'text' in filter ? filter.text.replaceAll(/[\\%_]/g, String.raw`\$&`) : '';
  switch (filter.op) {
    case 'in':
    case 'not-in': {
      const known = filter.values.flatMap((value) => (value === null ? [] : [text(value)]));
      const found = `coalesce(${field} IN (${known.join(', ')}), 0)`;
      const either = filter.values.includes(null) ? `(${found} OR ${field} IS NULL)` : found;
      return filter.op === 'in' ? either : `NOT ${either}`;
    }
    case 'contains':
      return like(`%${part}%`);
    case 'not-contains':
      return `NOT ${like(`%${part}%`)}`;
    case 'starts-with':
      return like(`${part}%`);
    case 'ends-with':
      return like(`%${part}`);
    case 'blank':
      return `${field} IS NULL`;
    case 'not-blank':
      return `${field} IS NOT NULL`;
    case 'between':
      return all([
        ...(filter.from === null ? [] : [`${field} >= ${String(filter.from * 10_000)}`]),
        ...(filter.to === null ? [] : [`${field} <= ${String(filter.to * 10_000)}`]),
      ]);
    case 'period':
      return between(periodOf(filter.period, clock));
  }
}

interface Found {
  readonly rows: number;
  readonly revenue: number;
  readonly orders: number;
  readonly costed: number | null;
  readonly cost: number | null;
  readonly median: number;
  readonly [step: `s${string}`]: Step;
}
type Sums = Omit<Found, `s${string}`>;
const SUMS = [
  'COUNT(*) AS rows',
  'SUM(amount) AS revenue',
  'COUNT(DISTINCT "order") AS orders',
  'SUM(CASE WHEN cost IS NOT NULL THEN amount END) AS costed',
  'SUM(cost) AS cost',
  'AVG(CASE WHEN place IN ((among + 1) / 2, (among + 2) / 2) THEN amount END) AS median',
].join(', ');

function measured(kpi: string, found: Sums | undefined): number | null {
  const { revenue = 0, orders = 0, costed = null, cost = null, median = null } = found ?? {};
  switch (kpi) {
    case 'revenue':
      return revenue / 10_000;
    case 'orders':
      return orders;
    case 'average-order-value':
      return orders === 0 ? null : revenue / 10_000 / orders;
    case 'gross-margin':
      return costed === null || costed === 0 ? null : (costed - (cost ?? 0)) / costed;
    case 'typical-sale':
      return median === null ? null : median / 10_000;
    default:
      throw new Error(`no KPI ${kpi}`);
  }
}

/** Tables by GROUP BY over the table `openSales` makes: one statement a level and moment. */
export function sqlGrid(db: Database, question: Question, clock: Clock): GridSource {
  db.exec('DELETE FROM bucket; DELETE FROM kept');
  const refs: Readonly<Record<AxisName, readonly DimensionRef[]>> = { rows: question.rows, columns: question.columns };
  const now = daysOf(question, 'now', clock).whole;
  if (now === null) throw new Error('a question of no time');

  /** Members by a KPI, under each combination of other names. */
  const ranked = (from: string, parents: string, field: string, by: string): ReadonlyMap<string, readonly Ranked[]> => {
    const found = levelOf(`${from}`, [parents, name(field)]);
    const groups = new Map<string, Ranked[]>();
    for (const { path, sums } of found) {
      const group = groups.get(String(path[0])) ?? [];
      group.push({ member: path[1] ?? null, value: measured(by, sums) ?? 0 });
      groups.set(String(path[0]), group);
    }
    return groups;
  };
  const levelOf = (from: string, steps: readonly string[]): readonly { path: Path; sums: Sums }[] => {
    const named = steps.map((step, i) => `${step} AS s${String(i)}`);
    const alike = steps.map((_, i) => `s${String(i)}`).join(', ');
    const over = alike === '' ? '' : `PARTITION BY ${alike}`;
    const placed = `SELECT ${[...named, 'amount', '"order"', 'cost'].join(', ')} FROM ${from}`;
    const counted = `SELECT *, ROW_NUMBER() OVER (${over} ORDER BY amount) AS place, COUNT(*) OVER (${over}) AS among FROM (${placed})`;
    const select = [alike, SUMS].filter((one) => one !== '').join(', ');
    const grouped = alike === '' ? '' : `GROUP BY ${alike}`;
    return db
      .prepare<[], Found>(`SELECT ${select} FROM (${counted}) ${grouped}`)
      .all()
      .filter(({ rows }) => rows > 0)
      .map((sums) => ({ path: steps.map((_, i) => sums[`s${String(i)}` as const] ?? null), sums }));
  };

  const plain = all(question.filters.flatMap((one) => (one.op === 'top' ? [] : [condition(one, clock)])));
  const inTops = question.filters.flatMap((filter) => {
    if (filter.op !== 'top') return [];
    const [members = []] = ranked(
      `sale WHERE ${all([plain, between(now)])}`,
      '0',
      filter.dimension,
      filter.by,
    ).values();
    const keep = bestOf(members, filter, filter.dimension);
    return [condition({ op: 'in', dimension: filter.dimension, values: [...keep] }, clock)];
  });
  const passing = all([plain, ...inTops]);

  /** Only what has more members than its top is united anywhere. */
  const isUnited = new Set<string>();
  const placeOf = (axis: AxisName, depth: number): string => `${axis} ${String(depth)}`;
  const parentsOf = (axis: AxisName, depth: number): string => {
    const above = refs[axis]
      .slice(0, depth)
      .flatMap(({ dimension }, i) => (dimension === 'date' ? [] : [memberOf(axis, i)]));
    return `json_array(${above.join(', ')})`;
  };
  const memberOf = (axis: AxisName, depth: number): string => {
    const member = name(refs[axis][depth]?.dimension ?? '');
    const place = placeOf(axis, depth);
    if (!isUnited.has(place)) return member;
    const found = `SELECT 1 FROM kept WHERE place = ${text(place)} AND parents = ${parentsOf(axis, depth)} AND kept.member IS ${member}`;
    return `CASE WHEN EXISTS (${found}) THEN ${member} ELSE ${text(OTHER)} END`;
  };
  const keep = db.prepare('INSERT INTO kept VALUES (?, ?, ?)');
  for (const axis of ['rows', 'columns'] as const)
    refs[axis].forEach(({ dimension, top }, depth) => {
      if (top === undefined) return;
      const by = top.by ?? question.kpis[0] ?? '';
      const groups = ranked(`sale WHERE ${all([passing, between(now)])}`, parentsOf(axis, depth), dimension, by);
      if (![...groups.values()].some((members) => members.length > top.n)) return;
      for (const [parents, members] of groups)
        for (const member of bestOf(members, top, dimension)) keep.run(placeOf(axis, depth), parents, member);
      isUnited.add(placeOf(axis, depth));
    });

  const dated = [...question.rows, ...question.columns].find(({ dimension }) => dimension === 'date');
  const insert = db.prepare('INSERT INTO bucket VALUES (?, ?, ?, ?)');
  for (const moment of ['previous', 'last-year', 'so-far'] as const)
    if (dated !== undefined)
      for (const { key, from, to } of daysOf(question, moment, clock).dates(dated.grain))
        insert.run(moment, key, iso(from), iso(to));

  /** Rows at a moment: by their own date now, else by the dates whose days at that moment they lie in. */
  const rowsAt = (moment: Moment, hasDate: boolean): string => {
    if (moment !== 'now' && hasDate)
      return `sale JOIN bucket ON date BETWEEN first AND last AND moment = ${text(moment)} WHERE ${passing}`;
    const { whole } = daysOf(question, moment, clock);
    return `sale WHERE ${all([passing, whole === null ? '0' : between(whole)])}`;
  };
  const levels = new Map<string, ReadonlyMap<string, Sums>>();
  const level = (moment: Moment, down: number, across: number): ReadonlyMap<string, Sums> => {
    const key = [moment, down, across].join(' ');
    const known = levels.get(key);
    if (known !== undefined) return known;
    const steps = (axis: AxisName, depth: number): readonly string[] =>
      refs[axis].slice(0, depth).map(({ dimension, grain }, i) => {
        if (dimension !== 'date') return memberOf(axis, i);
        return moment === 'now' ? bucketOf(grain ?? 'month', clock) : 'bucket.key';
      });
    const hasDate = [...refs.rows.slice(0, down), ...refs.columns.slice(0, across)].some((ref) => ref === dated);
    const found = levelOf(rowsAt(moment, hasDate), [...steps('rows', down), ...steps('columns', across)]);
    const fresh = new Map(found.map(({ path, sums }) => [JSON.stringify(path), sums]));
    levels.set(key, fresh);
    return fresh;
  };
  const at = (moment: Moment, row: Path, column: Path): Sums | undefined =>
    level(moment, row.length, column.length).get(JSON.stringify([...row, ...column]));

  return {
    members: (axis, parent, moments) => {
      const depth = parent.length;
      const found = moments.flatMap((moment) => {
        const met = axis === 'rows' ? level(moment, depth + 1, 0) : level(moment, 0, depth + 1);
        return [...met.keys()]
          .map((key) => JSON.parse(key) as Path)
          .filter((path) => parent.every((step, i) => path[i] === step))
          .map((path) => path[depth] ?? null);
      });
      return [...new Set(found)];
    },
    count: (moment, row, column) => at(moment, row, column)?.rows ?? 0,
    value: (kpi, moment, row, column) => measured(kpi, at(moment, row, column)),
    isKnown: db.prepare(`SELECT 1 FROM sale WHERE ${passing}`).get() !== undefined,
  };
}
