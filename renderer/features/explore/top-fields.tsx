import { useTranslation } from 'react-i18next';
import type { DimensionRef } from '#shared/question.ts';
import { Select } from '../../ui/select.tsx';
import { useExploring } from './explore-context.ts';
import { CountField } from './count-field.tsx';

const DEFAULT = 10;
const MOST = 10_000;

interface TopFieldsProps {
  readonly value: DimensionRef;
  readonly onChange: (next: DimensionRef) => void;
}

/** All members, or so many of the best or worst, by a KPI; the others united or left out. */
export function TopFields({ value, onChange }: TopFieldsProps) {
  const { t } = useTranslation();
  const { view, words } = useExploring();
  const { top, ...bare } = value;
  const kpis = [...new Set(view.values.map(({ kpi }) => kpi))];
  const shown = top === undefined ? 'all' : top.lowest === true ? 'lowest' : 'highest';
  return (
    <>
      <div className="panel-pair">
        <Select
          label={t('explore:panel.top')}
          showLabel
          value={shown}
          groups={[
            {
              options: (['all', 'highest', 'lowest'] as const).map((each) => ({
                value: each,
                label: t(`explore:panel.topAs.${each}`),
              })),
            },
          ]}
          onChange={(next) =>
            onChange(
              next === 'all' ? bare : { ...value, top: { ...(top ?? { n: DEFAULT }), lowest: next === 'lowest' } },
            )
          }
        />
        {top !== undefined && (
          <CountField
            label={t('explore:panel.count')}
            value={top.n}
            most={MOST}
            onChange={(n) => onChange({ ...value, top: { ...top, n } })}
          />
        )}
      </div>
      {top !== undefined && (
        <div className="panel-pair">
          <Select
            label={t('explore:panel.topBy')}
            showLabel
            value={top.by ?? kpis[0] ?? null}
            groups={[{ options: kpis.map((kpi) => ({ value: kpi, label: words.kpi(kpi) })) }]}
            onChange={(by) => onChange({ ...value, top: { ...top, by } })}
          />
          <Select
            label={t('explore:panel.others')}
            showLabel
            value={top.other ?? 'united'}
            groups={[
              {
                options: (['united', 'left-out'] as const).map((each) => ({
                  value: each,
                  label: t(`explore:panel.othersAs.${each}`),
                })),
              },
            ]}
            onChange={(other) => onChange({ ...value, top: { ...top, other } })}
          />
        </div>
      )}
    </>
  );
}
