import type { Goal, GoalStatus } from '#shared/goals.ts';
import { useAppStore } from '../../state/app-store.ts';
import { NumberButton } from '../overview/number-button.tsx';

interface ActualNumberProps {
  readonly goal: Goal;
  readonly status: Pick<GoalStatus, 'actual'>;
  readonly name: string;
  readonly children: string;
}

/** A goal's outcome, with its passport. One that is counted by a definition of its own has none: today's would be another number. */
export function ActualNumber({ goal, status, name, children }: ActualNumberProps) {
  const openPassport = useAppStore((state) => state.openPassport);
  const { kpi, filters, period, definition } = goal;
  const hasPassport = status.actual !== null && definition === null;
  return (
    <NumberButton
      cell={hasPassport ? { kpi, row: [], column: [] } : null}
      name={name}
      onOpen={(cell) => openPassport({ question: { kpis: [kpi], filters, period }, cell })}
    >
      {children}
    </NumberButton>
  );
}
