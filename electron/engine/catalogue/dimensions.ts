import type { Output } from '#shared/contract.ts';
import { AppError } from '#shared/errors.ts';
import { DATED_KINDS } from '#shared/record-kinds.ts';
import type { Settings } from '#shared/settings.ts';
import { BUILT_IN } from '../formula/built-in.ts';
import { inputsOf, type Input } from '../formula/expression.ts';
import { resolveKpi, type Definitions } from '../formula/resolve-kpi.ts';
import { isAvailableIn } from '../question/measure-needs.ts';
import { partsOf } from '../question/measure-parts.ts';
import { refusalOf } from '../question/refusal.ts';
import { compareLabels } from '../question/member-order.ts';
import { memberNames } from '../question/member-names.ts';
import type { ColumnQueries } from '../ports/column-queries.ts';

/**
 * Text fields with values, those of several kinds once, in the order of the kinds and their fields, each with the KPIs that can be
 * split by it. Throws what reading the definitions throws.
 */
export function dimensions(
  queries: ColumnQueries,
  settings: Pick<Settings, 'variants'> = { variants: {} },
  definitions: Definitions = BUILT_IN,
): Output<'catalogue.dimensions'> {
  const { columns } = queries;
  const kpis = kpiInputs(queries, settings, definitions);
  const found = new Map<string, Output<'catalogue.dimensions'>[number]>();
  for (const kind of DATED_KINDS)
    for (const { key, label, identifier, dimension, derived } of columns.table(kind)?.fields ?? []) {
      if (dimension === null || derived === true) continue;
      const known = found.get(key);
      const members = known?.members ?? columns.members(dimension).filter((name) => name !== '').length;
      const answering = known?.kpis ?? kpis.flatMap(({ id, inputs }) => (isAnswered(inputs, key, queries) ? [id] : []));
      const kinds = [...(known?.kinds ?? []), kind];
      found.set(key, { key, label, members, identifier, kinds, kpis: answering });
    }
  return [...found.values()];
}

/**
 * Numbers and dates with values, those of several kinds once, in the order of the kinds and their fields; what is worked out from others
 * is left out. A key that is a number in one kind and a date in another goes by the first.
 * Example: sales with an amount and a column of their own, Frakt, have the number amount and the number custom:Frakt.
 */
export function rowFields({ columns }: Pick<ColumnQueries, 'columns'>): Output<'catalogue.rowFields'> {
  const found = new Map<string, Output<'catalogue.rowFields'>[number]>();
  for (const kind of DATED_KINDS)
    for (const { key, label, type, derived } of columns.table(kind)?.fields ?? []) {
      const is = type === 'decimal' ? 'number' : type === 'date' || type === 'instant' ? 'day' : null;
      if (is === null || derived === true) continue;
      const known = found.get(key);
      found.set(
        key,
        known === undefined ? { key, label, is, kinds: [kind] } : { ...known, kinds: [...known.kinds, kind] },
      );
    }
  return [...found.values()];
}

interface KpiInputs {
  readonly id: string;
  /** What it reads member by member, not what it is only compared with. */
  readonly inputs: readonly Input[];
}

function kpiInputs(
  queries: ColumnQueries,
  { variants }: Pick<Settings, 'variants'>,
  definitions: Definitions,
): readonly KpiInputs[] {
  const isAvailable = isAvailableIn(queries);
  return [...definitions.kpis.keys()].map((id) => {
    const { expression } = resolveKpi(id, variants, definitions, isAvailable);
    return { id, inputs: inputsOf(expression).filter(({ total }) => !total) };
  });
}

/** Of a measure over several kinds one is enough. */
function isAnswered(inputs: readonly Input[], dimension: string, queries: ColumnQueries): boolean {
  return inputs.every(({ measure, over }) => {
    const asked = over === null ? [dimension] : [dimension, over];
    return partsOf(measure).some((part) => refusalOf(part, asked, [], queries, true) === null);
  });
}

/**
 * Members of a dimension whose name holds the search text, the ones with the most rows first; the unknown member only without a search.
 * `total` counts all that match. Throws E_UNKNOWN_DIMENSION where no kind has values in it.
 */
export function members(
  { columns }: ColumnQueries,
  dimension: string,
  search: string,
  limit: number,
): Output<'catalogue.members'> {
  const tables = columns.kinds().flatMap((kind) => columns.table(kind)?.codes(dimension) ?? []);
  if (tables.length === 0)
    throw new AppError('E_UNKNOWN_DIMENSION', `There is no dimension "${dimension}".`, { dimension });
  const names = memberNames({ columns }, dimension);
  const rows = new Int32Array(names.length);
  for (const codes of tables)
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] ?? 0;
      rows[code] = (rows[code] ?? 0) + 1;
    }
  const wanted = search.trim().toLocaleLowerCase('sv');
  const matching = names.flatMap((name, code) => {
    const count = rows[code] ?? 0;
    const matches = code === 0 ? wanted === '' : name.toLocaleLowerCase('sv').includes(wanted);
    return count > 0 && matches ? [{ name: code === 0 ? null : name, rows: count }] : [];
  });
  matching.sort((a, b) => b.rows - a.rows || compareLabels(a.name ?? '', b.name ?? ''));
  return { total: matching.length, members: matching.slice(0, limit) };
}
