import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowFilter } from '#shared/stored-rows.ts';
import { RadioChoice } from '../../ui/radio-choice.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';

interface PresenceChoiceProps {
  readonly field: string;
  /** Offers yes and no as well. */
  readonly flag: boolean;
  readonly filter: RowFilter | null;
  readonly onChange: (filter: RowFilter | null) => void;
}

/** All rows, those with a value, or those without one; of a flag also by what it says. */
export function PresenceChoice({ field, flag, filter, onChange }: PresenceChoiceProps) {
  const { t } = useTranslation();
  const labelId = useId();
  const choices: Readonly<Record<string, RowFilter | null>> = {
    all: null,
    ...(flag ? { yes: { field, is: 'flag', value: true }, no: { field, is: 'flag', value: false } } : {}),
    filled: { field, is: 'filled' },
    blank: { field, is: 'blank' },
  };
  const chosen = Object.keys(choices).find((key) => JSON.stringify(choices[key]) === JSON.stringify(filter));
  return (
    <>
      <VisuallyHidden>
        <span id={labelId}>{t('rows:presence.label')}</span>
      </VisuallyHidden>
      <RadioChoice
        labelledBy={labelId}
        value={chosen ?? null}
        onChange={(key) => onChange(choices[key] ?? null)}
        options={Object.keys(choices).map((key) => ({ value: key, content: t(`rows:presence.${key}`) }))}
      />
    </>
  );
}
