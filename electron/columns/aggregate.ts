import type { CellValues } from '#engine/ports/column-queries.ts';
import type { Aggregate, Condition, MeasureDefinition } from '#shared/kpi-definition.ts';
import { rowConditions } from '#shared/measures.ts';
import { fromScaled } from '#shared/units.ts';
import { decimalsByCell, rowsByCell } from './by-cell.ts';
import type { PlacedRows } from './cell-rows.ts';
import { commonCells } from './common-cells.ts';
import { distinctByCell, keptByCell, type CodesByCell } from './distinct.ts';
import type { Fields } from './fields.ts';
import { fitsBins, quantileByBins } from './quantile-by-bins.ts';
import { quantileByCell } from './quantile.ts';
import type { MaskOf } from './row-mask.ts';
import { fromMemberSums, medianSum, topSum } from './sums-by-member.ts';
import { countByCell, meanByCell, sumByCell } from './sums.ts';

/** One number a cell: of a measure's own rows and, of a union, those of its other sources; of `kept`, also met in the rows before. */
export function aggregateByCell(
  fields: Fields,
  maskOf: MaskOf,
  lists: readonly [PlacedRows, ...PlacedRows[]],
  measure: MeasureDefinition,
  kept: PlacedRows | null,
): CellValues {
  const { aggregate } = measure;
  if (aggregate.do === 'distinct') return distinctMembers(fields, maskOf, lists, measure, aggregate.field, kept);
  const [rows] = lists;
  const mask = maskOf(measure.kind, [rowConditions(measure)]);
  if (aggregate.do === 'count') return valuesOf(countByCell(rows, mask), rows, 0);
  const values = fields.decimals(measure.kind, aggregate.field);
  const none = aggregate.do === 'sum' || aggregate.do === 'top-sum' ? 0 : NaN;
  if (values === null) return { at: () => none };
  const numbers = (): Float64Array => {
    switch (aggregate.do) {
      case 'sum':
        return sumByCell(rows, values, mask);
      case 'mean':
        return meanByCell(rows, values, mask);
      case 'quantile':
        return fitsBins(rows.cellCount)
          ? quantileByBins(rows, values, mask, aggregate.q)
          : quantileByCell(decimalsByCell(rows, mask, values), aggregate.q);
      case 'top-sum':
      case 'median-sum': {
        const codes = fields.codes(measure.kind, aggregate.by);
        if (codes === null) return new Float64Array(0);
        const combine = aggregate.do === 'top-sum' ? topSum(aggregate.n) : medianSum;
        return fromMemberSums(rowsByCell(rows, mask), values, codes, combine);
      }
    }
  };
  const { at } = valuesOf(numbers(), rows, none);
  return { at: (key) => fromScaled(at(key)) };
}

function valuesOf(
  numbers: ArrayLike<number>,
  { idOf }: { readonly idOf: (key: number) => number },
  none: number,
): CellValues {
  return { at: (key) => numbers[idOf(key)] ?? none };
}

function distinctMembers(
  fields: Fields,
  maskOf: MaskOf,
  lists: readonly PlacedRows[],
  measure: MeasureDefinition,
  field: string,
  kept: PlacedRows | null,
): CellValues {
  const all = kept === null ? lists : [...lists, kept];
  const common = commonCells(all);
  const coded = all.flatMap((rows, i): readonly CodesByCell[] => {
    const { kind } = rows.request;
    const codes = fields.codes(kind, field);
    const mask = maskOf(kind, conditionsOn(measure, rows));
    return codes === null ? [] : [{ rows, mask, codes, ids: common.ids[i] ?? null }];
  });
  const [now, before] = coded;
  if (kept === null) return valuesOf(distinctByCell(coded, common.cellCount), common, 0);
  if (now === undefined || before === undefined) return { at: () => 0 };
  return valuesOf(keptByCell(now, before, common.cellCount), common, 0);
}

/** What a union asks of these rows: of all its sources, those of the same kind and date. */
function conditionsOn(
  measure: MeasureDefinition,
  { request: { kind, date } }: PlacedRows,
): readonly (readonly Condition[])[] {
  const own = { kind: measure.kind, date: measure.date, where: rowConditions(measure) };
  const sources = [own, ...alsoOf(measure.aggregate)];
  return sources.flatMap((source) => (source.kind === kind && source.date === date ? [source.where] : []));
}

function alsoOf(aggregate: Aggregate): readonly { kind: string; date: string; where: readonly Condition[] }[] {
  return aggregate.do === 'distinct' ? (aggregate.also ?? []) : [];
}
