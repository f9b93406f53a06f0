import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspection, ReadingOptions } from '#shared/importing.ts';
import { useLocale } from '../../i18n/use-format.ts';
import { Card } from '../../ui/card.tsx';
import { RadioChoice } from '../../ui/radio-choice.tsx';
import { changedRows } from './changed-rows.model.ts';

interface ChangedRowsCardProps {
  readonly inspection: Inspection;
  readonly options: ReadingOptions;
  readonly disabled: boolean;
  readonly onChange: (options: ReadingOptions) => void;
}

/** What to do with rows that have changed since they were imported. Each choice shows its receipt at once. */
export function ChangedRowsCard({ inspection, options, disabled, onChange }: ChangedRowsCardProps) {
  const { t } = useTranslation('reimport');
  const changed = changedRows(t, inspection, useLocale());
  const titleId = useId();
  if (changed === null) return null;
  const { title, sub, choices } = changed;
  return (
    <Card className="import-changed" title={<span id={titleId}>{title}</span>} {...(sub === null ? {} : { sub })}>
      <RadioChoice
        labelledBy={titleId}
        disabled={disabled}
        value={options.onChange ?? inspection.reimport.onChange}
        onChange={(value) => {
          const choice = choices.find(({ rule }) => rule === value);
          if (choice !== undefined) onChange({ ...options, onChange: choice.rule });
        }}
        options={choices.map(({ rule, title: name, text }) => ({
          value: rule,
          content: (
            <>
              <b>{name}</b>
              <span className="import-changed-text">{text}</span>
            </>
          ),
        }))}
      />
    </Card>
  );
}
