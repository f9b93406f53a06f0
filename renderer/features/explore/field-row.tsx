import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../ui/class-names.ts';
import { Icon } from '../../ui/icon.tsx';
import { useExploring } from './explore-context.ts';
import type { ListedField } from './fields.model.ts';
import { PlaceMenu, type MenuAt } from '../../ui/place-menu.tsx';
import { fits, isUsed, placeOf, put, remove, wellsFor, type Well } from './view.model.ts';
import { fieldName } from './words.model.ts';

/** A field: Enter or a click puts it where it belongs or takes it out, the menu key and a right click offer every well, or it is dragged. */
export function FieldRow({ listed }: { readonly listed: ListedField }) {
  const { t } = useTranslation();
  const { view, edit, words, announce, drag, setOpenItem } = useExploring();
  const [menu, setMenu] = useState<MenuAt | null>(null);
  const { field, name, own } = listed;
  const used = isUsed(view, field);
  const full = fieldName(field, words);
  const putInto = (well: Well): void => {
    edit((now) => put(now, field, well));
    // A filter leaves nothing out until it is told what.
    if (well === 'filters') setOpenItem(`filters ${String(view.filters.length)}`);
    announce(t('explore:said.put', { name: full, well: t(`explore:well.${well}`) }));
  };
  const toggle = (): void => {
    const place = placeOf(view, field);
    if (place !== null) {
      edit((now) => remove(now, place));
      announce(t('explore:said.removed', { name: full }));
      return;
    }
    const well = firstWell();
    if (well !== undefined) putInto(well);
  };
  /** Where the field says most: a first dimension downwards, time across. */
  const firstWell = (): Well | undefined => {
    const wells = wellsFor(field).filter((well) => fits(view, field, well));
    return field.is === 'date' && view.columns.length > 0 && view.rows.length === 0 ? 'rows' : wells[0];
  };
  return (
    <li className="field">
      <button
        type="button"
        className={classNames('field-put', used && 'field-used')}
        draggable
        aria-pressed={used}
        aria-label={full === name ? undefined : full}
        title={full}
        onClick={toggle}
        onKeyDown={(event) => {
          if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
          event.preventDefault();
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          setMenu({ x: left, y: bottom });
        }}
        onContextMenu={(event) => {
          event.preventDefault();
          const { left, bottom } = event.currentTarget.getBoundingClientRect();
          setMenu({ x: event.clientX || left, y: event.clientY || bottom });
        }}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'copyMove';
          event.dataTransfer.setData('text/plain', full);
          drag.begin({ field, from: placeOf(view, field) });
        }}
        onDragEnd={drag.end}
      >
        <span className={classNames('field-icon', field.is === 'kpi' && 'field-formula')} aria-hidden="true">
          {field.is !== 'kpi' && (
            <Icon name={field.is === 'date' || field.is === 'day' ? 'calendar' : 'table'} size={12} />
          )}
        </span>
        <span className="field-name">{name}</span>
        {own && <span className="field-own">{t('explore:fields.own')}</span>}
      </button>
      {menu !== null && (
        <PlaceMenu
          at={menu}
          name={full}
          onClose={() => setMenu(null)}
          groups={[
            wellsFor(field)
              .filter((well) => fits(view, field, well))
              .map((well) => ({ label: t(`explore:putOn.${well}`), onSelect: () => putInto(well) })),
            placeOf(view, field) === null ? [] : [{ label: t('explore:remove'), onSelect: toggle }],
          ]}
        />
      )}
    </li>
  );
}
