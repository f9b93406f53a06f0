import type { TFunction } from 'i18next';
import { entryFields, type EntryKind } from '#shared/entry-kinds.ts';
import type { FieldDefinition } from '#shared/record-kinds.ts';
import type { GridColumn } from '../../ui/edit-grid.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { fieldName } from '../import/words.ts';

function widthOf({ key, type, identifier }: FieldDefinition): Pick<GridColumn, 'width' | 'grows'> {
  if (type === 'date') return { width: 108 };
  if (type === 'decimal') return { width: 116 };
  if (key === 'currency') return { width: 76 };
  if (key === 'grain') return { width: 96 };
  return identifier === true ? { width: 112 } : { width: key === 'kpi' ? 132 : 104, grows: true };
}

/** The columns of a kind's table; those that a row needs are marked. */
export function gridColumns(t: TFunction, kind: EntryKind): readonly GridColumn[] {
  return entryFields(kind).map((field) => {
    const { key, type, needed } = field;
    const name = fieldName(t, kind, key);
    return {
      key,
      label: name,
      header:
        needed === true ? (
          <>
            {name}
            <span className="entry-needed" aria-hidden="true" title={t('entry:needed')}>
              *
            </span>
            <VisuallyHidden> ({t('entry:needed')})</VisuallyHidden>
          </>
        ) : (
          name
        ),
      ...widthOf(field),
      number: type === 'decimal',
    };
  });
}
