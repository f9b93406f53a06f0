import type { SeriesInput } from '../charts/build-chart.ts';
import type { ChartCategory } from '../charts/model.ts';
import type { Answer } from '../question.ts';
import { cellsAt, totalOf } from './answer-cells.ts';
import { keyOf } from './member-key.ts';
import type { Words } from './tile-words.ts';

/** A month's target stands at its column, none where no month has one; their total where they are of the same whole period. */
export function targetSeries(
  { kpis, period }: Answer,
  targets: Answer | null,
  categories: readonly Pick<ChartCategory, 'key'>[],
  { t }: Words,
): readonly SeriesInput[] {
  const [info] = kpis;
  if (info === undefined || targets === null) return [];
  const cells = cellsAt(targets, info.ref, 1);
  const points = categories.map(
    ({ key }) => cells.find((cell) => keyOf(cell.row[0], cell.other) === key)?.compare?.value ?? null,
  );
  if (points.every((point) => point === null)) return [];
  const { ref, unit, direction } = info;
  const isWhole = targets.period.spec === period.spec && points.every((point) => point !== null);
  const total = isWhole ? (totalOf(targets, ref)?.compare?.value ?? null) : null;
  return [
    { key: `${ref} target`, name: t('charts:role.target'), role: 'target', of: ref, unit, direction, points, total },
  ];
}
