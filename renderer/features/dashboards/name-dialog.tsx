import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface NameDialogProps {
  readonly title: string;
  readonly value: string;
  readonly multiline?: boolean;
  /** May be left empty. */
  readonly optional?: boolean;
  readonly hint?: string;
  readonly onSave: (value: string) => void;
  readonly onClose: () => void;
}

/** Asks for a name or a text. */
export function NameDialog(props: NameDialogProps) {
  const { title, value, multiline = false, optional = false, hint, onSave, onClose } = props;
  const { t } = useTranslation();
  const [text, setText] = useState(value);
  const isReady = optional || text.trim() !== '';
  const save = (): void => {
    if (!isReady) return;
    onSave(multiline ? text : text.trim());
    onClose();
  };
  const shared = {
    label: multiline ? t('dashboards:tile.text') : t('dashboards:name'),
    value: text,
    onChange: setText,
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      closeLabel={t('frame:close')}
      actions={
        <>
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button look="primary" disabled={!isReady} onClick={save}>
            {t('dashboards:save')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {multiline ? (
          <TextArea {...shared} rows={5} maxLength={10_000} />
        ) : (
          <TextField {...shared} maxLength={120} {...(hint === undefined ? {} : { hint })} />
        )}
      </form>
    </Dialog>
  );
}
