import { memo, useMemo, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grain } from '#shared/question.ts';
import { Icon } from '../../ui/icon.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { useExploring } from './explore-context.ts';
import { FieldRow } from './field-row.tsx';
import { fieldGroups, foundFields, SHUT_AT_FIRST, type FieldGroup } from './fields.model.ts';
import { grainName } from './words.model.ts';

/** Every field there is, searched and put from here. The arrow keys go through the list. */
export const FieldList = memo(function FieldList() {
  const { t } = useTranslation();
  const { view, words, fields } = useExploring();
  const [search, setSearch] = useState('');
  const [toggled, setToggled] = useState<readonly string[]>([]);
  const groups = useMemo(() => {
    const collator = new Intl.Collator(words.locale);
    const known = new Set(fields.kpis.map(({ kpi }) => kpi));
    const shown = {
      kpis: view.values.map(({ kpi }) => kpi).filter((kpi) => known.has(kpi.split(':')[0] ?? kpi)),
      dimensions: [...view.rows, ...view.columns, ...view.filters].map(({ dimension }) => dimension),
    };
    const spoken = {
      dimension: words.dimension,
      grain: (grain: Grain) => sentenceCase(grainName(t, grain)),
      kpi: words.kpi,
      definition: (kpi: string) => t(`kpis:${kpi}.definition`, { defaultValue: '' }),
      compare: (one: string, other: string) => collator.compare(one, other),
    };
    return fieldGroups(fields, spoken, shown);
  }, [fields, view.values, view.rows, view.columns, view.filters, words, t]);
  const found = useMemo(() => foundFields(groups, search), [groups, search]);
  const isOpen = ({ key }: FieldGroup): boolean =>
    search.trim() !== '' || SHUT_AT_FIRST.has(key) === toggled.includes(key);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys are those of the search and the buttons within
    <aside className="fields" aria-label={t('explore:fields.label')} onKeyDown={moveFocus}>
      <SearchField label={t('explore:fields.search')} value={search} onChange={setSearch} />
      <div className="fields-list">
        {found.map((group) => (
          <section key={group.key} className="fields-group">
            <button
              type="button"
              className="fields-head"
              aria-expanded={isOpen(group)}
              disabled={search.trim() !== ''}
              onClick={() =>
                setToggled(
                  toggled.includes(group.key) ? toggled.filter((key) => key !== group.key) : [...toggled, group.key],
                )
              }
            >
              {t(`explore:fields.group.${group.key}`)}
              <Icon name={isOpen(group) ? 'chevron-down' : 'chevron-right'} size={12} />
            </button>
            {isOpen(group) && (
              <ul>
                {group.fields.map((field) => (
                  <FieldRow key={field.id} listed={field} />
                ))}
              </ul>
            )}
          </section>
        ))}
        {found.length === 0 && <p className="fields-nothing muted">{t('explore:fields.nothing')}</p>}
      </div>
    </aside>
  );
});

const sentenceCase = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);

/** Up and down through the list, Home and End to its ends. From the search down into it; Enter there puts the first that was found. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget, target } = event;
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [...currentTarget.querySelectorAll<HTMLElement>('.field-put, .fields-head:not(:disabled)')];
  const fields = stops.filter((stop) => stop.classList.contains('field-put'));
  if (target instanceof HTMLInputElement) {
    const isSearched = target.value.trim() !== '';
    if (key === 'Enter' && isSearched) fields[0]?.click();
    else if (key === 'ArrowDown') (isSearched ? fields : stops)[0]?.focus();
    else return;
    event.preventDefault();
    return;
  }
  const at = stops.findIndex((stop) => stop === document.activeElement);
  if (!['ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key) || at < 0) return;
  event.preventDefault();
  const next = key === 'Home' ? 0 : key === 'End' ? stops.length - 1 : at + (key === 'ArrowDown' ? 1 : -1);
  if (next < 0) currentTarget.querySelector('input')?.focus();
  else stops[next]?.focus();
}
