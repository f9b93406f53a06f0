import { useTranslation } from 'react-i18next';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { missingData } from './missing-data.model.ts';
import type { Missing } from './ready.model.ts';

const SHOWN = 4;

/** What more data would add to a ready-made dashboard, one line for each kind of data. */
export function MissingNote({ missing }: { readonly missing: readonly Missing[] }) {
  const { t } = useTranslation();
  const { name } = useKpiWords();
  const { rows } = useWorkspace();
  const { goTo, forgetDone } = useAppStore.getState();
  const lines = missingData(missing, (kind) => (rows[kind] ?? 0) > 0, t);
  if (lines.length === 0) return null;
  return (
    <section className="dashboard-missing" aria-label={t('dashboards:missing.title')}>
      <h2>{t('dashboards:missing.title')}</h2>
      <ul>
        {lines.slice(0, SHOWN).map(({ data, kpis }) => (
          <li key={data}>{t('dashboards:missing.line', { data, kpis: kpis.map(name).join(', ') })}</li>
        ))}
      </ul>
      <Button
        look="link"
        onClick={() => {
          forgetDone();
          goTo('import');
        }}
      >
        {t('dashboards:missing.import')}
      </Button>
    </section>
  );
}
