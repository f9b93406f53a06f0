import { lazy, Suspense } from 'react';
import { useAppStore } from '../../state/app-store.ts';

const GoalForm = lazy(async () => ({ default: (await import('./goal-form.tsx')).GoalForm }));

/** The form, on whatever screen a goal is set. */
export function GoalFormHost() {
  const draft = useAppStore((state) => state.goalDraft);
  if (draft === null) return null;
  return (
    <Suspense>
      <GoalForm key={draft.goal.id} draft={draft} />
    </Suspense>
  );
}
