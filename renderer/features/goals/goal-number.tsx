import type { Goal } from '#shared/goals.ts';
import type { ToldOf } from '#shared/told.ts';
import { useAppStore } from '../../state/app-store.ts';
import { NumberButton } from '../overview/number-button.tsx';
import { ToldButton } from '../overview/told-button.tsx';

type Figure = ToldOf<'goal'>['figure'];

interface GoalNumberProps {
  readonly goal: Goal;
  /** Null for a text that is no number: it has no passport. */
  readonly figure: Figure | null;
  /** What the number is called, and the goal. */
  readonly name: string;
  readonly place: string;
  readonly children: string;
}

/** A number of a goal, with its passport. The outcome has that of its question, unless the goal is counted by a definition of its own. */
export function GoalNumber({ goal, figure, name, place, children }: GoalNumberProps) {
  const openPassport = useAppStore((state) => state.openPassport);
  const { kpi, filters, period, definition } = goal;
  if (figure === 'actual' && definition === null)
    return (
      <NumberButton
        cell={{ kpi, row: [], column: [] }}
        name={`${place}, ${name}`}
        onOpen={(cell) => openPassport({ question: { kpis: [kpi], filters, period }, cell })}
      >
        {children}
      </NumberButton>
    );
  return (
    <ToldButton told={figure === null ? null : { of: 'goal', goal, figure }} name={name} place={place}>
      {children}
    </ToldButton>
  );
}
