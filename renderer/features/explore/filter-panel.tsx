import { useTranslation } from 'react-i18next';
import type { Filter } from '#shared/question.ts';
import { isShownInWords } from '#shared/stored-words.ts';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { BetweenFields } from './between-fields.tsx';
import { CountField } from './count-field.tsx';
import { useExploring } from './explore-context.ts';
import { MemberPicker } from './member-picker.tsx';
import { PeriodFields } from './period-fields.tsx';
import { withFilter } from './view.model.ts';

const TEXT_OPS = [
  'in',
  'not-in',
  'contains',
  'not-contains',
  'starts-with',
  'ends-with',
  'blank',
  'not-blank',
  'highest',
  'lowest',
] as const;
type TextOp = (typeof TEXT_OPS)[number];

const TOP_OPS: ReadonlySet<TextOp> = new Set(['highest', 'lowest']);
/** They go by how a member is stored, which nobody sees of those that are shown in words. */
const PART_OPS: ReadonlySet<TextOp> = new Set(['contains', 'not-contains', 'starts-with', 'ends-with']);

const DEFAULT_TOP = 10;
const MOST_TOP = 10_000;

/** The editor of a filter: what is asked of its field, and what with. */
export function FilterPanel({ index }: { readonly index: number }) {
  const { t } = useTranslation();
  const { view, edit, words } = useExploring();
  const filter = view.filters[index];
  if (filter === undefined) return null;
  const set = (next: Filter): void => edit((now) => withFilter(now, index, next));
  const write = (next: Filter): void =>
    edit((now) => withFilter(now, index, next), `filter ${String(index)} ${next.op}`);
  if (filter.op === 'between') return <BetweenFields filter={filter} onChange={write} />;
  if (filter.op === 'period') return <PeriodFields filter={filter} onChange={set} />;
  const op: TextOp = filter.op === 'top' ? (filter.lowest === true ? 'lowest' : 'highest') : filter.op;
  const kpis = [...new Set([...view.values.map(({ kpi }) => kpi), ...(filter.op === 'top' ? [filter.by] : [])])];
  return (
    <>
      <Select<TextOp>
        label={t('explore:filter.op')}
        showLabel
        value={op}
        groups={[
          {
            options: TEXT_OPS.filter(
              (each) =>
                (kpis.length > 0 || !TOP_OPS.has(each)) && (!isShownInWords(filter.dimension) || !PART_OPS.has(each)),
            ).map((each) => ({ value: each, label: t(`explore:filter.ops.${each}`) })),
          },
        ]}
        onChange={(next) => set(withOp(filter, next, kpis[0] ?? 'revenue'))}
      />
      {(filter.op === 'in' || filter.op === 'not-in') && (
        <MemberPicker
          dimension={filter.dimension}
          chosen={filter.values}
          onChange={(values) => set({ ...filter, values: [...values] })}
        />
      )}
      {'text' in filter && (
        <TextField
          label={t('explore:filter.text')}
          value={filter.text}
          onChange={(text) => write({ ...filter, text })}
        />
      )}
      {filter.op === 'top' && (
        <div className="panel-pair">
          <CountField
            label={t('explore:panel.count')}
            value={filter.n}
            most={MOST_TOP}
            onChange={(n) => write({ ...filter, n })}
          />
          <Select
            label={t('explore:panel.topBy')}
            showLabel
            value={filter.by}
            groups={[{ options: kpis.map((kpi) => ({ value: kpi, label: words.kpi(kpi) })) }]}
            onChange={(by) => set({ ...filter, by })}
          />
        </div>
      )}
    </>
  );
}

/** The filter asked another way: what was chosen or written stays where it can. */
function withOp(filter: Filter, op: TextOp, by: string): Filter {
  const { dimension } = filter;
  switch (op) {
    case 'in':
    case 'not-in':
      return { op, dimension, values: 'values' in filter ? filter.values : [] };
    case 'contains':
    case 'not-contains':
    case 'starts-with':
    case 'ends-with':
      return { op, dimension, text: 'text' in filter ? filter.text : '' };
    case 'blank':
    case 'not-blank':
      return { op, dimension };
    case 'highest':
    case 'lowest': {
      const { n, by: known } = filter.op === 'top' ? filter : { n: DEFAULT_TOP, by };
      return { op: 'top', dimension, n, by: known, lowest: op === 'lowest' };
    }
  }
}
