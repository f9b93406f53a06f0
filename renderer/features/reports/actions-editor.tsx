import { useTranslation } from 'react-i18next';
import type { ReportAction } from '#shared/reports.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

const MOST_ACTIONS = 100;
const NEW: ReportAction = { what: '', owner: '', due: null };

interface ActionsEditorProps {
  readonly actions: readonly ReportAction[];
  readonly onChange: (actions: readonly ReportAction[], writing?: string) => void;
}

/** What is to be done, by whom and by when. */
export function ActionsEditor({ actions, onChange }: ActionsEditorProps) {
  const { t } = useTranslation();
  const put = (at: number, change: Partial<ReportAction>, writing?: string): void =>
    onChange(
      actions.map((action, i) => (i === at ? { ...action, ...change } : action)),
      writing,
    );
  return (
    <div className="report-actions">
      {actions.map((action, at) => (
        <fieldset key={at} className="report-action">
          <legend className="visually-hidden">{t('report:screen.actions.nth', { n: at + 1 })}</legend>
          <TextField
            label={t('report:screen.actions.what')}
            value={action.what}
            maxLength={500}
            onChange={(what) => put(at, { what }, `action ${String(at)}`)}
          />
          <div className="report-action-who">
            <TextField
              label={t('report:screen.actions.owner')}
              value={action.owner}
              maxLength={120}
              onChange={(owner) => put(at, { owner }, `owner ${String(at)}`)}
            />
            <DateField
              label={t('report:screen.actions.due')}
              value={action.due ?? ''}
              max="9999-12-31"
              onChange={(due) => put(at, { due: due === '' ? null : due })}
            />
            <IconButton
              icon="trash"
              label={t('report:screen.actions.remove', { n: at + 1 })}
              onClick={() => onChange(actions.filter((_, i) => i !== at))}
            />
          </div>
        </fieldset>
      ))}
      <Button icon="plus" disabled={actions.length >= MOST_ACTIONS} onClick={() => onChange([...actions, NEW])}>
        {t('report:screen.actions.add')}
      </Button>
    </div>
  );
}
