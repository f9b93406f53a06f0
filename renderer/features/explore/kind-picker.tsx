import { useTranslation } from 'react-i18next';
import type { ChartKind } from '#shared/charts/model.ts';
import { Icon } from '../../ui/icon.tsx';
import { Menu } from '../../ui/menu.tsx';

const FIRST = ['column', 'bar', 'line', 'pie', 'scorecard', 'table'] as const satisfies readonly ChartKind[];
const FURTHER = [
  ['stacked-column', 'stacked-bar', 'share-column', 'share-bar'],
  ['area', 'combo', 'waterfall', 'funnel', 'scatter', 'heat-map'],
] as const satisfies readonly (readonly ChartKind[])[];

interface KindPickerProps {
  /** The kind that is drawn. */
  readonly kind: ChartKind;
  readonly chosen: ChartKind | 'auto';
  readonly onChange: (kind: ChartKind | 'auto') => void;
}

/** How the numbers are drawn: the usual ways at hand, the others in a menu. */
export function KindPicker({ kind, chosen, onChange }: KindPickerProps) {
  const { t } = useTranslation();
  const isFurther = !FIRST.some((each) => each === kind);
  const item = (each: ChartKind) => ({
    label: t(`charts:kind.${each}`),
    checked: chosen === each,
    onSelect: () => onChange(each),
  });
  return (
    <div className="kinds" role="group" aria-label={t('explore:chart.kind')}>
      {FIRST.map((each) => (
        <button key={each} type="button" aria-pressed={kind === each} onClick={() => onChange(each)}>
          {t(`explore:chart.short.${each}`)}
        </button>
      ))}
      <Menu
        align="end"
        trigger={
          <button type="button" aria-pressed={isFurther} aria-label={t('explore:chart.further')}>
            {isFurther ? t(`charts:kind.${kind}`) : t('explore:chart.more')}
            <Icon name="chevron-down" size={12} />
          </button>
        }
        groups={[
          ...FURTHER.map((kinds) => kinds.map(item)),
          [{ label: t('explore:chart.auto'), checked: chosen === 'auto', onSelect: () => onChange('auto') }],
        ]}
      />
    </div>
  );
}
