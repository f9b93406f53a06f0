import { useTranslation } from 'react-i18next';
import { useAppStore } from '../../state/app-store.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { IconButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { useFinals, type Final } from './use-finals.ts';
import { useMinuteName } from './use-period-name.ts';

/** Reports that were made final, kept as they were. */
export function FinalList({ finals }: { readonly finals: readonly Final[] }) {
  const { t } = useTranslation();
  const { id, readonly } = useWorkspace();
  const { viewReports } = useAppStore.getState();
  const { remove } = useFinals();
  const minute = useMinuteName();
  return (
    <Card title={t('report:screen.start.finals')} className="report-list">
      {finals.length === 0 && <p className="muted">{t('report:screen.start.noFinals')}</p>}
      <ul>
        {finals.map((final) => (
          <li key={final.id}>
            <button
              type="button"
              className="report-list-open"
              onClick={() => viewReports(id, { open: { final: final.id }, page: null })}
            >
              <span className="report-list-name">{final.report.name}</span>
              <span className="report-list-about">{minute(final.at)}</span>
            </button>
            {!readonly && (
              <IconButton
                icon="trash"
                label={t('report:screen.final.remove', { name: final.report.name })}
                onClick={() => void remove(final)}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
