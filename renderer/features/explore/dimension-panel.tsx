import { useTranslation } from 'react-i18next';
import { COHORT_GRAINS } from '#shared/derived-fields.ts';
import { groupedField } from '#shared/grouped-fields.ts';
import { DATE_DIMENSION } from '#shared/members.ts';
import type { DimensionRef, Grain, MemberOrder } from '#shared/question.ts';
import { Select } from '../../ui/select.tsx';
import { useExploring } from './explore-context.ts';
import { grainsOf } from './fields.model.ts';
import { TopFields } from './top-fields.tsx';
import { byGrain, grainOf, isByFirstPurchase, withRef } from './view.model.ts';
import { grainName, pathName } from './words.model.ts';

const LABEL = ' label';
const ALL = ' all';
const SUBTOTALS = ['above', 'below', 'none'] as const;
const MOST_PLACES = 60;

/** What members stand in the order of where it is not a value. */
function labelOrder(ref: DimensionRef): 'byTime' | 'bySize' | 'byName' {
  if (grainOf(ref) !== null) return 'byTime';
  return groupedField(ref.dimension) === null ? 'byName' : 'bySize';
}

/** The settings of a dimension on rows or columns: grain, order, the best of it, subtotals, periods without rows. */
export function DimensionPanel({
  place,
}: {
  readonly place: { readonly well: 'rows' | 'columns'; readonly index: number };
}) {
  const { t } = useTranslation();
  const { view, edit, words, fields, members } = useExploring();
  const { well, index } = place;
  const ref = view[well][index];
  if (ref === undefined) return null;
  const isDate = ref.dimension === DATE_DIMENSION;
  const byFirst = isByFirstPurchase(ref.dimension);
  const grain = byFirst ? (ref.grain ?? 'month') : grainOf(ref);
  const set = (next: DimensionRef): void => edit((now) => withRef(now, place, next));
  const setOrder = (order: MemberOrder): void => set({ ...ref, order });
  const { order = {} } = ref;
  const other = well === 'rows' ? 'columns' : 'rows';
  const kpis = [...new Set(view.values.map(({ kpi }) => kpi))];
  const at = order.at?.at(-1);
  return (
    <>
      {grain !== null && (
        <Select<Grain>
          label={t('explore:panel.grain')}
          showLabel
          value={grain}
          groups={[
            {
              options: (byFirst ? COHORT_GRAINS : grainsOf(fields.fiscal)).map((value) => ({
                value,
                label: grainName(t, value),
              })),
            },
          ]}
          onChange={(next) => set(byGrain(ref, next))}
        />
      )}
      <div className="panel-pair">
        <Select
          label={t('explore:panel.order')}
          showLabel
          value={order.by ?? LABEL}
          groups={[
            {
              options: [
                {
                  value: LABEL,
                  label: t(`explore:panel.${labelOrder(ref)}`),
                },
              ],
            },
            { options: kpis.map((kpi) => ({ value: kpi, label: words.kpi(kpi) })) },
          ]}
          onChange={(by) => setOrder(by === LABEL ? {} : { by, descending: true })}
        />
        <Select
          label={t('explore:panel.direction')}
          showLabel
          value={order.descending === true ? 'descending' : 'ascending'}
          groups={[
            {
              options: (['ascending', 'descending'] as const).map((value) => ({
                value,
                label: t(`explore:panel.${order.by === undefined ? 'label' : 'value'}.${value}`),
              })),
            },
          ]}
          onChange={(direction) => setOrder({ ...order, descending: direction === 'descending' })}
        />
      </div>
      {order.by !== undefined && view[other].length > 0 && (
        <Select
          label={t(`explore:panel.orderIn.${other}`)}
          showLabel
          value={at === undefined ? ALL : JSON.stringify(order.at)}
          groups={[
            { options: [{ value: ALL, label: t(`explore:panel.all.${other}`) }] },
            {
              options: placesFor(order, members[other]).map((path) => ({
                value: JSON.stringify(path),
                label: path.map((name, depth) => pathName(name, view[other][depth], words)).join(', '),
              })),
            },
          ]}
          onChange={(path) => {
            const { at: _, ...rest } = order;
            setOrder(path === ALL ? rest : { ...rest, at: JSON.parse(path) as (string | null)[] });
          }}
        />
      )}
      {!isDate && <TopFields value={ref} onChange={set} />}
      {isDate && (
        <Select
          label={t('explore:panel.empty')}
          showLabel
          value={ref.empty ?? 'shown'}
          groups={[
            {
              options: (['shown', 'hidden'] as const).map((value) => ({
                value,
                label: t(`explore:panel.emptyAs.${value}`),
              })),
            },
          ]}
          onChange={(empty) => set({ ...ref, empty })}
        />
      )}
      {(view.rows.length > 1 || view.columns.length > 1) && (
        <Select
          label={t('explore:panel.subtotals')}
          showLabel
          value={view.subtotals}
          groups={[{ options: SUBTOTALS.map((value) => ({ value, label: t(`explore:panel.subtotalsAs.${value}`) })) }]}
          onChange={(subtotals) => edit((now) => ({ ...now, subtotals }))}
        />
      )}
    </>
  );
}

/** The groups that an order can go by: those seen, and the one it goes by. */
function placesFor({ at }: MemberOrder, seen: readonly (string | null)[]): readonly (readonly (string | null)[])[] {
  const paths = seen.slice(0, MOST_PLACES).map((name) => [name]);
  const isThere = at === undefined || paths.some((path) => JSON.stringify(path) === JSON.stringify(at));
  return isThere ? paths : [at, ...paths];
}
