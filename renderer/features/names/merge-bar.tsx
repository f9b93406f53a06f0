import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '#shared/format.ts';
import type { ListedName } from '#shared/names.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { nameToKeep, namesToMerge } from './names.model.ts';
import { useDecide } from './use-decide.ts';

interface MergeBarProps {
  readonly dimension: string;
  readonly ticked: readonly ListedName[];
  readonly onClear: () => void;
}

/** Merges what is ticked into the name written here: one of them, or a new one. */
export function MergeBar({ dimension, ticked, onClear }: MergeBarProps) {
  const { t } = useTranslation();
  const locale = useLocale();
  const { readonly } = useWorkspace();
  const listId = useId();
  const [written, setWritten] = useState<string | null>(null);
  const into = written ?? nameToKeep(ticked);
  const { merge, busy } = useDecide(dimension);
  const names = namesToMerge(ticked, into);
  return (
    <form
      className="names-merge"
      onSubmit={(event) => {
        event.preventDefault();
        if (names.length > 0) merge(names, into);
      }}
    >
      <span className="names-ticked">
        {t('names:hand.ticked', { count: ticked.length, n: formatNumber(ticked.length, locale) })}
      </span>
      <label htmlFor={`${listId}-into`}>{t('names:hand.into')}</label>
      <TextField
        className="names-into"
        label={t('names:hand.into')}
        hideLabel
        list={listId}
        autoComplete="off"
        value={into}
        onChange={setWritten}
      />
      <datalist id={listId}>
        {ticked.map(({ name }) => (
          <option key={name}>{name}</option>
        ))}
      </datalist>
      <Button type="submit" look="primary" disabled={busy || readonly || names.length === 0}>
        {t('names:merge')}
      </Button>
      <Button look="ghost" onClick={onClear}>
        {t('names:hand.clear')}
      </Button>
    </form>
  );
}
