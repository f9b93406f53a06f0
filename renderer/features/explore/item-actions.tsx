import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../ui/button.tsx';
import { useExploring } from './explore-context.ts';
import { fits, wellsFor, type Field, type Place } from './view.model.ts';

interface ItemActionsProps {
  readonly place: Place;
  readonly field: Field;
  readonly onMove: (to: Place) => void;
  readonly onRemove: () => void;
}

/** What dragging does, as buttons. */
export function ItemActions({ place, field, onMove, onRemove }: ItemActionsProps) {
  const { t } = useTranslation();
  const { view } = useExploring();
  const { well, index } = place;
  const others = wellsFor(field).filter((other) => other !== well && fits(view, field, other));
  return (
    <div className="panel-actions">
      {view[well].length > 1 && (
        <>
          <IconButton
            icon="chevron-left"
            label={t('explore:moveBefore')}
            disabled={index === 0}
            onClick={() => onMove({ well, index: index - 1 })}
          />
          <IconButton
            icon="chevron-right"
            label={t('explore:moveAfter')}
            disabled={index === view[well].length - 1}
            onClick={() => onMove({ well, index: index + 2 })}
          />
        </>
      )}
      {others.map((other) => (
        <Button key={other} look="ghost" onClick={() => onMove({ well: other, index: view[other].length })}>
          {t(`explore:moveTo.${other}`)}
        </Button>
      ))}
      <Button look="ghost" icon="trash" onClick={onRemove}>
        {t('explore:remove')}
      </Button>
    </div>
  );
}
