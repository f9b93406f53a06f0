import { useTranslation } from 'react-i18next';
import { Button, IconButton } from '../../ui/button.tsx';

interface EntryToolbarProps {
  readonly disabled: boolean;
  readonly canRemove: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onInsert: () => void;
  readonly onRemove: () => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** What can be done with the row that has the cursor, and steps back and forth. */
export function EntryToolbar(props: EntryToolbarProps) {
  const { disabled, canRemove, canUndo, canRedo, onInsert, onRemove, onUndo, onRedo } = props;
  const { t } = useTranslation();
  return (
    <div className="entry-toolbar" role="toolbar" aria-label={t('entry:toolbar')}>
      <Button icon="plus" look="ghost" disabled={disabled || !canRemove} onClick={onInsert}>
        {t('entry:insertRow')}
      </Button>
      <Button icon="close" look="ghost" disabled={disabled || !canRemove} onClick={onRemove}>
        {t('entry:removeRow')}
      </Button>
      <IconButton icon="undo" label={t('entry:undoStep')} disabled={disabled || !canUndo} onClick={onUndo} />
      <IconButton
        icon="undo"
        className="entry-redo"
        label={t('entry:redoStep')}
        disabled={disabled || !canRedo}
        onClick={onRedo}
      />
    </div>
  );
}
