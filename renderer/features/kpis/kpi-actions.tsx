import { useTranslation } from 'react-i18next';
import type { KpiEntry } from '#shared/contract.ts';
import { useKpiWords } from '../../i18n/kpi-words.ts';
import { useAppStore } from '../../state/app-store.ts';
import { useHostCommand } from '../../transport/use-host-command.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { showToast } from '../../ui/toast.tsx';
import { useDraft } from '../formula/use-draft.ts';
import { useNewGoal } from '../goals/use-new-goal.ts';
import { hasOneValue } from './breakdown.model.ts';
import type { Cards } from './use-cards.ts';

interface KpiActionsProps {
  readonly entry: KpiEntry;
  readonly shown: boolean;
  readonly cards: Cards;
  readonly name: string;
}

/** What can be done with a KPI: bring what it lacks, put it on the overview, make one like it, change or delete one of the own. */
export function KpiActions({ entry, shown, cards, name }: KpiActionsProps) {
  const { t } = useTranslation();
  const words = useKpiWords();
  const { goTo, forgetDone } = useAppStore.getState();
  const { settings, readonly } = useWorkspace();
  const { start } = useDraft();
  const setGoal = useNewGoal();
  const remove = useHostCommand('kpi.remove');
  const restore = useHostCommand('kpi.save');
  const { kpi, own, possible, needs, problem, category, direction, unit, formula } = entry;
  const isImported = needs.some((need) => !need.startsWith('calendar.'));
  const saved = settings.ownKpis.find(({ id }) => id === kpi) ?? null;
  return (
    <div className="kpi-detail-actions">
      {!possible && problem === null && (
        <Button
          icon={isImported ? 'data' : 'settings'}
          onClick={() => {
            forgetDone();
            goTo(isImported ? 'import' : 'kpi-settings');
          }}
        >
          {t(isImported ? 'library:detail.import' : 'library:detail.set')}
        </Button>
      )}
      {possible && hasOneValue(entry) && (
        <Button
          icon={shown ? 'check' : 'plus'}
          aria-pressed={shown}
          disabled={cards.disabled}
          onClick={() => cards.show(kpi, !shown)}
        >
          {t(shown ? 'library:detail.onOverview' : 'library:detail.add')}
        </Button>
      )}
      {possible && hasOneValue(entry) && setGoal !== null && (
        <Button icon="goals" onClick={() => setGoal(kpi)}>
          {t('goals:set')}
        </Button>
      )}
      {own === null && (
        <Button
          icon="copy"
          disabled={readonly}
          onClick={() =>
            start({ saved: null, name: '', definition: words.definition(kpi), category, direction, unit, formula })
          }
        >
          {t('library:detail.copy')}
        </Button>
      )}
      {saved !== null && (
        <>
          <Button icon="pen" disabled={readonly} onClick={() => start({ saved, ...saved })}>
            {t('library:detail.edit')}
          </Button>
          <Button
            look="ghost"
            icon="trash"
            disabled={readonly || remove.isPending}
            onClick={() => {
              const undo = { label: t('library:undo'), onClick: () => restore.mutate({ kpi: saved, replaces: false }) };
              const tell = (): void => showToast({ title: t('library:detail.deleted', { name }), action: undo });
              // A promise, since this is gone with the KPI.
              remove.mutateAsync({ id: kpi }).then(tell, () => undefined);
            }}
          >
            {t('library:detail.delete')}
          </Button>
        </>
      )}
    </div>
  );
}
