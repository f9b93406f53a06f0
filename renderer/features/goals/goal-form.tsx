import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/format-period.ts';
import { smartLines } from '#shared/goal-smart.ts';
import { goalName, targetText } from '#shared/goal-words.ts';
import type { Goal } from '#shared/goals.ts';
import { useAppStore } from '../../state/app-store.ts';
import type { GoalDraft } from '../../state/goals-slice.ts';
import { useHostQuery } from '../../transport/use-host-query.ts';
import { useWorkspace } from '../../transport/use-workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { inShape, typedGoal, withTyped } from './goal-form.model.ts';
import { GoalFormMore } from './goal-form-more.tsx';
import { GoalPeriodField } from './goal-period-field.tsx';
import { valueText } from './goal-words.model.ts';
import { KpiField } from './kpi-field.tsx';
import { SmartList } from './smart-list.tsx';
import { useGoalChanges, useGoalList, useGoalWords } from './use-goals.ts';
import './goal-form.css';

const SHAPES = ['level', 'percentage', 'difference', 'count'] as const;
const NONE: readonly never[] = [];

/** A goal in four fields: what it is, how much, by when and whose; the rest behind "more choices". Below, whether it is a good one. */
export function GoalForm({ draft }: { readonly draft: GoalDraft }) {
  const { t } = useTranslation();
  const words = useGoalWords();
  const { settings } = useWorkspace();
  const { draftGoal, viewGoals } = useAppStore.getState();
  const workspaceId = useWorkspace().id;
  const { add, change } = useGoalChanges();
  const goals = useGoalList().data ?? NONE;
  const [goal, setGoal] = useState(draft.goal);
  const unit = words.unitOf(goal.kpi);
  const [typed, setTyped] = useState(() =>
    typedGoal(draft.goal, words.unitOf(draft.goal.kpi), draft.saved === null, words),
  );
  const [more, setMore] = useState(false);
  const [tried, setTried] = useState(false);
  const written = withTyped(goal, typed, unit, words.format.locale);
  const isRange = written === null || written.upTo === null || written.upTo >= written.target.value;
  const ready = written !== null && isRange ? written : null;
  const looked = useDeferredValue(ready);
  const { data: status } = useHostQuery(
    'goal.status',
    { goal: looked ?? draft.goal },
    { enabled: looked !== null, keep: true },
  );
  const put = (next: Partial<Goal>): void => setGoal((now) => ({ ...now, ...next }));
  const close = (): void => draftGoal(null);
  const submit = async (): Promise<void> => {
    setTried(true);
    if (ready === null) return;
    const done = await (draft.saved === null ? add([ready]) : change(ready, draft.saved));
    if (!done) return;
    viewGoals(workspaceId, { selected: ready.id });
    close();
  };
  const shownUnit =
    goal.target.shape === 'percentage' || unit === 'ratio'
      ? '%'
      : unit === 'money'
        ? settings.currency
        : t(`library:unit.${unit}`).toLocaleLowerCase(words.format.locale);
  const problem = !tried ? null : written === null ? t('goals:form.notNumber') : null;
  return (
    <Dialog
      open
      onClose={close}
      title={t(draft.saved === null ? 'goals:form.title' : 'goals:form.edit')}
      closeLabel={t('frame:close')}
      actions={
        <>
          <Button look="ghost" className="goal-form-more" aria-expanded={more} onClick={() => setMore(!more)}>
            {t(more ? 'goals:form.less' : 'goals:form.more')}
          </Button>
          <Button onClick={close}>{t('frame:cancel')}</Button>
          <Button look="primary" onClick={() => void submit()}>
            {t('goals:form.save')}
          </Button>
        </>
      }
    >
      <form
        className="goal-form"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <KpiField goal={goal} onChange={put} />
        <Select
          label={t('goals:form.shape')}
          showLabel
          value={goal.target.shape}
          onChange={(shape) => put({ target: inShape(goal.target, shape) })}
          groups={[
            {
              options: SHAPES.map((shape) => ({
                value: shape,
                label:
                  goal.better === 'higher' && (!('from' in goal.target) || goal.target.from === 'last-year')
                    ? t(`goals:form.shapes.${shape}`)
                    : t(
                        shape === 'difference' || shape === 'percentage'
                          ? `goals:form.${shape}From`
                          : `goals:form.shapes.${shape}`,
                      ),
              })),
            },
          ]}
        />
        <TextField
          label={t('goals:form.value', { unit: shownUnit })}
          value={typed.value}
          onChange={(value) => setTyped({ ...typed, value })}
          inputMode="decimal"
          error={problem}
          ref={focusFirst}
        />
        <GoalPeriodField period={goal.period} onChange={(period) => put({ period })} />
        <TextField
          label={t('goals:form.owner')}
          value={goal.owner ?? ''}
          maxLength={120}
          onChange={(owner) => put({ owner: owner.trim() === '' ? null : owner })}
        />
        {more && (
          <GoalFormMore
            goal={goal}
            goals={goals}
            name={goalName({ ...(written ?? goal), name: null }, words)}
            unit={shownUnit}
            typed={typed}
            error={isRange ? null : t('goals:form.badRange')}
            months={status?.months ?? NONE}
            onTyped={setTyped}
            onChange={put}
          />
        )}
        <button type="submit" className="visually-hidden" tabIndex={-1}>
          {t('goals:form.save')}
        </button>
      </form>
      {looked !== null && status !== undefined && (
        <div className="goal-preview">
          {status.target !== null && (
            <p>
              <b>
                {t('goals:form.preview', {
                  target:
                    status.upTo === null
                      ? valueText(status.target, status.unit, words.format)
                      : targetText(looked, status.unit, words),
                  day: formatDate(status.period.to, words.format.locale),
                })}
              </b>
            </p>
          )}
          <SmartList lines={smartLines(looked, status, goals, words)} />
        </div>
      )}
    </Dialog>
  );
}

/** Whoever asks for the form wants to write. */
function focusFirst(input: HTMLInputElement | null): void {
  if (input !== null && !(document.activeElement instanceof HTMLInputElement)) input.focus();
}
