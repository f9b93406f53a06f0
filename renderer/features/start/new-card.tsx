import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { isWorkspaceName } from './start-screen.model.ts';
import type { Way } from './use-start.ts';

interface NewCardProps {
  readonly disabled: boolean;
  readonly onStart: (way: Way) => void;
}

export function NewCard({ disabled, onStart }: NewCardProps) {
  const { t } = useTranslation('start');
  const [name, setName] = useState('');
  const given = name.trim();
  const refused = given !== '' && !isWorkspaceName(given);
  return (
    <Card title={t('new.title')} sub={t('new.text')} className="start-card">
      <form
        className="start-new"
        onSubmit={(event) => {
          event.preventDefault();
          if (given !== '' && !refused) onStart({ by: 'name', name: given });
        }}
      >
        <TextField
          label={t('new.name')}
          hideLabel
          value={name}
          onChange={setName}
          placeholder={t('new.placeholder')}
          maxLength={120}
          error={refused ? t('new.refused') : null}
          autoComplete="off"
          spellCheck={false}
        />
        <Button type="submit" disabled={disabled || given === '' || refused}>
          {t('new.action')}
        </Button>
      </form>
    </Card>
  );
}
