import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filter } from '#shared/question.ts';
import type { DimensionHere } from '#shared/tiles/overview-plan.ts';
import { dimensionName, type NamedDimension } from '../../i18n/names.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { FilterPicker } from './filter-picker.tsx';
import { filterChoices, membersOf, withMembers } from './filters.model.ts';

interface FilterBarProps {
  readonly dimensions: readonly (DimensionHere & NamedDimension)[];
  readonly filters: readonly Filter[];
  readonly onChange: (filters: readonly Filter[]) => void;
}

/** One chip a filter and a menu for more. */
export function FilterBar({ dimensions, filters, onChange }: FilterBarProps) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState<string | null>(null);
  const { shown, offered } = filterChoices(dimensions, filters, adding);
  return (
    <>
      {shown.map((dimension) => (
        <FilterPicker
          key={dimension}
          dimension={dimension}
          name={dimensionName(t, dimension, dimensions)}
          members={membersOf(filters.find((filter) => filter.dimension === dimension))}
          fresh={dimension === adding}
          onChange={(values) => onChange(withMembers(filters, dimension, values))}
          onRemove={() => {
            setAdding(null);
            onChange(withMembers(filters, dimension, []));
          }}
        />
      ))}
      {offered.length > 0 && (
        <Menu
          align="end"
          trigger={
            <Button look="ghost" icon="plus">
              {t('overview:filter.add')}
            </Button>
          }
          groups={[
            offered.map((dimension) => ({
              label: dimensionName(t, dimension, dimensions),
              onSelect: () => setAdding(dimension),
            })),
          ]}
        />
      )}
    </>
  );
}
