import { useTranslation } from 'react-i18next';
import { DIRECTIONS, KPI_CATEGORIES } from '#shared/kpi-definition.ts';
import type { Unit } from '#shared/units.ts';
import type { KpiDraft } from '../../state/kpis-slice.ts';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';

interface AboutCardProps {
  readonly draft: KpiDraft;
  readonly write: (part: Partial<KpiDraft>) => void;
  readonly disabled: boolean;
  /** Those the formula may be shown in; none while it comes to nothing. */
  readonly units: readonly Unit[];
  readonly unit: Unit | null;
}

/** What a KPI of the user's own means, and how it is shown. */
export function AboutCard({ draft, write, disabled, units, unit }: AboutCardProps) {
  const { t } = useTranslation();
  const options = units.map((each) => ({ value: each, label: t(`library:unit.${each}`) }));
  return (
    <Card title={t('formula:aboutTitle')}>
      <div className="editor-fields">
        <TextArea
          label={t('formula:definition')}
          className="editor-definition"
          maxLength={2000}
          disabled={disabled}
          spellCheck
          value={draft.definition}
          onChange={(definition) => write({ definition })}
          hint={t('formula:definitionHint')}
        />
        <div className="editor-choices">
          <Select
            showLabel
            label={t('formula:category')}
            disabled={disabled}
            value={draft.category}
            onChange={(category) => write({ category })}
            groups={[
              { options: KPI_CATEGORIES.map((each) => ({ value: each, label: t(`library:category.${each}`) })) },
            ]}
          />
          <Select
            showLabel
            label={t('formula:direction')}
            disabled={disabled}
            value={draft.direction}
            onChange={(direction) => write({ direction })}
            groups={[{ options: DIRECTIONS.map((each) => ({ value: each, label: t(`library:direction.${each}`) })) }]}
          />
          <Select<Unit>
            showLabel
            label={t('formula:unit')}
            disabled={disabled || options.length === 0}
            placeholder="–"
            value={unit}
            onChange={(next) => write({ unit: next })}
            groups={[{ options }]}
          />
        </div>
      </div>
    </Card>
  );
}
